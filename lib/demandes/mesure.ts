import { z } from 'zod'
import { baseTravaux } from '@/lib/socle/base'

/** The yardstick exists for `npm run bench` only, on a scratch database. */
export function mesureOuverte(): boolean {
  return process.env.EP_BENCH === '1' && process.env.EP_MODE === 'test'
}

/** As many rows as a page of the queue, in one indexed query: neither session, nor perimeter, nor transaction. */
export async function lignesDeMesure(caisse: unknown) {
  const caisseId = z.uuid().safeParse(caisse)
  if (!mesureOuverte() || !caisseId.success) return null
  return baseTravaux().demande.findMany({
    where: { caisseId: caisseId.data, ouverte: true },
    select: {
      id: true,
      reference: true,
      objet: true,
      etat: true,
      urgent: true,
      prenom: true,
      nomNaissance: true,
      echeanceLe: true,
      deposeeLe: true,
      partenaireId: true,
    },
    orderBy: [{ triLe: 'asc' }, { id: 'asc' }],
    take: 50,
  })
}

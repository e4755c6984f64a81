import { randomUUID } from 'node:crypto'
import type { AtelierOuvert } from '@/prisma/seed/fabriques/atelier'

const HEURE = 3_600_000

/** A slot of the caisse, `heures` from now. */
export async function fabriqueCreneau(
  { tx, maintenant }: Pick<AtelierOuvert, 'tx' | 'maintenant'>,
  {
    caisseId,
    agentId,
    heures,
    capacite = 1,
  }: { caisseId: string; agentId: string | null; heures: number; capacite?: number },
): Promise<string> {
  const debutLe = new Date(maintenant.getTime() + heures * HEURE)
  const finLe = new Date(debutLe.getTime() + HEURE / 2)
  const commun = { caisseId, agentId, mode: 'sur_place', lieu: 'Bureau 2', capacite, debutLe, finLe }
  const plage = await tx.plage.create({
    data: { ...commun, dureeMinutes: 30, creeeParId: agentId ?? randomUUID() },
    select: { id: true },
  })
  const { id } = await tx.creneau.create({ data: { ...commun, plageId: plage.id }, select: { id: true } })
  return id
}

import { randomUUID } from 'node:crypto'
import { exigerIdentiteLibre } from '@/lib/caisses/identite-libre'
import type { SaisieCaisse } from '@/lib/caisses/schema'
import type { Contexte, Suite } from '@/lib/socle/action'

/**
 * A new caisse, with the settings of the schema: its référent changes them before the first partenaire. Every service and
 * motif of the national catalogue is open, no delay is announced.
 */
export async function creerCaisse({ tx, maintenant }: Contexte, saisie: SaisieCaisse): Promise<Suite> {
  await exigerIdentiteLibre(tx, saisie)
  const id = randomUUID()
  await tx.caisse.create({ data: { id, ...saisie, creeeLe: maintenant }, select: { id: true } })
  await tx.reglagesCaisse.create({ data: { caisseId: id }, select: { caisseId: true } })
  return {
    vers: `/administration/caisses/${id}?fait=creee`,
    journal: { objetType: 'caisse', objetId: id, caisseId: id, details: { code: saisie.code } },
  }
}

import { randomUUID } from 'node:crypto'
import { prevenirStructure } from '@/lib/revues/prevenir'
import { rythmeRevue } from '@/lib/revues/rythme'
import type { Transaction } from '@/lib/socle/base'
import { ajouterJours, type DateIso, dateAParis } from '@/lib/socle/temps'

type Ouverture = {
  structureId: string
  partenaireId: string
  /** Null: opened by the interval of the caisse. */
  ouverteParId: string | null
  maintenant: Date
}

/**
 * Opens a revue of a structure and tells its gestionnaires: one line for each account that is not inactive. Null when there is
 * nothing to open: one is open already, there is no account, or no convention is live. Safe to call twice at once.
 */
export async function ouvrirRevue(
  tx: Transaction,
  { structureId, partenaireId, ouverteParId, maintenant }: Ouverture,
): Promise<{ id: string; echeanceLe: DateIso; comptes: number } | null> {
  const jour = dateAParis(maintenant)
  const rythme = await rythmeRevue(tx, partenaireId, jour)
  const comptes = await tx.compte.findMany({
    where: { structureId, etat: { not: 'inactif' }, supprimeLe: null },
    select: { id: true },
  })
  if (!rythme || comptes.length === 0) return null
  const id = randomUUID()
  const echeanceLe = ajouterJours(jour, rythme.delaiJours)
  const revue = { id, structureId, partenaireId, ouverteParId, ouverteLe: maintenant, echeanceLe: new Date(echeanceLe) }
  // One open revue per structure: a unique index says so to whoever comes second.
  const { count } = await tx.revueHabilitation.createMany({ data: [revue], skipDuplicates: true })
  if (count === 0) return null
  await tx.ligneRevue.createMany({ data: comptes.map((compte) => ({ revueId: id, compteId: compte.id })) })
  await prevenirStructure(tx, revue, 'revue_ouverte', comptes.length)
  return { id, echeanceLe, comptes: comptes.length }
}

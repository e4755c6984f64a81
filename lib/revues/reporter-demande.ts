import type { Contexte } from '@/lib/socle/action'

/**
 * In an open revue, the line of a gestionnaire account is settled when its inactivation is asked of the caisse, and open again
 * if that request is withdrawn or refused. Who has no access to the revue (a technicien) leaves it as it is.
 */
export async function reporterSurRevue(
  { tx, acteur, maintenant }: Contexte,
  compteId: string,
  demandee: boolean,
): Promise<void> {
  const ouverte = { compteId, revue: { signeeLe: null } }
  if (!demandee) {
    const data = { decision: null, decideeLe: null, decideeParId: null }
    await tx.ligneRevue.updateMany({ where: { ...ouverte, decision: 'demander' }, data })
    return
  }
  const revue = await tx.revueHabilitation.findFirst({ where: { structureId: acteur.structure?.id, signeeLe: null } })
  if (!revue) return
  await tx.ligneRevue.createMany({ data: [{ revueId: revue.id, compteId }], skipDuplicates: true })
  const data = { decision: 'demander', decideeLe: maintenant, decideeParId: acteur.compteId }
  await tx.ligneRevue.updateMany({ where: ouverte, data })
}

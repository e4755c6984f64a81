import { type Cible, changerDelai, cibleDe, cleDeTri, delaiApplicable } from '@/lib/demandes/regles'
import type { DemandeVerrouillee } from '@/lib/demandes/transition'
import type { Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'

/** What the settings of a caisse say today of a motif: its delay, its alert, and the urgent delay. */
export async function cibleDuMotif(
  tx: Transaction,
  caisseId: string,
  motif: { id: string; prestation: string | null },
) {
  const cles = { caisseId, prestation: motif.prestation ?? '' }
  const [duMotif, deLaPrestation, reglages] = [
    await tx.motifCaisse.findUnique({ where: { caisseId_motifId: { caisseId, motifId: motif.id } } }),
    await tx.delaiPrestation.findUnique({ where: { caisseId_prestation: cles } }),
    await tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId } }),
  ]
  return { ...cibleDe(duMotif, deLaPrestation), delaiUrgentJours: reglages.delaiUrgentJours }
}

/**
 * Columns of a demande whose target changes: motif, caisse or urgency. The clock is counted from the same receipt of a complete
 * dossier, so that the partenaire loses nothing of what has run.
 */
export function colonnesDeLaCible(
  demande: Pick<
    DemandeVerrouillee,
    'completeeLe' | 'suspendueLe' | 'joursSuspendus' | 'deposeeLe' | 'seuilAlerteJours'
  >,
  urgent: boolean,
  { delaiUrgentJours, ...ordinaire }: Cible & { delaiUrgentJours: number },
) {
  const { completeeLe, suspendueLe, joursSuspendus, deposeeLe } = demande
  const delaiJours = delaiApplicable(urgent, delaiUrgentJours, ordinaire.delaiJours)
  const avant = {
    completeeLe: completeeLe ?? deposeeLe,
    suspendueLe,
    joursSuspendus,
    delaiJours: null,
    echeanceLe: null,
  }
  const horloge = changerDelai(avant, delaiJours)
  return {
    urgent,
    delaiJours,
    delaiOrdinaireJours: ordinaire.delaiJours,
    seuilAlerteJours: ordinaire.seuilAlerteJours ?? demande.seuilAlerteJours,
    echeanceLe: horloge.echeanceLe ? new Date(horloge.echeanceLe) : null,
    triLe: cleDeTri(horloge, deposeeLe),
  }
}

/** Whether the day announced to the partenaire moves. A stopped clock announces none. */
export function echeanceChange(
  demande: Pick<DemandeVerrouillee, 'echeanceLe'>,
  { echeanceLe }: { echeanceLe: Date | null },
): boolean {
  return jourDe(demande.echeanceLe) !== jourDe(echeanceLe)
}

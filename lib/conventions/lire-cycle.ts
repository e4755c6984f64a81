import type { CauseFin, Changement, Cycle, Part } from '@/lib/conventions/cycle'
import { jourDe } from '@/lib/socle/jour'
import type { Avenant, Convention, ConventionCaisse } from '@/lib/socle/prisma/client'

type TexteCommun = Pick<Convention, 'effetLe' | 'dureeMois' | 'taciteReconduction' | 'preavisMois'> & {
  avenants: Pick<Avenant, 'effetLe' | 'dureeMois' | 'taciteReconduction' | 'preavisMois' | 'caisseIds'>[]
}

/** How a convention runs for one of its caisses: with the avenants that it has signed. Null for a draft without effect date. */
export function cycleDe(convention: TexteCommun, caisseId: string): Cycle | null {
  if (!convention.effetLe) return null
  return {
    effetLe: jourDe(convention.effetLe),
    dureeMois: convention.dureeMois,
    taciteReconduction: convention.taciteReconduction,
    preavisMois: convention.preavisMois,
    changements: convention.avenants.filter(({ caisseIds }) => caisseIds.includes(caisseId)).map(changementDe),
  }
}

function changementDe({
  effetLe,
  dureeMois,
  taciteReconduction,
  preavisMois,
}: TexteCommun['avenants'][number]): Changement {
  return {
    le: jourDe(effetLe),
    dureeMois: dureeMois ?? undefined,
    taciteReconduction: taciteReconduction ?? undefined,
    preavisMois: preavisMois ?? undefined,
  }
}

export function partDe(
  ligne: Pick<
    ConventionCaisse,
    | 'etat'
    | 'utilisationEffetLe'
    | 'finLe'
    | 'miseEnDemeureLe'
    | 'miseEnDemeureEcheanceLe'
    | 'causeFin'
    | 'reconduiteLe'
  >,
): Part {
  return {
    etat: ligne.etat,
    utilisationEffetLe: jourDe(ligne.utilisationEffetLe),
    finLe: jourDe(ligne.finLe),
    miseEnDemeureLe: jourDe(ligne.miseEnDemeureLe),
    miseEnDemeureEcheanceLe: jourDe(ligne.miseEnDemeureEcheanceLe),
    causeFin: (ligne.causeFin as CauseFin | null) ?? (ligne.etat === 'denoncee' ? 'denonciation' : null),
    reconduiteLe: jourDe(ligne.reconduiteLe),
  }
}

import { type Cycle, fenetreDenonciation, finsPossibles, periode, termesDuJour } from '@/lib/conventions/cycle'
import { enMots, preavis } from '@/lib/conventions/libelles'
import type { DateIso } from '@/lib/socle/temps'

/** Why a dénonciation given on `le` may not end the convention on `finLe`, and what to do instead; null when it may. */
export function refusDeDenonciation(
  cycle: Cycle,
  { le, finLe }: { le: DateIso; finLe: DateIso },
  jour: DateIso,
): { champ: 'le' | 'finLe'; message: string } | null {
  if (le > jour)
    return {
      champ: 'le',
      message: 'Une dénonciation s’enregistre une fois reçue ou envoyée\u00a0: saisissez une date passée.',
    }
  if (le < cycle.effetLe)
    return {
      champ: 'le',
      message: `La convention prend effet le ${enMots(cycle.effetLe)}\u00a0: elle ne peut pas être dénoncée avant.`,
    }
  if (finLe < jour || periode(cycle, finLe).finLe !== finLe)
    return {
      champ: 'finLe',
      message: 'Une convention dénoncée finit la veille d’un anniversaire à venir\u00a0: choisissez-le dans la liste.',
    }
  const derniere = fenetreDenonciation(cycle, finLe)
  if (le <= derniere) return null
  const suivante = finsPossibles(cycle, le, 1)[0]
  const { preavisMois } = termesDuJour(cycle, finLe)
  return {
    champ: 'finLe',
    message: `Trop tard pour une fin au ${enMots(finLe)}\u00a0: avec un préavis de ${preavis(preavisMois)}, la dénonciation devait être donnée au plus tard le ${enMots(derniere)}.${
      suivante ? ` La prochaine fin possible est le ${enMots(suivante)}.` : ''
    }`,
  }
}

/** Ends to choose from: that of the period in course, even when its window is closed (the refusal says so), and the next two. */
export function finsProposees(cycle: Cycle, jour: DateIso): DateIso[] {
  const courante = periode(cycle, jour).finLe
  return [...new Set([courante, ...finsPossibles(cycle, jour, 2)])].sort()
}

/** Why a part may not end from that day on, the first without access; null when it may. */
export function refusDeResiliation(
  { finLe }: { finLe: DateIso | null },
  effetLe: DateIso,
  jour: DateIso,
): string | null {
  if (effetLe < jour) return 'Un accès ne se ferme pas dans le passé\u00a0: choisissez aujourd’hui ou un jour à venir.'
  if (finLe !== null && finLe < effetLe)
    return `La convention finit déjà le ${enMots(finLe)}\u00a0: choisissez un jour plus proche, ou laissez-la finir.`
  return null
}

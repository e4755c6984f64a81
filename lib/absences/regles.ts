import { ajouterJours, type DateIso } from '@/lib/socle/temps'

/** Both days included; no last day while it is not known. */
export type Periode = { debutLe: DateIso; finLe: DateIso | null }

/** Days during which who comes back is reminded of the absence. */
const retourJours = 5

export function couvre({ debutLe, finLe }: Periode, jour: DateIso): boolean {
  return debutLe <= jour && (finLe === null || jour <= finLe)
}

export function seChevauchent(a: Periode, b: Periode): boolean {
  return (b.finLe === null || a.debutLe <= b.finLe) && (a.finLe === null || b.debutLe <= a.finLe)
}

/** What one’s own page says of an absence: it is on, it has just ended, or nothing. */
export function situationDe(absence: Periode, jour: DateIso): 'en_cours' | 'retour' | null {
  if (couvre(absence, jour)) return 'en_cours'
  const { finLe } = absence
  return finLe !== null && finLe < jour && jour <= ajouterJours(finLe, retourJours) ? 'retour' : null
}

type Remplacement = Periode & { compteId: string; remplacantId: string }

/**
 * The first colleague of a chain that would turn in circles: who is named would, on a day of the absence, be replaced by
 * the one who goes away, straight or through others. Null when there is always an end to the chain.
 */
export function boucleDe(nouvelle: Remplacement, autres: readonly Remplacement[]): Remplacement | null {
  const suivre = (suite: Remplacement, periode: Periode, vus: readonly string[]): boolean =>
    suite.remplacantId === nouvelle.compteId ||
    autres.some(
      (autre) =>
        autre.compteId === suite.remplacantId &&
        !vus.includes(autre.remplacantId) &&
        seChevauchent(autre, periode) &&
        suivre(autre, commun(autre, periode), [...vus, autre.remplacantId]),
    )
  return (
    autres.find(
      (autre) =>
        autre.compteId === nouvelle.remplacantId &&
        seChevauchent(autre, nouvelle) &&
        suivre(autre, commun(autre, nouvelle), [autre.compteId]),
    ) ?? null
  )
}

function commun(a: Periode, b: Periode): Periode {
  const debutLe = a.debutLe > b.debutLe ? a.debutLe : b.debutLe
  const fins = [a.finLe, b.finLe].filter((fin) => fin !== null).sort()
  return { debutLe, finLe: fins[0] ?? null }
}

import type { Delai } from '@/lib/bilan/modele'

/** Under it, a count is kept back where a person could be recognised. */
export const MASQUE_SOUS = 5

/** How many are drawn: at first, and at most. */
export const tailleEchantillon = { defaut: 10, max: 100 }

/** How many took each number of whole days. */
export type Histogramme = Map<number, number>

export function ajouter(histogramme: Histogramme, jours: number, n: number): void {
  histogramme.set(jours, (histogramme.get(jours) ?? 0) + n)
}

function effectif(histogramme: Histogramme): number {
  let total = 0
  for (const n of histogramme.values()) total += n
  return total
}

export function moyenne(histogramme: Histogramme): number | null {
  let somme = 0
  for (const [jours, n] of histogramme) somme += jours * n
  const total = effectif(histogramme)
  return total > 0 ? somme / total : null
}

/** The `rang`-th smallest value, from 1. */
function auRang(croissants: [number, number][], rang: number): number | null {
  let vus = 0
  for (const [jours, n] of croissants) {
    vus += n
    if (vus >= rang) return jours
  }
  return null
}

const croissants = (histogramme: Histogramme) => [...histogramme].filter(([, n]) => n > 0).sort(([a], [b]) => a - b)

/** As many below as above; between the two middle ones of an even number. */
export function mediane(histogramme: Histogramme): number | null {
  const total = effectif(histogramme)
  const tries = croissants(histogramme)
  const bas = auRang(tries, Math.ceil(total / 2))
  const haut = auRang(tries, Math.floor(total / 2) + 1)
  return total > 0 && bas !== null && haut !== null ? (bas + haut) / 2 : null
}

/** The smallest number of days within which that share of them is done: 0.9 gives the 90th percentile. */
export function centile(histogramme: Histogramme, part: number): number | null {
  const total = effectif(histogramme)
  // 0.9 × 10 is not 9 for a computer.
  return total > 0 ? auRang(croissants(histogramme), Math.ceil(total * part - 1e-9)) : null
}

export function delaiDe(histogramme: Histogramme): Delai {
  return { moyenne: moyenne(histogramme), mediane: mediane(histogramme), neufSurDix: centile(histogramme, 0.9) }
}

export const sansDelai: Delai = { moyenne: null, mediane: null, neufSurDix: null }

/** Share of a count in another; null where one of them is kept back, or there is nothing to share. */
export function part(n: number | null, total: number | null): number | null {
  return n === null || total === null || total === 0 ? null : n / total
}

/** A share of less says more of chance than of work. */
const EVOLUTION_MIN = 10

/** «+12 %» of the period before; null where it says nothing. */
export function evolution(n: number | null, avant: number | null): number | null {
  return n === null || avant === null || avant < EVOLUTION_MIN ? null : n / avant - 1
}

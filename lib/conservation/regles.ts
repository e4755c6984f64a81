import { Temporal } from 'temporal-polyfill'
import { ajouterJours, type DateIso, dateAParis } from '@/lib/socle/temps'

/** Between the word to the caisse and the purge of a demande never closed; the same in `ep_preavis_effacement`. */
export const annonceJours = 30

/** Longest a demande is held back at once; it can be held again. The same bound stands in the table. */
export const retenueMaxJours = 1827

/** Months a withdrawn document of the national support is kept; the same in `ep_duree_bibliotheque`. */
export const bibliothequeNationaleMois = 12

/** Day from which the purge may take a closed demande, or a withdrawn document. */
export function effacementApres(instant: Date, mois: number): DateIso {
  return plusMois(dateAParis(instant), mois)
}

/** The same for one never closed: its time, and the notice given to the caisse. Null while it is not given. */
export function effacementDeDelaissee(majLe: Date, mois: number, annonceLe: DateIso | null): DateIso | null {
  if (annonceLe === null || annonceLe < dateAParis(majLe)) return null
  const [terme, annonce] = [plusMois(dateAParis(majLe), mois), ajouterJours(annonceLe, annonceJours)]
  return terme > annonce ? terme : annonce
}

const plusMois = (jour: DateIso, mois: number): DateIso =>
  Temporal.PlainDate.from(jour).add({ months: mois }).toString()

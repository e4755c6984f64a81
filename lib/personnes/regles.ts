import { Temporal } from 'temporal-polyfill'
import { type DateIso, joursEntre } from '@/lib/socle/temps'

/** Months to answer a person, then once more when it is complex (GDPR, article 12.3). The law says them, no caisse sets them. */
const DELAI_MOIS = 1
const PROLONGATION_MOIS = 2
/** From how many days before its end a clock is near it. */
const PROCHE_JOURS = 7

/** Last day to answer: one calendar month after the receipt, three once extended. 31 January gives 28 February. */
export function echeanceDuDroit(recueLe: DateIso, prolongee: boolean): DateIso {
  const months = DELAI_MOIS + (prolongee ? PROLONGATION_MOIS : 0)
  return Temporal.PlainDate.from(recueLe).add({ months }).toString()
}

export type Horloge = {
  etat: 'en_retard' | 'proche' | 'a_temps' | 'repondue'
  /** Days left, negative when late; for an answered request, before its end on the day of the answer. */
  jours: number
}

export function horlogeDuDroit(
  { echeanceLe, reponduLe }: { echeanceLe: DateIso; reponduLe: DateIso | null },
  aujourdhui: DateIso,
): Horloge {
  const jours = joursEntre(reponduLe ?? aujourdhui, echeanceLe)
  if (reponduLe) return { etat: 'repondue', jours }
  if (jours < 0) return { etat: 'en_retard', jours }
  return { etat: jours <= PROCHE_JOURS ? 'proche' : 'a_temps', jours }
}

/**
 * Why the delay can't be extended, or null: once only, and the person is told of it within the first month. `diteLe`: the day it
 * was.
 */
export function refusDeProlonger(
  { recueLe, dejaProlongee }: { recueLe: DateIso; dejaProlongee: boolean },
  diteLe: DateIso,
  aujourdhui: DateIso,
): string | null {
  if (dejaProlongee) return 'Le délai a déjà été prolongé, il ne peut pas l’être deux fois.'
  if (diteLe > aujourdhui) return 'Prévenez d’abord la personne\u00A0: cette date est à venir.'
  if (diteLe < recueLe) return 'La personne ne peut pas avoir été prévenue avant sa demande.'
  if (diteLe > echeanceDuDroit(recueLe, false))
    return 'La personne doit être prévenue dans le premier mois\u00A0: passé ce mois, le délai ne se prolonge plus.'
  return null
}

/** «P26-0004»: short, for a letter. */
export const formerReferenceDroit = (rang: number, recueLe: DateIso): string =>
  `P${recueLe.slice(2, 4)}-${String(rang).padStart(4, '0')}`

/** A consent is given before the filing: not in the future, and no earlier than a year, beyond which it is asked again. */
export function refusDuConsentement(le: DateIso, aujourdhui: DateIso): string | null {
  if (le > aujourdhui) return 'Cette date est à venir\u00A0: indiquez le jour où la personne a donné son accord'
  if (joursEntre(le, aujourdhui) > 366)
    return 'Cet accord a plus d’un an\u00A0: demandez-le à nouveau à la personne, et indiquez ce jour'
  return null
}

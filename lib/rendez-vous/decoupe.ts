import { Temporal } from 'temporal-polyfill'
import { ajouterJours, type CalendrierFerie, type DateIso, joursFeries, ZONE } from '@/lib/socle/temps'

/** Hours of a day in Paris, «HH:MM», the end after the beginning. */
export type Horaires = { debut: string; fin: string }

export type Fermeture = { debutLe: DateIso; finLe: DateIso; libelle: string }

/** Days left aside, and why. */
export type JourEcarte = { jour: DateIso; raison: string }

type Periode = {
  du: DateIso
  au: DateIso
  /** Days of the week, 1 for Monday; for a single day, its own. */
  semaine: readonly number[]
  calendrier: CalendrierFerie
  fermetures: readonly Fermeture[]
}

/** Days of a period on which the caisse receives, and those left aside: public holidays of its calendar, days it is closed. */
export function joursOuverts({ du, au, semaine, calendrier, fermetures }: Periode) {
  const jours: DateIso[] = []
  const ecartes: JourEcarte[] = []
  for (let jour = du; jour <= au; jour = ajouterJours(jour, 1)) {
    const date = Temporal.PlainDate.from(jour)
    if (!semaine.includes(date.dayOfWeek)) continue
    const ferie = joursFeries(date.year, calendrier).get(jour)
    const fermeture = fermetures.find(({ debutLe, finLe }) => debutLe <= jour && jour <= finLe)
    const raison = ferie ?? fermeture?.libelle
    if (raison) ecartes.push({ jour, raison })
    else jours.push(jour)
  }
  return { jours, ecartes }
}

export type Intervalle = { debutLe: Date; finLe: Date }

/** That hour of that day in Paris. An hour that the change of clocks skips is the one after; one that comes twice is the first. */
export function instantAParis(jour: DateIso, heure: string): Date {
  const local = Temporal.PlainDateTime.from(`${jour}T${heure}`)
  return new Date(local.toZonedDateTime(ZONE).epochMilliseconds)
}

/** Slots of a half-day, one after the other; what is left at the end is too short for one. Their length is real time, whatever the clocks do. */
export function decouper(jour: DateIso, { debut, fin }: Horaires, dureeMinutes: number): Intervalle[] {
  const bout = instantAParis(jour, fin).getTime()
  const duree = dureeMinutes * 60_000
  const creneaux: Intervalle[] = []
  for (let instant = instantAParis(jour, debut).getTime(); instant + duree <= bout; instant += duree)
    creneaux.push({ debutLe: new Date(instant), finLe: new Date(instant + duree) })
  return creneaux
}

import { Temporal } from 'temporal-polyfill'

/** A calendar day, `YYYY-MM-DD`, without hour nor zone. */
export type DateIso = string

/** Alsace-Moselle (57, 67, 68) adds Good Friday and 26 December to the national holidays. */
export type CalendrierFerie = 'france' | 'alsace_moselle'

export const ZONE = 'Europe/Paris'

const jour = (date: DateIso) => Temporal.PlainDate.from(date)

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function paques(annee: number): Temporal.PlainDate {
  const a = annee % 19
  const b = Math.floor(annee / 100)
  const c = annee % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year: annee, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

/** Public holidays of a year: day → French name. Two holidays on one day share it. */
export function joursFeries(annee: number, calendrier: CalendrierFerie): ReadonlyMap<DateIso, string> {
  const alsaceMoselle = calendrier === 'alsace_moselle'
  const dimanche = paques(annee)
  const fixe = (mois: number, j: number) => Temporal.PlainDate.from({ year: annee, month: mois, day: j })
  const feries: [Temporal.PlainDate, string][] = [
    [fixe(1, 1), 'Jour de l’An'],
    ...(alsaceMoselle ? [[dimanche.subtract({ days: 2 }), 'Vendredi saint'] as [Temporal.PlainDate, string]] : []),
    [dimanche.add({ days: 1 }), 'Lundi de Pâques'],
    [fixe(5, 1), 'Fête du Travail'],
    [fixe(5, 8), 'Victoire de 1945'],
    [dimanche.add({ days: 39 }), 'Ascension'],
    [dimanche.add({ days: 50 }), 'Lundi de Pentecôte'],
    [fixe(7, 14), 'Fête nationale'],
    [fixe(8, 15), 'Assomption'],
    [fixe(11, 1), 'Toussaint'],
    [fixe(11, 11), 'Armistice de 1918'],
    [fixe(12, 25), 'Noël'],
    ...(alsaceMoselle ? [[fixe(12, 26), 'Saint-Étienne'] as [Temporal.PlainDate, string]] : []),
  ]
  return new Map(feries.map(([date, nom]) => [date.toString(), nom]))
}

// A year is asked again for each day that is counted: keep the answer.
const gardes = new Map<string, ReadonlyMap<DateIso, string>>()

function feriesGardes(annee: number, calendrier: CalendrierFerie): ReadonlyMap<DateIso, string> {
  const cle = `${calendrier} ${annee}`
  const feries = gardes.get(cle) ?? joursFeries(annee, calendrier)
  gardes.set(cle, feries)
  return feries
}

/** Monday to Friday, public holidays excepted. */
export function estOuvre(date: DateIso, calendrier: CalendrierFerie): boolean {
  const d = jour(date)
  return d.dayOfWeek <= 5 && !feriesGardes(d.year, calendrier).has(d.toString())
}

/**
 * The n-th working day after the date (before it when n is negative). The date itself is never counted, so 0 gives it
 * back even when it is a holiday.
 */
export function ajouterJoursOuvres(date: DateIso, n: number, calendrier: CalendrierFerie): DateIso {
  const pas = Math.sign(n)
  let courant = date
  for (let reste = Math.abs(n); reste > 0; ) {
    courant = ajouterJours(courant, pas)
    if (estOuvre(courant, calendrier)) reste -= 1
  }
  return courant
}

/** Calendar days. */
export function ajouterJours(date: DateIso, n: number): DateIso {
  return jour(date).add({ days: n }).toString()
}

/** Calendar days from a to b; negative when b comes first. */
export function joursEntre(a: DateIso, b: DateIso): number {
  // A day without a zone always lasts 24 hours in UTC.
  return (Date.parse(b) - Date.parse(a)) / 86_400_000
}

// Sweden writes its dates as ISO does. Twenty times quicker than the polyfill: a queue asks for fifty of them.
const jourAParis = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })

/** The day it is in Paris at that instant. */
export function dateAParis(instant: Date): DateIso {
  return jourAParis.format(instant)
}

/** First instant of that day in Paris: the bound of a filter by day. */
export function debutDuJour(date: DateIso): Date {
  return new Date(jour(date).toZonedDateTime(ZONE).epochMilliseconds)
}

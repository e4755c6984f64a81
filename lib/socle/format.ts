import { MemoireBornee } from '@/lib/socle/memoire-bornee'
import { ajouterJours, type DateIso, dateAParis, ZONE } from '@/lib/socle/temps'

const INSECABLE = '\u00A0'
const FINE = '\u202F'

// A calendar day has no zone: it is shown at noon UTC, in UTC.
const enDate = (date: DateIso) => new Date(`${date}T12:00:00Z`)

const enParties = (month: 'long' | 'short') =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month, year: 'numeric' })

// Made once: making one costs more than using it twenty times, and a queue shows fifty dates.
const formats = { long: enParties('long'), short: enParties('short') }

type Composants = { semaine: string; jour: string; mois: string; annee: string }

// A list says the same few days again and again, and splitting one costs ten times more than finding it here.
const connus = {
  long: new MemoireBornee<DateIso, Composants>(2_000),
  short: new MemoireBornee<DateIso, Composants>(2_000),
}

function composants(date: DateIso, mois: 'long' | 'short'): Composants {
  const gardes = connus[mois]
  const connu = gardes.get(date) ?? decomposer(date, mois)
  gardes.set(date, connu)
  return connu
}

function decomposer(date: DateIso, mois: 'long' | 'short'): Composants {
  const parties = formats[mois].formatToParts(enDate(date))
  const lire = (type: Intl.DateTimeFormatPartTypes) => parties.find((partie) => partie.type === type)?.value ?? ''
  const jour = lire('day') === '1' ? '1er' : lire('day')
  return { semaine: lire('weekday'), jour, mois: lire('month'), annee: lire('year') }
}

/** «dimanche 15 mars 2026», «mercredi 1er avril 2026». */
export function dateLongue(date: DateIso): string {
  const { semaine, jour, mois, annee } = composants(date, 'long')
  return `${semaine} ${jour}${INSECABLE}${mois} ${annee}`
}

/** «15 mars 2026», for a birth date. */
export function dateAvecAnnee(date: DateIso): string {
  const { jour, mois, annee } = composants(date, 'long')
  return `${jour}${INSECABLE}${mois} ${annee}`
}

/** «15 mars»; with today's date given, the year is added when it is another one. */
export function dateSansAnnee(date: DateIso, aujourdhui?: DateIso): string {
  const { jour, mois, annee } = composants(date, 'long')
  const autreAnnee = aujourdhui !== undefined && aujourdhui.slice(0, 4) !== date.slice(0, 4)
  return `${jour}${INSECABLE}${mois}${autreAnnee ? ` ${annee}` : ''}`
}

/** «13 févr.», for a table; with today's date given, the year is added when it is another one. */
export function dateCourte(date: DateIso, aujourdhui?: DateIso): string {
  const { jour, mois, annee } = composants(date, 'short')
  const autreAnnee = aujourdhui !== undefined && aujourdhui.slice(0, 4) !== date.slice(0, 4)
  return `${jour}${INSECABLE}${mois}${autreAnnee ? ` ${annee}` : ''}`
}

const heureAParis = new Intl.DateTimeFormat('fr-FR', {
  timeZone: ZONE,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** «14 h 02», in Paris. */
export function heure(instant: Date): string {
  const parties = heureAParis.formatToParts(instant)
  const lire = (type: Intl.DateTimeFormatPartTypes) => parties.find((partie) => partie.type === type)?.value ?? ''
  return `${Number(lire('hour'))}${INSECABLE}h${INSECABLE}${lire('minute')}`
}

/** «jeudi 12 mars 2026 à 14 h 02». */
export function dateEtHeure(instant: Date): string {
  return `${dateLongue(dateAParis(instant))} à ${heure(instant)}`
}

/** «ce matin à 9 h 40», «aujourd’hui à 14 h 02», «hier à…», «demain à…», «lundi 9 mars à 16 h 02» (year if another). */
export function relatif(instant: Date, maintenant: Date): string {
  const jour = dateAParis(instant)
  const aujourdhui = dateAParis(maintenant)
  const a = `à ${heure(instant)}`
  if (jour === aujourdhui) return `${Number.parseInt(heure(instant), 10) < 12 ? 'ce matin' : 'aujourd’hui'} ${a}`
  if (jour === ajouterJours(aujourdhui, -1)) return `hier ${a}`
  if (jour === ajouterJours(aujourdhui, 1)) return `demain ${a}`
  return `${composants(jour, 'long').semaine} ${dateSansAnnee(jour, aujourdhui)} ${a}`
}

const parDecimales = new Map<number, Intl.NumberFormat>()

/** «1 234,5»: at most the given number of decimals. */
export function nombre(valeur: number, decimales = 1): string {
  const format = parDecimales.get(decimales) ?? new Intl.NumberFormat('fr-FR', { maximumFractionDigits: decimales })
  parDecimales.set(decimales, format)
  return format.format(valeur)
}

/** «640 octets», «12 ko», «3,1 Mo», «11 Mo»: powers of 1 000, one decimal under 10 Mo. */
export function taille(octets: number): string {
  if (octets < 1000) return pluriel(octets, 'octet')
  const unites = ['ko', 'Mo', 'Go', 'To']
  let valeur = octets / 1000
  let rang = 0
  while (Math.round(valeur) >= 1000 && rang < unites.length - 1) {
    valeur /= 1000
    rang += 1
  }
  return `${nombre(valeur, rang > 0 && valeur < 9.95 ? 1 : 0)}${INSECABLE}${unites[rang]}`
}

/** «05 00 00 12 34» for a French number; another one as it is, none for none. */
export function telephoneEspace<N extends string | null | undefined>(numero: N): N extends string ? string : undefined {
  const lu = numero && /^0\d{9}$/.test(numero) ? numero.replace(/\d{2}(?=\d)/g, `$&${INSECABLE}`) : numero
  return (lu ?? undefined) as N extends string ? string : undefined
}

/** «0 demande», «1 demande», «2 demandes», «1 200 journaux»: French has no plural under 2. */
export function pluriel(n: number, singulier: string, auPluriel = `${singulier}s`): string {
  return `${nombre(n)}${INSECABLE}${Math.abs(n) >= 2 ? auPluriel : singulier}`
}

/** French typography of a text written by hand: curly apostrophes, ellipsis, no-break spaces. Safe to apply twice. */
export function typo(texte: string): string {
  return (
    texte
      .replace(/'/g, '’')
      .replace(/\.{3}/g, '…')
      .replace(/«[ \u00A0\u202F]*/g, `«${INSECABLE}`)
      .replace(/[ \u00A0\u202F]*»/g, `${INSECABLE}»`)
      // «14:02» and «https:» keep their colon: only one that ends a word, before a space or the end, is punctuation.
      .replace(/(?<=[^\s:])[ \u00A0\u202F]*:(?=\s|$)/g, `${INSECABLE}:`)
      .replace(/(?<=[^\s:;!?\u00A0\u202F«(])[ \u00A0\u202F]*([;!?]+)(?=[\s»)\u00A0]|$)/g, `${FINE}$1`)
      .replace(
        /(\d) (?=(?:h|€|%|[kMG]o|octets?|jours?|mois|ans?|semaines?|minutes?|heures?)(?![\p{L}\d]))/gu,
        `$1${INSECABLE}`,
      )
      .replace(/(\d\u00A0h) (?=\d)/g, `$1${INSECABLE}`)
  )
}

import { Temporal } from 'temporal-polyfill'
import type { Jours, Periode } from '@/lib/bilan/modele'
import { dateAvecAnnee } from '@/lib/socle/format'
import { enParties } from '@/lib/socle/jour'
import { ajouterJours, type DateIso, joursEntre } from '@/lib/socle/temps'

/** The portal knows nothing older, and nobody looks at more at once. */
const anneesMax = 10

type Parametres = Record<string, string | string[] | undefined>

export type SaisiePeriode = Record<string, string>

export type PeriodeLue = {
  periode: Periode
  /** Words at a field, `du` or `au`; the period shown is then the one by default. */
  erreurs: Record<string, string>
  /** What was typed, given back. */
  saisie: SaisiePeriode
}

const jour = (date: DateIso) => Temporal.PlainDate.from(date)

const ordinal = ['1er', '2e', '3e', '4e']

export function periodeAnnee(annee: number): Periode {
  return { genre: 'annee', cle: String(annee), du: `${annee}-01-01`, au: `${annee}-12-31`, libelle: `Année ${annee}` }
}

export function periodeTrimestre(annee: number, rang: number): Periode {
  const debut = jour(`${annee}-01-01`).add({ months: 3 * (rang - 1) })
  const fin = debut.add({ months: 3 }).subtract({ days: 1 })
  return {
    genre: 'trimestre',
    cle: `${annee}-T${rang}`,
    du: debut.toString(),
    au: fin.toString(),
    libelle: `${ordinal[rang - 1]} trimestre ${annee}`,
  }
}

/** A year of a convention, from its day of effect or from one of its anniversaries; cut where it ends. */
export function periodeConvention(du: DateIso, finLe: DateIso | null): Periode {
  const anniversaire = jour(du).add({ years: 1 }).subtract({ days: 1 }).toString()
  const au = finLe && finLe < anniversaire ? finLe : anniversaire
  return {
    genre: 'convention',
    cle: `convention-${du}`,
    du,
    au,
    libelle: `Année de convention du ${dateAvecAnnee(du)} au ${dateAvecAnnee(au)}`,
  }
}

export type Effet = { effetLe: DateIso; finLe: DateIso | null }

/** The years of a convention that have begun, the latest first. */
export function anneesDeConvention(effets: readonly Effet[], aujourdhui: DateIso): Periode[] {
  return effets
    .flatMap(({ effetLe, finLe }) => {
      const annees: Periode[] = []
      for (let rang = 0; rang < anneesMax; rang += 1) {
        const du = jour(effetLe).add({ years: rang }).toString()
        if (du > aujourdhui || (finLe && du > finLe)) break
        annees.push(periodeConvention(du, finLe))
      }
      return annees
    })
    .sort((a, b) => b.du.localeCompare(a.du))
}

/** The current year; the one before until the end of March, when it is the one looked at. */
function periodeParDefaut(aujourdhui: DateIso): Periode {
  const annee = Number(aujourdhui.slice(0, 4))
  return periodeAnnee(aujourdhui.slice(5) <= '03-31' ? annee - 1 : annee)
}

/** What the list offers: years and quarters that have begun, the latest first. */
export function periodesOffertes(aujourdhui: DateIso): Periode[] {
  const annee = Number(aujourdhui.slice(0, 4))
  return [annee, annee - 1, annee - 2]
    .flatMap((a) => [periodeAnnee(a), ...[4, 3, 2, 1].map((rang) => periodeTrimestre(a, rang))])
    .filter(({ du }) => du <= aujourdhui)
}

/** The last three years that are over, the latest first. */
export function anneesFinies(aujourdhui: DateIso): Periode[] {
  const annee = Number(aujourdhui.slice(0, 4))
  return [annee - 1, annee - 2, annee - 3].map(periodeAnnee)
}

const texte = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur.trim().slice(0, 30) : '')

/** A day typed in three fields; null when it does not exist. */
function lireJour(parametres: Parametres, nom: string): DateIso | null | 'vide' {
  const [j, m, a] = ['jour', 'mois', 'annee'].map((partie) => texte(parametres[`${nom}.${partie}`])) as [
    string,
    string,
    string,
  ]
  if (!j && !m && !a) return 'vide'
  if (!/^\d{1,2}$/.test(j) || !/^\d{1,2}$/.test(m) || !/^\d{4}$/.test(a)) return null
  try {
    return Temporal.PlainDate.from(
      { year: Number(a), month: Number(m), day: Number(j) },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return null
  }
}

/** Free days, or what is wrong with them. */
function lireLibre(parametres: Parametres, aujourdhui: DateIso): Periode | Record<string, string> {
  const du = lireJour(parametres, 'du')
  const au = lireJour(parametres, 'au')
  const erreurs: Record<string, string> = {}
  if (du === 'vide') erreurs.du = 'Indiquez le premier jour de la période'
  else if (du === null) erreurs.du = 'Ce premier jour n’existe pas : vérifiez le jour, le mois et l’année'
  else if (du > aujourdhui) erreurs.du = 'La période commence après aujourd’hui : il n’y a encore rien à compter'
  if (au === 'vide') erreurs.au = 'Indiquez le dernier jour de la période'
  else if (au === null) erreurs.au = 'Ce dernier jour n’existe pas : vérifiez le jour, le mois et l’année'
  else if (au > aujourdhui) erreurs.au = 'La période finit après aujourd’hui : choisissez au plus tard aujourd’hui'
  else if (typeof du === 'string' && du !== 'vide' && !erreurs.du) {
    if (au < du) erreurs.au = 'La période finit avant de commencer : inversez les deux dates'
    else if (joursEntre(du, au) > anneesMax * 366) erreurs.au = `Choisissez au plus ${anneesMax} années`
  }
  if (erreurs.du || erreurs.au || !du || !au) return erreurs
  return {
    genre: 'libre',
    cle: 'libre',
    du,
    au,
    libelle: `Du ${dateAvecAnnee(du)} au ${dateAvecAnnee(au)}`,
  }
}

/** The period of an address: `2025`, `2025-T3`, `convention-2025-03-15`, or free days in six fields. */
export function lirePeriode(
  parametres: Parametres,
  aujourdhui: DateIso,
  conventions: readonly Effet[] = [],
): PeriodeLue {
  const saisie = Object.fromEntries(
    ['periode', ...['du', 'au'].flatMap((nom) => ['jour', 'mois', 'annee'].map((partie) => `${nom}.${partie}`))].map(
      (nom) => [nom, texte(parametres[nom])],
    ),
  )
  const defaut = periodeParDefaut(aujourdhui)
  const cle = saisie.periode ?? ''
  if (cle === 'libre') {
    const libre = lireLibre(parametres, aujourdhui)
    if ('cle' in libre) return { periode: libre as Periode, erreurs: {}, saisie }
    return { periode: defaut, erreurs: libre, saisie }
  }
  const trouvee =
    anneesDeConvention(conventions, aujourdhui).find((periode) => periode.cle === cle) ?? lireCle(cle, aujourdhui)
  return { periode: trouvee ?? defaut, erreurs: {}, saisie }
}

function lireCle(cle: string, aujourdhui: DateIso): Periode | null {
  const lu = /^(\d{4})(?:-T([1-4]))?$/.exec(cle)
  if (!lu) return null
  const annee = Number(lu[1])
  const periode = lu[2] ? periodeTrimestre(annee, Number(lu[2])) : periodeAnnee(annee)
  return periode.du <= aujourdhui && annee >= Number(aujourdhui.slice(0, 4)) - anneesMax ? periode : null
}

/**
 * What it is compared with. A year, a quarter, a year of convention: the same one a year before, for seasons weigh on the figures;
 * free days: as many days just before. A period that is not over is compared with the same days.
 */
export function precedente(periode: Periode, aujourdhui: DateIso): Jours & { libelle: string } {
  const au = periode.au > aujourdhui ? aujourdhui : periode.au
  if (periode.genre === 'libre') {
    const fin = ajouterJours(periode.du, -1)
    const du = ajouterJours(fin, -joursEntre(periode.du, au))
    return { du, au: fin, libelle: `du ${dateAvecAnnee(du)} au ${dateAvecAnnee(fin)}` }
  }
  const du = jour(periode.du).subtract({ years: 1 }).toString()
  // A whole period has a whole one before it, leap years included.
  const fin =
    au === periode.au
      ? ajouterJours(jour(ajouterJours(periode.au, 1)).subtract({ years: 1 }).toString(), -1)
      : jour(au).subtract({ years: 1 }).toString()
  const entiere = au === periode.au
  if (entiere && periode.genre === 'annee') return { du, au: fin, libelle: `année ${du.slice(0, 4)}` }
  if (entiere && periode.genre === 'trimestre')
    return { du, au: fin, libelle: periode.libelle.replace(/\d{4}$/, du.slice(0, 4)) }
  return { du, au: fin, libelle: `du ${dateAvecAnnee(du)} au ${dateAvecAnnee(fin)}` }
}

const nomDuMois = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' })

/** The bars of a picture: quarters of a year, months of a quarter; months of free days, or quarters or years when they are many. */
export function tranchesDe({ genre, du, au }: Periode): (Jours & { libelle: string })[] {
  const mois =
    (Number(au.slice(0, 4)) - Number(du.slice(0, 4))) * 12 + Number(au.slice(5, 7)) - Number(du.slice(5, 7)) + 1
  const pas = genre === 'annee' ? 3 : mois <= 6 ? 1 : mois <= 24 ? 3 : 12
  const plusieursAnnees = du.slice(0, 4) !== au.slice(0, 4)
  const tranches: (Jours & { libelle: string })[] = []
  // Aligned on the calendar: a month belongs to one bar only.
  let debut = jour(`${du.slice(0, 4)}-01-01`)
  const fin = jour(au)
  for (; Temporal.PlainDate.compare(debut, fin) <= 0; debut = debut.add({ months: pas })) {
    const suivant = debut.add({ months: pas })
    const dernier = suivant.subtract({ days: 1 }).toString()
    if (dernier < du) continue
    const annee = String(debut.year)
    const nom =
      pas === 12
        ? annee
        : pas === 3
          ? `T${Math.ceil(debut.month / 3)}${plusieursAnnees ? ` ${annee}` : ''}`
          : `${nomDuMois.format(new Date(`${debut.toString()}T00:00:00Z`))}${plusieursAnnees ? ` ${annee}` : ''}`
    tranches.push({
      du: debut.toString() < du ? du : debut.toString(),
      au: dernier > au ? au : dernier,
      libelle: nom,
    })
  }
  return tranches
}

/** The period as the fields of an address. */
export function enChamps(periode: Periode): Record<string, string> {
  const champs: Record<string, string> = { periode: periode.cle }
  if (periode.genre === 'libre')
    for (const nom of ['du', 'au'] as const) {
      const parties = enParties(periode[nom])
      for (const partie of ['jour', 'mois', 'annee'] as const) champs[`${nom}.${partie}`] = parties[partie]
    }
  return champs
}

/** The same in an address, with what else stands in it. */
export function enAdresse(periode: Periode, autres: Record<string, string> = {}): string {
  return new URLSearchParams({ ...enChamps(periode), ...autres }).toString()
}

import { Temporal } from 'temporal-polyfill'
import { etatsEnVigueur } from '@/lib/conventions/regles'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

/** What an avenant changes in the course of a convention, from the day it takes effect. */
export type Changement = { le: DateIso; dureeMois?: number; taciteReconduction?: boolean; preavisMois?: number | null }

/** How a convention runs: common to its caisses, but for the avenants that each of them has signed. */
export type Cycle = {
  effetLe: DateIso
  dureeMois: number
  taciteReconduction: boolean
  /** Notice of a dénonciation; null or 0: none. */
  preavisMois: number | null
  changements?: Changement[]
}

export type CauseFin = 'terme' | 'denonciation' | 'resiliation'

/** The part of one caisse in a convention. */
export type Part = {
  etat: string
  utilisationEffetLe: DateIso | null
  /** Last day of effect. */
  finLe: DateIso | null
  miseEnDemeureLe: DateIso | null
  miseEnDemeureEcheanceLe: DateIso | null
  causeFin?: CauseFin | null
  /** Last anniversary whose tacit renewal is written. */
  reconduiteLe?: DateIso | null
}

/** What happens by itself, and must be written. `le`: the day it happens, however late it is written. */
export type TransitionDue =
  | { type: 'prise_effet'; le: DateIso; etat: 'en_vigueur' | 'mise_en_demeure' | 'denoncee'; jusquau: DateIso }
  /** `jusquau`: last day of the new period. The state does not change. */
  | { type: 'reconduite'; le: DateIso; etat: string; jusquau: DateIso }
  /** `le`: first day without access, the day after `jusquau`. */
  | { type: 'echue' | 'resiliee'; le: DateIso; etat: 'echue' | 'resiliee'; jusquau: DateIso }

export type Periode = { debutLe: DateIso; finLe: DateIso }

/** The terms of a convention from a day on. Anniversaries are counted from `base`. */
type Termes = { depuis: DateIso; base: DateIso; dureeMois: number; tacite: boolean; preavisMois: number }

/** The same day n months later; where the month has no such day, the first of the next one: nobody loses a day. */
function ajouterMois(date: DateIso, mois: number): DateIso {
  const depart = Temporal.PlainDate.from(date)
  const arrivee = depart.add({ months: mois })
  return (arrivee.day === depart.day ? arrivee : arrivee.add({ days: 1 })).toString()
}

function termes(c: Cycle): Termes[] {
  const suite: Termes[] = [
    {
      depuis: c.effetLe,
      base: c.effetLe,
      dureeMois: c.dureeMois,
      tacite: c.taciteReconduction,
      preavisMois: c.preavisMois ?? 0,
    },
  ]
  const changements = [...(c.changements ?? [])].sort((a, b) => (a.le < b.le ? -1 : 1))
  for (const { le, dureeMois, taciteReconduction, preavisMois } of changements) {
    const avant = suite.at(-1) as Termes
    const depuis = le < avant.depuis ? avant.depuis : le
    suite.push({
      depuis,
      // A new duration counts from the beginning of the period that it changes.
      base: dureeMois === undefined ? avant.base : periodeSelon(avant, depuis).debutLe,
      dureeMois: dureeMois ?? avant.dureeMois,
      tacite: taciteReconduction ?? avant.tacite,
      preavisMois: preavisMois === undefined ? avant.preavisMois : (preavisMois ?? 0),
    })
  }
  return suite
}

const termesLe = (suite: Termes[], jour: DateIso): Termes =>
  suite.findLast(({ depuis }) => depuis <= jour) ?? (suite[0] as Termes)

function periodeSelon({ base, dureeMois }: Termes, jour: DateIso): Periode {
  const ecoules = Temporal.PlainDate.from(base).until(jour, { largestUnit: 'months' }).months
  let rang = Math.max(0, Math.floor(ecoules / dureeMois) - 1)
  while (ajouterMois(base, (rang + 1) * dureeMois) <= jour) rang += 1
  return {
    debutLe: ajouterMois(base, rang * dureeMois),
    finLe: ajouterJours(ajouterMois(base, (rang + 1) * dureeMois), -1),
  }
}

/** The period that begins that day, with what the avenants that take effect in its course make of its end. */
function periodeDepuis(suite: Termes[], debutLe: DateIso): Periode {
  let rang = Math.max(
    0,
    suite.findLastIndex(({ depuis }) => depuis <= debutLe),
  )
  let { finLe } = periodeSelon(suite[rang] as Termes, debutLe)
  for (let suivant = suite[rang + 1]; suivant && suivant.depuis <= finLe; suivant = suite[rang + 1]) {
    finLe = periodeSelon(suivant, suivant.depuis).finLe
    rang += 1
  }
  return { debutLe, finLe }
}

/** The period that contains the day, as if every anniversary renewed it; the first one for a day before the effect. */
export function periode(c: Cycle, jour: DateIso): Periode {
  const suite = termes(c)
  const dernier = suite.at(-1) as Termes
  let courante = periodeDepuis(suite, c.effetLe)
  while (courante.finLe < jour) {
    const debutLe = ajouterJours(courante.finLe, 1)
    // No more avenant ahead: straight to the day.
    courante = dernier.depuis <= debutLe ? periodeSelon(dernier, jour) : periodeDepuis(suite, debutLe)
  }
  return courante
}

/** The duration, the renewal and the notice that hold that day, avenants included. */
export function termesDuJour(c: Cycle, jour: DateIso) {
  const { dureeMois, tacite, preavisMois } = termesLe(termes(c), jour)
  return { dureeMois, taciteReconduction: tacite, preavisMois }
}

/** Last day of a convention that does not renew itself; null while tacit renewal carries it on. */
export function terme(c: Cycle): DateIso | null {
  const suite = termes(c)
  for (const [rang, morceau] of suite.entries()) {
    if (morceau.tacite) continue
    const { finLe } = periode(c, morceau.depuis)
    const suivant = suite[rang + 1]
    if (!suivant || suivant.depuis > finLe) return finLe
  }
  return null
}

/** Last day of effect, as far as it is known today: the end decided, or the term without tacit renewal; else null. */
export function finPrevue(c: Cycle, part: Pick<Part, 'finLe'>): DateIso | null {
  return part.finLe ?? terme(c)
}

/**
 * Last day on which a dénonciation may be given for the convention to end on `finVoulue`, the last day of a period: the whole
 * notice must run before the anniversary that follows (31 December for an end on 31 March, with three months).
 */
export function fenetreDenonciation(c: Cycle, finVoulue: DateIso): DateIso {
  const { preavisMois } = termesLe(termes(c), finVoulue)
  const anniversaire = Temporal.PlainDate.from(finVoulue).add({ days: 1 })
  return anniversaire.subtract({ months: preavisMois }).subtract({ days: 1 }).toString()
}

/** Ends that a dénonciation given that day may ask for, the nearest first. */
export function finsPossibles(c: Cycle, jour: DateIso, nombre = 2): DateIso[] {
  const dernier = terme(c)
  const fins: DateIso[] = []
  let { finLe } = periode(c, jour < c.effetLe ? c.effetLe : jour)
  while (fins.length < nombre && (dernier === null || finLe <= dernier)) {
    if (jour <= fenetreDenonciation(c, finLe)) fins.push(finLe)
    finLe = periode(c, ajouterJours(finLe, 1)).finLe
  }
  return fins
}

/** Anniversaries that begin a new period: after the effect, up to `jusqua` included, and never past the term. */
export function anniversaires(c: Cycle, apres: DateIso, jusqua: DateIso): Periode[] {
  const dernier = terme(c)
  const suite: Periode[] = []
  let courante = periode(c, apres < c.effetLe ? c.effetLe : apres)
  for (;;) {
    const debutLe = ajouterJours(courante.finLe, 1)
    if (debutLe > jusqua || (dernier !== null && debutLe > dernier)) return suite
    courante = periode(c, debutLe)
    suite.push(courante)
  }
}

/**
 * All that should have been written for a part by the end of that day, in order: the effect, each renewal that has passed,
 * the end. Once applied (see `appliquer`), nothing is due any more: safe to run twice, and after any number of missed days.
 * A mise en demeure ends nothing by itself.
 */
export function transitionsDues(c: Cycle, part: Part, jour: DateIso): TransitionDue[] {
  if (!etatsEnVigueur.includes(part.etat)) return []
  const dues: TransitionDue[] = []
  const fin = finPrevue(c, part)
  // An end decided before the effect leaves nothing to begin.
  const commence = fin === null || fin >= c.effetLe
  let { etat } = part
  if (etat === 'signee' && commence && c.effetLe <= jour) {
    etat = 'en_vigueur'
    dues.push({ type: 'prise_effet', le: c.effetLe, etat: 'en_vigueur', jusquau: periode(c, c.effetLe).finLe })
  }
  const limite = fin !== null && fin < jour ? fin : jour
  const depuis = part.reconduiteLe ?? c.effetLe
  for (const { debutLe, finLe } of commence ? anniversaires(c, depuis, limite) : [])
    dues.push({ type: 'reconduite', le: debutLe, etat, jusquau: fin !== null && fin < finLe ? fin : finLe })
  if (fin !== null && fin < jour) {
    const issue = part.causeFin === 'resiliation' ? 'resiliee' : 'echue'
    dues.push({ type: issue, le: ajouterJours(fin, 1), etat: issue, jusquau: fin })
  }
  return dues
}

/** The part once a due transition is written. */
export function appliquer<P extends Part>(part: P, due: TransitionDue): P {
  const etat = due.etat
  if (due.type === 'reconduite') return { ...part, etat, reconduiteLe: due.le }
  return due.type === 'prise_effet' ? { ...part, etat } : { ...part, etat, finLe: part.finLe ?? due.jusquau }
}

/** Due date of the cure period of a mise en demeure: 0 days means at once. */
export function echeanceMiseEnDemeure(le: DateIso, delaiJours: number): DateIso {
  return ajouterJours(le, delaiJours)
}

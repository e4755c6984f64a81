import { aMasquer, type Somme } from '@/lib/bilan/masquage'
import { part } from '@/lib/bilan/regles'
import {
  ECHELLE,
  type LigneResultat,
  type Question,
  TEXTE_MAX,
  type Valeur,
  type Valeurs,
} from '@/lib/questionnaires/modele'
import { texteLibre } from '@/lib/socle/champ-texte-libre'
import { ajouterJours, type DateIso, dateAParis, debutDuJour } from '@/lib/socle/temps'

export type Situation = 'brouillon' | 'programme' | 'ouvert' | 'clos'

/** Where a questionnaire stands on a day: past its last day it is closed, be the worker late. */
export function situationDe({ etat, fermeLe }: { etat: string; fermeLe: DateIso }, aujourdhui: DateIso): Situation {
  if (etat === 'ouvert') return aujourdhui > fermeLe ? 'clos' : 'ouvert'
  return etat as Situation
}

/** Since when nobody answers any more: the last day announced, or the one before it on which the caisse closed. */
export function jourDeCloture({ fermeLe, closLe }: { fermeLe: DateIso; closLe: Date | null }): DateIso {
  const jour = closLe && dateAParis(closLe)
  return jour && jour < fermeLe ? jour : fermeLe
}

/**
 * Whoever was written to last before this instant, and has not answered, is to be reminded; null while no reminder is due. Of several
 * that were missed, one is sent.
 */
export function seuilDeRappel(
  { fermeLe, rappels, relanceLe }: { fermeLe: DateIso; rappels: readonly number[]; relanceLe: Date | null },
  maintenant: Date,
): Date | null {
  const dus = rappels.map((jours) => debutDuJour(ajouterJours(fermeLe, -jours))).filter((debut) => debut <= maintenant)
  const seuils = relanceLe ? [...dus, relanceLe] : dus
  return seuils.length > 0 ? new Date(Math.max(...seuils.map((seuil) => seuil.getTime()))) : null
}

/** Last day of the first and of the last reminder, the earliest first. */
export const joursDeRappel = (fermeLe: DateIso, rappels: readonly number[]): DateIso[] =>
  rappels.map((jours) => ajouterJours(fermeLe, -jours)).toSorted()

const texte = texteLibre({ max: TEXTE_MAX })

type Lecture = { valeur?: Valeur; erreur?: string }

/** What was typed for one question; neither value nor error where nothing was. A choice that was not offered is refused. */
export function lireValeur({ type, options }: Pick<Question, 'type' | 'options'>, brut: unknown): Lecture {
  const inconnu = { erreur: 'Choisissez une des réponses proposées.' }
  if (type === 'plusieurs') {
    if (brut === undefined) return {}
    const choisis = Array.isArray(brut) ? [...new Set(brut.map((un) => rangOffert(un, options.length)))] : [null]
    if (choisis.includes(null)) return inconnu
    return choisis.length > 0 ? { valeur: choisis.filter((rang) => rang !== null).toSorted((a, b) => a - b) } : {}
  }
  if (brut === undefined || brut === '') return {}
  if (typeof brut !== 'string') return inconnu
  if (type === 'texte') {
    const lu = texte.safeParse(brut)
    if (!lu.success) return { erreur: lu.error.issues[0]?.message ?? 'Écrivez ce texte à nouveau.' }
    return lu.data === '' ? {} : { valeur: lu.data }
  }
  if (type === 'oui_non') return brut === 'oui' || brut === 'non' ? { valeur: brut === 'oui' } : inconnu
  if (type === 'echelle') {
    const note = ECHELLE.find((degre) => String(degre) === brut)
    return note ? { valeur: note } : inconnu
  }
  const rang = rangOffert(brut, options.length)
  return rang === null ? inconnu : { valeur: rang }
}

const rangOffert = (brut: unknown, combien: number): number | null =>
  typeof brut === 'string' && /^\d{1,2}$/.test(brut) && Number(brut) < combien ? Number(brut) : null

/** All that was typed, by question, and what is wrong with it. Answers to questions that do not exist are dropped. */
export function lireValeurs(
  questions: readonly Question[],
  bruts: Readonly<Record<string, unknown>>,
): { valeurs: Valeurs; erreurs: Record<string, string> } {
  const [valeurs, erreurs]: [Valeurs, Record<string, string>] = [{}, {}]
  for (const question of questions) {
    const { valeur, erreur } = lireValeur(question, bruts[question.id])
    if (valeur !== undefined) valeurs[question.id] = valeur
    if (erreur) erreurs[`r.${question.id}`] = erreur
  }
  return { valeurs, erreurs }
}

/** Mandatory questions left without an answer. */
export const manquantes = (questions: readonly Question[], valeurs: Valeurs): Question[] =>
  questions.filter(({ id, obligatoire }) => obligatoire && valeurs[id] === undefined)

/** Names of the answers a question offers; empty for a free text. */
export function reponsesOffertes({ type, options }: Pick<Question, 'type' | 'options'>): string[] {
  if (type === 'oui_non') return ['Oui', 'Non']
  if (type === 'echelle') return ECHELLE.map(String)
  return options
}

/** Ranks, among the answers offered, of those a value chooses. */
function rangsDe({ type }: Pick<Question, 'type'>, valeur: Valeur): number[] {
  if (type === 'plusieurs') return Array.isArray(valeur) ? valeur : []
  if (type === 'oui_non') return [valeur === true ? 0 : 1]
  if (type === 'echelle') return [Number(valeur) - 1]
  return type === 'choix' ? [Number(valeur)] : []
}

type Depouillement = { repondu: number | null; comptes: (number | null)[]; moyenne: number | null }

/**
 * Counts of one question over the answers sent. `masque`: small counts are kept back, with what a subtraction would give back, and a
 * mean is not given when any of its counts is missing.
 */
export function depouiller(
  question: Pick<Question, 'type' | 'options'>,
  valeurs: readonly Valeur[],
  envoyees: number,
  masque: boolean,
): Depouillement {
  const comptes = reponsesOffertes(question).map(() => 0)
  for (const valeur of valeurs)
    for (const rang of rangsDe(question, valeur)) if (rang < comptes.length) comptes[rang] = (comptes[rang] ?? 0) + 1
  const repondu = valeurs.length
  const moyenne =
    question.type === 'echelle' && repondu > 0
      ? comptes.reduce((somme, n, rang) => somme + n * (rang + 1), 0) / repondu
      : null
  if (!masque) return { repondu, comptes, moyenne }
  const caches = aCacher(question, comptes, { repondu, envoyees })
  const gardes = comptes.map((n, rang) => (caches.has(`o${rang}`) ? null : n))
  return {
    repondu: caches.has('repondu') ? null : repondu,
    comptes: gardes,
    moyenne: gardes.includes(null) ? null : moyenne,
  }
}

function aCacher(
  { type }: Pick<Question, 'type'>,
  comptes: readonly number[],
  { repondu, envoyees }: { repondu: number; envoyees: number },
): Set<string> {
  const noms = comptes.map((_, rang) => `o${rang}`)
  const tous = new Map([
    ['envoyees', envoyees],
    ['repondu', repondu],
    ['sans', envoyees - repondu],
  ])
  const sommes: Somme[] = [{ total: 'envoyees', parts: ['repondu', 'sans'] }]
  for (const [rang, n] of comptes.entries()) {
    tous.set(`o${rang}`, n)
    if (type !== 'plusieurs') continue
    // Who did not tick it is as few as who did.
    tous.set(`n${rang}`, repondu - n)
    sommes.push({ total: 'repondu', parts: [`o${rang}`, `n${rang}`] })
  }
  if (type !== 'plusieurs' && comptes.length > 0)
    sommes.push({ total: 'repondu', parts: noms }, { total: 'envoyees', parts: [...noms, 'sans'] })
  return aMasquer(tous, sommes)
}

/** Lines of a question, beside those of the year before where it is the same one. */
export const lignesDe = (
  question: Pick<Question, 'type' | 'options'>,
  { repondu, comptes }: Depouillement,
  avant: Depouillement | null,
): LigneResultat[] =>
  reponsesOffertes(question).map((libelle, rang) => ({
    libelle,
    n: comptes[rang] ?? null,
    part: part(comptes[rang] ?? null, repondu),
    partAvant: avant ? part(avant.comptes[rang] ?? null, avant.repondu) : null,
  }))

/** Whether the results of two questions can be put side by side: the same answers are offered. */
export const comparables = (a: Pick<Question, 'type' | 'options'>, b: Pick<Question, 'type' | 'options'>): boolean =>
  a.type === b.type && a.options.length === b.options.length && a.options.every((option, i) => option === b.options[i])

/** A value in words, as its author wrote it. */
export function valeurEnMots(question: Pick<Question, 'type' | 'options'>, valeur: Valeur | undefined): string {
  if (valeur === undefined) return ''
  if (question.type === 'texte') return String(valeur)
  if (question.type === 'echelle') return `${Number(valeur)} sur ${ECHELLE.length}`
  const offertes = reponsesOffertes(question)
  return rangsDe(question, valeur)
    .map((rang) => offertes[rang] ?? '')
    .filter(Boolean)
    .join(', ')
}

/** The day a questionnaire of that year opens and closes, unless somebody says otherwise: at the end of it. */
export function datesParDefaut(annee: number, aujourdhui: DateIso): { ouvreLe: DateIso; fermeLe: DateIso } {
  const decembre = `${annee}-12-01`
  const ouvreLe = decembre > aujourdhui ? decembre : ajouterJours(aujourdhui, 1)
  return { ouvreLe, fermeLe: ajouterJours(ouvreLe, 45) }
}

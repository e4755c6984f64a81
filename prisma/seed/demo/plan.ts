import type { Etat, Service } from '@/lib/demandes/modele'
import { ajouterJours, dateAParis, debutDuJour, estOuvre } from '@/lib/socle/temps'
import { catalogue, type MotifInstalle } from '../catalogue'
import type { Atelier } from '../fabriques/atelier'
import type { Hasard } from '../fabriques/hasard'
import type { CleStructure } from './partenaires'
import type { StructureInstallee, Structures } from './structures'

/** How many demandes in each state: 400, besides those that are told by hand. */
export const effectifs: Record<Etat, number> = {
  transmise: 40,
  prise_en_charge: 46,
  attente_complement: 24,
  complement_recu: 14,
  traitee: 260,
  annulee: 16,
}

/** Open demandes that the caisse is late to answer, urgent ones. */
const enRetard = 5
const urgentes = 6

const moisDHistoire = 18

export type DemandePrevue = {
  structure: StructureInstallee
  cle: CleStructure
  part: StructureInstallee['parts'][number]
  motif: MotifInstalle
  variante: string | null
  etat: Etat
  urgent: boolean
  deposeeLe: Date
  /** Restart of the clock (complément sent), or stop of the clock, for the states that have one. */
  pivotLe?: Date
  closeLe?: Date
}

const poidsDesStructures: Partial<Record<CleStructure, number>> = {
  vaucreux: 10,
  ostrevalleNord: 5,
  saintAubrac: 3,
  yssoire: 3,
  morvelle: 5,
  tilleuls: 7,
  leSeuil: 3,
  passerelles: 2,
  udccas: 2,
}

const poidsDesServices: Record<Service, number> = {
  dossier: 48,
  signalement: 17,
  rendez_vous: 13,
  document: 12,
  contact: 10,
}

/** What happens to whom and when: drawn first, so that references follow the order of filing. */
export function preparerPlan(atelier: Atelier, structures: Structures): DemandePrevue[] {
  const hasard = atelier.hasard.branche('plan')
  const plan: DemandePrevue[] = []
  let retards = 0
  let urgences = 0
  for (const [etat, nombre] of Object.entries(effectifs) as [Etat, number][]) {
    for (let rang = 0; rang < nombre; rang++) {
      const ouverte = etat !== 'traitee' && etat !== 'annulee'
      const [cle, structure, part] = tirerLieu(hasard, atelier, structures, ouverte)
      const { motif, variante } = tirerMotif(hasard, part.nomCaisse)
      const urgent =
        Boolean(motif.urgent) ||
        (Boolean(motif.urgencePossible) && urgences < urgentes && ouverte && hasard.chance(0.2))
      if (urgent && ouverte) urgences += 1
      const delai = delaiDe(part, motif, urgent)
      const enAttente = etat === 'attente_complement'
      const retard = ouverte && !enAttente && delai !== null && !urgent && retards < enRetard && hasard.chance(0.3)
      if (retard) retards += 1
      const dates = tirerDates(hasard, atelier, { etat, delai, retard, part })
      plan.push({ cle, structure, part, motif, variante, etat, urgent, ...dates })
    }
  }
  return plan.sort((a, b) => a.deposeeLe.getTime() - b.deposeeLe.getTime())
}

/** Answered demandes of the months before, so that a bilan has figures to compare: besides the others, and drawn apart from them. */
const anneesPassees = 260

export function preparerAnneesPassees(atelier: Atelier, structures: Structures): DemandePrevue[] {
  const hasard = atelier.hasard.branche('annees')
  const aujourdhui = dateAParis(atelier.maintenant)
  const anciennete = (date: Date) => Math.round((atelier.maintenant.getTime() - date.getTime()) / 86_400_000)
  const plan = Array.from({ length: anneesPassees }, (): DemandePrevue => {
    const [cle, structure, part] = tirerLieu(hasard, atelier, structures, false)
    const { motif, variante } = tirerMotif(hasard, part.nomCaisse)
    const urgent = Boolean(motif.urgent) || (Boolean(motif.urgencePossible) && hasard.chance(0.04))
    const delai = delaiDe(part, motif, urgent) ?? 24
    const plusAncien = Math.min(moisDHistoire * 30, anciennete(part.depuis) - 2)
    const plusRecent = Math.max(45, anciennete(part.jusqua) + 45)
    const avant = Math.max(Math.round(plusRecent + (plusAncien - plusRecent) * hasard.reel()), 5)
    const duree = hasard.chance(0.06)
      ? delai + hasard.entier(1, 9)
      : hasard.entier(2, Math.max(Math.round(delai * 0.9), 3))
    const etat = hasard.chance(0.03) ? ('annulee' as const) : ('traitee' as const)
    const jour = (ilYA: number) => ajouterJours(aujourdhui, -ilYA)
    return {
      cle,
      structure,
      part,
      motif,
      variante,
      etat,
      urgent,
      deposeeLe: instantOuvre(hasard, jour(avant), aujourdhui),
      closeLe: instantOuvre(hasard, jour(Math.max(avant - (etat === 'annulee' ? 1 : duree), 2)), aujourdhui),
    }
  })
  return plan.sort((a, b) => a.deposeeLe.getTime() - b.deposeeLe.getTime())
}

function tirerLieu(hasard: Hasard, { maintenant }: Atelier, structures: Structures, ouverte: boolean) {
  // A new demande needs an access that is open today; an old one, an access that was.
  const lieux = (Object.entries(structures) as [CleStructure, StructureInstallee][]).flatMap(([cle, structure]) =>
    structure.parts
      .filter(
        ({ depuis, jusqua }) => depuis < jusqua && (!ouverte || maintenant.getTime() - jusqua.getTime() < 86_400_000),
      )
      .map((part) => [cle, structure, part] as const),
  )
  return hasard.choisirPar(
    lieux,
    ([cle, , part]) => (poidsDesStructures[cle] ?? 1.5) * (part.nomCaisse === 'basseMorvelle' ? 0.6 : 1),
  )
}

const eteints: Partial<Record<string, string[]>> = { azelle: ['document'], troisCanaux: [] }

function tirerMotif(hasard: Hasard, caisse: string): { motif: MotifInstalle; variante: string | null } {
  const services = (Object.keys(poidsDesServices) as Service[]).filter((service) => !eteints[caisse]?.includes(service))
  const service = hasard.choisirPar(services, (candidat) => poidsDesServices[candidat])
  const motifs = catalogue.filter(
    (motif) =>
      motif.service === service && !motif.habilitation && motif.code !== 'rdv_capital_deces' && !motif.demandeLiee,
  )
  const poids: Record<string, number> = { c2s: 5, puma: 3, ame: 2, situation_urgence: 0.4 }
  const motif = hasard.choisirPar(motifs, ({ code }) => poids[code] ?? 1)
  const { variantes = [] } = motif
  return { motif, variante: variantes.length ? hasard.choisir(variantes).code : null }
}

function delaiDe({ caisse }: DemandePrevue['part'], { prestation }: MotifInstalle, urgent: boolean): number | null {
  const delai = caisse.delais?.find((candidat) => candidat.prestation === prestation)?.delaiJours ?? null
  return urgent ? Math.min(10, delai ?? 10) : delai
}

/** Without an announced delay, days after which the caisse has usually moved on. */
const patience: Record<Etat, number> = {
  transmise: 9,
  prise_en_charge: 21,
  attente_complement: 21,
  complement_recu: 8,
  traitee: 0,
  annulee: 0,
}

type Cadre = { etat: Etat; delai: number | null; retard: boolean; part: DemandePrevue['part'] }

function tirerDates(hasard: Hasard, atelier: Atelier, { etat, delai, retard, part }: Cadre) {
  const aujourdhui = dateAParis(atelier.maintenant)
  const jour = (avant: number) => ajouterJours(aujourdhui, -avant)
  // Few file on a week-end.
  const depot = (avant: number) =>
    hasard.chance(0.1) ? instant(hasard, jour(avant)) : instantOuvre(hasard, jour(avant), aujourdhui)
  if (etat === 'traitee' || etat === 'annulee') {
    const anciennete = (date: Date) => Math.round((atelier.maintenant.getTime() - date.getTime()) / 86_400_000)
    const plusAncien = Math.min(moisDHistoire * 30, anciennete(part.depuis) - 2)
    const plusRecent = Math.max(3, anciennete(part.jusqua) + 3)
    // More and more demandes as months go by.
    const avant = Math.round(plusRecent + (plusAncien - plusRecent) * hasard.reel() ** 1.4)
    const duree =
      etat === 'annulee' ? hasard.entier(0, 2) : hasard.entier(1, Math.min(retard ? 40 : 27, Math.max(avant - 1, 1)))
    return { deposeeLe: depot(avant), closeLe: instantOuvre(hasard, jour(Math.max(avant - duree, 1)), aujourdhui) }
  }
  // Days left before the due date; the clock has run since the day that makes it so.
  const reste = retard ? -hasard.entier(1, 4) : hasard.entier(1, Math.max((delai ?? patience[etat]) - 2, 2))
  const ecoule = Math.max((delai ?? patience[etat]) - reste, 1)
  if (etat === 'complement_recu') return { deposeeLe: depot(ecoule + hasard.entier(6, 20)), pivotLe: depot(ecoule) }
  if (etat === 'attente_complement') {
    const arret = hasard.entier(1, 18)
    return { deposeeLe: depot(arret + hasard.entier(2, 12)), pivotLe: instantOuvre(hasard, jour(arret), aujourdhui) }
  }
  return { deposeeLe: depot(ecoule) }
}

/** An instant of that day, at office hours in Paris. */
export function instant(hasard: Hasard, jour: string): Date {
  return new Date(debutDuJour(jour).getTime() + hasard.entier(8 * 3600, 18 * 3600) * 1000)
}

/** The same on a working day: that day or the next ones, or the ones before where they are not over yet. */
export function instantOuvre(hasard: Hasard, jour: string, aujourdhui: string): Date {
  let ouvre = jour
  while (!estOuvre(ouvre, 'france')) ouvre = ajouterJours(ouvre, 1)
  if (ouvre >= aujourdhui) {
    ouvre = ajouterJours(aujourdhui, -1)
    while (!estOuvre(ouvre, 'france')) ouvre = ajouterJours(ouvre, -1)
  }
  return instant(hasard, ouvre)
}

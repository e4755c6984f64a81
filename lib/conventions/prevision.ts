import { finDe, partenariatTermine } from '@/lib/conventions/acces'
import { anniversaires, type Cycle, finPrevue, type Part } from '@/lib/conventions/cycle'
import type { PartSituee } from '@/lib/conventions/parts'
import { accesOuvert, estVivante, etatsEnVigueur, rappelsAvantFin } from '@/lib/conventions/regles'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

/** One caisse bound to the partenaire, with what it lets us know of itself. */
export type CaisseBornee = {
  caisseId: string
  nom: string
  cycle: Cycle | null
  part: Part
  /** First day of a suspension that goes on. */
  suspendueLe: DateIso | null
  /** Null where the number is not ours to know. */
  demandesOuvertes: number | null
}

type PartTerminable = Pick<PartSituee, 'etat' | 'finLe' | 'cycle'>

export type StructureBornee = { nom: string; ouvreLe: DateIso | null; comptes: number }

/** All that decides of the access of a partenaire, as it stands today. */
export type SituationAcces = {
  caisses: CaisseBornee[]
  /** Conventions with caisses that do not sign this text: dates only. */
  ailleurs: PartTerminable[]
  structures: StructureBornee[]
  /** Days asked for the inactivation of accounts. */
  inactivations: DateIso[]
  gestionnaires: number
  /** Accounts that are not inactive. */
  comptes: number
}

export type RaisonAcces = 'ouvert' | 'non_signe' | 'a_venir' | 'termine' | 'suspendu'

export type PrevisionCaisse = {
  caisseId: string
  nom: string
  ouvert: boolean
  raison: RaisonAcces
  /** Day since which it is so: the opening, the closing, the suspension. */
  depuis: DateIso | null
  /** The last renewal that falls after today, up to the day asked. */
  reconduction: { le: DateIso; jusquau: DateIso } | null
  /** Last day, when it is known. */
  finLe: DateIso | null
  /** Closes between tomorrow and the day asked. */
  fermeture: boolean
  ouverture: boolean
  demandesOuvertes: number | null
}

export type Prevision = {
  jour: DateIso
  caisses: PrevisionCaisse[]
  comptes: {
    total: number
    /** `ouverts`: a convention still binds the partenaire; `fermes`: the last one has ended; `jamais`: none is signed. */
    sort: 'ouverts' | 'fermes' | 'jamais'
    /** First day after the last convention. */
    fermesLe: DateIso | null
    /** Inactivations planned up to that day, however conventions go. */
    inactivations: number
    /** Another convention than those of this text keeps the accounts open. */
    ailleurs: boolean
  }
  structures: { nom: string; ouvreLe: DateIso; comptes: number; ouverte: boolean }[]
  /** The days, from today on, when the gestionnaires are told of the closings above. */
  avertis: { gestionnaires: number; jours: DateIso[] }
}

/** What access will be on a day to come, if nothing else is decided (règles du domaine, §2). `jour` is not before `aujourdhui`. */
export function prevoir(situation: SituationAcces, aujourdhui: DateIso, jour: DateIso): Prevision {
  const caisses = situation.caisses.map((caisse) => prevoirCaisse(caisse, aujourdhui, jour))
  const iciMeme = situation.caisses
    .map(({ part, cycle }): PartTerminable => ({ etat: part.etat, finLe: part.finLe, cycle }))
    .filter(({ etat }) => etat !== 'brouillon')
  const signees = [...iciMeme, ...situation.ailleurs]
  const lie = signees.length > 0 && !partenariatTermine(signees, jour)
  const derniere =
    signees
      .map(finDe)
      .filter((fin) => fin !== null)
      .toSorted()
      .at(-1) ?? null
  const avertissements = caisses.flatMap(({ fermeture, finLe }) =>
    fermeture && finLe ? joursDAvertissement(finLe, aujourdhui) : [],
  )
  return {
    jour,
    caisses,
    comptes: {
      total: situation.comptes,
      sort: lie ? 'ouverts' : signees.length > 0 ? 'fermes' : 'jamais',
      fermesLe: !lie && derniere ? ajouterJours(derniere, 1) : null,
      inactivations: situation.inactivations.filter((le) => le <= jour).length,
      ailleurs: lie && (iciMeme.length === 0 || partenariatTermine(iciMeme, jour)),
    },
    structures: situation.structures.flatMap(({ nom, ouvreLe, comptes }) =>
      ouvreLe !== null && ouvreLe > aujourdhui ? [{ nom, ouvreLe, comptes, ouverte: ouvreLe <= jour }] : [],
    ),
    avertis: { gestionnaires: situation.gestionnaires, jours: [...new Set(avertissements)].sort() },
  }
}

/** Days from `aujourdhui` on when gestionnaires are told that an access closes after `finLe`. */
export function joursDAvertissement(finLe: DateIso, aujourdhui: DateIso): DateIso[] {
  return rappelsAvantFin.map((jours) => ajouterJours(finLe, -jours)).filter((jour) => jour >= aujourdhui)
}

function prevoirCaisse(
  { caisseId, nom, cycle, part, suspendueLe, demandesOuvertes }: CaisseBornee,
  aujourdhui: DateIso,
  jour: DateIso,
): PrevisionCaisse {
  const finLe = cycle ? finPrevue(cycle, part) : part.finLe
  const debutLe = part.utilisationEffetLe
  const acces = (le: DateIso) =>
    accesOuvert({ caisseId, etat: part.etat, effetLe: debutLe, finLe, suspendue: suspendueLe !== null }, null, le)
  const vivante = etatsEnVigueur.includes(part.etat)
  const depasse = finLe !== null && finLe < jour
  const raison: RaisonAcces = acces(jour)
    ? 'ouvert'
    : part.etat === 'brouillon'
      ? 'non_signe'
      : !vivante || depasse
        ? 'termine'
        : debutLe === null || debutLe > jour
          ? 'a_venir'
          : 'suspendu'
  const depuis = {
    ouvert: debutLe,
    non_signe: null,
    a_venir: debutLe,
    termine: finLe && ajouterJours(finLe, 1),
    suspendu: suspendueLe,
  }
  const renouvellements =
    cycle && estVivante({ etat: part.etat, finLe }, jour) ? anniversaires(cycle, aujourdhui, jour) : []
  const dernier = renouvellements.filter(({ debutLe: le }) => le > aujourdhui).at(-1)
  return {
    caisseId,
    nom,
    ouvert: raison === 'ouvert',
    raison,
    depuis: depuis[raison],
    reconduction: dernier
      ? { le: dernier.debutLe, jusquau: finLe !== null && finLe < dernier.finLe ? finLe : dernier.finLe }
      : null,
    finLe,
    fermeture: finLe !== null && finLe >= aujourdhui && depasse && vivante,
    ouverture: raison === 'ouvert' && !acces(aujourdhui),
    demandesOuvertes,
  }
}

/** The same situation, had one caisse decided an end: what an act would change, before it is confirmed. */
export function avecFin(
  situation: SituationAcces,
  caisseId: string,
  fin: { finLe: DateIso; causeFin: 'denonciation' | 'resiliation' },
): SituationAcces {
  return {
    ...situation,
    caisses: situation.caisses.map((caisse) =>
      caisse.caisseId === caisseId ? { ...caisse, part: { ...caisse.part, ...fin } } : caisse,
    ),
  }
}

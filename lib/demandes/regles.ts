import type { Etat } from '@/lib/demandes/modele'
import { enDate } from '@/lib/socle/jour'
import { ajouterJours, type DateIso, dateAParis, joursEntre } from '@/lib/socle/temps'

/** Days a draft is kept after its last change. */
export const conservationBrouillonJours = 30

/** Acts that move a demande from one state to another. */
export type Acte =
  | 'prendre'
  | 'passer'
  | 'demander_complement'
  | 'envoyer_complement'
  | 'recevoir_complement'
  | 'clore'
  | 'annuler'
  | 'rouvrir'
  | 'corriger'

const depuis: Record<Acte, readonly Etat[]> = {
  prendre: ['transmise', 'complement_recu'],
  passer: ['transmise', 'prise_en_charge', 'attente_complement', 'complement_recu'],
  demander_complement: ['transmise', 'prise_en_charge', 'complement_recu'],
  envoyer_complement: ['attente_complement'],
  recevoir_complement: ['attente_complement'],
  clore: ['transmise', 'prise_en_charge', 'attente_complement', 'complement_recu'],
  annuler: ['transmise'],
  rouvrir: ['traitee'],
  // Motif, caisse, urgency.
  corriger: ['transmise', 'prise_en_charge', 'attente_complement', 'complement_recu'],
}

/** Life of a demande (règles du domaine, §5). */
export function actePossible(acte: Acte, etat: Etat): boolean {
  return depuis[acte].includes(etat)
}

/** What nobody follows can be taken, whatever its state while open; a complément that came in too, by whoever is there. */
export function prenable({ etat, agentId }: { etat: Etat; agentId: string | null }): boolean {
  return actePossible('prendre', etat) || (agentId === null && actePossible('passer', etat))
}

export type Horloge = {
  /** Receipt of a complete dossier; the delay runs from here. */
  completeeLe: Date | null
  suspendueLe: Date | null
  joursSuspendus: number
  delaiJours: number | null
  echeanceLe: string | null
}

/** Delay of a demande in calendar days, frozen when filed: the urgent one, or that of the prestation; null when none is announced. */
export function delaiApplicable(
  urgent: boolean,
  delaiUrgentJours: number,
  delaiPrestationJours: number | null,
): number | null {
  if (!urgent) return delaiPrestationJours
  return delaiPrestationJours === null ? delaiUrgentJours : Math.min(delaiUrgentJours, delaiPrestationJours)
}

export type Cible = { delaiJours: number | null; seuilAlerteJours: number | null }

/** Delay and alert before any urgency (règles du domaine, §5): those that the caisse sets for the motif, or else for its prestation. */
export function cibleDe(motif: Cible | null, prestation: Cible | null): Cible {
  if (motif && motif.delaiJours !== null)
    return {
      delaiJours: motif.delaiJours,
      seuilAlerteJours: motif.seuilAlerteJours ?? prestation?.seuilAlerteJours ?? null,
    }
  return { delaiJours: prestation?.delaiJours ?? null, seuilAlerteJours: prestation?.seuilAlerteJours ?? null }
}

/**
 * Another delay from the same receipt of a complete dossier: the motif or the caisse was wrong, or the urgency is withdrawn. What
 * has run is not given back, and a clock that is stopped stays so.
 */
export function changerDelai<H extends Horloge>(horloge: H, delaiJours: number | null): H {
  const { completeeLe, suspendueLe } = horloge
  const court = completeeLe !== null && suspendueLe === null && delaiJours !== null
  return { ...horloge, delaiJours, echeanceLe: court ? ajouterJours(dateAParis(completeeLe), delaiJours) : null }
}

/** Days spent waiting for the partenaire, all pauses together, the one that runs included. */
export function joursAttendus(
  { suspendueLe, joursSuspendus }: Pick<Horloge, 'suspendueLe' | 'joursSuspendus'>,
  jour: DateIso,
): number {
  return joursSuspendus + (suspendueLe ? joursEntre(dateAParis(suspendueLe), jour) : 0)
}

/** The clock starts at zero at `instant`: at filing, and again when a dossier becomes complete or a demande is opened again. */
export function demarrerHorloge(
  delaiJours: number | null,
  instant: Date,
  avant?: Pick<Horloge, 'suspendueLe' | 'joursSuspendus'>,
): Horloge {
  return {
    completeeLe: instant,
    suspendueLe: null,
    joursSuspendus: avant ? joursAttendus(avant, dateAParis(instant)) : 0,
    delaiJours,
    echeanceLe: delaiJours === null ? null : ajouterJours(dateAParis(instant), delaiJours),
  }
}

/** Asking for a missing piece stops the clock: there is no due date until the dossier is complete. */
export function suspendreHorloge(horloge: Horloge, instant: Date): Horloge {
  return { ...horloge, suspendueLe: instant, echeanceLe: null }
}

const sansEcheance = 1_000
const enAttente = 2_000

/** Sort key of the queue: the nearest due date first, then demandes without delay, then those that wait for the partenaire, oldest first. */
export function cleDeTri(horloge: Pick<Horloge, 'echeanceLe' | 'suspendueLe'>, deposeeLe: Date): Date {
  if (horloge.echeanceLe) return enDate(horloge.echeanceLe)
  const cle = new Date(deposeeLe)
  cle.setUTCFullYear(cle.getUTCFullYear() + (horloge.suspendueLe ? enAttente : sansEcheance))
  return cle
}

/** A closed demande can be opened again by an answer, during the days set by the caisse. */
export function reouverturePossible(etat: Etat, closeLe: Date | null, delaiJours: number, maintenant: Date): boolean {
  return etat === 'traitee' && closeLe !== null && joursEntre(dateAParis(closeLe), dateAParis(maintenant)) <= delaiJours
}

/** Reference for the telephone: two digits of the year, six or more of the number. */
export function formerReference(numero: bigint | number, instant: Date): string {
  return `${dateAParis(instant).slice(2, 4)}-${String(numero).padStart(6, '0')}`
}

/** Words to search by: no accents, no punctuation, lower case. */
export function normaliser(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Key of a person: birth name, first name and birth date without accents nor signs; the same in the migration `triage`. */
export function clePersonne(personne: { nomNaissance: string; prenom: string; dateNaissance: string }): string {
  return `${normaliser(`${personne.nomNaissance} ${personne.prenom}`)} ${personne.dateNaissance}`
}

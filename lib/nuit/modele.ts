import type { TransitionDue } from '@/lib/conventions/cycle'
import type { PartSituee } from '@/lib/conventions/parts'
import type { DateIso } from '@/lib/socle/temps'

/** Settings of a caisse that the night reads. */
export type ReglagesNuit = {
  preavisRenouvellementMois: number | null
  intervalleRevueMois: number
  revueDelaiJours: number
  revueSuspensionJours: number | null
}

export type CompteSitue = {
  id: string
  profil: string
  structureId: string
  etat: string
  /** Days, in Paris. */
  activeLe: DateIso | null
  creeLe: DateIso
  inactivationPrevueLe: DateIso | null
}

export type RevueSituee = {
  id: string
  structureId: string
  ouverteLe: DateIso
  echeanceLe: DateIso
  relanceeLe: DateIso | null
  signeeLe: DateIso | null
}

/** All that the night needs to know of a partenaire: plain data, read at once. */
export type Situation = {
  partenaireId: string
  /** First day not yet looked at: the day after the last night that went through for this partenaire. */
  depuis: DateIso
  parts: PartSituee[]
  structures: { id: string; ouvreLe: DateIso | null }[]
  comptes: CompteSitue[]
  revues: RevueSituee[]
  reglages: Record<string, ReglagesNuit>
  /** Keys of what was done already. */
  faits: readonly string[]
}

/** `le`: the day the act was due, however late the night is. `cle` names it once and for all. */
type Commun = { cle: string; le: DateIso; caisseId: string | null }

export type ActeDu = Commun &
  (
    | { type: 'transition'; partId: string; due: TransitionDue }
    | { type: 'fin_annoncee'; partId: string; fin: DateIso }
    | { type: 'reconduction_annoncee'; partId: string; anniversaire: DateIso }
    | { type: 'acces_ferme'; partId: string; fin: DateIso }
    | { type: 'structure_ouverte'; structureId: string }
    | { type: 'compte_ferme'; compteId: string; cause: 'conventions' | 'date_prevue' }
    | { type: 'inactivation_retenue'; compteId: string; prevueLe: DateIso }
    | { type: 'revue_ouverte'; structureId: string; echeanceLe: DateIso }
    | { type: 'revue_relancee'; revueId: string }
    | { type: 'revue_suspension'; revueId: string; caisseId: string }
  )

export type TypeActe = ActeDu['type']
export type Acte<T extends TypeActe> = Extract<ActeDu, { type: T }>

/** What the night needs to know of one account, on either side. */
export type SituationCompte = {
  compteId: string
  etat: string
  depuis: DateIso
  creeLe: DateIso
  inactiveLe: DateIso | null
  motDePasseLe: DateIso | null
  /** Months after which a password must change; null: never. */
  motDePasseMois: number | null
  /** Day of the oldest draft. */
  brouillonLe: DateIso | null
  faits: readonly string[]
}

export type ActeDuCompte = { cle: string; le: DateIso } & (
  | { type: 'compte_supprime' }
  | { type: 'mot_de_passe_bientot'; limite: DateIso }
  | { type: 'brouillon_bientot'; limite: DateIso }
  | { type: 'lien_non_utilise' }
)

import type { Compte } from '@/lib/bilan/modele'

export const typesQuestion = ['choix', 'plusieurs', 'echelle', 'oui_non', 'texte'] as const
export type TypeQuestion = (typeof typesQuestion)[number]

/** From «not at all» to «wholly». */
export const ECHELLE = [1, 2, 3, 4, 5] as const

/** A form that is answered in one go, and whose results can be read. */
export const QUESTIONS_MAX = 30
export const OPTIONS_MAX = 12
export const TEXTE_MAX = 2_000

export type Question = {
  id: string
  rang: number
  type: TypeQuestion
  intitule: string
  /** Answers offered, for `choix` and `plusieurs`. */
  options: string[]
  obligatoire: boolean
  /** The same question the year before. */
  repriseDeId: string | null
}

/** A text; the rank of an option, or of several; 1 to 5; yes or no. */
export type Valeur = string | number | number[] | boolean

export type Valeurs = Record<string, Valeur>

export type LigneResultat = {
  libelle: string
  n: Compte
  /** Of those who answered the question; null where it is kept back. */
  part: number | null
  /** The same, the year before. */
  partAvant: number | null
}

export type ResultatQuestion = Question & {
  repondu: Compte
  /** Empty for a free text. */
  lignes: LigneResultat[]
  /** Of a scale; null where it is kept back, or nobody answered. */
  moyenne: number | null
  moyenneAvant: number | null
  /** How the same question was worded the year before, where the words have changed. */
  intituleAvant: string | null
  /** `de`: the partenaire; null where the questionnaire is anonymous. */
  textes: { texte: string; de: string | null }[]
}

export type Participation = { invites: number; envoyees: number }

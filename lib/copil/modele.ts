import type { DateIso } from '@/lib/socle/temps'

export const porteurs = ['caisse', 'partenaire', 'ensemble'] as const
export type Porteur = (typeof porteurs)[number]

export const etatsCopil = ['preparation', 'tenu', 'annule'] as const
export type EtatCopil = (typeof etatsCopil)[number]

/** One meeting decides no more than this. */
export const DECISIONS_MAX = 30

type Decision = { texte: string; porteur: Porteur; echeanceLe: DateIso | null; faiteLe: DateIso | null }

/** What an export of a bilan shows of its COPIL. */
export type CopilLu = {
  id: string
  etat: EtatCopil
  prevuLe: Date | null
  tenuLe: DateIso | null
  /** A place, or an address to connect to. */
  lieu: string
  presents: string
  commentaireCaisse: string
  commentairePartenaire: string
  decisions: Decision[]
}

export type DecisionLue = Decision & { id: string }

/** The same with what its pages need: the moments and the version tell whether somebody else has written meanwhile. */
export type CopilEntier = Omit<CopilLu, 'decisions'> & {
  commentaireCaisseLe: Date | null
  /** Who wrote it, for those who may know that account. */
  commentaireCaissePar: string | null
  commentairePartenaireLe: Date | null
  commentairePartenairePar: string | null
  motifReouverture: string | null
  version: number
  decisions: DecisionLue[]
}

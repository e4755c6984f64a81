import type { Service } from '@/lib/demandes/modele'
import type { DateIso } from '@/lib/socle/temps'

/** A count; null when it is kept back, because a person could be recognised (see `masquage.ts`). */
export type Compte = number | null

export type GenrePeriode = 'annee' | 'trimestre' | 'convention' | 'libre'

export type Jours = { du: DateIso; au: DateIso }

/** `cle`: as it stands in the address. */
export type Periode = Jours & { genre: GenrePeriode; cle: string; libelle: string }

/** PUMa, C2S, AME, aide financière, autre, then '' : demandes that count for no prestation. */
export const prestations = ['puma', 'c2s', 'ame', 'aide_financiere', 'autre', ''] as const
export type PrestationBilan = (typeof prestations)[number]

/** Ended before the alert, after it but in the delay, past it, or without any announced delay. */
export const classesRespect = ['tot', 'alerte', 'hors', 'sans'] as const
export type ClasseRespect = (typeof classesRespect)[number]

/** Calendar days; null when nothing was treated, or when the count is kept back. */
export type Delai = { moyenne: number | null; mediane: number | null; neufSurDix: number | null }

export type LigneDelai = {
  /** null: all of them. */
  prestation: PrestationBilan | null
  traitees: Compte
  /** From receipt to the last answer. */
  total: Delai
  /** The same without the days spent waiting for the partenaire. */
  net: Delai
  /** Mean of the days spent waiting. */
  pause: number | null
  respect: Record<ClasseRespect, Compte>
}

export type MotifQuiBloque = {
  motifId: string
  libelle: string
  service: Service
  traitees: number
  hors: number
  complements: number
  /** Days of all of them together, and those spent waiting. */
  joursTotal: number
  joursPause: number
}

export type Tranche = Jours & { libelle: string; deposees: Compte; parPrestation: Record<PrestationBilan, Compte> }

/** The figures of one period. Volumes by the day of receipt, all that is about an end by the day of the answer. */
export type Mesures = {
  deposees: Compte
  urgentes: Compte
  parService: { service: Service; n: Compte }[]
  parPrestation: Record<PrestationBilan, Compte>
  tranches: Tranche[]
  traitees: Compte
  annulees: Compte
  /** Never closed, and removed by the purge. */
  effacees: number
  issues: { service: Service; traitees: Compte; lignes: { issue: string; n: Compte }[] }[]
  delais: LigneDelai[]
  /** Treated with at least one complément; how many were asked in all. */
  avecComplement: Compte
  complements: Compte
  rouvertes: Compte
  pieces: { code: string; libelle: string; n: Compte }[]
  mission: { total: Compte; saisines: Compte; orientees: Compte }
  rendezVous: { total: Compte; fixe: Compte; honore: Compte; manque: Compte; annule: Compte }
  transferts: { partis: Compte; recus: Compte }
  /** Partner staff trained by the caisse; null where no training is recorded. */
  formes: number | null
}

export type EnCours = { ouvertes: Compte; retard: Compte; alerte: Compte; attente: Compte }

export type Organisme = { id: string; nom: string }

/** All that a page or an export of a bilan shows. */
export type Bilan = {
  caisse: Organisme
  /** null: all the partenaires of the caisse. */
  partenaire: Organisme | null
  periode: Periode
  precedente: Jours & { libelle: string }
  courant: Mesures
  avant: Mesures
  /** Today, whatever the period; null on the public page. */
  enCours: EnCours | null
  /** Small counts are kept back. */
  masque: boolean
  /** Last day counted: today while the period runs. */
  arreteLe: DateIso
  /** The period is not over. */
  encours: boolean
  /** What blocks, by motif; empty where small counts are kept back. */
  motifs: MotifQuiBloque[]
}

export type LigneEchantillon = {
  rang: number
  /** null where the reader may not open that demande. */
  id: string | null
  reference: string | null
  service: Service
  prestation: PrestationBilan
  deposeeLe: DateIso
  closeLe: DateIso
  total: number
  pause: number
  respect: ClasseRespect
}

export type Echantillon = {
  graine: string
  taille: number
  /** Treated in the period: the sample is drawn among them. */
  population: Compte
  lignes: LigneEchantillon[]
  total: Delai
  net: Delai
  hors: Compte
}

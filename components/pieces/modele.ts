import type { PieceDemandee } from '@/lib/caisses/catalogue'
/** A file as the server tells it (`lib/pieces-jointes/vue.ts`). */
export type Fichier = {
  id: string
  code: string
  nomFichier: string
  taille: number
  typeMime: string
  /** en_analyse | saine | non_analysee | infectee | refusee */
  etat: string
  raisonRefus: string | null
  alerteQualite: string | null
}

/** A file on its way, or that could not be sent. */
export type Envoi = {
  cle: string
  code: string
  fichier: File
  envoye: number
  etat: 'attente' | 'envoi' | 'refus' | 'coupure' | 'session'
  message?: string
  /** File it takes the place of, once it has arrived. */
  remplace?: string
}

export type PieceAttendue = PieceDemandee

/** In bytes. */
export type Limites = { parFichier: number; parDemande: number }

export type EtatPiece = 'envoi' | 'refus' | 'analyse' | 'prete' | 'absente' | 'a_fournir' | 'facultative'

export const refuse = ({ etat }: Pick<Fichier, 'etat'>) => etat === 'infectee' || etat === 'refusee'
export const ouvrable = ({ etat }: Pick<Fichier, 'etat'>) => etat === 'saine' || etat === 'non_analysee'
export const enRoute = ({ etat }: Pick<Envoi, 'etat'>) => etat === 'attente' || etat === 'envoi'

/** State of a piece of the list: what is under way first, then what must be done again, then what is there. */
export function etatDe(piece: PieceAttendue, fichiers: Fichier[], envois: Envoi[], absente: boolean): EtatPiece {
  if (envois.some(enRoute)) return 'envoi'
  const gardes = fichiers.filter((fichier) => !refuse(fichier))
  if (envois.length > 0 || (fichiers.length > 0 && gardes.length === 0)) return 'refus'
  if (gardes.some(({ etat }) => etat === 'en_analyse')) return 'analyse'
  if (gardes.length > 0) return 'prete'
  if (absente) return 'absente'
  return piece.requise ? 'a_fournir' : 'facultative'
}

/** Bytes that count against the limit of the demande. */
export function octetsUtilises(fichiers: Fichier[], envois: Envoi[]): number {
  const gardes = fichiers.filter((fichier) => !refuse(fichier)).reduce((total, { taille }) => total + taille, 0)
  return envois.filter(enRoute).reduce((total, { fichier }) => total + fichier.size, gardes)
}

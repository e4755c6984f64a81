import type { PieceJointe } from '@/lib/socle/prisma/client'

/** What a page may know of a file: never its key. */
export type VuePiece = Pick<
  PieceJointe,
  'id' | 'code' | 'nomFichier' | 'taille' | 'typeMime' | 'etat' | 'raisonRefus' | 'alerteQualite'
>

export function vuePiece({
  id,
  code,
  nomFichier,
  taille,
  typeMime,
  etat,
  raisonRefus,
  alerteQualite,
}: VuePiece): VuePiece {
  return { id, code, nomFichier, taille, typeMime, etat, raisonRefus, alerteQualite }
}

/** A file can be opened after an exact OK of the scanner, or, outside production, when there is no scanner at all. */
export function telechargeable(etat: string): boolean {
  return etat === 'saine' || (etat === 'non_analysee' && process.env.EP_MODE !== 'production')
}

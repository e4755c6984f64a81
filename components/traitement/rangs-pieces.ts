import { z } from 'zod'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'

export type Piece = Omit<DemandeDeCaisse['pieces'][number], 'telechargements'>

export type RangPieces = { code: string; libelle: string; pieces: Piece[]; raisonAbsence: string | null }

const absentesSchema = z.array(z.object({ code: z.string(), libelle: z.string(), raison: z.string() })).catch([])

const libellesSchema = z.array(z.object({ code: z.string(), libelle: z.string() })).catch([])

/** Received files under the piece of the list they answer, in its order, then what the person does not have. */
export function rangsPieces({
  motif,
  libellesPieces,
  pieces,
  piecesAbsentes,
}: Pick<DemandeDeCaisse, 'motif' | 'libellesPieces' | 'piecesAbsentes'> & { pieces: Piece[] }): RangPieces[] {
  // The words of the day it was filed come first: the catalogue may have changed since.
  const liste = [...libellesSchema.parse(libellesPieces), ...motif.pieces]
  const absentes = absentesSchema.parse(piecesAbsentes)
  const recues = pieces.filter(({ sens }) => sens === 'entrante')
  const codes = [...new Set([...liste, ...recues].map(({ code }) => code))]
  const libelle = (code: string) =>
    liste.find((piece) => piece.code === code)?.libelle ??
    (code === 'autre' ? 'Autre pièce' : 'Pièce demandée auparavant')
  const rangs = codes.map((code) => ({
    code,
    libelle: libelle(code),
    pieces: recues.filter((piece) => piece.code === code),
    raisonAbsence: null,
  }))
  return [
    ...rangs.filter((rang) => rang.pieces.length > 0),
    ...absentes
      .filter(({ code }) => !recues.some((piece) => piece.code === code))
      .map(({ code, libelle, raison }) => ({ code, libelle, pieces: [], raisonAbsence: raison })),
  ]
}

/** «Pièces, 5 sur 6». */
export function titrePieces(rangs: RangPieces[]): string {
  const presentes = rangs.filter(({ pieces }) => pieces.length > 0).length
  if (rangs.length === 0) return 'Pièces'
  return presentes < rangs.length ? `Pièces, ${presentes} sur ${rangs.length}` : `Pièces, ${presentes}`
}

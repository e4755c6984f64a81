import { expect, test } from 'vitest'
import { rangsPieces, titrePieces } from '@/components/traitement/rangs-pieces'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'

const piece = (code: string, sens = 'entrante') => ({ id: `${code}-${sens}`, code, sens })

const demande = {
  motif: {
    pieces: [
      { code: 'identite', libelle: 'Pièce d’identité' },
      { code: 'rib', libelle: 'RIB' },
      { code: 'domicile', libelle: 'Justificatif de domicile' },
    ],
  },
  pieces: [
    piece('autre'),
    piece('rib'),
    piece('identite'),
    piece('identite'),
    piece('ancien'),
    piece('reponse', 'sortante'),
  ],
  piecesAbsentes: [
    { code: 'domicile', libelle: 'Justificatif de domicile', raison: 'Sans abri' },
    { code: 'rib', libelle: 'RIB', raison: 'Reçu depuis' },
  ],
} as unknown as DemandeDeCaisse

test('received files stand under the piece of the list they answer, in its order', () => {
  const rangs = rangsPieces(demande)
  expect(rangs.map(({ libelle, pieces }) => [libelle, pieces.length])).toEqual([
    ['Pièce d’identité', 2],
    ['RIB', 1],
    ['Autre pièce', 1],
    ['Pièce demandée auparavant', 1],
    ['Justificatif de domicile', 0],
  ])
})

test('a piece that arrived is no longer said absent', () => {
  expect(rangsPieces(demande).filter(({ raisonAbsence }) => raisonAbsence !== null)).toMatchObject([
    { code: 'domicile', raisonAbsence: 'Sans abri' },
  ])
})

test('the title counts what is there out of what was asked', () => {
  const rangs = rangsPieces(demande)
  expect(titrePieces(rangs)).toBe('Pièces, 4 sur 5')
  expect(titrePieces(rangs.slice(0, 2))).toBe('Pièces, 2')
  expect(titrePieces([])).toBe('Pièces')
})

import { randomUUID } from 'node:crypto'
import { motifNational, variantesSchema } from '@/lib/catalogue/enregistrer-motif'
import { codeDepuis } from '@/lib/catalogue/regles'
import type { SaisiePiece } from '@/lib/catalogue/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A piece of the list of a motif, added, changed or retired. Demandes already filed keep the list they were filed with. */
export async function enregistrerPiece(
  contexte: Contexte,
  { motifId, version, id, ...saisie }: SaisiePiece,
): Promise<Suite> {
  const { tx } = contexte
  const motif = await motifNational(contexte, motifId)
  if (id && !motif.pieces.some((piece) => piece.id === id)) throw new ErreurMetier('introuvable')
  const connues = variantesSchema.parse(motif.variantes).map(({ code }) => code)
  const refuser = (erreurs: Record<string, string>) => new ErreurMetier('saisie', undefined, erreurs)
  if (saisie.variantes.some((code) => !connues.includes(code)))
    throw refuser({ variantes: 'Cette précision n’existe plus\u00A0: rechargez la page' })
  if (motif.pieces.some((piece) => piece.id !== id && piece.actif && piece.libelle === saisie.libelle))
    throw refuser({ libelle: 'Une pièce de ce motif porte déjà ce nom.' })
  if (saisie.exigence === 'urgence' && !motif.urgencePossible && !motif.urgent)
    throw refuser({
      exigence: 'Ce motif ne peut pas être urgent\u00A0: permettez-le d’abord, ou choisissez une autre réponse',
    })
  // The list is part of the motif: two people who change it see each other.
  const { count } = await tx.motif.updateMany({
    where: { id: motifId, caisseId: null, version },
    data: { version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('etat_change')
  if (id) await tx.pieceAttendue.updateMany({ where: { id, motifId }, data: saisie })
  else {
    const code = codeDepuis(
      saisie.libelle,
      motif.pieces.map((piece) => piece.code),
    )
    await tx.pieceAttendue.createMany({ data: [{ id: randomUUID(), motifId, code, ...saisie, actif: true }] })
  }
  return {
    vers: `/administration/catalogue/${motifId}?fait=piece#pieces`,
    journal: { objetType: 'motif', objetId: motifId, details: { code: motif.code } },
  }
}

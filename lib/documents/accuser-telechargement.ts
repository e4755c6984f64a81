import { inscrireEvenement } from '@/lib/demandes/evenements'
import type { Acteur } from '@/lib/socle/acteur'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import type { PieceJointe } from '@/lib/socle/prisma/client'

/**
 * The receipt of a delivered document, at each download by the partenaire: who and when, read by both sides. The first one of
 * the document stands in the history of the demande.
 */
export function accuserTelechargement(
  acteur: Acteur,
  { id, demandeId, caisseId, structureId }: PieceJointe,
  maintenant: Date,
): Promise<void> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if (!demandeId || !caisseId || !structureId) return
    const dejaLu = await tx.telechargement.count({ where: { pieceJointeId: id } })
    const { compteId } = acteur
    await tx.telechargement.createMany({
      data: [{ pieceJointeId: id, demandeId, caisseId, structureId, compteId, le: maintenant }],
    })
    if (dejaLu === 0)
      await inscrireEvenement(
        { tx, acteur, maintenant },
        { id: demandeId, caisseId, structureId },
        'document_telecharge',
      )
  })
}

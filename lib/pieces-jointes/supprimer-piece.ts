import { effacerFichier } from '@/lib/pieces-jointes/coffre'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { estId } from '@/lib/socle/identifiants'

/** Takes a file out of a draft, or out of a message that is not sent yet. A filed demande keeps all that was sent. */
export async function supprimerPiece(acteur: Acteur, id: string): Promise<void> {
  if (!estId(id)) throw new ErreurMetier('introuvable')
  const count = await avecPerimetre(perimetre(acteur), async (tx) => {
    const supprimees = await tx.pieceJointe.deleteMany({
      where: {
        id,
        OR: [
          { demandeId: null, brouillon: { compteId: acteur.compteId } },
          { enPreparation: true, deposeeParId: acteur.compteId },
        ],
      },
    })
    return supprimees.count
  })
  if (count === 0) throw new ErreurMetier('introuvable')
  await effacerFichier(id)
}

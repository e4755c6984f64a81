import { versionALire } from '@/lib/bibliotheque/queries'
import { envoyerPiece } from '@/lib/pieces-jointes/envoyer-piece'
import { defineRoute } from '@/lib/socle/route'

/** Downloads a version of a document of the library. Authorised each time, and recorded. */
export const GET = defineRoute<{ id: string }>(
  { droit: 'publication.lire', journal: 'bibliotheque.telechargee' },
  async ({ acteur, parametres }) => {
    const { pieceJointe, documentId, numero, document } = await versionALire(acteur, parametres.id)
    return {
      reponse: envoyerPiece(pieceJointe, false),
      journal: { objetType: 'document', objetId: documentId, caisseId: document.caisseId, details: { numero } },
    }
  },
)

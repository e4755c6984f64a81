import { documentALire } from '@/lib/conventions/document-a-lire'
import { envoyerPiece } from '@/lib/pieces-jointes/envoyer-piece'
import { defineRoute } from '@/lib/socle/route'

/** Downloads a document of a convention, or shows it with `?voir=1`. Authorised each time, and recorded. */
export const GET = defineRoute<{ id: string }>(
  { droit: 'convention.voir', journal: 'convention.document_consulte' },
  async ({ acteur, parametres, requete }) => {
    const { pieceJointe, conventionId, id } = await documentALire(acteur, parametres.id)
    const voir = new URL(requete.url).searchParams.get('voir') === '1'
    return {
      reponse: envoyerPiece(pieceJointe, voir),
      journal: { objetType: 'convention', objetId: conventionId, details: { document: id } },
    }
  },
)

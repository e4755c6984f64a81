import { envoyerPiece } from '@/lib/pieces-jointes/envoyer-piece'
import { pieceALire } from '@/lib/pieces-jointes/queries'
import { supprimerPiece } from '@/lib/pieces-jointes/supprimer-piece'
import { defineRoute } from '@/lib/socle/route'

type Parametres = { id: string }

/** Downloads a file, or shows it with `?voir=1`. Authorised each time, and recorded. */
export const GET = defineRoute<Parametres>(
  { droit: 'piece.voir', journal: 'piece.consultee' },
  async ({ acteur, parametres, requete }) => {
    const piece = await pieceALire(acteur, parametres.id)
    const voir = new URL(requete.url).searchParams.get('voir') === '1'
    return {
      reponse: envoyerPiece(piece, voir),
      journal: { objetType: 'piece', objetId: piece.id, caisseId: piece.caisseId },
    }
  },
)

export const DELETE = defineRoute<Parametres>(
  { droit: 'piece.voir', journal: 'piece.supprimee' },
  async ({ acteur, parametres }) => {
    await supprimerPiece(acteur, parametres.id)
    return { reponse: new Response(null, { status: 204 }), journal: { objetType: 'piece', objetId: parametres.id } }
  },
)

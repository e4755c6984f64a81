import { accuserTelechargement } from '@/lib/documents/accuser-telechargement'
import { estExpire, estRemis } from '@/lib/documents/regles'
import { reponseExpiree } from '@/lib/documents/reponse-expiree'
import { envoyerPiece } from '@/lib/pieces-jointes/envoyer-piece'
import { nomDeTelechargement } from '@/lib/pieces-jointes/nom-fichier'
import { pieceALire } from '@/lib/pieces-jointes/queries'
import { supprimerPiece } from '@/lib/pieces-jointes/supprimer-piece'
import { coteDe } from '@/lib/socle/acteur'
import { defineRoute } from '@/lib/socle/route'

type Parametres = { id: string }

/** Downloads a file, or shows it with `?voir=1`. Authorised each time, and recorded; a delivered document leaves a receipt. */
export const GET = defineRoute<Parametres>(
  { droit: 'piece.voir', journal: 'piece.consultee' },
  async ({ acteur, parametres, requete, maintenant }) => {
    const piece = await pieceALire(acteur, parametres.id)
    const journal = { objetType: 'piece', objetId: piece.id, caisseId: piece.caisseId }
    const remis = estRemis(piece)
    if (remis && estExpire(piece, maintenant)) return { reponse: await reponseExpiree(acteur, piece), journal }
    const nom = nomDeTelechargement({ ...piece, reference: piece.demande?.reference })
    const reponse = envoyerPiece(piece, new URL(requete.url).searchParams.get('voir') === '1', nom)
    // A HEAD carries nothing away.
    if (!remis || coteDe(acteur) === 'caisse' || requete.method === 'HEAD') return { reponse, journal }
    await accuserTelechargement(acteur, piece, maintenant)
    return { reponse, journal: { ...journal, action: 'document.telecharge' as const } }
  },
)

export const DELETE = defineRoute<Parametres>(
  { droit: 'piece.voir', journal: 'piece.supprimee' },
  async ({ acteur, parametres }) => {
    await supprimerPiece(acteur, parametres.id)
    return { reponse: new Response(null, { status: 204 }), journal: { objetType: 'piece', objetId: parametres.id } }
  },
)

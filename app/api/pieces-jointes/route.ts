import { destinationSchema } from '@/lib/pieces-jointes/destination'
import { lireTeleversement } from '@/lib/pieces-jointes/lire-televersement'
import { piecesDe } from '@/lib/pieces-jointes/queries'
import { recevoirPiece } from '@/lib/pieces-jointes/recevoir-piece'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { defineRoute, sansCache } from '@/lib/socle/route'
import { cheminSur } from '@/lib/socle/session'

function destinationDe(requete: Request) {
  const lue = destinationSchema.safeParse(Object.fromEntries(new URL(requete.url).searchParams))
  if (!lue.success) throw new ErreurMetier('introuvable')
  return lue.data
}

/** Uploads one file. With the field `retour` (a form without JavaScript), answers by a redirection. The journal row is written with the file. */
export const POST = defineRoute({ droit: 'piece.voir', journal: null, debit: 'televersement' }, async (contexte) => {
  const { acteur, requete, adresse } = contexte
  const destination = destinationDe(requete)
  const { resultat, champs } = await lireTeleversement(requete, (fichier) =>
    recevoirPiece(acteur, destination, fichier, adresse),
  )
  const reponse = champs.retour
    ? new Response(null, { status: 303, headers: { location: cheminSur(champs.retour, '/') } })
    : Response.json({ piece: resultat }, { status: 201, headers: sansCache })
  return { reponse }
})

/** States of the files of a draft or a demande, while their analysis goes on. */
export const GET = defineRoute({ droit: 'piece.voir', journal: null }, async ({ acteur, requete }) => {
  const pieces = await piecesDe(acteur, destinationDe(requete))
  return { reponse: Response.json({ pieces }, { headers: sansCache }) }
})

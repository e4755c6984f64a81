import { documentsDe } from '@/lib/conventions/document-a-lire'
import { recevoirDocument } from '@/lib/conventions/recevoir-document'
import { lireTeleversement } from '@/lib/pieces-jointes/lire-televersement'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { defineRoute, sansCache } from '@/lib/socle/route'

/**
 * Takes in a document of a convention. A plain form (no JavaScript) is answered by a redirection, to the page that sent it when
 * the file is refused. The journal row is written with the file.
 */
export const POST = defineRoute(
  { droit: 'partenaire.gerer', journal: null, debit: 'televersement' },
  async (contexte) => {
    const { requete } = contexte
    const convention = new URL(requete.url).searchParams.get('convention') ?? ''
    const script = requete.headers.get('accept')?.includes('application/json') ?? false
    const vers = (suite = '') =>
      new Response(null, { status: 303, headers: { location: `/caisse/conventions/${convention}${suite}` } })
    try {
      const { resultat } = await lireTeleversement(requete, (fichier) =>
        recevoirDocument(contexte, convention, fichier.champs.type ?? '', fichier),
      )
      return { reponse: script ? Response.json(resultat, { status: 201, headers: sansCache }) : vers() }
    } catch (erreur) {
      if (script || !(erreur instanceof ErreurMetier) || erreur.code !== 'saisie') throw erreur
      return { reponse: vers('/document?refus=1') }
    }
  },
)

/** States of the documents of a convention, while their analysis goes on. */
export const GET = defineRoute({ droit: 'partenaire.gerer', journal: null }, async ({ acteur, requete }) => {
  const documents = await documentsDe(acteur, new URL(requete.url).searchParams.get('convention') ?? '')
  return { reponse: Response.json({ documents }, { headers: sansCache }) }
})

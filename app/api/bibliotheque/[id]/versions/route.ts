import { recevoirVersion } from '@/lib/bibliotheque/ajouter-version'
import { lireTeleversement } from '@/lib/pieces-jointes/lire-televersement'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { defineRoute, sansCache } from '@/lib/socle/route'

/** Takes in a file of the library. A plain form is answered by a redirection. The journal row is written with the file. */
export const POST = defineRoute<{ id: string }>(
  { droit: 'publication.gerer', journal: null, debit: 'televersement' },
  async (contexte) => {
    const { requete, parametres } = contexte
    const script = requete.headers.get('accept')?.includes('application/json') ?? false
    const vers = (suite: string) =>
      new Response(null, { status: 303, headers: { location: `/bibliotheque/${parametres.id}${suite}` } })
    try {
      await lireTeleversement(requete, (fichier) => recevoirVersion(contexte, parametres.id, fichier))
      return { reponse: script ? Response.json({}, { status: 201, headers: sansCache }) : vers('?fait=version') }
    } catch (erreur) {
      if (script || !(erreur instanceof ErreurMetier) || erreur.code !== 'saisie') throw erreur
      return { reponse: vers('/version?refus=1') }
    }
  },
)

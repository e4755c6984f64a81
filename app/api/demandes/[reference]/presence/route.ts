import { echangerPresence } from '@/lib/file/presence'
import { presenceSchema } from '@/lib/file/schema'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { lireDebut } from '@/lib/socle/lire-debut'
import { defineRoute, sansCache } from '@/lib/socle/route'

/** Who has the demande on the screen. */
export const GET = defineRoute<{ reference: string }>(
  { droit: 'demande.voir', journal: null },
  async ({ acteur, parametres, maintenant }) => {
    const presents = await echangerPresence(acteur, parametres.reference, null, maintenant)
    return { reponse: Response.json({ presents }, { headers: sansCache }) }
  },
)

/** Said every half minute by the page of a demande. Nothing of the demande is shown: who else is there, and who writes. */
export const POST = defineRoute<{ reference: string }>(
  { droit: 'demande.voir', journal: null, enLectureSeule: true },
  async ({ acteur, requete, parametres, maintenant }) => {
    const lecture = presenceSchema.safeParse(lireJson(await lireDebut(requete, 500)))
    if (!lecture.success) throw new ErreurMetier('saisie')
    const presents = await echangerPresence(acteur, parametres.reference, lecture.data, maintenant)
    return { reponse: Response.json({ presents }, { headers: sansCache }) }
  },
)

function lireJson(texte: string): unknown {
  try {
    return JSON.parse(texte)
  } catch {
    return null
  }
}

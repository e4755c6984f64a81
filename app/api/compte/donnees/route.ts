import { mesDonnees } from '@/lib/mes-donnees/donnees'
import { mesDonneesEnPdf } from '@/lib/mes-donnees/pdf'
import { reponseJson } from '@/lib/socle/reponse-json'
import { reponsePdf } from '@/lib/socle/reponse-pdf'
import { defineRoute } from '@/lib/socle/route'

/** One's own data, to take away: JSON, or PDF with `?format=pdf`. */
export const GET = defineRoute(
  { droit: 'compte.soi', journal: 'compte.donnees_exportees' },
  async ({ acteur, requete, maintenant, adresse }) => {
    const donnees = await mesDonnees(acteur, adresse)
    const journal = { objetType: 'compte', objetId: acteur.compteId }
    if (new URL(requete.url).searchParams.get('format') === 'pdf')
      return { reponse: reponsePdf(await mesDonneesEnPdf(donnees, maintenant), 'mes-donnees.pdf'), journal }
    return { reponse: reponseJson({ version: 1, faitLe: maintenant, ...donnees }, 'mes-donnees'), journal }
  },
)

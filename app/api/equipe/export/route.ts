import { equipeEnTableau } from '@/lib/habilitations/exporter-equipe'
import { lireFormatTableur, reponseTableur } from '@/lib/socle/reponse-tableur'
import { defineRoute } from '@/lib/socle/route'
import { dateAParis } from '@/lib/socle/temps'

/** The accounts of the team as a spreadsheet: `?format=xlsx`, `ods` or `csv`. */
export const GET = defineRoute(
  { droit: 'equipe.gerer', journal: 'equipe.exportee' },
  async ({ acteur, requete, maintenant }) => {
    const format = lireFormatTableur(new URL(requete.url).searchParams.get('format'))
    const feuille = await equipeEnTableau(acteur, maintenant)
    return {
      reponse: reponseTableur(format, feuille, `equipe-${dateAParis(maintenant)}`),
      journal: {
        objetType: 'structure',
        objetId: acteur.structure?.id,
        details: { format, lignes: feuille.lignes.length },
      },
    }
  },
)

import { registreDe } from '@/lib/conservation/queries'
import { registreEnFeuille, registreEnPdf } from '@/lib/conservation/registre-pdf'
import { reponsePdf } from '@/lib/socle/reponse-pdf'
import { lireFormatTableur, reponseTableur } from '@/lib/socle/reponse-tableur'
import { defineRoute } from '@/lib/socle/route'
import { dateAParis } from '@/lib/socle/temps'

/** The register of processing activities of the caisse, as a PDF or a sheet. */
export const GET = defineRoute(
  { droit: 'conservation.voir', journal: 'conservation.registre_exporte' },
  async ({ acteur, requete, maintenant }) => {
    const format = new URL(requete.url).searchParams.get('format')
    const nom = `registre-traitements-${dateAParis(maintenant)}`
    const tableur = format === 'pdf' ? null : lireFormatTableur(format)
    const registre = await registreDe(acteur)
    return {
      reponse: tableur
        ? reponseTableur(tableur, registreEnFeuille(registre), nom)
        : reponsePdf(await registreEnPdf(registre, maintenant), `${nom}.pdf`),
      journal: { details: { format: format ?? '' } },
    }
  },
)

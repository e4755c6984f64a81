import { lireFormatTableur, reponseTableur } from '@/lib/socle/reponse-tableur'
import { defineRoute } from '@/lib/socle/route'
import { dateAParis } from '@/lib/socle/temps'
import { registreDesViolations } from '@/lib/violations/registre'

/** The register of the breaches of the caisse as a spreadsheet: `?format=xlsx`, `ods` or `csv`. */
export const GET = defineRoute(
  { droit: 'violation.traiter', journal: 'violation.registre_exporte' },
  async ({ acteur, requete, maintenant }) => {
    const format = lireFormatTableur(new URL(requete.url).searchParams.get('format'))
    const feuille = await registreDesViolations(acteur)
    return {
      reponse: reponseTableur(format, feuille, `registre-violations-${dateAParis(maintenant)}`),
      journal: { objetType: 'caisse', objetId: acteur.caisse?.id, details: { format, lignes: feuille.lignes.length } },
    }
  },
)

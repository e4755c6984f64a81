import { ErreurMetier } from '@/lib/socle/erreurs'
import { reponseJson } from '@/lib/socle/reponse-json'
import { reponsePdf } from '@/lib/socle/reponse-pdf'
import { defineRoute } from '@/lib/socle/route'
import { donneesDeViolation } from '@/lib/violations/dossier-json'
import { dossierDeViolation } from '@/lib/violations/dossier-pdf'
import { referenceViolation } from '@/lib/violations/libelles'
import { violationDe } from '@/lib/violations/queries'

/**
 * The file of a breach, as an accessible PDF, or for a machine with `?format=json`: whole for the DPO, what it has declared and
 * its dates for the other side.
 */
export const GET = defineRoute<{ id: string }>(
  { droit: 'violation.declarer', journal: 'violation.exportee' },
  async ({ acteur, requete, parametres, maintenant }) => {
    const violation = await violationDe(acteur, parametres.id)
    if (!violation) throw new ErreurMetier('introuvable')
    const format = new URL(requete.url).searchParams.get('format') === 'json' ? 'json' : 'pdf'
    const nom = `violation-${referenceViolation(violation.id)}`
    return {
      reponse:
        format === 'json'
          ? reponseJson(donneesDeViolation(violation, maintenant), nom)
          : reponsePdf(await dossierDeViolation(violation, maintenant), `${nom}.pdf`),
      journal: { objetType: 'violation', objetId: violation.id, details: { format } },
    }
  },
)

import { ErreurMetier } from '@/lib/socle/erreurs'
import { reponsePdf } from '@/lib/socle/reponse-pdf'
import { defineRoute } from '@/lib/socle/route'
import { dossierDeViolation } from '@/lib/violations/dossier-pdf'
import { referenceViolation } from '@/lib/violations/libelles'
import { violationDe } from '@/lib/violations/queries'

/** The file of a breach, as an accessible PDF: whole for the DPO, what it has declared and its dates for the other side. */
export const GET = defineRoute<{ id: string }>(
  { droit: 'violation.declarer', journal: 'violation.exportee' },
  async ({ acteur, parametres, maintenant }) => {
    const violation = await violationDe(acteur, parametres.id)
    if (!violation) throw new ErreurMetier('introuvable')
    const dossier = await dossierDeViolation(violation, maintenant)
    return {
      reponse: reponsePdf(dossier, `violation-${referenceViolation(violation.id)}.pdf`),
      journal: { objetType: 'violation', objetId: violation.id },
    }
  },
)

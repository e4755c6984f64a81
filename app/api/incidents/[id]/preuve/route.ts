import { referenceIncident } from '@/lib/incidents/libelles'
import { preuveDInactivation } from '@/lib/incidents/preuve-pdf'
import { incidentDe } from '@/lib/incidents/queries'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { reponsePdf } from '@/lib/socle/reponse-pdf'
import { defineRoute } from '@/lib/socle/route'

/** The dated proof that an account was inactivated, as an accessible PDF. */
export const GET = defineRoute<{ id: string }>(
  { droit: 'incident.signaler', journal: 'incident.preuve' },
  async ({ acteur, parametres }) => {
    const incident = await incidentDe(acteur, parametres.id)
    const preuve = incident && (await preuveDInactivation(incident))
    if (!incident || !preuve) throw new ErreurMetier('introuvable')
    return {
      reponse: reponsePdf(preuve, `attestation-${referenceIncident(incident.id)}.pdf`),
      journal: { objetType: 'compte', objetId: incident.compteId, details: { signalementId: incident.id } },
    }
  },
)

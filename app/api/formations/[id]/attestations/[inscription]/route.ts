import { attestationDePresence } from '@/lib/formations/attestation-pdf'
import { participation } from '@/lib/formations/queries-partenaire'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { reponsePdf } from '@/lib/socle/reponse-pdf'
import { defineRoute } from '@/lib/socle/route'

/** The certificate of somebody who was present, as an accessible PDF. */
export const GET = defineRoute<{ id: string; inscription: string }>(
  { droit: 'formation.attester', journal: 'formation.attestation' },
  async ({ acteur, parametres }) => {
    const lue = await participation(acteur, parametres.id, parametres.inscription)
    if (!lue) throw new ErreurMetier('introuvable')
    return {
      reponse: reponsePdf(await attestationDePresence(lue), 'attestation-formation.pdf'),
      journal: {
        objetType: 'formation',
        objetId: lue.formationId,
        caisseId: lue.caisseId,
        details: { compteId: lue.compteId },
      },
    }
  },
)

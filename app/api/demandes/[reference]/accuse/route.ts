import { accuseDeReception } from '@/lib/demandes/accuse-pdf'
import { accuseDe } from '@/lib/demandes/queries-documents'
import { reponsePdf } from '@/lib/socle/reponse-pdf'
import { defineRoute } from '@/lib/socle/route'

/** The acknowledgement of a demande, as an accessible PDF. */
export const GET = defineRoute<{ reference: string }>(
  { droit: 'demande.suivre', journal: 'demande.accuse' },
  async ({ acteur, parametres }) => {
    const accuse = await accuseDe(acteur, parametres.reference)
    return {
      reponse: reponsePdf(await accuseDeReception(accuse), `accuse-${accuse.reference}.pdf`),
      journal: { objetType: 'demande', objetId: accuse.id, caisseId: accuse.caisseId },
    }
  },
)

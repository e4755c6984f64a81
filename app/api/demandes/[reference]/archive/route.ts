import { archiveDeLaDemande } from '@/lib/demandes/archiver-demande'
import { reponseArchive } from '@/lib/socle/reponse-archive'
import { defineRoute } from '@/lib/socle/route'

/** A demande with its messages and its files, as a ZIP. */
export const GET = defineRoute<{ reference: string }>(
  { droit: 'piece.voir', journal: 'demande.archive' },
  async ({ acteur, parametres, adresse, maintenant }) => {
    const { demande, flux } = await archiveDeLaDemande(acteur, parametres.reference, adresse, maintenant)
    return {
      reponse: reponseArchive(flux, `demande-${demande.reference}.zip`),
      journal: { objetType: 'demande', objetId: demande.id, caisseId: demande.caisseId },
    }
  },
)

import { archiveALire } from '@/lib/personnes/telecharger-export'
import { lireFichier } from '@/lib/pieces-jointes/coffre'
import { reponseArchive } from '@/lib/socle/reponse-archive'
import { defineRoute } from '@/lib/socle/route'

/** The archive of all that is kept about a person, for the DPO that asked for it. Each download is an event. */
export const GET = defineRoute<{ id: string }>(
  { droit: 'personnes.traiter', journal: 'personne.export_telecharge' },
  async ({ acteur, parametres, maintenant }) => {
    const { archive, reference, demandePersonneId } = await archiveALire(acteur, parametres.id, maintenant)
    const contenu = lireFichier(archive)
    return {
      reponse: reponseArchive(contenu, `copie-${reference}.zip`),
      journal: { objetType: 'demande_personne', objetId: demandePersonneId, details: { exportId: archive.id } },
    }
  },
)

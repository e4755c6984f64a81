import { calendrierDe } from '@/lib/formations/prevenir'
import { formationDuCalendrier } from '@/lib/formations/queries-partenaire'
import { cheminDeLaFormation } from '@/lib/notifications/modeles/formations'
import { formerInvitation, lireExpediteur } from '@/lib/rendez-vous/invitation'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { reponseCalendrier } from '@/lib/socle/reponse-calendrier'
import { defineRoute } from '@/lib/socle/route'

/** «Ajouter à mon agenda»: the session as a file, under the identifier of its invitations, so that nothing is doubled. */
export const GET = defineRoute<{ id: string }>(
  { droit: 'formation.suivre', journal: 'formation.calendrier' },
  async ({ acteur, parametres, maintenant }) => {
    const formation = await formationDuCalendrier(acteur, parametres.id)
    if (!formation) throw new ErreurMetier('introuvable')
    const organisateur = lireExpediteur(process.env.COURRIEL_EXPEDITEUR)
    const contenu = formerInvitation(
      calendrierDe(formation, 'REQUEST', maintenant),
      {
        titre: `Formation\u00A0: ${formation.theme}`,
        url: new URL(cheminDeLaFormation(formation), process.env.URL_PUBLIQUE).href,
        organisateur,
        lecteur: organisateur,
      },
      { publication: true },
    )
    return {
      reponse: reponseCalendrier(contenu, 'formation'),
      journal: { objetType: 'formation', objetId: formation.id, caisseId: formation.caisseId },
    }
  },
)

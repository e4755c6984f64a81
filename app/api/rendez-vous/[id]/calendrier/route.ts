import { formerInvitation, lireExpediteur } from '@/lib/rendez-vous/invitation'
import type { ModeRendezVous } from '@/lib/rendez-vous/modele'
import { invitationDe } from '@/lib/rendez-vous/prevenir-agendas'
import { rendezVousDuCalendrier } from '@/lib/rendez-vous/queries'
import { coteDe } from '@/lib/socle/acteur'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { reponseCalendrier } from '@/lib/socle/reponse-calendrier'
import { defineRoute } from '@/lib/socle/route'

/** «Ajouter à mon agenda»: the rendez-vous as a file, under the identifier of its invitations, so that nothing is doubled. */
export const GET = defineRoute<{ id: string }>(
  { droit: 'piece.voir', journal: 'rendez_vous.calendrier' },
  async ({ acteur, parametres, maintenant }) => {
    const rendezVous = await rendezVousDuCalendrier(acteur, parametres.id)
    if (!rendezVous) throw new ErreurMetier('introuvable')
    const { demande, mode, ...reste } = rendezVous
    const invitation = invitationDe({ ...reste, mode: mode as ModeRendezVous }, 'REQUEST', demande.caisse, maintenant)
    if (!invitation) throw new ErreurMetier('introuvable')
    const racine = coteDe(acteur) === 'caisse' ? '/caisse/demandes' : '/demandes'
    const organisateur = lireExpediteur(process.env.COURRIEL_EXPEDITEUR)
    const contenu = formerInvitation(
      invitation,
      {
        titre: `Rendez-vous, demande ${demande.reference}`,
        url: new URL(`${racine}/${demande.reference}`, process.env.URL_PUBLIQUE).href,
        organisateur,
        lecteur: organisateur,
      },
      { publication: true },
    )
    return {
      reponse: reponseCalendrier(contenu, `rendez-vous-${demande.reference}`),
      journal: { objetType: 'demande', objetId: demande.id, caisseId: demande.caisseId },
    }
  },
)

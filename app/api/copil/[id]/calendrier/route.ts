import { copilDuCalendrier } from '@/lib/copil/queries'
import { formerInvitation, lireExpediteur } from '@/lib/rendez-vous/invitation'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { reponseCalendrier } from '@/lib/socle/reponse-calendrier'
import { defineRoute } from '@/lib/socle/route'

/** What a calendar keeps free for a meeting, whose end is not asked for. */
const DEUX_HEURES = 7_200_000

/** «Ajouter à mon agenda»: the meeting as a file, under an identifier that stays, so that a new date replaces the former one. */
export const GET = defineRoute<{ id: string }>(
  { droit: 'copil.voir', journal: 'copil.calendrier' },
  async ({ acteur, parametres, maintenant }) => {
    const copil = await copilDuCalendrier(acteur, parametres.id)
    if (!copil) throw new ErreurMetier('introuvable')
    const organisateur = lireExpediteur(process.env.COURRIEL_EXPEDITEUR)
    const contenu = formerInvitation(
      {
        id: copil.id,
        sequence: copil.version,
        methode: 'REQUEST',
        debutLe: copil.prevuLe.toISOString(),
        finLe: new Date(copil.prevuLe.getTime() + DEUX_HEURES).toISOString(),
        le: maintenant.toISOString(),
        lieu: copil.lieu,
      },
      {
        titre: `COPIL ${copil.caisse.nom}, ${copil.partenaire.nom}`,
        url: new URL(copil.adresse, process.env.URL_PUBLIQUE).href,
        organisateur,
        lecteur: organisateur,
      },
      { publication: true },
    )
    return {
      reponse: reponseCalendrier(contenu, 'copil'),
      journal: { objetType: 'copil', objetId: copil.id, caisseId: copil.caisseId },
    }
  },
)

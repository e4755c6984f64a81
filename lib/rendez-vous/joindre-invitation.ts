import { cheminDeLaDemande, type DonneesDemande, type ModeleDemande } from '@/lib/notifications/modeles'
import { cheminDeLaFormation, type DonneesFormation } from '@/lib/notifications/modeles/formations'
import { formerInvitation, lireExpediteur } from '@/lib/rendez-vous/invitation'

/** As the transport of mails wants it: an alternative `text/calendar; method=…`, and the same as a file. */
export type InvitationJointe = { method: 'REQUEST' | 'CANCEL'; filename: string; content: string }

/** What goes with a mail about a rendez-vous; nothing with a reminder, whose entry the calendar already has. */
export function invitationJointe(
  modele: ModeleDemande,
  donnees: DonneesDemande,
  destinataire: string,
): InvitationJointe | undefined {
  const { rendezVous, reference, prenom } = donnees
  if (!rendezVous || modele.startsWith('rendez_vous_rappel')) return undefined
  const url = new URL(cheminDeLaDemande(modele, donnees), process.env.URL_PUBLIQUE).href
  const organisateur = lireExpediteur(process.env.COURRIEL_EXPEDITEUR)
  const lecteur = { nom: prenom ?? '', courriel: destinataire }
  return {
    method: rendezVous.methode,
    filename: 'rendez-vous.ics',
    content: formerInvitation(rendezVous, { titre: `Rendez-vous, demande ${reference}`, url, organisateur, lecteur }),
  }
}

/** The same for a training session. */
export function calendrierJoint(
  { id, theme, prenom, calendrier }: DonneesFormation,
  destinataire: string,
): InvitationJointe | undefined {
  if (!calendrier) return undefined
  const url = new URL(cheminDeLaFormation({ id }), process.env.URL_PUBLIQUE).href
  const organisateur = lireExpediteur(process.env.COURRIEL_EXPEDITEUR)
  const lecteur = { nom: prenom ?? '', courriel: destinataire }
  return {
    method: calendrier.methode,
    filename: 'formation.ics',
    content: formerInvitation(calendrier, { titre: `Formation\u00A0: ${theme}`, url, organisateur, lecteur }),
  }
}

import { type Avis, La, le } from '@/lib/notifications/modeles/avis/commun'

/** The yearly questionnaire: that it waits and until when, never what is asked nor answered. */
export const avisQuestionnaires = {
  questionnaire_ouvert: {
    objet: 'un questionnaire vous attend',
    corps: (d) => [
      `${La(d.caisse)} vous demande votre avis sur l’année. Répondez jusqu’au ${le(d)} compris.`,
      'Une seule réponse par organisme : chaque gestionnaire peut la commencer ou la compléter, puis l’un de vous l’envoie.',
    ],
    bouton: 'Répondre au questionnaire',
    chemin: '/questionnaires',
  },
  questionnaire_rappel: {
    objet: 'rappel d’un questionnaire',
    corps: (d) => [
      `${La(d.caisse)} attend la réponse de votre organisme à son questionnaire, jusqu’au ${le(d)} compris.`,
      'Ce qui est déjà écrit est gardé dans le portail.',
    ],
    bouton: 'Répondre au questionnaire',
    chemin: '/questionnaires',
  },
} satisfies Record<string, Avis>

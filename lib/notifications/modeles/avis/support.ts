import type { Avis } from '@/lib/notifications/modeles/avis/commun'

/** Something of the portal does not work: the words are read in the portal only. */
export const avisSupport = {
  support_recu: {
    objet: 'un dysfonctionnement est signalé',
    corps: (d) => [
      `Un dysfonctionnement du portail vous est signalé, sous la référence ${d.identifiant}.`,
      'Ce qui se passe, et la page où cela se passe, se lisent dans le portail. Votre réponse sera envoyée à la personne.',
    ],
    bouton: 'Lire le signalement',
    chemin: '/support/recus',
  },
  support_complete: {
    objet: 'un dysfonctionnement signalé est complété',
    corps: (d) => [`La personne qui a signalé le dysfonctionnement ${d.identifiant} ajoute quelque chose.`],
    bouton: 'Lire la suite',
    chemin: '/support/recus',
  },
  support_repondu: {
    objet: 'une réponse à votre signalement',
    corps: (d) => [
      `Le dysfonctionnement que vous avez signalé sous la référence ${d.identifiant} a une suite. Elle se lit dans le portail.`,
      'Si cela recommence, ajoutez-le au même endroit.',
    ],
    bouton: 'Lire la réponse',
    chemin: '/support',
  },
} satisfies Record<string, Avis>

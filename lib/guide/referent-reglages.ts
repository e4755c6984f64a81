import type { Chapitre } from '@/lib/guide/modele'

/** What a référent sets and keeps for its caisse. */
export const chapitresDeLaCaisse = (appeler: string): Chapitre[] => [
  {
    cle: 'parametres',
    titre: 'Régler ce qui vaut pour ma caisse',
    pages: ['/caisse/parametres'],
    quand: 'Un délai, un motif, un quota, un contact ou une fermeture change.',
    etapes: [
      'Ouvrez [Paramètres](/caisse/parametres), puis la partie à changer.',
      'La page suivante montre ce qui change et ce que cela touche. «Enregistrer ces réglages».',
      'Les jours où la caisse est fermée : [Fermetures](/caisse/parametres/fermetures). Ils comptent dans les délais en jours ouvrés.',
    ],
    ensuite: 'Les demandes déjà déposées gardent leur délai, sauf si la page dit le contraire.',
    appeler,
  },
  {
    cle: 'equipes',
    titre: 'Composer les équipes, noter les absences',
    pages: [
      '/caisse/parametres/equipes',
      '/caisse/parametres/routage',
      '/caisse/parametres/vues',
      '/caisse/absences',
      '/caisse/modeles',
    ],
    quand: 'Les agents changent, ou une demande ne va pas aux bonnes personnes.',
    etapes: [
      '[Équipes](/caisse/parametres/equipes) : «Créer une équipe», et qui en fait partie.',
      '[Routage](/caisse/parametres/routage) : «Ajouter une règle» dit quelle équipe reçoit quoi. «Voir où elle va» l’essaie sans rien changer.',
      '[Absences](/caisse/absences) : «Noter une absence», avec qui remplace.',
      '[Modèles](/caisse/modeles) et [vues partagées](/caisse/parametres/vues) valent pour tous les agents.',
    ],
    appeler,
  },
  {
    cle: 'comptes',
    titre: 'Tenir les comptes de la caisse',
    pages: ['/caisse/parametres/comptes'],
    quand: 'Un agent, un référent ou le DPO arrive, change de rôle ou part.',
    etapes: [
      'Ouvrez [Comptes de la caisse](/caisse/parametres/comptes), puis «Créer un compte» : un compte peut avoir plusieurs rôles.',
      '«Créer le compte et envoyer le lien». Pas arrivé ? «Renvoyer le courriel d’activation», ou «Obtenir un lien à remettre».',
      'Un départ : «Inactiver le compte». Ses demandes sont à reprendre : la page le dit.',
    ],
    appeler,
  },
  {
    cle: 'courriels',
    titre: 'Réparer un courriel qui n’arrive pas',
    pages: ['/caisse/courriels'],
    quand: 'L’accueil l’annonce.',
    etapes: [
      'Ouvrez [Courriels non distribués](/caisse/courriels) : à qui, et pourquoi.',
      '«Corriger l’adresse», puis «Renvoyer». Sans suite possible : «Marquer vu».',
    ],
    appeler,
  },
  {
    cle: 'annuaire',
    titre: 'Tenir l’annuaire',
    pages: ['/annuaire', '/caisse/parametres/contacts'],
    quand: 'Un numéro ou une adresse change : c’est là que les partenaires cherchent.',
    etapes: [
      'Ouvrez [Annuaire](/annuaire), puis «Modifier les contacts de la caisse».',
      'Une adresse par thème, l’interlocuteur en cas de panne, le DPO, et ce qui reste joignable quand le portail ne l’est pas.',
    ],
    ensuite: 'Les partenaires le voient aussitôt, et la page d’aide publique aussi pour ce qui dépanne.',
    appeler,
  },
  {
    cle: 'conservation',
    titre: 'Voir ce qui s’efface',
    pages: ['/caisse/conservation'],
    quand: 'Avant de changer une durée, ou quand une demande manque.',
    etapes: [
      'Ouvrez [Conservation](/caisse/conservation) : ce que la prochaine nuit effacera, et les dernières nuits.',
      'Les durées se changent dans [Paramètres](/caisse/parametres).',
    ],
    questions: [['Il faut garder une demande plus longtemps.', 'Demandez-le au DPO : lui seul retient.']],
    appeler: 'Le DPO de votre caisse.',
  },
]

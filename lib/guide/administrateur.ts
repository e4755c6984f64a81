import { chapitrePublier, chapitresDuCompte } from '@/lib/guide/communs'
import type { Guide } from '@/lib/guide/modele'

const autre = 'Un autre administrateur ; pour la machine elle-même, qui héberge le portail.'

export const guideAdministrateur: Guide = {
  titre: 'Guide de l’administrateur',
  chapeau:
    'Vous ouvrez les caisses, tenez le catalogue national et les conditions d’utilisation, annoncez les maintenances. Vous ne voyez aucune demande.',
  chapitres: [
    {
      cle: 'accueil',
      titre: 'Voir ce qui m’attend',
      pages: ['/administration'],
      quand: 'En arrivant.',
      etapes: [
        '[L’accueil](/administration) liste les caisses à qui il manque quelque chose, les conditions à publier, les liens non utilisés.',
        'Un avis y annonce les usages inhabituels.',
      ],
      appeler: autre,
    },
    {
      cle: 'caisses',
      titre: 'Ouvrir une caisse',
      pages: ['/administration/caisses', '/comptes'],
      quand: 'Une caisse rejoint le portail, ou n’a plus de référent.',
      etapes: [
        'Ouvrez [Caisses](/administration/caisses), puis «Créer une caisse» : son code, son adresse, ses départements, son calendrier.',
        '«Créer le premier référent» : il reçoit un lien, et règle le reste.',
        '«Ce qui manque avant d’ouvrir à un partenaire» se vide à mesure.',
        'Au besoin, «Voir et régler les paramètres de la caisse», à sa place et à sa demande.',
      ],
      ensuite: 'Chaque changement fait à la place d’une caisse est au journal, à votre nom.',
      questions: [
        [
          'Le référent n’a plus son téléphone.',
          'Assurez-vous que c’est lui, puis «Réinitialiser la double authentification», sur son compte.',
        ],
        ['Son lien n’arrive pas.', '«Renvoyer le courriel d’activation», ou «Obtenir un lien à remettre».'],
      ],
      appeler: 'Le référent de la caisse.',
    },
    {
      cle: 'catalogue',
      titre: 'Tenir le catalogue national',
      pages: ['/administration/catalogue'],
      quand: 'Un motif, une pièce ou une attestation change pour toutes les caisses.',
      etapes: [
        'Ouvrez [Catalogue](/administration/catalogue), puis le motif, ou «Créer un motif».',
        '«Ce que touche un changement» dit combien de caisses et de brouillons sont concernés.',
        'Les pièces sont sous le motif : «Ajouter une pièce», «Enregistrer la pièce».',
        '[Les attestations](/administration/catalogue/attestations) demandées au dépôt, et [les paramètres nationaux](/administration/catalogue/parametres), sont à côté.',
      ],
      ensuite:
        'Les demandes déjà déposées gardent leur motif. Une caisse peut toujours renommer ou cacher un motif chez elle.',
      appeler: autre,
    },
    {
      cle: 'cgu',
      titre: 'Publier des conditions d’utilisation',
      pages: ['/administration/cgu'],
      quand: 'Le texte change.',
      etapes: [
        'Ouvrez [Conditions d’utilisation](/administration/cgu), puis «Préparer une version».',
        'Dites ce qui change, écrivez le texte, «Enregistrer et relire».',
        '«Publier cette version», maintenant ou à une date.',
      ],
      ensuite:
        'Chacun l’accepte à sa page suivante. [Le registre](/administration/cgu/acceptations) dit qui a accepté quoi, et quand.',
      appeler: autre,
    },
    {
      cle: 'maintenances',
      titre: 'Annoncer une maintenance',
      pages: ['/administration/maintenances'],
      quand: 'Le portail doit s’arrêter d’écrire quelque temps.',
      etapes: [
        'Ouvrez [Maintenances](/administration/maintenances), puis «Annoncer une maintenance» : quand, jusqu’à quand, et à partir de quel jour le dire.',
        'Une urgence ? «Entrer en maintenance maintenant».',
        'Fini plus tôt : «Sortir de maintenance».',
      ],
      ensuite:
        'Un bandeau prévient sur chaque page. Pendant la maintenance tout se lit, rien ne s’enregistre, sauf les brouillons.',
      appeler: autre,
    },
    {
      cle: 'comptes',
      titre: 'Nommer un autre administrateur',
      pages: ['/administration/comptes'],
      quand: 'Soyez toujours deux : seul, personne ne peut vous rendre votre accès.',
      etapes: [
        'Ouvrez [Comptes](/administration/comptes), puis «Créer un compte».',
        'Un départ ? Ouvrez le compte, puis «Inactiver le compte».',
      ],
      appeler: autre,
    },
    chapitrePublier(autre),
    {
      cle: 'support',
      titre: 'Répondre à un dysfonctionnement',
      pages: ['/support/recus'],
      quand: 'Une caisse vous passe un signalement qu’elle ne peut pas régler.',
      etapes: [
        'Ouvrez [Support](/support/recus) : les signalements sont rangés par page, pour voir ce qui se répète.',
        'Sous «Votre réponse», répondez, puis «C’est résolu» ou «Rendre à la caisse». «Enregistrer la suite».',
      ],
      ensuite: 'La personne reçoit un courriel, et relit votre réponse dans le portail.',
      appeler: autre,
    },
    {
      cle: 'journal',
      titre: 'Chercher dans le journal',
      pages: ['/administration/journal'],
      quand: 'Pour savoir qui a changé quoi dans l’administration, ou contrôler la chaîne.',
      etapes: [
        'Ouvrez [Journal](/administration/journal), choisissez la période et l’acte, puis «Chercher».',
        '[Les usages inhabituels](/administration/journal/signaux) se prennent en compte un à un.',
      ],
      questions: [['Je ne vois pas les lignes d’une caisse.', 'Elles sont à son DPO.']],
      appeler: autre,
    },
    ...chapitresDuCompte({ corrige: 'Un autre administrateur la corrige.', depanne: autre }),
  ],
}

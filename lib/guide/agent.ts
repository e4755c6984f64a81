import { chapitreDanger, chapitresDuCompte } from '@/lib/guide/communs'
import type { Guide } from '@/lib/guide/modele'
import { DELAI_RETRAIT_MINUTES } from '@/lib/messages/envoi'

const referent = 'Un référent de votre caisse.'

export const guideAgent: Guide = {
  titre: 'Guide de l’agent',
  chapeau:
    'Vous triez les demandes des partenaires, vous demandez ce qui manque et vous répondez. Les délais, les motifs et les équipes sont ceux que votre caisse a réglés.',
  chapitres: [
    {
      cle: 'file',
      titre: 'Vider la file',
      pages: ['/caisse/file'],
      quand: 'Chaque jour. La file va de l’échéance la plus proche à la plus lointaine.',
      etapes: [
        'Ouvrez [la file](/caisse/file). Les onglets comptent ce qui attend : «À prendre», «Mes demandes», «En retard», «Urgentes»…',
        'Choisissez vos filtres, puis «Filtrer». Ils restent dans l’adresse et vous attendent au retour d’une demande.',
        '«Je m’en occupe» met une demande à votre nom.',
        'Un filtre que vous reprenez souvent ? «Enregistrer cette vue» : elle rejoint «Autres vues».',
        '«Colonnes» choisit ce que le tableau montre.',
      ],
      questions: [
        [
          'Pourquoi une demande est-elle dans une équipe ?',
          'Une règle de routage de votre caisse l’y a mise. Un référent la change.',
        ],
        ['Un collègue est sur la même demande.', 'Le portail le dit, et n’efface jamais ce que l’autre a écrit.'],
      ],
      appeler: referent,
    },
    {
      cle: 'clavier',
      titre: 'Vider sa file au clavier',
      pages: [],
      quand: 'Quand la souris vous ralentit.',
      etapes: [
        'Dans la file : j et k pour descendre et monter, Entrée pour ouvrir, o pour un aperçu, x pour cocher, a pour prendre, / pour chercher.',
        'Dans une demande : r pour répondre, m pour les modèles puis un chiffre pour en prendre un, c pour clore, Ctrl + Entrée pour envoyer, j et k pour la suivante et la précédente.',
        'La touche ? montre «Raccourcis du clavier».',
      ],
      questions: [
        [
          'Ils gênent mon lecteur d’écran ou ma saisie vocale.',
          '«Désactiver les raccourcis», au pied de la file, ou dans [Mon compte](/compte#preferences).',
        ],
      ],
      appeler: referent,
    },
    {
      cle: 'demande',
      titre: 'Traiter une demande',
      pages: ['/caisse/demandes/[reference]'],
      quand: 'De la prise en charge à la réponse.',
      etapes: [
        'Ouvrez-la, lisez, puis «Je m’en occupe».',
        'Il manque quelque chose ? «Demander un complément» : cochez les pièces qui manquent, dites pourquoi. Le délai s’arrête.',
        'Quand tout est là : «Le dossier est complet» fait repartir le délai, à zéro.',
        'Une précision ? Écrivez sous «Échanges», puis «Envoyer la réponse». Une «Note interne» ne sort jamais de la caisse.',
        '«Répondre et clore» : le résultat, et votre réponse au partenaire.',
      ],
      ensuite: `Le partenaire est prévenu par un courriel qui ne dit rien de la personne. Un message se retire pendant ${DELAI_RETRAIT_MINUTES} minutes par «Retirer ce message» ; le courriel attend ce délai.`,
      questions: [
        [
          'Mauvais motif ?',
          '«Autres actions», puis «Corriger le motif». La date de réception reste, le délai suit le bon motif.',
        ],
        [
          'Mauvaise caisse ?',
          '«Transférer à une autre caisse», si le partenaire y est conventionné. Sinon, close avec une orientation.',
        ],
        ['Ce n’est pas urgent, ou cela l’est ?', '«Retirer l’urgence» ou «Traiter en urgence», en disant pourquoi.'],
        ['La personne a déjà une demande.', 'Le portail le montre. «Lier à une autre demande» les rapproche.'],
        ['Ce n’est pas à moi.', '«Attribuer», à un collègue, à une équipe ou à la file commune.'],
      ],
      appeler: referent,
    },
    {
      cle: 'modeles',
      titre: 'Répondre avec les modèles',
      pages: ['/caisse/modeles'],
      quand: 'Vous écrivez souvent la même chose.',
      etapes: [
        'Dans une demande, ouvrez «Modèles de réponse» et choisissez : le texte arrive rempli, vous le relisez.',
        'Un modèle peut aussi demander un complément, ou clore avec son résultat.',
        '[Les modèles de la caisse](/caisse/modeles) s’écrivent pour tous : «Ajouter un modèle», puis «Enregistrer le modèle».',
      ],
      appeler: referent,
    },
    {
      cle: 'lot',
      titre: 'Agir sur plusieurs demandes à la fois',
      pages: ['/caisse/file/lot'],
      quand: 'Prendre, attribuer ou clore une série.',
      etapes: [
        'Dans la file, cochez les lignes.',
        'La barre qui paraît propose «Je m’en occupe», «Attribuer à…» et «Clore…».',
        'La page suivante dit ce qui sera fait, et ce qui est laissé de côté parce que son statut ne le permet pas.',
      ],
      ensuite: 'Le compte rendu dit ce qui est fait et ce qui est refusé. Ce qui n’a pas bougé depuis s’annule.',
      appeler: referent,
    },
    {
      cle: 'rendez-vous',
      titre: 'Donner des rendez-vous',
      pages: ['/caisse/rendez-vous'],
      quand: 'Un partenaire demande un rendez-vous pour un assuré.',
      etapes: [
        'Ouvrez vos créneaux : [Rendez-vous](/caisse/rendez-vous), «Ouvrir des créneaux», puis «Voir les créneaux» avant de les créer.',
        'Dans la demande, «Autres actions» : «Proposer des créneaux de rendez-vous», ou «Fixer un rendez-vous».',
        'Le jour passé, notez sous l’agenda s’il a été honoré ou manqué.',
      ],
      ensuite:
        'Chaque côté peut le mettre à son agenda, sans le nom de la personne. Un créneau choisi n’est plus proposé à personne.',
      questions: [
        [
          'Je ne serai pas là ce jour.',
          'Retirez les créneaux libres depuis l’agenda. Un rendez-vous fixé se déplace dans sa demande.',
        ],
      ],
      appeler: referent,
    },
    {
      cle: 'documents',
      titre: 'Remettre un document',
      pages: [],
      quand: 'Le partenaire demande une attestation, une notification, un justificatif.',
      etapes: [
        'Par courrier, à l’adresse que la caisse connaît : «Autres actions», «Document envoyé par courrier», puis «Noter l’envoi».',
        'Dans le portail, seulement si la convention habilite ce partenaire : «Remettre un document».',
      ],
      ensuite:
        'Un document remis n’est visible que quelque temps ; la demande dit jusqu’à quand, et s’il a été ouvert.',
      questions: [
        [
          'Je ne vois pas comment le remettre dans le portail.',
          'Ce partenaire n’est pas habilité à le recevoir ainsi. C’est la convention qui le dit.',
        ],
      ],
      appeler: referent,
    },
    {
      cle: 'retrouver',
      titre: 'Retrouver une demande',
      pages: ['/caisse/recherche', '/caisse/demandes/transferees', '/caisse/demandes/[reference]/courriels'],
      quand: 'Un partenaire appelle, ou vous cherchez un précédent.',
      etapes: [
        'La recherche, en haut de la page, prend une référence, un nom même mal écrit, un motif, un partenaire, des mots des échanges.',
        '[Les demandes transférées](/caisse/demandes/transferees) sont à part, parties et arrivées.',
        'Dans une demande, «Lire les courriels» montre ce que le partenaire a reçu.',
      ],
      appeler: referent,
    },
    {
      cle: 'absences',
      titre: 'M’absenter',
      pages: ['/caisse/absences'],
      quand: 'Congés, maladie : vos demandes ne doivent attendre personne.',
      etapes: [
        'Menu à votre nom, [Absences](/caisse/absences), puis «Noter une absence».',
        'Donnez les jours et qui vous remplace. «Enregistrer l’absence».',
        'Rentré plus tôt ? «Je suis de retour».',
      ],
      ensuite:
        'Votre remplaçant voit vos demandes dans les siennes. À votre retour, le portail dit ce qui s’est passé.',
      questions: [['Personne ne peut me remplacer.', '«Remettre à prendre» rend vos demandes à leurs équipes.']],
      appeler: referent,
    },
    {
      cle: 'bilans',
      titre: 'Lire les chiffres',
      pages: ['/caisse/bilans', '/caisse/accueil', '/exports'],
      quand: 'Pour voir ce qui bloque, ou préparer une réunion avec le référent.',
      etapes: [
        'Ouvrez [Bilans](/caisse/bilans), choisissez la période, puis le partenaire.',
        'Sous un chiffre, un lien mène aux demandes qu’il compte.',
        '«Tirer l’échantillon» en prend au hasard ; le même numéro de tirage redonne les mêmes.',
      ],
      questions: [
        [
          'Je veux la liste des demandes d’un chiffre.',
          'Ouvrez ce chiffre, puis «Exporter toute la liste» et «Préparer le fichier». Il vous attend dans «Vos listes exportées», quelques jours.',
        ],
      ],
      appeler: referent,
    },
    {
      cle: 'annuaire',
      titre: 'Joindre un partenaire',
      pages: ['/annuaire'],
      quand: 'Pour parler à quelqu’un plutôt que d’écrire.',
      etapes: [
        'Dans une demande, les coordonnées de qui a déposé sont à côté.',
        '[L’annuaire](/annuaire) donne les référents et les gestionnaires de chaque partenaire.',
      ],
      questions: [['Puis-je nommer l’assuré dans un courriel ?', 'Non. Donnez la référence de la demande.']],
      appeler: referent,
    },
    chapitreDanger(
      'Un compte signalé se ferme dès qu’un référent le décide. Le DPO suit la violation, dans son délai.',
    ),
    ...chapitresDuCompte({ corrige: 'Un référent de votre caisse la corrige.', depanne: referent }),
  ],
}

import { chapitreDanger, chapitresDuCompte } from '@/lib/guide/communs'
import type { Guide } from '@/lib/guide/modele'
import { chapitresPartenaire } from '@/lib/guide/partenaire'
import { DELAI_RETRAIT_MINUTES } from '@/lib/messages/envoi'

const laCaisse =
  'L’agent qui suit la demande : écrivez-lui dans la demande. Pour le reste, la caisse, dans [l’annuaire](/annuaire).'

export const guideTechnicien: Guide = {
  titre: 'Guide du technicien',
  chapeau:
    'Vous déposez des demandes pour les personnes que vous accompagnez, et vous les suivez jusqu’à la réponse. Les délais, les motifs et les pièces sont ceux de votre caisse : le portail les affiche là où ils comptent.',
  chapitres: [
    {
      cle: 'accueil',
      titre: 'Voir ce qui m’attend',
      pages: ['/demandes'],
      quand: 'En arrivant, ou entre deux rendez-vous.',
      etapes: [
        'Ouvrez [l’accueil](/demandes). Sous «Ce qui vous attend», chaque ligne a un seul bouton : «Compléter», «Choisir», «Lire» ou «Reprendre».',
        'Dessous, la liste montre les demandes ouvertes et récentes de toute votre équipe, les plus proches de leur échéance d’abord.',
        'La couleur brique veut dire que c’est à vous, ou qu’une échéance est proche.',
      ],
      questions: [
        [
          'Une collègue est absente. Puis-je répondre à sa place ?',
          'Oui. Toute l’équipe voit et continue toutes les demandes de la structure.',
        ],
      ],
      appeler: laCaisse,
    },
    {
      cle: 'deposer',
      titre: 'Déposer une demande',
      pages: ['/demandes/nouvelle', '/demandes/brouillon', '/demandes/[reference]/confirmation'],
      quand:
        'Étude d’un dossier, difficulté d’accès aux droits ou aux soins, rendez-vous, document, ou question à la caisse.',
      etapes: [
        'Expliquez à la personne ce que vous allez transmettre et recueillez son accord.',
        'Choisissez [Nouvelle demande](/demandes/nouvelle), puis le service. Si plusieurs caisses vous sont ouvertes, celle de la personne.',
        'Choisissez le motif, puis «Continuer» d’écran en écran : la personne, sa situation, les pièces.',
        '«Vérifiez avant de transmettre» relit tout. Indiquez comment la personne a donné son accord.',
        'Le bouton qui commence par Transmettre dépose la demande.',
      ],
      ensuite:
        'Une référence et un accusé de réception, avec la date et l’heure. «Ce qui va se passer» dit dans quel délai la caisse répond, quand elle en annonce un pour ce motif.',
      questions: [
        [
          'Je suis interrompu.',
          'Tout est déjà enregistré. «Enregistrer et reprendre plus tard», ou fermez la page : le brouillon est sur votre accueil, avec le jour où il s’effacera.',
        ],
        [
          'Le portail dit qu’une demande est déjà en cours.',
          'Le mieux est souvent «Ajouter un message à cette demande». Si c’est autre chose, «Continuer quand même».',
        ],
        [
          'Le portail refuse mon texte.',
          'Il y a vu un numéro de sécurité sociale. Retirez-le : il peut figurer sur une pièce, jamais dans un texte. Si vos mots ressemblent à des données de santé, il vous avertit seulement.',
        ],
        [
          'C’est urgent.',
          'Pour un dossier, répondez «Oui, avec un justificatif» à la question de l’urgence, et joignez le justificatif. Le délai est plus court, selon votre caisse.',
        ],
      ],
      appeler: laCaisse,
    },
    {
      cle: 'pieces',
      titre: 'Joindre les pièces',
      pages: ['/demandes/brouillon/[id]/pieces'],
      quand: 'À l’étape des pièces, ou pour un complément.',
      etapes: [
        'La page liste les pièces attendues pour ce motif. Glissez chaque fichier sur sa ligne, ou choisissez-le ; plusieurs d’un coup si besoin. Depuis un téléphone, prenez la photo.',
        'Attendez «Prête» : chaque fichier passe à l’antivirus.',
        'La personne n’a pas une pièce ? Cochez «La personne ne l’a pas» et dites pourquoi : la caisse ne vous la redemandera pas sans raison.',
        'Le reste va dans «Autre pièce».',
      ],
      questions: [
        [
          'Le portail dit que la photo est floue.',
          'Vous pouvez la garder, mais une pièce illisible est la première cause de retour. Reprenez-la à la lumière, à plat.',
        ],
        [
          'Un fichier est refusé.',
          'Le portail dit pourquoi : trop lourd, vide, protégé par un mot de passe, d’un format qu’il ne prend pas. Les formats et les tailles sont à côté de la liste.',
        ],
      ],
      appeler: laCaisse,
    },
    {
      cle: 'suivre',
      titre: 'Suivre et retrouver une demande',
      pages: ['/demandes/[reference]', '/demandes/toutes', '/demandes/recherche'],
      quand: 'Pour savoir où en est une demande, ou quand la personne vous le demande.',
      etapes: [
        'La recherche, en haut de la page, prend une référence, un nom même mal écrit, un motif, des mots des échanges.',
        '[Toutes les demandes](/demandes/toutes) se filtrent par statut, par personne qui a déposé et par période.',
        'Dans la demande : le délai en toutes lettres, les échanges, les pièces, l’historique. «Consultée le» dit quand la caisse l’a ouverte.',
        'Une précision à donner ? Sous «Écrire à la caisse», puis «Envoyer le message».',
      ],
      ensuite: `Un message se retire pendant ${DELAI_RETRAIT_MINUTES} minutes par «Retirer ce message» : la caisse n’est prévenue qu’après.`,
      questions: [
        ['Que veut dire Prise en charge ?', 'Un agent s’en occupe. Son nom est dans la demande, sous «Suivie par».'],
        [
          'La caisse a changé la demande de motif, ou de caisse.',
          'L’historique dit pourquoi. La date de réception ne change pas.',
        ],
        [
          'J’ai besoin de tout le dossier.',
          '«Tout le dossier (ZIP)» réunit les échanges, l’historique et les fichiers.',
        ],
      ],
      appeler: laCaisse,
    },
    {
      cle: 'complement',
      titre: 'Répondre à un complément',
      pages: [],
      quand: 'La caisse vous demande une pièce ou une précision. Son délai est arrêté jusqu’à votre envoi.',
      etapes: [
        'Depuis [l’accueil](/demandes), «Compléter».',
        'La demande dit ce qui manque. Joignez les pièces, et un mot si besoin.',
        '«Envoyer le complément». Envoyez tout en une fois si vous le pouvez.',
      ],
      ensuite: 'Le délai repart à zéro quand le dossier est complet.',
      questions: [
        [
          'Je ne comprends pas ce qui est demandé.',
          '«Poser une question à la caisse, sans envoyer encore le complément».',
        ],
        ['La personne n’a pas la pièce.', 'Dites-le dans votre mot : la caisse peut accepter une autre pièce.'],
      ],
      appeler: laCaisse,
    },
    {
      cle: 'rendez-vous',
      titre: 'Prendre un rendez-vous',
      pages: [],
      quand:
        'Pour une personne que la caisse doit recevoir, appeler ou voir à distance. Certaines caisses le réservent aux personnes non autonomes : le portail le dit.',
      etapes: [
        'Déposez une demande du service «Demander un rendez-vous pour un assuré», avec les demi-journées où la personne est libre.',
        'Quand la caisse propose des créneaux, ouvrez la demande : «Choisissez un créneau de rendez-vous». Ils ne sont pas retenus tant que vous n’en avez pas choisi un.',
        '«Ajouter à mon agenda» met la date dans votre agenda, sans le nom de la personne.',
      ],
      ensuite: 'Un changement de la caisse vous arrive aussitôt par courriel.',
      questions: [
        ['Aucune date ne va.', '«Aucun créneau ne convient», puis «Demander d’autres créneaux».'],
        [
          'La personne ne peut plus venir.',
          '«Annuler le rendez-vous», dès que vous le savez : le créneau sert à une autre.',
        ],
      ],
      appeler: laCaisse,
    },
    {
      cle: 'annuler',
      titre: 'Annuler, ou rouvrir une demande',
      pages: ['/demandes/[reference]/annuler'],
      quand: 'La demande n’a plus lieu d’être, ou la réponse ne suffit pas.',
      etapes: [
        'Tant qu’aucun agent ne l’a prise : «Annuler la demande», en disant pourquoi.',
        'Après, écrivez à la caisse dans la demande.',
        'Une réponse qui ne suffit pas ? Sous «La réponse de la caisse», écrivez, puis «Envoyer et rouvrir la demande».',
      ],
      ensuite:
        'La date limite pour rouvrir est écrite dans la demande ; elle dépend de votre caisse. Passée, faites une nouvelle demande.',
      appeler: laCaisse,
    },
    {
      cle: 'courriels',
      titre: 'Recevoir moins de courriels, ou les relire',
      pages: ['/demandes/[reference]/courriels'],
      quand: 'Trop de courriels, ou un courriel qui n’est pas arrivé.',
      etapes: [
        'Dans [Mon compte](/compte#preferences), choisissez «Aussitôt», «Deux fois par jour», «Une fois par jour» ou «Jamais», puis «Enregistrer mes préférences».',
        'Dans une demande, «Courriels envoyés» garde chacun des courriels qu’elle a fait partir.',
      ],
      questions: [
        [
          'Avec Jamais, vais-je manquer une réponse ?',
          'Non. Le portail signale toujours ce qui est nouveau, et les rendez-vous partent aussitôt.',
        ],
      ],
      appeler:
        'Le gestionnaire de votre structure, si votre adresse est fausse ou si l’équipe veut une boîte partagée.',
    },
    {
      cle: 'gestionnaire',
      titre: 'Demander un changement de gestionnaire',
      pages: ['/habilitations', '/acces-ferme'],
      quand: 'Votre structure n’a plus de gestionnaire, ou son compte doit changer. La caisse seule y touche.',
      etapes: [
        'Ouvrez [les demandes sur les comptes gestionnaire](/habilitations), puis «Faire une demande».',
        'Dites s’il faut créer, modifier ou inactiver un compte, et pour qui.',
      ],
      ensuite: 'La caisse l’applique ou dit pourquoi elle ne le fait pas. Son délai, en jours ouvrés, est affiché.',
      questions: [
        [
          'Le portail dit que votre accès est fermé.',
          'La page dit pourquoi et qui appeler. Rien de ce que vous avez déposé n’est perdu : la caisse le traite.',
        ],
      ],
      appeler: 'La caisse, dans [l’annuaire](/annuaire).',
    },
    ...chapitresPartenaire,
    chapitreDanger(
      'La caisse ferme un compte signalé sur-le-champ ; votre gestionnaire et vous en recevez la preuve. Pour une violation, la page montre le délai qui court.',
    ),
    ...chapitresDuCompte({
      corrige: 'Le gestionnaire de votre structure la corrige.',
      depanne:
        'Le gestionnaire de votre structure : il remet votre double authentification à zéro, ou vous donne un lien.',
    }),
  ],
}

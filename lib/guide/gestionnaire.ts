import { chapitreDanger, chapitresDuCompte } from '@/lib/guide/communs'
import type { Guide } from '@/lib/guide/modele'
import { chapitresPartenaire } from '@/lib/guide/partenaire'

const laCaisse = 'Le référent de la caisse, dans [l’annuaire](/annuaire).'

export const guideGestionnaire: Guide = {
  titre: 'Guide du gestionnaire',
  chapeau:
    'Vous tenez les comptes de votre structure et vous suivez le partenariat avec la caisse. Vous ne déposez ni ne lisez aucune demande : qui fait les deux a deux comptes. Les places, les délais et l’intervalle des revues sont ceux de votre caisse.',
  chapitres: [
    {
      cle: 'equipe',
      titre: 'Tenir l’équipe',
      pages: ['/equipe', '/comptes', '/acces-ferme'],
      quand: 'Quelqu’un arrive, change de nom ou d’adresse, ou n’arrive plus à se connecter.',
      etapes: [
        'Ouvrez [Votre équipe](/equipe). La jauge dit combien de places restent, si votre caisse les limite.',
        '«Ajouter un technicien» : son identité, son adresse professionnelle, et ce que vous attestez de lui. «Créer le compte» lui envoie un lien.',
        'Plusieurs arrivées ? «Importer une liste» : le fichier est vérifié, et vous relisez tout avant que rien ne soit créé.',
        'Pour changer une fiche, ouvrez le compte, puis «Enregistrer les changements».',
        'Plus de téléphone ni de code de secours ? Assurez-vous que c’est bien la personne, puis «Réinitialiser la double authentification», sur sa fiche.',
      ],
      ensuite: 'La liste montre «Lien non utilisé» tant que la personne n’a pas choisi son mot de passe.',
      questions: [
        [
          'Le courriel d’activation n’arrive pas.',
          'Sur la ligne de la personne : «Corriger l’adresse» si elle est fausse, sinon «Copier un lien à lui remettre».',
        ],
        [
          'L’adresse est refusée.',
          'Elle doit être d’un domaine professionnel que votre organisme a déclaré à la caisse. Un domaine manque ? Demandez-le à la caisse.',
        ],
        [
          'Il n’y a plus de place.',
          'Inactivez un compte qui ne sert plus, ou parlez-en à la caisse si vos effectifs ont changé.',
        ],
      ],
      appeler: laCaisse,
    },
    {
      cle: 'depart',
      titre: 'Fermer le compte de quelqu’un qui part',
      pages: ['/equipe/[id]/inactiver'],
      quand: 'Un départ, une longue absence, un changement de poste.',
      etapes: [
        'Ouvrez le compte depuis [Votre équipe](/equipe), puis «Inactiver le compte».',
        'Dites pourquoi, et quand : «Tout de suite» ou «À une date que je choisis».',
        'La page dit ce qui va se passer. Validez par «Inactiver le compte».',
      ],
      ensuite: 'La personne ne peut plus se connecter et en est prévenue. Ses demandes restent suivies par l’équipe.',
      questions: [
        ['Je me suis trompé.', 'Le compte se rétablit depuis l’équipe, tant qu’il n’est pas effacé.'],
        [
          'C’est une fraude, une perte ou un vol.',
          'N’inactivez pas : [signalez-le](/signaler). Le compte se ferme aussitôt, et la preuve est gardée.',
        ],
      ],
      appeler: laCaisse,
    },
    {
      cle: 'revue',
      titre: 'Signer la revue des habilitations',
      pages: ['/equipe/revue'],
      quand: 'Une bannière l’annonce sur l’écran de l’équipe : la caisse vous demande de confirmer chaque compte.',
      etapes: [
        'Ouvrez la revue depuis [Votre équipe](/equipe).',
        'Pour chaque compte, dites s’il est à garder ou à inactiver. Chaque choix est enregistré : vous pouvez vous arrêter.',
        'Quand tout est décidé, cochez l’attestation, puis «Signer la revue».',
      ],
      ensuite: 'Les comptes à inactiver se ferment à la signature. La caisse voit la date et votre nom.',
      questions: [
        [
          'Que se passe-t-il si je ne signe pas ?',
          'La caisse vous relance ; selon ses réglages, elle peut suspendre l’accès de la structure.',
        ],
      ],
      appeler: laCaisse,
    },
    {
      cle: 'boite',
      titre: 'Recevoir les courriels dans une boîte partagée',
      pages: ['/equipe/boite'],
      quand: 'Pour qu’une réponse soit lue même quand la personne qui a déposé est absente.',
      etapes: [
        'Depuis l’équipe, «Régler la boîte partagée».',
        'Donnez son adresse professionnelle, puis «Enregistrer la boîte».',
      ],
      ensuite: 'La boîte reçoit les avis de l’équipe. Comme tous, ils ne nomment aucun assuré.',
      appeler: laCaisse,
    },
    {
      cle: 'gestionnaires',
      titre: 'Demander un compte de gestionnaire, ou le changer',
      pages: ['/habilitations'],
      quand: 'Un gestionnaire arrive, part ou change de coordonnées. Seule la caisse touche à ces comptes.',
      etapes: [
        'Ouvrez [les demandes sur les comptes gestionnaire](/habilitations), puis «Faire une demande».',
        'Créer, modifier ou inactiver : choisissez, décrivez, transmettez.',
        'Pour un départ, demandez-le avec le préavis que la page indique.',
      ],
      ensuite: 'La caisse applique ou dit pourquoi elle ne le fait pas, dans le délai affiché, en jours ouvrés.',
      questions: [
        [
          'Le dernier gestionnaire s’en va.',
          'Son compte ne se ferme pas avant celui de son successeur : «Demander un compte pour le successeur».',
        ],
      ],
      appeler: laCaisse,
    },
    {
      cle: 'convention',
      titre: 'Lire la convention',
      pages: ['/convention'],
      quand: 'Pour connaître une date, retrouver un document, ou signer un avenant.',
      etapes: [
        'Ouvrez [Convention](/convention) : ses dates, ses caisses, ses référents, ses documents.',
        'Un avenant à signer est en haut de la page. Une fois le papier signé : «Enregistrer notre signature».',
      ],
      questions: [
        [
          'La page parle d’une mise en demeure.',
          'Elle dit ce qui est reproché et jusqu’à quelle date vous pouvez y remédier. Appelez la caisse sans attendre.',
        ],
      ],
      appeler: laCaisse,
    },
    {
      cle: 'copil',
      titre: 'Préparer le COPIL avec la caisse',
      pages: ['/bilan/copil'],
      quand: 'Une réunion approche, ou ses décisions sont à suivre.',
      etapes: [
        'Ouvrez [Bilan](/bilan), la période de la réunion, puis [le COPIL](/bilan/copil).',
        'Sous «Votre commentaire», dites ce que les chiffres ne disent pas. «Enregistrer le commentaire».',
        '«Ajouter à mon agenda» y met la réunion.',
      ],
      ensuite:
        'Après la réunion, les décisions restent là avec qui s’en charge. Celles qui ne sont pas faites reviennent au COPIL suivant.',
      questions: [['Puis-je changer mon commentaire ?', 'Jusqu’à ce que la caisse enregistre le compte rendu.']],
      appeler: laCaisse,
    },
    {
      cle: 'questionnaire',
      titre: 'Répondre au questionnaire de la caisse',
      pages: ['/questionnaires'],
      quand: 'Une fois par an, la caisse demande l’avis de votre organisme. Un courriel et votre bilan l’annoncent.',
      etapes: [
        'Ouvrez [Questionnaires](/questionnaires), puis celui qui attend.',
        'Répondez. «Enregistrer et finir plus tard» garde tout ; un autre gestionnaire peut continuer.',
        '«Relire avant d’envoyer», puis «Envoyer la réponse».',
      ],
      ensuite:
        'Il n’y a qu’une réponse par organisme, et elle ne change plus. Si la caisse publie les résultats, ils se lisent au même endroit.',
      appeler: laCaisse,
    },
    {
      cle: 'inscrire',
      titre: 'Inscrire mon équipe à une formation',
      pages: ['/formations/[id]'],
      quand: 'Une session vous est ouverte, et quelqu’un de l’équipe doit y aller.',
      etapes: [
        'Ouvrez la session depuis [Formations](/formations).',
        'Sous «Votre équipe», choisissez la personne, puis «Inscrire cette personne».',
      ],
      ensuite: 'Elle en est prévenue, avec la date pour son agenda. Vous retrouvez son attestation au même endroit.',
      appeler: 'La caisse qui propose la session, dans [l’annuaire](/annuaire).',
    },
    {
      cle: 'contacts',
      titre: 'Tenir nos contacts dans l’annuaire',
      pages: ['/annuaire/partenaire'],
      quand: 'Le référent de la convention ou le DPO de votre organisme change.',
      etapes: [
        'Ouvrez [Annuaire](/annuaire), puis «Ajouter un contact», ou «Modifier» sur une ligne.',
        'Une personne n’est plus à joindre ? Ouvrez-la, puis «Retirer ce contact».',
      ],
      ensuite: 'La caisse le voit aussitôt.',
      appeler: laCaisse,
    },
    ...chapitresPartenaire,
    chapitreDanger(
      'La caisse ferme un compte signalé sur-le-champ, et vous remet une attestation datée. Pour une violation, la page montre le délai qui court.',
    ),
    ...chapitresDuCompte({ corrige: '[Demandez le changement à la caisse](/habilitations).', depanne: laCaisse }),
  ],
}

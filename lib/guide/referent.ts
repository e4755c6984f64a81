import { chapitreDanger, chapitrePublier, chapitresDuCompte } from '@/lib/guide/communs'
import type { Guide } from '@/lib/guide/modele'
import { chapitresDeLaCaisse } from '@/lib/guide/referent-reglages'

const collegue = 'Un autre référent de votre caisse, ou l’administration nationale.'

export const guideReferent: Guide = {
  titre: 'Guide du référent',
  chapeau:
    'Vous tenez le partenariat de votre caisse : partenaires, conventions, comptes de gestionnaire, réglages, formations, chiffres. Vous ne lisez aucune demande, sauf si vous êtes aussi agent.',
  chapitres: [
    {
      cle: 'accueil',
      titre: 'Voir ce qui m’attend',
      pages: ['/caisse/accueil', '/caisse/nuit'],
      quand: 'En arrivant.',
      etapes: [
        'Ouvrez [l’accueil](/caisse/accueil) : sous «Ce qui vous attend», le plus pressé d’abord.',
        '«Ce qui arrive tout seul» annonce les dates proches. [Ce que fera la prochaine nuit](/caisse/nuit) dit ce que le portail ouvrira, fermera ou rappellera.',
      ],
      appeler: collegue,
    },
    {
      cle: 'partenaires',
      titre: 'Ajouter et tenir un partenaire',
      pages: ['/caisse/partenaires'],
      quand: 'Un organisme rejoint le partenariat, grandit ou change d’adresse.',
      etapes: [
        'Ouvrez [Partenaires](/caisse/partenaires), puis «Ajouter un partenaire». Son SIRET dit s’il existe déjà chez une autre caisse.',
        'Sa fiche porte le nombre de membres, dont dépendent les places, et les domaines de messagerie permis.',
        'Un grand organisme se découpe : «Ajouter une structure», chacune avec ses comptes et sa date d’ouverture.',
        '«Services et motifs ouverts» restreint ce qu’il peut demander.',
      ],
      questions: [
        [
          'Un usage est inacceptable.',
          'Suspendez tout l’accès depuis la convention : «Suspendre le partenaire». Le motif lui est transmis.',
        ],
      ],
      appeler: collegue,
    },
    {
      cle: 'conventions',
      titre: 'Mener une convention, de la signature à la fin',
      pages: ['/caisse/conventions'],
      quand: 'Une signature, un avenant, une échéance, un manquement.',
      etapes: [
        'Ouvrez [Conventions](/caisse/conventions), puis «Préparer une convention». «Enregistrer le brouillon».',
        'Sous «Agir sur cette convention», chaque acte a sa page : «Enregistrer les signatures», «Ajouter un avenant», «Mettre en demeure», «Enregistrer une dénonciation»…',
        'Avant un acte lourd, «Voir ce qui se passera». Et pour une date : «Que se passera-t-il le…».',
        'Les textes signés se gardent sous «Les documents».',
      ],
      ensuite:
        'L’accès s’ouvre et se ferme seul, aux dates de la convention. Les demandes déjà déposées restent à la caisse.',
      questions: [
        [
          'Le partenaire doit recevoir des documents d’assurés dans le portail.',
          '«Remise de documents dans le portail», s’il est habilité à les recevoir.',
        ],
      ],
      appeler: collegue,
    },
    {
      cle: 'gestionnaires',
      titre: 'Répondre à une demande de compte',
      pages: [
        '/caisse/habilitations',
        '/caisse/partenaires/[id]/gestionnaires',
        '/caisse/partenaires/[id]/comptes',
        '/comptes',
      ],
      quand: 'Un partenaire demande de créer, changer ou fermer un compte de gestionnaire.',
      etapes: [
        'Ouvrez [Habilitations](/caisse/habilitations), la plus ancienne d’abord. Le délai est en jours ouvrés de votre caisse.',
        'La page compare le compte d’aujourd’hui et ce qui est demandé, et compte les places.',
        'Appliquez en un geste, ou «Refuser la demande» en disant pourquoi : le partenaire le lit.',
      ],
      questions: [
        [
          'Le portail refuse de fermer le compte.',
          'C’est le dernier gestionnaire de sa structure : «Ajouter son successeur» d’abord.',
        ],
        [
          'Le gestionnaire n’a plus son téléphone.',
          'Assurez-vous que c’est lui, puis «Réinitialiser la double authentification», sur son compte.',
        ],
      ],
      appeler: collegue,
    },
    {
      cle: 'revues',
      titre: 'Lancer et suivre les revues',
      pages: ['/caisse/revues'],
      quand: 'À l’intervalle que votre caisse a fixé, ou après un doute.',
      etapes: [
        'Ouvrez [Revues d’habilitation](/caisse/revues) : qui a signé, qui est en retard.',
        '«Ouvrir une revue pour toutes», ou pour une structure.',
        'Relancez un retard depuis sa ligne.',
      ],
      ensuite: 'Une revue signée s’exporte. Non signée, elle peut suspendre le partenaire si vos réglages le disent.',
      appeler: collegue,
    },
    {
      cle: 'incidents',
      titre: 'Fermer un compte signalé',
      pages: ['/caisse/incidents'],
      quand: 'Fraude, perte, vol : tout de suite.',
      etapes: [
        'Ouvrez [Comptes signalés](/caisse/incidents), puis le signalement.',
        '«Inactiver ce compte tout de suite» ferme ses sessions. Rien à fermer ? «Classer sans suite».',
        'Remettez la preuve : «Ouvrir l’attestation (PDF)».',
        'Plus tard, décidez : «Le compte reste inactivé», «Rétablir le compte» ou «Sans suite», puis «Enregistrer la décision».',
      ],
      questions: [['Des données ont pu être vues.', '[Déclarez aussi une violation](/violations/declarer).']],
      appeler: 'Le DPO de votre caisse.',
    },
    {
      cle: 'bilans',
      titre: 'Lire les bilans',
      pages: ['/caisse/bilans'],
      quand: 'Pour suivre les délais, ou voir ce qui bloque.',
      etapes: [
        'Ouvrez [Bilans](/caisse/bilans) et choisissez la période. «Ce qui bloque» range les motifs, «Partenaire par partenaire» les compare.',
        'Ouvrez un partenaire pour son bilan ; il s’emporte : «PDF, pour la réunion», «Excel», «LibreOffice» ou «CSV».',
        '«Tirer l’échantillon» en prend quelques-unes au hasard ; le numéro de tirage les redonne.',
      ],
      questions: [
        [
          'Le public peut-il voir nos chiffres ?',
          'Seulement si votre caisse ouvre sa page, dans [Paramètres](/caisse/parametres), sous «Statistiques».',
        ],
      ],
      appeler: collegue,
    },
    {
      cle: 'copil',
      titre: 'Préparer le COPIL',
      pages: ['/caisse/bilans/[partenaire]/copil'],
      quand: 'Une réunion avec un partenaire approche.',
      etapes: [
        'Depuis le bilan du partenaire et de la période, «Préparer un COPIL» : le jour, l’heure, le lieu ou le lien.',
        'Chaque côté écrit son commentaire. «Enregistrer le commentaire».',
        'Pendant la réunion, «Ajouter la décision» : quoi, qui, pour quand.',
        'Après : les présents, puis «Enregistrer le compte rendu».',
      ],
      ensuite:
        'Le compte rendu est figé et s’emporte en PDF. Les décisions à faire reviennent au COPIL suivant ; «Noter comme faite» les clôt.',
      questions: [
        ['Une erreur dans le compte rendu.', '«Rouvrir ce COPIL», en disant pourquoi : le partenaire le voit.'],
      ],
      appeler: collegue,
    },
    {
      cle: 'formations',
      titre: 'Organiser une formation',
      pages: ['/caisse/formations'],
      quand: 'Pour tous les partenaires, ou quelques-uns.',
      etapes: [
        'Ouvrez [Formations](/caisse/formations), puis «Préparer une session». «Enregistrer le brouillon», relisez, «Publier la session».',
        'Les inscriptions arrivent seules ; la liste d’attente prend les places qui se libèrent.',
        'Après, cochez qui était là, puis «Noter les présences».',
      ],
      ensuite: 'Chacun reçoit son attestation, et le nombre de personnes formées entre au bilan.',
      questions: [
        [
          'Il faut annuler.',
          '«Annuler la session», en disant pourquoi : les inscrits sont prévenus, leur agenda aussi.',
        ],
      ],
      appeler: collegue,
    },
    ...chapitresDeLaCaisse(collegue),
    chapitrePublier(collegue),
    {
      cle: 'questionnaire',
      titre: 'Demander leur avis aux partenaires',
      pages: ['/caisse/questionnaires'],
      quand: 'Une fois par an, pour le bilan.',
      etapes: [
        'Ouvrez [Questionnaires](/caisse/questionnaires), puis «Préparer un questionnaire» : l’année, les dates, les rappels, et si les réponses sont «Nominatives» ou «Anonymes». «Enregistrer le brouillon».',
        '«Ajouter une question», puis «Enregistrer la question». Celles de l’an passé peuvent être reprises.',
        '«Envoyer aux partenaires» : il part au jour d’ouverture, et relance de lui-même ceux qui n’ont pas répondu.',
        'Après la clôture, «Voir les résultats», puis «Publier les résultats» si vous voulez les montrer à tous.',
      ],
      ensuite: 'Les résultats se lisent aussi dans le bilan.',
      questions: [['Peu de réponses sont arrivées.', '«Reporter la clôture» laisse plus de temps.']],
      appeler: collegue,
    },
    {
      cle: 'support',
      titre: 'Répondre à un dysfonctionnement signalé',
      pages: ['/support/recus'],
      quand: 'Un partenaire ou un agent de la caisse vous dit que quelque chose ne marche pas.',
      etapes: [
        'Ouvrez [Dysfonctionnements signalés](/support/recus) : ils sont rangés par page, pour voir ce qui se répète.',
        'Lisez ce que le portail a joint : la page, l’heure, le navigateur.',
        'Sous «Votre réponse», répondez, puis «C’est résolu» ou «Transmettre à l’appui national». «Enregistrer la suite».',
      ],
      ensuite: 'La personne reçoit un courriel, et relit votre réponse dans le portail.',
      appeler: collegue,
    },
    chapitreDanger(
      'Un signalement vous revient, dans [Comptes signalés](/caisse/incidents). Le DPO suit la violation, dans son délai.',
    ),
    ...chapitresDuCompte({
      corrige: 'Un autre référent de votre caisse, ou l’administration nationale, la corrige.',
      depanne: collegue,
    }),
  ],
}

import { chapitreDanger, chapitresDuCompte } from '@/lib/guide/communs'
import type { Guide } from '@/lib/guide/modele'

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
      appeler: collegue,
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
      appeler: collegue,
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
      appeler: collegue,
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
      appeler: collegue,
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
    chapitreDanger(
      'Un signalement vous revient, dans [Comptes signalés](/caisse/incidents). Le DPO suit la violation, dans son délai.',
    ),
    ...chapitresDuCompte({
      corrige: 'Un autre référent de votre caisse, ou l’administration nationale, la corrige.',
      depanne: collegue,
    }),
  ],
}

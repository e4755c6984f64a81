import type { Chapitre } from '@/lib/guide/modele'

/** What every account does alike, for itself. `corrige`: who corrects its record; `depanne`: who helps when nothing works any more. */
export function chapitresDuCompte({ corrige, depanne }: { corrige: string; depanne: string }): Chapitre[] {
  return [
    {
      cle: 'compte',
      titre: 'Régler et protéger mon compte',
      pages: ['/compte'],
      quand:
        'Pour changer de mot de passe, de téléphone ou de rythme de courriels, ou relire ce qui est gardé sur vous.',
      etapes: [
        'Ouvrez le menu à votre nom, puis [Mon compte](/compte).',
        'Sous «Préférences», réglez les raccourcis du clavier et, si vous en recevez, les courriels. Validez par «Enregistrer mes préférences».',
        '[Voir ce qui protège mon compte](/compte/securite) réunit le mot de passe, l’application de codes, les clés d’accès, les codes de secours, les appareils connus et les sessions ouvertes.',
        'Un poste partagé, une session oubliée ? «Fermer toutes les autres sessions».',
        '[Voir mes données](/compte/donnees) montre tout ce que le portail garde sur votre compte, à lire ou à emporter.',
      ],
      questions: [
        [
          'Je change de téléphone.',
          'Avant de rendre l’ancien : «Changer d’application ou de téléphone». Trop tard ? Un code de secours ouvre le compte une fois.',
        ],
        ['Mon nom ou mon adresse est faux.', `Personne ne corrige sa propre fiche. ${corrige}`],
      ],
      appeler: depanne,
    },
    {
      cle: 'nouvelles',
      titre: 'Lire les actualités, trouver un document',
      pages: ['/actualites', '/bibliotheque'],
      quand: 'Une règle change, un formulaire vous manque, ou votre accueil annonce du nouveau.',
      etapes: [
        '[Actualités](/actualites) : les plus récentes d’abord. Tout lu ? «Tout marquer comme lu».',
        '[Bibliothèque](/bibliotheque) : formulaires, notices et guides. Cherchez un mot, un thème ou un service, puis «Chercher».',
        'Les liens de ces deux pages sont au pied de chaque écran.',
      ],
      appeler: depanne,
    },
    {
      cle: 'panne',
      titre: 'Signaler un dysfonctionnement',
      pages: ['/support'],
      quand: 'Une page qui ne répond pas, un bouton sans effet, une erreur qui revient.',
      etapes: [
        'Depuis la page en cause, «Signaler un dysfonctionnement», tout en bas : elle part avec votre message.',
        'Dites ce que vous faisiez, ce qui s’est passé, et si vous pouvez continuer. Aucun nom d’assuré.',
        '«Envoyer le signalement».',
      ],
      ensuite: 'Un courriel vous prévient de la réponse. Tout est gardé dans [Mes signalements](/support).',
      questions: [
        [
          'Le portail est en maintenance.',
          'Tout se lit, rien ne s’enregistre, sauf vos brouillons et les signalements. [Cette page](/maintenance) dit quel autre canal prendre.',
        ],
      ],
      appeler:
        'Bloqué, et pressé ? «Un dysfonctionnement ? Qui appeler», en bas de chaque page. Donnez le numéro d’incident s’il s’en affiche un : il suffit à retrouver ce qui s’est passé.',
    },
    {
      cle: 'aide',
      titre: 'Trouver de l’aide',
      pages: ['/guide', '/premiere-visite'],
      quand: 'Quand un écran ne se comprend pas.',
      etapes: [
        '«Aide», en haut de chaque page («Aide sur cette page» dans le menu d’un téléphone), ouvre le bon chapitre de ce guide.',
        'Pour chercher un mot dans le guide, utilisez la recherche de votre navigateur (Ctrl + F). Pour l’imprimer, Ctrl + P.',
        '[La visite du portail](/premiere-visite) se refait quand vous voulez.',
      ],
      appeler: 'Le numéro est sous «Un dysfonctionnement ? Qui appeler», en bas de chaque page.',
    },
  ]
}

/** Of all but the national support, which holds nobody's data: `ferme` says who closes the account, and how fast. */
export function chapitreDanger(ferme: string): Chapitre {
  return {
    cle: 'danger',
    titre: 'Signaler un compte en danger, ou des données perdues',
    pages: ['/signaler', '/violations'],
    quand:
      'Mot de passe connu d’un autre, ordinateur volé, fichier envoyé à la mauvaise personne, dossier ouvert sans raison.',
    etapes: [
      'Un compte volé, perdu ou utilisé par un autre : [signalez-le](/signaler), puis «Signaler ce compte».',
      'Des données vues, perdues ou changées à tort : [déclarez la violation](/violations/declarer), même dans le doute, même incomplète. «Déclarer la violation» fait partir le délai.',
      'Vous apprenez autre chose ensuite ? Ouvrez [vos déclarations](/violations) et «Ajouter l’information».',
    ],
    ensuite: ferme,
    questions: [
      [
        'Et si je me trompe ?',
        'Un signalement de trop se classe, un signalement de moins ne se rattrape pas. Personne ne vous le reprochera.',
      ],
    ],
    appeler:
      'Le délégué à la protection des données de la caisse, dans [l’annuaire](/annuaire). Ne nommez aucun assuré dans un courriel.',
  }
}

/** Of those who write for others: a référent for its caisse, the national support for all. */
export function chapitrePublier(appeler: string): Chapitre {
  return {
    cle: 'publier',
    titre: 'Publier une actualité ou un document',
    pages: [
      '/actualites/gerer',
      '/actualites/nouvelle',
      '/actualites/[id]',
      '/bibliotheque/nouveau',
      '/bibliotheque/[id]',
    ],
    quand: 'Une règle change, un formulaire est nouveau, une information vaut pour beaucoup.',
    etapes: [
      'Ouvrez [les actualités à tenir](/actualites/gerer), puis «Écrire une actualité» : le titre, le texte, et pour qui. «Enregistrer et relire».',
      '«Relire et publier», puis «Publier l’actualité», maintenant ou à une date. «Prévenir ses lecteurs par courriel» suit le rythme de chacun.',
      'Un document : [Bibliothèque](/bibliotheque), «Ajouter un document», ce à quoi il sert et les demandes à côté desquelles le montrer.',
      'Une nouvelle édition ? «Ajouter une version», sur sa fiche : l’ancienne n’est plus proposée.',
    ],
    ensuite: 'Une erreur se corrige : «Corriger», ou «Retirer l’actualité».',
    appeler,
  }
}

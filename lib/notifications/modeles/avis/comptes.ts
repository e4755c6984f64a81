import { type Avis, la, le, raison } from '@/lib/notifications/modeles/avis/commun'
import { pluriel } from '@/lib/socle/format'

/** Accounts, requests about them, revues, and what the night reminds of. */
export const avisComptes = {
  compte_inactive: {
    objet: 'votre compte est fermé',
    corps: (d) => [
      `Votre compte ${d.identifiant ?? ''} est fermé depuis le ${le(d)}. Merci pour le travail fait avec l’Assurance Maladie.`,
      ...raison(d),
      'Une question, ou une erreur\u00a0? Écrivez à la personne qui gère les comptes de votre structure, ou à la caisse.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
  compte_retabli: {
    objet: 'votre compte est rouvert',
    corps: (d) => [
      `Votre compte ${d.identifiant ?? ''} est rouvert.`,
      'Votre mot de passe n’a pas changé. Si vous ne l’avez plus, la page de connexion permet d’en choisir un autre.',
    ],
    bouton: 'Me connecter',
    chemin: '/connexion',
  },
  compte_adresse: {
    objet: 'l’adresse de votre compte a changé',
    corps: (d) => [
      `L’adresse électronique du compte ${d.identifiant ?? ''} vient d’être changée. L’ancienne et la nouvelle adresse reçoivent ce courriel.`,
      'Le mot de passe reste le même. Si ce changement vous étonne, dites-le à la personne qui gère les comptes de votre structure, ou à la caisse.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
  revue_ouverte: {
    objet: 'une revue des habilitations est ouverte',
    corps: (d) => [
      `La revue des habilitations de ${d.partenaire} est ouverte. Il y a ${pluriel(d.nombre ?? 0, 'compte')} à relire, à garder ou à inactiver, puis une signature.`,
      `Vous pouvez vous y prendre en plusieurs fois, jusqu’au ${le(d)}.`,
    ],
    bouton: 'Commencer la revue',
    chemin: '/equipe',
  },
  revue_relance: {
    objet: 'une revue des habilitations vous attend',
    corps: (d) => [
      `La revue des habilitations de ${d.partenaire} n’est pas encore signée.`,
      d.nombre
        ? `${pluriel(d.nombre, 'compte reste', 'comptes restent')} à confirmer. Le dernier jour prévu est le ${le(d)}.`
        : `Tous les comptes sont relus\u00a0: il ne manque que la signature. Le dernier jour prévu est le ${le(d)}.`,
    ],
    bouton: 'Reprendre la revue',
    chemin: '/equipe',
  },
  habilitation_deposee: {
    objet: 'votre demande sur un compte gestionnaire est transmise',
    corps: (d) => [
      `Votre demande sur un compte gestionnaire de ${d.partenaire} est arrivée à ${la(d.caisse)}.`,
      `Elle répond au plus tard le ${le(d)}. Jusque-là, vous pouvez retirer la demande.`,
    ],
    bouton: 'Suivre la demande',
    chemin: '/habilitations',
  },
  habilitation_a_traiter: {
    objet: 'une demande sur un compte gestionnaire est à traiter',
    corps: (d) => [
      `${d.partenaire} demande un changement sur un compte gestionnaire. La réponse est attendue au plus tard le ${le(d)}.`,
    ],
    bouton: 'Voir la demande',
    chemin: '/caisse/habilitations',
  },
  habilitation_equipe: {
    objet: 'une demande sur un compte gestionnaire a été faite',
    corps: (d) => [
      `Une personne de votre structure a demandé à ${la(d.caisse)} un changement sur un compte gestionnaire de ${d.partenaire}. La caisse répond au plus tard le ${le(d)}.`,
    ],
    bouton: 'Voir la demande',
    chemin: '/habilitations',
  },
  habilitation_appliquee: {
    objet: 'votre demande sur un compte gestionnaire est appliquée',
    corps: (d) => [
      d.jour
        ? `Votre demande sur un compte gestionnaire de ${d.partenaire} est acceptée par ${la(d.caisse)}. Le compte sera fermé le ${le(d)}.`
        : `Votre demande sur un compte gestionnaire de ${d.partenaire} est appliquée par ${la(d.caisse)}.`,
    ],
    bouton: 'Voir la demande',
    chemin: '/habilitations',
  },
  habilitation_refusee: {
    objet: 'votre demande sur un compte gestionnaire n’est pas appliquée',
    corps: (d) => [
      `Votre demande sur un compte gestionnaire de ${d.partenaire} n’a pas pu être appliquée par ${la(d.caisse)}.`,
      ...raison(d),
      'Vous pouvez faire une nouvelle demande.',
    ],
    bouton: 'Voir la demande',
    chemin: '/habilitations',
  },
  habilitation_retiree: {
    objet: 'une demande sur un compte gestionnaire est retirée',
    corps: (d) => [`${d.partenaire} a retiré sa demande sur un compte gestionnaire. Il n’y a rien à faire.`],
    bouton: 'Voir la demande',
    chemin: '/caisse/habilitations',
  },
  inactivation_retenue: {
    objet: 'un compte reste ouvert, faute de successeur',
    corps: (d) => [
      `Le compte gestionnaire ${d.identifiant ?? ''} de ${d.partenaire} devait être inactivé le ${le(d)}. C’est le dernier gestionnaire actif de sa structure\u00a0: le compte reste ouvert.`,
      'Il sera inactivé la nuit qui suit l’activation du compte d’un successeur.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
  mot_de_passe_bientot: {
    objet: 'votre mot de passe sera bientôt à changer',
    corps: (d) => [
      `Le mot de passe du compte ${d.identifiant ?? ''} sera à changer à partir du ${le(d)}. Le portail vous le demandera ce jour-là, à la connexion.`,
      'Vous pouvez aussi le changer dès maintenant, depuis «\u00a0Mon compte\u00a0».',
    ],
    bouton: 'Changer de mot de passe',
    chemin: '/mot-de-passe/changer',
  },
  brouillon_bientot: {
    objet: 'un brouillon sera bientôt effacé',
    corps: (d) => [
      `Une demande commencée et pas encore transmise sera effacée le ${le(d)}. Pour la garder, ouvrez-la et enregistrez-la, ou transmettez-la.`,
    ],
    bouton: 'Voir mes brouillons',
    chemin: '/demandes',
  },
  lien_non_utilise: {
    objet: 'un compte attend d’être activé',
    corps: (d) => [
      `Le compte de ${d.personne} (${d.identifiant}) n’est pas encore activé\u00a0: son lien n’a pas servi.`,
      'Vous pouvez renvoyer le courriel, remettre un lien à la personne, ou inactiver le compte s’il n’a plus lieu d’être.',
    ],
    bouton: 'Voir l’équipe',
    chemin: '/equipe',
  },
  mot_du_jour: {
    objet: 'ce qui change dans vos partenariats',
    corps: (d) => ['Voici ce qui est nouveau, ou qui attend une décision de votre caisse.', ...(d.lignes ?? [])],
    bouton: 'Ouvrir l’accueil',
    chemin: '/caisse/accueil',
  },
} satisfies Record<string, Avis>

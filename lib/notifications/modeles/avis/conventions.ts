import { type Avis, La, la, le, raison } from '@/lib/notifications/modeles/avis/commun'

/** Conventions, accesses and structures: what opens, what closes, and when. */
export const avisConventions = {
  acces_fin_prochaine: {
    objet: 'un accès se ferme bientôt',
    corps: (d) => [
      `L’accès de ${d.partenaire} aux services de ${la(d.caisse)} se ferme à la fin du ${le(d)}.`,
      'D’ici là, tout fonctionne comme d’habitude. Les demandes déjà déposées restent traitées par la caisse.',
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  acces_ferme: {
    objet: 'un accès est fermé',
    corps: (d) => [
      `L’accès de ${d.partenaire} aux services de ${la(d.caisse)} est fermé depuis le ${le(d)}.`,
      ...raison(d),
      'Les demandes déjà déposées restent traitées par la caisse.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
  partenaire_modifie: {
    objet: 'une fiche partagée a changé',
    corps: (d) => [
      `La fiche de ${d.partenaire}, que votre caisse partage avec ${la(d.caisse)}, vient d’être modifiée par ${la(d.caisse)}.`,
      'Vos réglages, vos services et votre convention ne changent pas.',
    ],
    bouton: 'Voir la fiche',
    chemin: '/caisse/partenaires',
  },
  structure_ouverture_reportee: {
    objet: 'l’ouverture de votre structure est reportée',
    corps: (d) => [
      `L’ouverture de l’accès de ${d.partenaire} est reportée par ${la(d.caisse)} au ${le(d)}. Jusque-là, le portail ne permet ni de déposer ni de suivre une demande.`,
      'Les comptes restent en place\u00a0: ils serviront à nouveau ce jour-là, sans rien refaire. Les demandes déjà déposées restent traitées par la caisse.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
  convention_invitation: {
    objet: 'une convention est proposée à votre caisse',
    corps: (d) => [
      `${La(d.caisse)} prépare une convention avec ${d.partenaire} et invite votre caisse à la signer.`,
      'Votre caisse signe pour elle-même\u00a0: rien ne s’ouvre chez vous sans vos dates de signature.',
    ],
    bouton: 'Lire le projet de convention',
    chemin: '/caisse/conventions',
  },
  convention_abandonnee: {
    objet: 'une caisse se retire d’un projet de convention',
    corps: (d) => [
      `${La(d.caisse)} se retire du projet de convention avec ${d.partenaire}. Le projet reste ouvert à votre caisse.`,
    ],
    bouton: 'Lire le projet de convention',
    chemin: '/caisse/conventions',
  },
  convention_signee: {
    objet: 'une convention est signée',
    corps: (d) => [
      `La convention entre ${d.partenaire} et ${la(d.caisse)} est signée.`,
      `Ses services sont accessibles dans le portail à partir du ${le(d)}.`,
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  convention_avenant: {
    objet: 'un avenant est ajouté à une convention',
    corps: (d) => [
      `Un avenant à la convention entre ${d.partenaire} et ${la(d.caisse)} est enregistré\u00a0: ${d.motif}.`,
      `Il prend effet le ${le(d)}.`,
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  convention_denoncee: {
    objet: 'une convention prendra fin',
    corps: (d) => [
      `${La(d.caisse)} a dénoncé la convention avec ${d.partenaire}, dans le délai de préavis. Elle finit le ${le(d)}.`,
      ...raison(d),
      'Jusqu’à ce jour inclus, tout fonctionne comme d’habitude.',
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  convention_denoncee_par_vous: {
    objet: 'une dénonciation est enregistrée',
    corps: (d) => [
      `${La(d.caisse)} a enregistré la dénonciation de la convention par ${d.partenaire}. La convention finit le ${le(d)}.`,
      ...raison(d),
      'Jusqu’à ce jour inclus, tout fonctionne comme d’habitude.',
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  convention_denonciation_retiree: {
    objet: 'une convention continue',
    corps: (d) => [
      `La dénonciation de la convention entre ${d.partenaire} et ${la(d.caisse)} est retirée\u00a0: la convention continue.`,
      ...raison(d),
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  convention_mise_en_demeure: {
    objet: 'un point de la convention est à régler',
    corps: (d) => [
      `${La(d.caisse)} demande à ${d.partenaire} de régler un point de la convention avant la fin du ${le(d)}.`,
      ...raison(d),
      'L’accès reste ouvert. Écrivez à la caisse dès que c’est fait\u00a0: elle le notera.',
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  convention_mise_en_demeure_immediate: {
    objet: 'un point de la convention est à régler sans attendre',
    corps: (d) => [
      `${La(d.caisse)} demande à ${d.partenaire} de régler aujourd’hui un point de la convention.`,
      ...raison(d),
      'La caisse peut mettre fin à la convention sans autre délai. Appelez-la dès maintenant.',
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  convention_mise_en_demeure_levee: {
    objet: 'un point de la convention est réglé',
    corps: (d) => [
      `${La(d.caisse)} a noté que le point demandé à ${d.partenaire} est réglé. La convention continue.`,
      ...raison(d),
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  convention_resiliee: {
    objet: 'une convention est résiliée',
    corps: (d) => [
      `${La(d.caisse)} met fin à la convention avec ${d.partenaire}\u00a0: l’accès à ses services se ferme le ${le(d)}.`,
      ...raison(d),
      'Les demandes déjà déposées restent traitées par la caisse.',
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  acces_ouvert: {
    objet: 'un accès est ouvert',
    corps: (d) => [
      `La convention entre ${d.partenaire} et ${la(d.caisse)} prend effet le ${le(d)}\u00a0: ses services sont ouverts à vos comptes.`,
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  convention_reconduite: {
    objet: 'une convention est reconduite',
    corps: (d) => [
      `La convention entre ${d.partenaire} et ${la(d.caisse)} est reconduite jusqu’au ${le(d)}. Rien ne change pour vous.`,
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  structure_ouverte: {
    objet: 'votre structure est ouverte',
    corps: (d) => [
      `${d.personne ?? 'Votre structure'} (${d.partenaire}) a accès au portail depuis le ${le(d)}. Les techniciens peuvent déposer des demandes.`,
    ],
    bouton: 'Voir l’équipe',
    chemin: '/equipe',
  },
  acces_suspendu: {
    objet: 'un accès est suspendu',
    corps: (d) => [
      `${La(d.caisse)} suspend l’accès de ${d.partenaire} à ses services, depuis le ${le(d)}.`,
      ...raison(d),
      'Les comptes restent en place, et les accès aux autres caisses restent ouverts. Les demandes déjà déposées restent traitées. Pour rétablir l’accès, parlez-en avec la caisse.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
  acces_retabli: {
    objet: 'un accès est rétabli',
    corps: (d) => [
      `${La(d.caisse)} rétablit l’accès de ${d.partenaire} à ses services, depuis le ${le(d)}. Tous vos comptes s’y connectent comme avant.`,
      ...raison(d),
    ],
    bouton: 'Me connecter',
    chemin: '/connexion',
  },
} satisfies Record<string, Avis>

import { z } from 'zod'
import { dateLongue, pluriel } from '@/lib/socle/format'

/**
 * All that a mail about a convention, an account or a revue may know: names of organisations and of account holders, never of
 * an assuré. `jour` is an ISO day; `personne` the holder of the account it is about; `lien` a path of the portal.
 */
export const gouvernance = z.strictObject({
  prenom: z.string().max(100).optional(),
  caisse: z.string().max(200).optional(),
  partenaire: z.string().max(200).optional(),
  personne: z.string().max(200).optional(),
  identifiant: z.string().max(100).optional(),
  jour: z.iso.date().optional(),
  motif: z.string().max(2_000).optional(),
  nombre: z.number().int().optional(),
  /** What is new, one sentence each. */
  lignes: z.array(z.string().max(400)).max(100).optional(),
  lien: z
    .string()
    .regex(/^\/(?!\/)\S*$/)
    .optional(),
})

export type DonneesGouvernance = z.output<typeof gouvernance>

type Avis = {
  /** Read over a shoulder: it names nobody. */
  objet: string
  corps: (donnees: DonneesGouvernance) => string[]
  bouton: string
  /** Where the button leads, unless `lien` says otherwise. */
  chemin: string
}

/** «CPAM de…» and «CGSS de…» are named without an article, which a sentence needs. */
const la = (caisse = 'caisse') => (/^(CPAM|CGSS|CCSS|CARSAT|caisse)\b/i.test(caisse) ? `la ${caisse}` : caisse)
/** The same at the head of a sentence. */
const La = (caisse?: string) => la(caisse).replace(/^./, (lettre) => lettre.toUpperCase())
const le = ({ jour }: DonneesGouvernance) => (jour ? dateLongue(jour) : '')
const raison = ({ motif }: DonneesGouvernance) => (motif ? [`Motif indiqué\u00a0: ${motif}`] : [])

/** Each mail: words that accuse nobody, and what to do next. */
export const avis = {
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
  incident_signale: {
    objet: 'un compte est signalé',
    corps: (d) => [
      `Le compte ${d.identifiant} (${d.personne}) est signalé\u00a0: ${d.motif}.`,
      d.nombre
        ? 'Le compte est déjà inactivé, et les sessions ouvertes sont fermées.'
        : 'Le compte est encore ouvert. Ouvrez le signalement pour l’inactiver tout de suite si c’est nécessaire.',
    ],
    bouton: 'Ouvrir le signalement',
    chemin: '/signaler',
  },
  incident_preuve: {
    objet: 'un compte est inactivé, attestation',
    corps: (d) => [
      `Le compte ${d.identifiant} (${d.personne}) de ${d.partenaire} est inactivé depuis le ${le(d)}\u00a0: ${d.motif}.`,
      'L’attestation datée est dans le portail. Vous pouvez l’imprimer ou la garder.',
    ],
    bouton: 'Voir l’attestation',
    chemin: '/signaler',
  },
  incident_clos: {
    objet: 'un signalement est traité',
    corps: (d) => [
      `Le signalement du compte ${d.identifiant} (${d.personne}) est traité par ${la(d.caisse)}\u00a0: ${d.motif}.`,
    ],
    bouton: 'Voir le signalement',
    chemin: '/signaler',
  },
  compte_protege: {
    objet: 'votre compte est fermé par précaution',
    corps: (d) => [
      `Votre compte ${d.identifiant ?? ''} est fermé depuis le ${le(d)}, par précaution\u00a0: ${d.motif}. Cela ne dit rien de vous.`,
      'La caisse regarde ce qui s’est passé et rouvre le compte si tout va bien. Une question\u00a0? Parlez-en à la personne qui gère les comptes de votre structure, ou à la caisse.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
  compte_exclu: {
    objet: 'votre compte est fermé',
    corps: (d) => [
      `Votre compte ${d.identifiant ?? ''} est fermé depuis le ${le(d)} par décision de ${la(d.caisse)}.`,
      ...raison(d),
      'Vous pouvez écrire à la caisse pour en parler.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
  successeur_attendu: {
    objet: 'une structure n’a plus de gestionnaire',
    corps: (d) => [
      `Après un signalement, ${d.personne} (${d.partenaire}) n’a plus de gestionnaire actif. Habilitez un successeur\u00a0: sans gestionnaire, personne n’y gère les comptes.`,
    ],
    bouton: 'Ouvrir la fiche',
    chemin: '/caisse/partenaires',
  },
  mot_du_jour: {
    objet: 'ce qui change dans vos partenariats',
    corps: (d) => ['Voici ce qui est nouveau, ou qui attend une décision de votre caisse.', ...(d.lignes ?? [])],
    bouton: 'Ouvrir l’accueil',
    chemin: '/caisse/accueil',
  },
} satisfies Record<string, Avis>

export type ModeleGouvernance = keyof typeof avis
export const estAvis = (nom: string): nom is ModeleGouvernance => Object.hasOwn(avis, nom)
export const avisDe = (nom: ModeleGouvernance): Avis => avis[nom]

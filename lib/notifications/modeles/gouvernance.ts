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
} satisfies Record<string, Avis>

export type ModeleGouvernance = keyof typeof avis
export const estAvis = (nom: string): nom is ModeleGouvernance => Object.hasOwn(avis, nom)
export const avisDe = (nom: ModeleGouvernance): Avis => avis[nom]

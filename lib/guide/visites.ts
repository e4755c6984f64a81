import { guidesDe } from '@/lib/guide/guides'
import type { ProfilDuGuide } from '@/lib/guide/modele'
import type { Habilitation } from '@/lib/socle/acteur'

export type Schema = 'attente' | 'etapes' | 'file' | 'echange' | 'equipe' | 'registre' | 'aide'

/** `texte`: written as the guide is. */
type EtapeVisite = { titre: string; texte: string[]; schema: Schema }

const aide: EtapeVisite = {
  titre: 'Une question ? L’aide est sur chaque page',
  texte: [
    '«Aide», en haut de la page, ou «Aide sur cette page» dans le menu d’un téléphone, ouvre le chapitre du guide qui parle de ce que vous êtes en train de faire.',
    '[Mon compte](/compte) règle vos préférences et protège votre compte. La visite s’y retrouve.',
    'Une panne, un écran qui ne répond pas ? «Un dysfonctionnement ? Qui appeler», en bas de chaque page.',
  ],
  schema: 'aide',
}

const visites: Record<ProfilDuGuide, EtapeVisite[]> = {
  technicien: [
    {
      titre: 'Votre accueil dit ce qui vous attend',
      texte: [
        'Sous «Ce qui vous attend» : les compléments à envoyer, les rendez-vous à choisir, les réponses à lire, vos brouillons. Rien à retenir d’une fois sur l’autre.',
        'La couleur brique veut toujours dire la même chose : c’est à vous, maintenant.',
        'Dessous, toutes les demandes de votre équipe : un collègue absent n’arrête personne.',
      ],
      schema: 'attente',
    },
    {
      titre: 'Une demande se dépose en quelques écrans',
      texte: [
        '«Nouvelle demande» vous mène : le motif, la personne, sa situation, les pièces, puis une relecture.',
        'Tout s’enregistre pendant que vous écrivez. Interrompu ? Le brouillon vous attend sur votre accueil, même depuis un autre poste.',
        'N’écrivez jamais de numéro de sécurité sociale ni de détail de santé dans un texte : le portail vous le rappelle.',
      ],
      schema: 'etapes',
    },
    {
      titre: 'Tout ce qui se dit reste dans la demande',
      texte: [
        'Les réponses de la caisse, ses questions et vos pièces sont au même endroit, avec la date de chaque chose.',
        'Un courriel vous prévient, sans jamais nommer la personne. Vous en choisissez le rythme dans [vos préférences](/compte#preferences).',
      ],
      schema: 'echange',
    },
    aide,
  ],
  gestionnaire: [
    {
      titre: 'Votre équipe, sur un seul écran',
      texte: [
        'Vous ouvrez et fermez les comptes des techniciens de votre structure. Vous ne déposez ni ne lisez aucune demande : qui fait les deux a deux comptes.',
        'L’écran dit combien de places il reste, quels liens d’activation n’ont pas servi, quelles attestations sont à renouveler.',
      ],
      schema: 'equipe',
    },
    {
      titre: 'Un départ, un doute : fermez tout de suite',
      texte: [
        'Inactiver un compte ne perd rien : les demandes déposées restent suivies par l’équipe.',
        'Un compte volé ou perdu se signale depuis [cette page](/signaler) : il se ferme sur-le-champ.',
      ],
      schema: 'registre',
    },
    {
      titre: 'Avec la caisse : convention, bilan, formations',
      texte: [
        '[La convention](/convention) montre ses dates et ses documents ; [le bilan](/bilan), ce que devient ce que votre équipe dépose ; [les formations](/formations), ce que la caisse vous propose.',
        'Un compte de gestionnaire à ouvrir, changer ou fermer ? Seule la caisse le fait : [demandez-le-lui](/habilitations).',
      ],
      schema: 'echange',
    },
    aide,
  ],
  agent: [
    {
      titre: 'La file range pour vous',
      texte: [
        'Les demandes vont de la plus proche de son échéance à la plus lointaine. Les onglets comptent : «À prendre», «Mes demandes», «En retard»…',
        'Les filtres restent quand vous revenez d’une demande ; une vue que vous reprenez souvent s’enregistre.',
      ],
      schema: 'file',
    },
    {
      titre: 'Prendre, demander, répondre',
      texte: [
        '«Je m’en occupe» met la demande à votre nom. «Demander un complément» arrête le délai, «Répondre et clore» le termine.',
        'Un message parti trop vite se retire tant que son courriel n’est pas parti. Une note interne ne sort jamais de la caisse.',
      ],
      schema: 'echange',
    },
    {
      titre: 'Au clavier, deux fois plus vite',
      texte: [
        'Les touches j et k changent de ligne, Entrée ouvre la demande, a la prend, r répond, m ouvre les modèles. La touche ? les montre toutes.',
        'Elles gênent un lecteur d’écran ou une saisie vocale ? Elles s’éteignent dans [vos préférences](/compte#preferences).',
      ],
      schema: 'etapes',
    },
    aide,
  ],
  referent: [
    {
      titre: 'Votre accueil dit ce qui vous attend',
      texte: [
        'Comptes signalés, demandes de compte, revues en retard, courriels qui n’arrivent pas, dates de convention : chacun avec son échéance.',
        '«Ce qui arrive tout seul» annonce ce que la nuit fera, pour que rien ne vous surprenne.',
      ],
      schema: 'attente',
    },
    {
      titre: 'Un partenaire : sa fiche, sa convention, ses comptes',
      texte: [
        '[Partenaires](/caisse/partenaires) réunit l’organisme, ses structures et ses comptes ; [Conventions](/caisse/conventions), la signature, les avenants et la fin.',
        'Avant une décision lourde, le portail dit ce qui se passera, et à quelle date.',
      ],
      schema: 'equipe',
    },
    {
      titre: 'Ce qui vaut pour votre caisse se règle ici',
      texte: [
        '[Paramètres](/caisse/parametres) : délais, motifs, quotas, équipes, fermetures, modèles. Chaque changement montre d’abord ce qu’il touche.',
        '[Bilans](/caisse/bilans) : les chiffres de chaque partenaire et de tous, et le COPIL préparé avec lui.',
      ],
      schema: 'registre',
    },
    aide,
  ],
  dpo: [
    {
      titre: 'Votre accueil dit ce qui vous attend',
      texte: [
        'Les demandes des personnes et les violations, avec leur délai légal en toutes lettres.',
        'Vous ne lisez aucune demande de la caisse, sauf le dossier d’une personne qui exerce ses droits.',
      ],
      schema: 'attente',
    },
    {
      titre: 'Une personne exerce ses droits',
      texte: [
        '[Droits des personnes](/caisse/personnes) vous mène : enregistrer, vérifier l’identité, trouver les dossiers, remettre la copie, corriger, limiter, répondre.',
        'Chaque acte est daté et gardé : c’est votre preuve.',
      ],
      schema: 'etapes',
    },
    {
      titre: 'Le journal et la conservation',
      texte: [
        '[Le journal](/caisse/journal) dit qui a vu ou fait quoi, et ne peut pas être réécrit. Les usages inhabituels en sont tirés.',
        '[La conservation](/caisse/conservation) annonce ce que la nuit effacera, et permet de retenir ce qui doit l’être.',
      ],
      schema: 'registre',
    },
    aide,
  ],
  administrateur: [
    {
      titre: 'Vous ouvrez les caisses, elles se règlent',
      texte: [
        '[Caisses](/administration/caisses) : vous créez une caisse et son premier référent, qui règle le reste. La fiche dit ce qui manque encore.',
        'Vous ne voyez aucune demande.',
      ],
      schema: 'equipe',
    },
    {
      titre: 'Ce qui vaut pour toutes',
      texte: [
        '[Le catalogue](/administration/catalogue) porte les motifs, leurs pièces et les attestations ; [les conditions d’utilisation](/administration/cgu) sont acceptées par chacun à sa page suivante.',
        'Avant un changement, le portail dit combien de caisses et de brouillons il touche.',
      ],
      schema: 'registre',
    },
    {
      titre: 'Les maintenances s’annoncent',
      texte: [
        '[Maintenances](/administration/maintenances) : un bandeau prévient chacun, puis le portail passe en lecture seule. Les brouillons sont gardés.',
        '[Le journal](/administration/journal) montre les actes de l’administration et l’état de la chaîne.',
      ],
      schema: 'etapes',
    },
    aide,
  ],
}

/** Of its first guide: an agent who is référent too sees the queue first, and finds both guides at the end. */
export function visiteDe(acteur: Habilitation): EtapeVisite[] {
  const [profil] = guidesDe(acteur)
  return profil ? visites[profil] : [aide]
}

/** From 1 to the number of steps, whatever the address says. */
export function rangEtape(lu: string | string[] | undefined, nombre: number): number {
  const rang = Number(lu)
  return Number.isInteger(rang) && rang >= 1 && rang <= nombre ? rang : 1
}

export const adresseEtape = (rang: number) => `/premiere-visite?etape=${rang}`

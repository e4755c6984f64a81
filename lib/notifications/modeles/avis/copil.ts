import { type Avis, type DonneesGouvernance, La, la, le } from '@/lib/notifications/modeles/avis/commun'

const quand = (d: DonneesGouvernance) => [le(d), ...(d.lignes ?? [])].filter(Boolean).join(', ')

/** The COPIL of a convention: when it is held and that something is to read, never who comes nor what was written. */
export const avisCopil = {
  copil_fixe: {
    objet: 'la date d’un COPIL est fixée',
    corps: (d) => [
      `${La(d.caisse)} vous propose de regarder ensemble le bilan de la convention\u00a0: ${quand(d)}.`,
      'Le lieu se lit dans le portail, avec les chiffres. Vous pouvez y écrire votre commentaire avant la réunion.',
    ],
    bouton: 'Préparer le COPIL',
    chemin: '/bilan',
  },
  copil_deplace: {
    objet: 'un COPIL change',
    corps: (d) => [
      `${La(d.caisse)} a changé le jour, l’heure ou le lieu du COPIL de la convention. Il se tient désormais\u00a0: ${quand(d)}.`,
      'Le lieu se lit dans le portail. Votre commentaire y est gardé.',
    ],
    bouton: 'Voir le COPIL',
    chemin: '/bilan',
  },
  copil_annule: {
    objet: 'un COPIL est annulé',
    corps: (d) => [
      `${La(d.caisse)} annule le COPIL de la convention prévu\u00a0: ${quand(d)}.`,
      'Votre commentaire est gardé. Si une nouvelle date est fixée, un courriel vous la dira.',
    ],
    bouton: 'Voir le bilan',
    chemin: '/bilan',
  },
  copil_tenu: {
    objet: 'le compte rendu d’un COPIL est à lire',
    corps: (d) => [
      `Le compte rendu du COPIL tenu avec ${la(d.caisse)} est dans le portail, avec les décisions et les commentaires des deux côtés.`,
    ],
    bouton: 'Lire le compte rendu',
    chemin: '/bilan',
  },
  copil_commentaire: {
    objet: 'un partenaire a commenté son bilan',
    corps: (d) => [`${d.partenaire} a écrit son commentaire pour le prochain COPIL. Il se lit dans le portail.`],
    bouton: 'Lire le commentaire',
    chemin: '/caisse/bilans',
  },
} satisfies Record<string, Avis>

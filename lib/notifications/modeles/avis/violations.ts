import type { Avis } from '@/lib/notifications/modeles/avis/commun'

/** Breaches: a reference, what to do and by when. They name nobody, and blame nobody. */
export const avisViolations = {
  violation_declaree: {
    objet: 'une violation de données est déclarée',
    corps: (d) => [
      `Une violation de données personnelles est déclarée par ${d.motif}, sous la référence ${d.identifiant}.`,
      'Déclarer vite est ce qu’il faut faire\u00a0: cela protège les personnes. Une déclaration ne met personne en cause.',
      'Les faits se lisent dans le portail, pas dans ce courriel. Les délais pour informer l’autre partie et la CNIL ont commencé.',
    ],
    bouton: 'Lire la déclaration',
    chemin: '/violations',
  },
  violation_completee: {
    objet: 'une violation de données est complétée',
    corps: (d) => [`Une information est ajoutée à la violation ${d.identifiant}. Elle se lit dans le portail.`],
    bouton: 'Lire la suite',
    chemin: '/violations',
  },
  violation_rappel: {
    objet: 'violation de données, une limite approche',
    corps: (d) => [
      `Violation ${d.identifiant}\u00a0: ${d.motif}.`,
      'Si c’est déjà fait, notez-le dans le portail avec la date. Si ce n’est pas nécessaire, notez pourquoi.',
    ],
    bouton: 'Ouvrir la violation',
    chemin: '/caisse/violations',
  },
  violation_limite: {
    objet: 'violation de données, une limite est passée',
    corps: (d) => [
      `Violation ${d.identifiant}\u00a0: ${d.motif}.`,
      'Il est encore temps de le faire\u00a0: dites alors pourquoi c’est après la limite. Si c’est déjà fait, notez-le avec la date.',
    ],
    bouton: 'Ouvrir la violation',
    chemin: '/caisse/violations',
  },
} satisfies Record<string, Avis>

export const typesIncident = ['fraude', 'perte', 'vol', 'exclusion'] as const
export type TypeIncident = (typeof typesIncident)[number]

export const libellesIncident: Record<TypeIncident, string> = {
  fraude: 'Usage frauduleux',
  perte: 'Perte',
  vol: 'Vol',
  exclusion: 'Exclusion',
}

export const aidesIncident: Record<TypeIncident, string> = {
  fraude: 'Quelqu’un se sert du compte à la place de la personne, ou pour autre chose que son travail.',
  perte: 'L’ordinateur, le téléphone ou le mot de passe est perdu.',
  vol: 'L’ordinateur, le téléphone ou le mot de passe a été volé.',
  exclusion: 'La caisse met fin à l’accès de cette personne. Le motif lui est transmis.',
}

/** In a mail or a proof: what was reported, never by whom it was done. */
export const motifsIncident: Record<TypeIncident, string> = {
  fraude: 'un usage frauduleux est signalé',
  perte: 'une perte est signalée',
  vol: 'un vol est signalé',
  exclusion: 'la caisse met fin à cet accès',
}

export const suites = ['inactive', 'retabli', 'sans_suite'] as const
export type SuiteIncident = (typeof suites)[number]

export const libellesSuite: Record<SuiteIncident, string> = {
  inactive: 'Inactivation maintenue',
  retabli: 'Compte rétabli',
  sans_suite: 'Sans suite',
}

/** «S-7F3A91»: short, to give by telephone. */
export const referenceIncident = (id: string): string => `S-${id.replaceAll('-', '').slice(-6).toUpperCase()}`

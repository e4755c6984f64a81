/** Contacts a caisse gives, in the order of the directory. */
export const libellesTypeContact = {
  partenariat: 'Boîte du partenariat',
  support: 'En cas de dysfonctionnement',
  dpo: 'Délégué à la protection des données',
  referent: 'Référents',
  theme: 'Hors du portail, par thème',
  secours: 'Quand le portail est indisponible, par thème',
} as const

export type TypeContact = keyof typeof libellesTypeContact

/** One of each, always there: whom to write to, whom to call when the portal fails, where to exercise one's rights. */
export const typesUniques: readonly TypeContact[] = ['partenariat', 'support', 'dpo']

export function estTypeContact(texte: unknown): texte is TypeContact {
  return typeof texte === 'string' && texte in libellesTypeContact
}

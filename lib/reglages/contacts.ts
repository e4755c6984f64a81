/** Contacts a caisse gives, in the order of the directory. */
export const libellesTypeContact = {
  partenariat: 'Boîte du partenariat',
  support: 'En cas de dysfonctionnement',
  dpo: 'Délégué à la protection des données',
  referent: 'Référents',
  theme: 'Hors du portail, par thème',
} as const

export type TypeContact = keyof typeof libellesTypeContact

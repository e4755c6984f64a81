/** Where to write or call when the portal can't be used. */
export type Canal = {
  type: string
  theme: string | null
  nom: string | null
  telephone: string | null
  courriel: string | null
  adresse: string | null
}

export const typesDeCanal = ['secours', 'support', 'partenariat'] as const

/** What a caisse keeps for that, else its support and its box. */
export function canauxRetenus<C extends { type: string }>(contacts: C[]): C[] {
  const propres = contacts.filter(({ type }) => type === 'secours')
  return propres.length > 0 ? propres : contacts
}

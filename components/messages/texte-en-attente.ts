/** Where a text waits for the next form of the same demande. */
export const cleDuTexte = (demandeId: string) => `texte:${demandeId}`

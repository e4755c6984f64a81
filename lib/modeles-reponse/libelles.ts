export const actesModele = ['repondre', 'complement', 'clore'] as const
export type ActeModele = (typeof actesModele)[number]

/** What a template does beside giving its text. */
export const libelleActeModele: Record<ActeModele, string> = {
  repondre: 'Répondre',
  complement: 'Demander un complément',
  clore: 'Répondre et clore',
}

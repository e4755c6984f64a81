export const genresDocument = { formulaire: 'Formulaire', depliant: 'Dépliant', guide: 'Guide' } as const

export const libelleGenre = (genre: string): string =>
  genresDocument[genre as keyof typeof genresDocument] ?? 'Document'

export const libellesEtat: Record<string, string> = { brouillon: 'Brouillon', publie: 'En ligne', retire: 'Retiré' }

/** A theme as it stands in an address. */
export const cleTheme = (theme: string): string =>
  theme
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)

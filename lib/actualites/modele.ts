export const genresActualite = { flash_info: 'Flash-info', reglementaire: 'Actualité réglementaire' } as const

/** Characters of a text, as it is typed. */
export const TEXTE_MAX = 10_000

/** Past this, what was not opened is no longer counted as new; the same in `ep_nouvelles`. */
export const NOUVELLE_JOURS = 90

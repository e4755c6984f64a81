import type { FormatTableur } from '@/lib/socle/tableur'

/** Days a list waits to be downloaded. */
export const GARDE_JOURS = 3

/**
 * Rows of one file. A sheet is held in memory while it is written, some 500 MB at these bounds; a CSV is not, and no spreadsheet
 * opens more than a million.
 */
export const lignesMax: Record<FormatTableur, number> = { xlsx: 40_000, ods: 20_000, csv: 1_000_000 }

/** Lists that one account may have in preparation at a time. */
export const EN_PREPARATION_MAX = 3

import type { FormatTableur } from '@/lib/socle/tableur'

/** Days a list waits to be downloaded. */
export const GARDE_JOURS = 3

/** Rows of one file: a sheet is held in memory while it is written, a CSV is not; and no spreadsheet opens more than a million. */
export const lignesMax: Record<FormatTableur, number> = { xlsx: 50_000, ods: 50_000, csv: 1_000_000 }

/** Lists that one account may have in preparation at a time. */
export const EN_PREPARATION_MAX = 3

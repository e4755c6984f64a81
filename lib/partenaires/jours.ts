import type { DateIso } from '@/lib/socle/temps'

/** A column of type date, from a day and back. */
export const enJour = (jour: DateIso | null): Date | null => (jour === null ? null : new Date(jour))

export const jourDe = (date: Date | null): DateIso | null => date?.toISOString().slice(0, 10) ?? null

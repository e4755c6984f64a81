import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { type DateIso, dateAParis, joursEntre } from '@/lib/socle/temps'

/** How often a side that has not confirmed is asked again: a rule of the portal, the same for all. */
const RELANCE_JOURS = 30

/** The day by which a directory is to be confirmed again. */
export const confirmationDue = (depuis: Date, intervalleMois: number): DateIso =>
  Temporal.PlainDate.from(dateAParis(depuis)).add({ months: intervalleMois }).toString()

export const enRetard = (depuis: Date, intervalleMois: number, jour: DateIso): boolean =>
  confirmationDue(depuis, intervalleMois) <= jour

/** Whether a mail must leave: when it falls due, then each month of delay. Safe to ask twice a day. */
export const aRelancer = (
  { depuis, relanceeLe }: { depuis: Date; relanceeLe: Date | null },
  intervalleMois: number,
  jour: DateIso,
): boolean =>
  enRetard(depuis, intervalleMois, jour) &&
  (relanceeLe === null || joursEntre(dateAParis(relanceeLe), jour) >= RELANCE_JOURS)

/** What was read: another contact, or another telephone, and it is no longer that. */
export const empreinteDe = (contacts: readonly object[]): string =>
  createHash('sha256').update(JSON.stringify(contacts)).digest('base64url')

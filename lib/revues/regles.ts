import { Temporal } from 'temporal-polyfill'
import { ajouterJours, type DateIso, joursEntre } from '@/lib/socle/temps'

/** The day the next revue of a structure falls due: an interval after the last one signed, or after its first account. */
export function prochaineRevue(
  derniereSignee: DateIso | null,
  premierCompteLe: DateIso,
  intervalleMois: number,
): DateIso {
  return Temporal.PlainDate.from(derniereSignee ?? premierCompteLe)
    .add({ months: intervalleMois })
    .toString()
}

/** Whether a revue must be opened on that day (règles du domaine, §3); without an account there is nothing to review. */
export function revueDue(
  derniereSignee: DateIso | null,
  premierCompteLe: DateIso | null,
  intervalleMois: number,
  jour: DateIso,
): boolean {
  return premierCompteLe !== null && prochaineRevue(derniereSignee, premierCompteLe, intervalleMois) <= jour
}

/** An open revue, as far as its reminders go. */
export type RevueOuverte = { ouverteLe: DateIso; echeanceLe: DateIso; relanceeLe: DateIso | null }

const avantEcheanceJours = 7
const retardJours = 7

/**
 * Whether a reminder is due: a week before the due date, on that day, then each week of delay. Safe to ask twice a day and
 * after days without asking: what was sent since the last step counts for it.
 */
export function relancesDues({ ouverteLe, echeanceLe, relanceeLe }: RevueOuverte, jour: DateIso): boolean {
  const retard = joursEntre(echeanceLe, jour)
  if (retard < -avantEcheanceJours) return false
  const etape = retard < 0 ? ajouterJours(echeanceLe, -avantEcheanceJours) : ajouterJours(jour, -(retard % retardJours))
  // A short delay: the mail of the opening is reminder enough until the due date.
  return etape > ouverteLe && (relanceeLe === null || relanceeLe < etape)
}

/** The last day for signing has passed. */
export function revueEnRetard(echeanceLe: DateIso, jour: DateIso): boolean {
  return echeanceLe < jour
}

/**
 * Whether the partenaire is suspended for an unsigned revue: that many days after its due date, as the caisse has set;
 * never where it has set none.
 */
export function suspensionDue(echeanceLe: DateIso, suspensionJours: number | null, jour: DateIso): boolean {
  return suspensionJours !== null && joursEntre(echeanceLe, jour) >= Math.max(suspensionJours, 1)
}

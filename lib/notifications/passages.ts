import type { Frequence } from '@/lib/notifications/frequence'
import { ajouterJours, dateAParis, debutDuJour } from '@/lib/socle/temps'

/** Hours in Paris at which digests leave, every day of the week: in minutes after midnight. */
const MATIN = 8 * 60
const MIDI = 13 * 60 + 30

const heures: Partial<Record<Frequence, number[]>> = { deux_par_jour: [MATIN, MIDI], jour: [MATIN] }

/**
 * The last time a digest of this frequency was to leave, at that instant or before. What waits since before is due, however late
 * the job runs; null when nothing has to wait, after a change of preference.
 */
export function dernierPassage(frequence: Frequence, maintenant: Date): Date | null {
  const minutes = heures[frequence]
  if (!minutes) return null
  const jour = dateAParis(maintenant)
  return (
    [ajouterJours(jour, -1), jour]
      .flatMap((date) => minutes.map((minute) => aParis(date, minute)))
      .findLast((passage) => passage <= maintenant) ?? null
  )
}

/** The clock of Paris changes at night: an hour of the day is counted back from the next midnight where the day is 23 or 25 hours long. */
function aParis(date: string, minute: number): Date {
  const avant = debutDuJour(ajouterJours(date, 1)).getTime() - 24 * 3_600_000
  return new Date(avant + minute * 60_000)
}

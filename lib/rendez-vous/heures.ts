import { heure } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/** «9h», «9 h 30», «09:30», «14» → «HH:MM»; null for anything else. */
export function lireHeure(texte: string): string | null {
  const lu = /^(\d{1,2})(?:\s*[h:]\s*(\d{2})?)?$/i.exec(texte.replace(/[\u00A0\u202F]/g, ' ').trim())
  if (!lu) return null
  const [heures, minutes] = [Number(lu[1]), Number(lu[2] ?? 0)]
  if (heures > 23 || minutes > 59) return null
  return `${String(heures).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** «09:30» → «9 h 30», «14:00» → «14 h», as one would type it. */
export function heureTapee(hhmm: string): string {
  const [heures, minutes] = hhmm.split(':')
  return minutes === '00' ? `${Number(heures)} h` : `${Number(heures)} h ${minutes}`
}

/** Code of a half-day in the wishes of a person: `lundi_matin`; null at the week-end. */
export function demiJourneeDe(instant: Date): string | null {
  const jours = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi']
  const rang = new Date(`${dateAParis(instant)}T12:00:00Z`).getUTCDay() - 1
  const jour = jours[rang]
  return jour ? `${jour}_${Number.parseInt(heure(instant), 10) < 12 ? 'matin' : 'apres_midi'}` : null
}

/** The hour an instant shows in Paris, as it is typed: «9 h 05», «14 h». */
export function heureTapeeDe(instant: Date): string {
  const [heures = '', minutes = ''] = heure(instant).split(/\D+/)
  return heureTapee(`${heures.padStart(2, '0')}:${minutes}`)
}

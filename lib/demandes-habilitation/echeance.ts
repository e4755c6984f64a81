import type { EcheanceDite } from '@/lib/demandes/echeance'
import { joursOuvresEntre } from '@/lib/demandes-habilitation/regles'
import { dateSansAnnee } from '@/lib/socle/format'
import type { CalendrierFerie, DateIso } from '@/lib/socle/temps'

/** From this many working days left, the deadline is near. */
const bientotJours = 2

/** The deadline as the caisse reads it, in its working days: «dans 3 jours ouvrés», «en retard de 2 jours ouvrés». */
export function echeanceOuvree(echeanceLe: DateIso, aujourdhui: DateIso, calendrier: CalendrierFerie): EcheanceDite {
  if (echeanceLe < aujourdhui) {
    const retard = joursOuvresEntre(echeanceLe, aujourdhui, calendrier)
    // A weekend has begun: the day is over, and no working day has passed since.
    const mots = retard === 0 ? 'en retard' : `en retard ${retard === 1 ? 'd’un jour ouvré' : `de ${enJours(retard)}`}`
    return { mots, ton: 'retard' }
  }
  if (echeanceLe === aujourdhui) return { mots: 'aujourd’hui', ton: 'bientot' }
  const reste = joursOuvresEntre(aujourdhui, echeanceLe, calendrier)
  return { mots: `dans ${enJours(reste)}`, ton: reste <= bientotJours ? 'bientot' : 'loin' }
}

const enJours = (n: number) => `${n === 1 ? 'un' : n}\u00A0${n > 1 ? 'jours ouvrés' : 'jour ouvré'}`

/** The same deadline for who waits for it: «réponse avant le 27 mars», «réponse dans un jour ouvré». */
export function echeanceAttendue(echeanceLe: DateIso, aujourdhui: DateIso, calendrier: CalendrierFerie): EcheanceDite {
  const dite = echeanceOuvree(echeanceLe, aujourdhui, calendrier)
  if (dite.ton === 'retard') return { mots: `réponse ${dite.mots}`, ton: 'retard' }
  if (dite.ton === 'bientot') return { mots: `réponse ${dite.mots}`, ton: 'loin' }
  return { mots: `réponse avant le ${dateSansAnnee(echeanceLe, aujourdhui)}`, ton: 'loin' }
}

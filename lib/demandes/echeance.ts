import { dateSansAnnee } from '@/lib/socle/format'
import { type DateIso, joursEntre } from '@/lib/socle/temps'

export type TonEcheance = 'loin' | 'bientot' | 'retard' | 'suspendu' | 'aucune'

export type Echeance = {
  /** Last day to answer. */
  echeanceLe: DateIso | null
  /** A complément is awaited: the clock is stopped. */
  suspendue: boolean
  /** Since that day, where it is said. */
  suspendueLe?: DateIso | null
  /** «Bientôt» from this many days left (0 to keep it for today and tomorrow). */
  seuilAlerteJours: number
  /** Traitée or annulée: nothing is due any more. */
  close?: boolean
}

export type EcheanceDite = { mots: string; ton: TonEcheance }

/** The deadline as the caisse reads it: «dans 12 jours», «demain», «en retard de 2 jours», «suspendu». */
export function echeanceEnMots(echeance: Echeance, aujourdhui: DateIso): EcheanceDite {
  if (echeance.close) return { mots: '', ton: 'aucune' }
  if (echeance.suspendue) return { mots: `suspendu${depuis(echeance.suspendueLe, aujourdhui)}`, ton: 'suspendu' }
  if (!echeance.echeanceLe) return { mots: '', ton: 'aucune' }

  const reste = joursEntre(aujourdhui, echeance.echeanceLe)
  if (reste < -1) return { mots: `en retard de ${-reste}\u00A0jours`, ton: 'retard' }
  if (reste === -1) return { mots: 'en retard d’un jour', ton: 'retard' }
  if (reste === 0) return { mots: 'aujourd’hui', ton: 'bientot' }
  if (reste === 1) return { mots: 'demain', ton: 'bientot' }
  return { mots: `dans ${reste}\u00A0jours`, ton: reste <= echeance.seuilAlerteJours ? 'bientot' : 'loin' }
}

function depuis(jour: DateIso | null | undefined, aujourdhui: DateIso): string {
  if (!jour) return ''
  const jours = joursEntre(jour, aujourdhui)
  if (jours <= 0) return ' depuis aujourd’hui'
  return ` depuis ${jours === 1 ? 'un jour' : `${jours}\u00A0jours`}`
}

/** The same deadline for the partenaire, who waits for it: a date while it is far, «réponse demain» when it is near. */
export function echeancePourPartenaire(echeance: Echeance, aujourdhui: DateIso): EcheanceDite {
  const dite = echeanceEnMots(echeance, aujourdhui)
  if (dite.ton === 'bientot') return { ...dite, mots: `réponse ${dite.mots}` }
  if (dite.ton !== 'loin' || !echeance.echeanceLe) return dite
  return { ...dite, mots: `réponse avant le ${dateSansAnnee(echeance.echeanceLe, aujourdhui)}` }
}

import type { Situation } from '@/lib/formations/regles'
import { dureeEnMinutes } from '@/lib/formations/regles'
import { dateLongue, heure, pluriel } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

export const libellesSituation: Record<Situation, string> = {
  brouillon: 'Brouillon',
  ouverte: 'Inscriptions ouvertes',
  close: 'Inscriptions closes',
  commencee: 'En cours',
  a_noter: 'Présences à noter',
  terminee: 'Terminée',
  annulee: 'Annulée',
}

export const libellesInscription: Record<string, string> = {
  inscrite: 'Place réservée',
  attente: 'En liste d’attente',
  retiree: 'Désinscription',
}

export const libellesMode: Record<string, string> = { sur_place: 'Sur place', distance: 'À distance' }

export const libellesProfilFormation: Record<string, string> = {
  technicien: 'Techniciens',
  gestionnaire: 'Gestionnaires',
}

/** «jeudi 12 mars 2026, de 9 h 00 à 12 h 00». */
export function quandSession({ debutLe, finLe }: { debutLe: Date; finLe: Date }): string {
  return `${dateLongue(dateAParis(debutLe))}, de\u00A0${heure(debutLe)} à\u00A0${heure(finLe)}`
}

/** «3 h», «1 h 30», «45 minutes». */
export function dureeEnMots(session: { debutLe: Date; finLe: Date }): string {
  const minutes = dureeEnMinutes(session)
  const [heures, reste] = [Math.floor(minutes / 60), minutes % 60]
  if (heures === 0) return pluriel(minutes, 'minute')
  return `${heures}\u00A0h${reste ? `\u00A0${String(reste).padStart(2, '0')}` : ''}`
}

/** Where it is held, without the address to connect to, which those registered alone read. */
export function ouSession({ mode, lieu }: { mode: string; lieu: string }): string {
  return mode === 'distance' ? 'À distance' : lieu
}

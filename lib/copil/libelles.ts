import type { EtatCopil, Porteur } from '@/lib/copil/modele'
import { dateLongue, heure } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

export const libellesEtatCopil: Record<EtatCopil, string> = {
  preparation: 'En préparation',
  tenu: 'Tenu',
  annule: 'Annulé',
}

export const libellesPorteur: Record<Porteur, string> = {
  caisse: 'La caisse',
  partenaire: 'Le partenaire',
  ensemble: 'Les deux ensemble',
}

/** «jeudi 12 mars 2026 à 14 h 30». */
export const quandCopil = (prevuLe: Date): string => `${dateLongue(dateAParis(prevuLe))} à\u00A0${heure(prevuLe)}`

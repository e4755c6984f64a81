import { estVivante, etatVivant, type SituationPart } from '@/lib/conventions/regles'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'
import type { DateIso } from '@/lib/socle/temps'

const etats: Record<string, string> = {
  brouillon: 'Brouillon',
  signee: 'Signée',
  en_vigueur: 'En vigueur',
  denoncee: 'Dénoncée',
  mise_en_demeure: 'Mise en demeure',
  resiliee: 'Résiliée',
  echue: 'Échue',
}

/** The state as it is that day, whether the night that writes it has run or not. */
export function etatDuJour(part: Omit<SituationPart, 'texteSigne'>, jour: DateIso): string {
  if (part.etat === 'brouillon' || part.etat === 'echue' || part.etat === 'resiliee') return part.etat
  if (!estVivante(part, jour)) return part.causeFin === 'resiliation' ? 'resiliee' : 'echue'
  return etatVivant(part, jour)
}

export function libelleEtat(part: Omit<SituationPart, 'texteSigne'>, jour: DateIso): string {
  const etat = etatDuJour(part, jour)
  return etats[etat] ?? etat
}

export const libelleDeLEtat = (etat: string): string => etats[etat] ?? etat

/** «1er avril 2026» */
export const enMots = dateAvecAnnee

/** «1 an», «18 mois», «2 ans» */
export function duree(mois: number): string {
  return mois % 12 === 0 ? pluriel(mois / 12, 'an') : `${mois}\u00a0mois`
}

/** «3 mois», «sans préavis» */
export const preavis = (mois: number | null): string => (mois ? `${mois}\u00a0mois` : 'sans préavis')

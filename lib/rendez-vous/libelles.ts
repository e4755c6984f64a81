import { modes } from '@/lib/demandes/services/rendez-vous'
import type { EtatRendezVous, ModeRendezVous } from '@/lib/rendez-vous/modele'
import type { Disponibilite } from '@/lib/rendez-vous/regles'
import { dateLongue, heure } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

export const libelleMode = (mode: string): string => modes[mode as ModeRendezVous] ?? mode

/** How a rendez-vous stands, in one word. */
const etatsRendezVous: Record<EtatRendezVous, string> = {
  propose: 'Proposé',
  fixe: 'Fixé',
  annule: 'Annulé',
  honore: 'Honoré',
  manque: 'Manqué',
}

export const libelleEtatRendezVous = (etat: string): string => etatsRendezVous[etat as EtatRendezVous] ?? etat

/** «Sur place, Antenne des Marronniers», «Par téléphone». */
export function ouSeTient({ mode, lieu }: { mode: string; lieu: string | null }): string {
  return [libelleMode(mode), lieu].filter(Boolean).join(', ')
}

/** «jeudi 12 mars 2026, de 9 h 00 à 9 h 30». */
export function quand({ debutLe, finLe }: { debutLe: Date; finLe: Date }): string {
  return `${dateLongue(dateAParis(debutLe))}, de\u00A0${heure(debutLe)} à\u00A0${heure(finLe)}`
}

export function disponibiliteEnMots(
  etat: Disponibilite,
  { pris, capacite }: { pris: number; capacite: number },
): string {
  const compte = capacite > 1 ? `${pris}\u00A0sur\u00A0${capacite} pris` : ''
  switch (etat) {
    case 'libre':
      return capacite > 1 ? `Libre, ${capacite}\u00A0places` : 'Libre'
    case 'partiel':
      return `${pris}\u00A0sur\u00A0${capacite} pris`
    case 'complet':
      return 'Complet'
    case 'ferme':
      return ['Caisse fermée', compte].filter(Boolean).join(', ')
    case 'passe':
      return pris > 0 ? compte || 'Passé' : 'Passé, non pris'
  }
}

/** «Rendez-vous fixé : jeudi 12 mars 2026, de 9 h 00 à 9 h 30», from the details of an event. */
export function avecQuand(titre: string, details: unknown): string {
  const { quand: moment } = (details ?? {}) as { quand?: string }
  return moment ? `${titre}\u00A0: ${moment}` : titre
}

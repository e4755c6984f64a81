import { dateLongue, heure } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/** Hours during which the portal is read only. */
export type Fenetre = { id: string; debutLe: Date; finLe: Date; texte: string; preavisHeures: number }

/** What the pages say of it: one that runs, else the next one, from its notice on. */
export type EtatMaintenance = { enCours: Fenetre | null; annoncee: Fenetre | null }

const heureMs = 3_600_000

/** The longest one: beyond, a date was mistyped. */
export const DUREE_MAX_HEURES = 72

/** Begins at its first millisecond, ends at its last one: [debutLe, finLe[. */
export const estEnCours = ({ debutLe, finLe }: Fenetre, instant: Date): boolean => debutLe <= instant && instant < finLe

export function etatLe(fenetres: Fenetre[], instant: Date): EtatMaintenance {
  const enCours = fenetres.find((fenetre) => estEnCours(fenetre, instant)) ?? null
  const [annoncee = null] = enCours
    ? []
    : fenetres
        .filter(
          ({ debutLe, preavisHeures }) =>
            instant < debutLe && debutLe.getTime() - preavisHeures * heureMs <= instant.getTime(),
        )
        .sort((a, b) => a.debutLe.getTime() - b.debutLe.getTime())
  return { enCours, annoncee }
}

/** «le mardi 1er décembre 2026 de 12 h 00 à 14 h 00», or from one day to another; hours of Paris. */
export function periodeEnMots({ debutLe, finLe }: Pick<Fenetre, 'debutLe' | 'finLe'>): string {
  const [jour, fin] = [dateAParis(debutLe), dateAParis(finLe)]
  if (jour === fin) return `le ${dateLongue(jour)} de ${heure(debutLe)} à ${heure(finLe)}`
  return `du ${dateLongue(jour)} à ${heure(debutLe)} au ${dateLongue(fin)} à ${heure(finLe)}`
}

/** «jusqu’à 14 h 00», with the day where it is another one. */
export function jusquaEnMots({ finLe }: Pick<Fenetre, 'finLe'>, instant: Date): string {
  const jour = dateAParis(finLe)
  return jour === dateAParis(instant) ? `jusqu’à ${heure(finLe)}` : `jusqu’au ${dateLongue(jour)} à ${heure(finLe)}`
}

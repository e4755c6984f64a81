import { heureTapee } from '@/lib/rendez-vous/heures'
import { lundiDe } from '@/lib/rendez-vous/queries'
import { enParties } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

type Derniere = {
  mode: string
  lieu: string | null
  agentId: string | null
  dureeMinutes: number
  capacite: number
} | null

/** The week to come, Monday to Friday, morning and afternoon, held as the last time. */
export function valeursParDefaut(
  { modes, derniere }: { modes: string[]; derniere: Derniere },
  moi: string,
  maintenant: Date,
): Record<string, string | string[]> {
  const lundi = ajouterJours(lundiDe(dateAParis(maintenant)), 7)
  const date = (nom: string, jour: string) =>
    Object.fromEntries(Object.entries(enParties(jour)).map(([partie, valeur]) => [`${nom}.${partie}`, valeur]))
  return {
    ...date('du', lundi),
    ...date('au', ajouterJours(lundi, 4)),
    'semaine[]': ['1', '2', '3', '4', '5'],
    matinDebut: heureTapee('09:00'),
    matinFin: heureTapee('12:00'),
    apresMidiDebut: heureTapee('14:00'),
    apresMidiFin: heureTapee('16:30'),
    mode: derniere?.mode ?? modes[0] ?? '',
    lieu: derniere?.lieu ?? '',
    pour: derniere ? (derniere.agentId ?? 'guichet') : moi,
    dureeMinutes: String(derniere?.dureeMinutes ?? 30),
    capacite: String(derniere?.capacite ?? 1),
  }
}

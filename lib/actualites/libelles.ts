import { genresActualite } from '@/lib/actualites/modele'
import type { Situation } from '@/lib/actualites/regles'

export const libellesSituation: Record<Situation, string> = {
  brouillon: 'Brouillon',
  programmee: 'Programmée',
  publiee: 'En ligne',
  archivee: 'Archivée',
  retiree: 'Retirée',
}

export const libelleGenre = (genre: string): string =>
  genresActualite[genre as keyof typeof genresActualite] ?? genresActualite.flash_info

/** Who speaks, in the middle of a sentence or in a column. */
export const emetteur = (caisse: { nom: string } | null): string => caisse?.nom ?? 'Support national'

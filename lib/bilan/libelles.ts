import type { ClasseRespect, Compte, PrestationBilan } from '@/lib/bilan/modele'
import { MASQUE_SOUS } from '@/lib/bilan/regles'
import { nombre, pluriel } from '@/lib/socle/format'

export const prestationCourte: Record<PrestationBilan, string> = {
  puma: 'PUMa',
  c2s: 'C2S',
  ame: 'AME',
  aide_financiere: 'Aide financière',
  autre: 'Autre prestation',
  '': 'Sans prestation',
}

export const libellesRespect: Record<ClasseRespect, string> = {
  tot: 'Avant l’alerte',
  alerte: 'Dans le délai, alerte passée',
  hors: 'Hors délai',
  sans: 'Sans délai annoncé',
}

export const libellesRendezVous = {
  honore: 'Honorés',
  manque: 'Manqués',
  annule: 'Annulés',
  fixe: 'À venir, ou sans suite dite',
} as const

/** What stands in the place of a count that is kept back. */
export const MASQUE = 'masqué'

/** Says the rule, wherever counts are kept back. */
export const regleDuMasque = `Les nombres inférieurs à ${MASQUE_SOUS} sont masqués, pour que personne ne puisse être reconnu ; d’autres le sont avec eux quand une soustraction les rendrait.`

/** «412», «masqué». */
export const compteEnMots = (n: Compte) => (n === null ? MASQUE : nombre(n))

/** «17,4 jours», «1 jour», «–» where there is none. */
export const joursEnMots = (n: number | null) => (n === null ? '–' : pluriel(Math.round(n * 10) / 10, 'jour'))

/** «2,2 %». */
export const partEnMots = (valeur: number | null) => (valeur === null ? '–' : `${nombre(valeur * 100)}\u00A0%`)

/** «+12 %», «−3 %», «stable». */
export function evolutionEnMots(valeur: number | null): string {
  if (valeur === null) return ''
  const arrondie = Math.round(valeur * 100)
  if (arrondie === 0) return 'stable'
  return `${arrondie > 0 ? '+' : '−'}${nombre(Math.abs(arrondie), 0)}\u00A0%`
}

import { intituleEvenement } from '@/lib/journal/libelles'
import { pageEnMots } from '@/lib/journal/pages'
import type { MesDonnees } from '@/lib/mes-donnees/donnees'

/** One's own act, as its row of the journal tells it. */
export const acteEnMots = ({ action, objetType, objetId }: MesDonnees['journal'][number]): string => {
  if (action !== 'page.vue' || objetType !== 'page' || !objetId) return intituleEvenement(action)
  const mots = pageEnMots(objetId)
  return `A ouvert la page ${mots ? `«\u00a0${mots}\u00a0»` : objetId}`
}

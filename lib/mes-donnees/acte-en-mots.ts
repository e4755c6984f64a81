import { intituleEvenement } from '@/lib/journal/libelles'
import type { MesDonnees } from '@/lib/mes-donnees/donnees'

/** One's own act, as its row of the journal tells it. */
export const acteEnMots = ({ action, objetType, objetId }: MesDonnees['journal'][number]): string =>
  action === 'page.vue' && objetType === 'page' && objetId ? `A ouvert la page ${objetId}` : intituleEvenement(action)

import type { Raccourci } from '@/components/file/barre-raccourcis'

/** Keys of the queue. */
export const raccourcisFile: Raccourci[] = [
  { touches: ['j', 'k'], mots: 'suivante, précédente' },
  { touches: ['Entrée'], mots: 'ouvrir' },
  { touches: ['o'], mots: 'aperçu' },
  { touches: ['x'], mots: 'cocher' },
  { touches: ['a'], mots: 'je m’en occupe' },
  { touches: ['/'], mots: 'chercher' },
]

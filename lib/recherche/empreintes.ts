import { createHmac } from 'node:crypto'
import { normaliser } from '@/lib/demandes/regles'
import { clesJournal } from '@/lib/journal/sceau'

const MOTS_MAX = 8

/**
 * What the journal keeps of the words of a search: a fingerprint of each, apart by a space, that nobody can turn back without the key of the
 * journal. Whoever asks «who searched for this name?» is answered all the same.
 */
export function empreintesDesMots(texte: string): string {
  const [premiere] = clesJournal()
  if (!premiere) return ''
  return normaliser(texte)
    .split(' ')
    .filter(Boolean)
    .slice(0, MOTS_MAX)
    .map((mot) => createHmac('sha256', premiere.cle).update(`recherche ${mot}`).digest('base64url').slice(0, 16))
    .join(' ')
}

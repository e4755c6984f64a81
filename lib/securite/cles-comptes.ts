import { hkdfSync } from 'node:crypto'
import { type CleFichiers, lireClesFichiers } from '@/lib/socle/cles-fichiers'

/** Keys that protect what accounts sign in with, highest version first: it seals, the others only read. Of the same form as those of the files. */
export function clesComptes(): CleFichiers[] {
  const texte = process.env.CLES_COMPTES
  if (!texte) throw new Error('La variable CLES_COMPTES n’est pas définie.')
  return lireClesFichiers(texte)
}

/** A key of its own for each use (HKDF), so that none serves two purposes. */
export function deriver({ cle }: CleFichiers, usage: 'secret' | 'proposition' | 'secours'): Buffer {
  return Buffer.from(hkdfSync('sha256', cle, '', `ep comptes ${usage}`, 32))
}

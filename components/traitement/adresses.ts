import { requeteFile } from '@/components/file/requete'
import type { FiltresFile } from '@/lib/demandes/filtres-file'

const actes = [
  'repondre',
  'clore',
  'complement',
  'complet',
  'attribuer',
  'poster',
  'proposer',
  'fixer',
  'annuler_rendez_vous',
  'urgence',
  'motif',
  'transferer',
  'orienter',
  'lier',
  'procedure',
] as const
export type Agir = (typeof actes)[number]

/** The form asked for in the address; anything else is the answer. */
export function lireAgir(texte: unknown): Agir {
  return actes.find((acte) => acte === texte) ?? 'repondre'
}

/** Address of a demande in its view, with the form of an act open: without JavaScript, a link opens it. */
export function adresseAgir(reference: string, filtres: FiltresFile | null, agir: Agir): string {
  const parametres = new URLSearchParams(filtres ? requeteFile(filtres) : '')
  if (agir !== 'repondre') parametres.set('agir', agir)
  const requete = parametres.size > 0 ? `?${parametres}` : ''
  return `/caisse/demandes/${reference}${requete}#agir`
}

import { type FiltresFile, filtresFileSchema } from '@/lib/demandes/filtres-file'

/** The filters as they stand in an address, from «?» on: words by their id. The page of a demande receives them too, to lead back to its view. */
export function requeteFile({ q: _, ...filtres }: Partial<FiltresFile>): string {
  const parametres = new URLSearchParams()
  for (const [cle, valeur] of Object.entries(filtres))
    if (valeur !== undefined && valeur !== '') parametres.set(cle, String(valeur))
  return `?${parametres}`
}

export const adresseFile = (filtres: Partial<FiltresFile>) => `/caisse/file${requeteFile(filtres)}`

/** True when something more than the view narrows the list. */
export function estFiltree({
  vue: _,
  apres: __,
  tri: ___,
  sens: ____,
  enregistree: _____,
  ...filtres
}: FiltresFile): boolean {
  return Object.values(filtres).some((valeur) => valeur !== undefined && valeur !== '')
}

/** Where a page of the queue leads back to: the same filters, and never elsewhere. */
export function lireRetour(retour: unknown): string {
  const requete = typeof retour === 'string' ? /\?.*$/.exec(retour)?.[0] : undefined
  return requete
    ? adresseFile(filtresFileSchema.parse(Object.fromEntries(new URLSearchParams(requete))))
    : '/caisse/file'
}

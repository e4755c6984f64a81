import { adresseFile } from '@/components/file/requete'
import type { Tri } from '@/components/file/table-file'
import { type FiltresFile, ordreDe } from '@/lib/demandes/filtres-file'

const ordres = {
  triLe: { asc: 'l’échéance la plus proche d’abord', desc: 'l’échéance la plus lointaine d’abord' },
  deposeeLe: { asc: 'la plus ancienne d’abord', desc: 'la dernière reçue d’abord' },
  majLe: { asc: 'celle qui n’a pas bougé depuis le plus longtemps d’abord', desc: 'la dernière qui a bougé d’abord' },
} as const

/** The order of the list in words, and the columns that change it: the one in use turns round. */
export function trisDe(filtres: FiltresFile): { mots: string; colonnes: { echeance: Tri; recue: Tri } } {
  const { colonne, sens } = ordreDe(filtres)
  const closes = filtres.vue === 'closes'
  const premiere = closes ? 'maj' : 'echeance'
  const tri = (nom: 'maj' | 'echeance' | 'recue', sienne: typeof colonne): Tri => {
    const enUsage = colonne === sienne
    const inverse = sens === 'asc' ? 'desc' : 'asc'
    const suite = { ...filtres, apres: undefined, tri: nom === premiere ? undefined : nom }
    return enUsage
      ? {
          href: adresseFile({
            ...suite,
            sens: ordreDe({ ...suite, sens: undefined }).sens === inverse ? undefined : inverse,
          }),
          sens,
        }
      : { href: adresseFile({ ...suite, sens: undefined }) }
  }
  return {
    mots: closes && colonne === 'majLe' && sens === 'desc' ? 'la dernière close d’abord' : ordres[colonne][sens],
    colonnes: { echeance: tri(premiere, closes ? 'majLe' : 'triLe'), recue: tri('recue', 'deposeeLe') },
  }
}

import { libelleType } from '@/lib/partenaires/libelles'
import { type Lecteur, lecteurs } from '@/lib/publications/audience'
import { enumerer, majuscule } from '@/lib/socle/francais'

/** «Techniciens et gestionnaires, CCAS et CIAS seulement». */
export function audienceEnMots({
  profils,
  types,
  caisses,
}: {
  profils: string[]
  types: string[]
  caisses: string[]
}): string {
  const qui = enumerer(
    profils.map((profil) => lecteurs[profil as Lecteur].toLowerCase()),
    'et',
  )
  const limites = [types.map(libelleType), caisses].filter((liste) => liste.length > 0)
  return [majuscule(qui), ...limites.map((liste) => `${enumerer(liste, 'et')} seulement`)].join(', ')
}

import { codesTypePartenaire, libelleType } from '@/lib/partenaires/libelles'
import { type Lecteur, lecteurs } from '@/lib/publications/audience'
import { enumerer, majuscule } from '@/lib/socle/francais'

/** «Techniciens et gestionnaires ; seulement CCAS et CIAS». */
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
  const choisis = codesTypePartenaire.filter((code) => types.includes(code)).map(libelleType)
  const limites = [choisis, caisses].filter((liste) => liste.length > 0)
  return [majuscule(qui), ...limites.map((liste) => `seulement ${enumerer(liste, 'et')}`)].join('\u202F; ')
}

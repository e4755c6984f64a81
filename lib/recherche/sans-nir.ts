import { adresseRecherche, type Criteres } from '@/lib/recherche/schema'
import { retirerNir, trouverNir } from '@/lib/socle/texte-libre'

/** Where to go when a NIR stands in the words: the same search without it, with the reason. Null when there is none. */
export function adresseSansNir(page: string, criteres: Criteres): string | null {
  if (trouverNir(criteres.q).length === 0) return null
  return adresseRecherche(page, { ...criteres, q: retirerNir(criteres.q), refus: 'nir' })
}

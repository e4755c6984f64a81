import { z } from 'zod'
import { rechercheSchema } from '@/lib/demandes/page'
import { retirerNir, trouverNir } from '@/lib/socle/texte-libre'

/** Pages where words can be searched for, by the name their forms give. */
const pages = {
  caisse: '/caisse/recherche',
  partenaire: '/demandes/recherche',
  file: '/caisse/file',
  demandes: '/demandes#liste',
  toutes: '/demandes/toutes',
  equipe: '/equipe',
  annuaire: '/annuaire',
  bibliotheque: '/bibliotheque',
  signaler: '/signaler',
  acceptations: '/administration/cgu/acceptations',
} as const

export type PageCherchee = keyof typeof pages

const pageSchema = z.enum(Object.keys(pages) as [PageCherchee]).catch('partenaire')

/** The two that say why a NIR was taken out of the words. */
const disentLeRefus: PageCherchee[] = ['caisse', 'partenaire']

/** Filters chosen beside the words: codes and ids, never what was typed. Each page reads its own, and ignores the others. */
const filtreSchema = z.tuple([
  z.string().regex(/^(?!(page|q|r|apres|refus)$)[a-zA-Z]{1,20}$/),
  z.string().regex(/^[\w-]{1,40}$/),
])
const filtresMax = 20

/** A search form, read: the page that answers, the words without any NIR, and the rest of its address. */
export function lireRecherche(champs: URLSearchParams) {
  const page = pageSchema.parse(champs.get('page'))
  const tape = rechercheSchema.catch('').parse(champs.get('q') ?? '')
  const nir = trouverNir(tape).length > 0
  const filtres = [...champs].filter((champ) => filtreSchema.safeParse(champ).success).slice(0, filtresMax)
  if (nir && disentLeRefus.includes(page)) filtres.push(['refus', 'nir'])
  const [chemin, ancre] = pages[page].split('#')
  return {
    chemin: chemin ?? '/',
    mots: nir ? retirerNir(tape) : tape,
    /** @param r id of the words, once kept */
    adresse: (r: string | null): string => {
      const parametres = new URLSearchParams([...filtres, ...(r ? [['r', r]] : [])] as [string, string][])
      return `${chemin}${parametres.size > 0 ? `?${parametres}` : ''}${ancre ? `#${ancre}` : ''}`
    },
  }
}

import { type FiltresFile, filtresFileSchema } from '@/lib/demandes/filtres-file'

/** A saved view as the queue shows it. */
export type Vue = {
  id: string
  nom: string
  partagee: boolean
  /** Made by the acteur, who alone changes it. */
  mienne: boolean
  /** How many demandes it holds; null while it is not known, and for what is not the same for all who share it. */
  compte: number | null
  filtres: FiltresFile
}

/** Filters kept by a view, whatever the database holds. */
export function lireFiltres(json: unknown): FiltresFile {
  return aGarder(filtresFileSchema.parse(json ?? {}))
}

/** What a view keeps of the filters in use: not the page, nor the name that was searched, which is a person's. */
export function aGarder({ apres: _, q: __, r: ___, enregistree: ____, ...filtres }: FiltresFile): FiltresFile {
  return filtres
}

/** The answer is not the same for each of those who share the view. */
export function dependDeMoi({ vue, agent, equipe }: FiltresFile): boolean {
  return vue === 'mes_demandes' || agent === 'moi' || equipe === 'miennes'
}

/** Counted like the tabs: open demandes only, and what means the same for all who read the number. */
export function seCompte({ partagee, filtres }: Pick<Vue, 'partagee' | 'filtres'>): boolean {
  return filtres.vue !== 'closes' && !(partagee && dependDeMoi(filtres))
}

/** A saved view, narrowed by what else stands in the address. */
export function appliquerVue(
  { id, filtres }: Pick<Vue, 'id' | 'filtres'>,
  adresse: Record<string, unknown>,
): FiltresFile {
  const { vue: _, ...plus } = filtresFileSchema.parse(adresse)
  const dits = Object.fromEntries(Object.entries(plus).filter(([, valeur]) => valeur !== undefined))
  return { ...filtres, ...dits, enregistree: id }
}

/** The filters in use are those of the view, as it was saved. */
export function estTelleQuelle({ filtres }: Pick<Vue, 'filtres'>, enCours: FiltresFile): boolean {
  return forme(filtres) === forme(aGarder(enCours)) && !enCours.q
}

const forme = (filtres: FiltresFile) =>
  JSON.stringify(
    Object.entries(filtres)
      .filter(([, valeur]) => valeur !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

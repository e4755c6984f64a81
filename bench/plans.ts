import pg from 'pg'
import { z } from 'zod'
import { planGenerique } from '@/lib/socle/bassins'

export type Requete = { texte: string; valeurs: unknown[] }

type Interroger = (this: pg.Client, ...args: unknown[]) => unknown

let ecoute: Requete[] | undefined

// The driver itself is listened to, from before its first connection: what is explained is what is sent.
const prototype = pg.Client.prototype as unknown as { query: Interroger }
const interroger = prototype.query
prototype.query = function (...args) {
  const [requete, valeurs] = args as [string | { text?: string; values?: unknown[] }, unknown[] | undefined]
  const { text, values } = typeof requete === 'string' ? { text: requete, values: valeurs } : requete
  if (text) ecoute?.push({ texte: text, valeurs: values ?? [] })
  return interroger.apply(this, args)
}

/** The SQL that `travail` sends to PostgreSQL. One `travail` at a time. */
export async function requetesDe(travail: () => Promise<unknown>): Promise<Requete[]> {
  const requetes: Requete[] = []
  ecoute = requetes
  try {
    await travail()
  } finally {
    ecoute = undefined
  }
  return requetes
}

export type Noeud = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: Noeud[]
}

const explication = z.tuple([z.object({ Plan: z.custom<Noeud>() })])

export type Plans = {
  requete: Requete
  /** As it was run, with its values. */
  execute: Noeud
  /** As a prepared statement may be run later, whatever its values. */
  generique: Noeud
}

/**
 * Runs the same queries again, in one transaction that is undone, and tells how PostgreSQL goes about each. `entieres`: tables
 * read from end to end meanwhile, by functions and triggers too, which no plan shows.
 */
export async function plansDe(url: string, requetes: Requete[]): Promise<{ plans: Plans[]; entieres: string[] }> {
  const client = new pg.Client({ connectionString: url, options: planGenerique })
  await client.connect()
  const expliquer = async (options: string, texte: string, valeurs?: unknown[]) => {
    const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(
      `EXPLAIN (${options}, FORMAT JSON) ${texte}`,
      valeurs,
    )
    return explication.parse(rows[0]?.['QUERY PLAN'])[0].Plan
  }
  try {
    await client.query('BEGIN')
    const plans: Plans[] = []
    for (const requete of requetes) {
      const { texte, valeurs } = requete
      if (/set_config\('ep\./.test(texte)) await client.query(texte.replace(/^BEGIN[^;]*;/, ''))
      if (/^(BEGIN|COMMIT)\b/.test(texte)) continue
      const generique = await expliquer('GENERIC_PLAN', texte)
      // What was added is there already.
      const ajout = /^INSERT/.test(texte) && !texte.includes('ON CONFLICT')
      plans.push({ requete, execute: ajout ? generique : await expliquer('ANALYZE', texte, valeurs), generique })
    }
    const { rows } = await client.query<{ relname: string }>(
      'SELECT relname FROM pg_stat_xact_all_tables WHERE seq_scan > 0',
    )
    await client.query('ROLLBACK')
    return { plans, entieres: rows.map(({ relname }) => relname) }
  } finally {
    await client.end()
  }
}

/** Every node of a plan, sub-plans of the policies included. */
export function noeudsDe(plan: Noeud): Noeud[] {
  return [plan, ...(plan.Plans ?? []).flatMap(noeudsDe)]
}

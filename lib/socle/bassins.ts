import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { logs } from '@/lib/socle/logs'
import type { Prisma } from '@/lib/socle/prisma/client'

type Memoire = { bassinWeb?: pg.Pool; ouverture?: AsyncLocalStorage<string> }

// The built server may load this module several times: all must speak to the same connections.
const memoire = globalThis as unknown as Memoire

memoire.ouverture ??= new AsyncLocalStorage()
/** Settings of the perimeter being opened, in SQL. */
export const ouverture = memoire.ouverture

/** A new connection plans again all that it is asked: the first page after a quiet while would pay for it. */
const OISIVETE_MS = 10 * 60_000

/**
 * Each statement is planned once, and not again for its values: under row-level security, planning costs more than most reads.
 * That no such plan reads a large table from end to end is tested (see `bench/plans.ts`).
 */
export const planGenerique = '-c plan_cache_mode=force_generic_plan'

function ouvrirBassin(url: string, connexions: number): pg.Pool {
  // Reads that do not wait for each other leave together; those Prisma splits do too.
  const bassin = new pg.Pool({
    connectionString: url,
    max: connexions,
    pipeline: true,
    options: planGenerique,
    idleTimeoutMillis: OISIVETE_MS,
    // A script ends when its work does.
    allowExitOnIdle: true,
  })
  bassin.on('connect', ouvrirAvecPerimetre)
  // The database was restarted: the connection that waited is gone, the next read opens another. Unheard, it would stop the process.
  bassin.on('error', ({ message }) => logs.warn({ message }, 'connexion à la base perdue'))
  return bassin
}

/** Prisma sends BEGIN alone: the settings of the perimeter leave in the same message, which spares each page a round trip. */
function ouvrirAvecPerimetre(client: pg.PoolClient): void {
  const interroger = client.query.bind(client) as (requete: pg.QueryConfig, ...suite: unknown[]) => unknown
  const query = (requete: pg.QueryConfig, ...suite: unknown[]) => {
    const reglages = requete.text === 'BEGIN' && ouverture.getStore()
    return reglages ? interroger({ text: `BEGIN; ${reglages}` }) : interroger(requete, ...suite)
  }
  Object.assign(client, { query })
  // A connection lost while it is in use is told by the queries that fail: heard here too, it would stop the process.
  client.on('error', () => {})
}

const noms = new Map<string, string>()
const nomsMax = 500

/** A name makes PostgreSQL keep the statement, which spares its analysis; lists of variable length must not fill its memory. */
export function nommer({ sql, args }: { sql: string; args: unknown[] }): string {
  if (args.length === 0) return ''
  const connu = noms.get(sql)
  if (connu || noms.size >= nomsMax) return connu ?? ''
  // From the text itself: another copy of this module gives the same name to the same statement, on the same connections.
  const nom = `ep${createHash('md5').update(sql).digest('hex')}`
  noms.set(sql, nom)
  return nom
}

function exiger(nom: string): string {
  const url = process.env[nom]
  if (!url) throw new Error(`La variable ${nom} n’est pas définie.`)
  return url
}

/** Connections of the web process, without Prisma. */
export function bassinWeb(): pg.Pool {
  memoire.bassinWeb ??= ouvrirBassin(exiger('DATABASE_URL'), 20)
  return memoire.bassinWeb
}

export const ouvrirBassinTravaux = (): pg.Pool => ouvrirBassin(exiger('DATABASE_URL_TRAVAUX'), 8)

/** A statement of Prisma, as PostgreSQL is asked. */
export const aEnvoyer = ({ text, values }: Prisma.Sql): pg.QueryConfig => ({
  text,
  values,
  name: nommer({ sql: text, args: values }),
})

/** What `envoyer` sends leaves in one write to the network: each one costs a page more than what it carries. */
export function ensemble<T>(client: pg.PoolClient, envoyer: () => T): T {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  try {
    return envoyer()
  } finally {
    stream.uncork()
  }
}

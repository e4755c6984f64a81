import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { logs } from '@/lib/socle/logs'
import { type Prisma, PrismaClient } from '@/lib/socle/prisma/client'

export type Transaction = Prisma.TransactionClient

/** What the database is told of who acts; see the row-level policies in `prisma/migrations`. */
export type Perimetre = {
  profil: 'technicien' | 'gestionnaire' | 'caisse' | 'administrateur' | 'connexion'
  compteId?: string
  /** Caisse of a caisse-side account. */
  caisseId?: string
  /** The same, when the account may read demandes. */
  agentCaisseId?: string
  /** The same, for a référent, who writes what the caisse decides. */
  referentCaisseId?: string
  /** The same, for a DPO, who reaches what is kept about a person. */
  dpoCaisseId?: string
  partenaireId?: string
  /** Structure of a technicien: only techniciens read demandes. */
  structureId?: string
  /** Structure of a gestionnaire, who manages its techniciens. */
  gestionnaireStructureId?: string
  /** Caisses whose access is open to the partenaire today. */
  caissesOuvertes?: string[]
}

type Memoire = {
  bassinWeb?: pg.Pool
  baseWeb?: PrismaClient
  baseTravaux?: PrismaClient
  ouverture?: AsyncLocalStorage<string>
}

// The built server may load this module several times: all must speak to the same connections.
const memoire = globalThis as unknown as Memoire

/** Settings of the perimeter being opened. */
memoire.ouverture ??= new AsyncLocalStorage()
const ouverture = memoire.ouverture

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

function ouvrirBase(bassin: pg.Pool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(bassin, { disposeExternalPool: true, statementNameGenerator: nommer }),
  })
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
function nommer({ sql, args }: { sql: string; args: unknown[] }): string {
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

function bassinWeb(): pg.Pool {
  memoire.bassinWeb ??= ouvrirBassin(exiger('DATABASE_URL'), 20)
  return memoire.bassinWeb
}

/** Connections of the web process: a role that is neither owner nor exempt from row-level security. Outside a perimeter it reads no row of a person. */
export function baseWeb(): PrismaClient {
  memoire.baseWeb ??= ouvrirBase(bassinWeb())
  return memoire.baseWeb
}

/** Connections of the worker, for automatic acts. Never used by a page or an action. */
export function baseTravaux(): PrismaClient {
  memoire.baseTravaux ??= ouvrirBase(ouvrirBassin(exiger('DATABASE_URL_TRAVAUX'), 8))
  return memoire.baseTravaux
}

/**
 * Runs `travail` in one transaction whose rows are limited by PostgreSQL to the perimeter of the acteur.
 * The settings are local to the transaction: nothing is left on the connection.
 */
export function avecPerimetre<T>(perimetre: Perimetre, travail: (tx: Transaction) => Promise<T>): Promise<T> {
  return ouverture.run(reglagesDe(perimetre), () => transaction(baseWeb(), (tx) => ouverture.exit(() => travail(tx))))
}

/** One transaction of the worker. */
export function avecTravaux<T>(travail: (tx: Transaction) => Promise<T>, timeout?: number): Promise<T> {
  return transaction(baseTravaux(), travail, timeout)
}

type Fin = (tx: Transaction) => Promise<void>
const fins = new WeakMap<Transaction, Fin[]>()

/** Runs `fin` at the very end of the transaction, just before it is committed. False outside of the transactions opened here. */
export function avantDeFinir(tx: Transaction, fin: Fin): boolean {
  return Boolean(fins.get(tx)?.push(fin))
}

function transaction<T>(base: PrismaClient, travail: (tx: Transaction) => Promise<T>, timeout = 20_000): Promise<T> {
  return base.$transaction(
    async (tx) => {
      const dernieres: Fin[] = []
      fins.set(tx, dernieres)
      const resultat = await travail(tx)
      for (const fin of dernieres) await fin(tx)
      return resultat
    },
    { maxWait: 10_000, timeout },
  )
}

const aEnvoyer = ({ text, values }: Prisma.Sql): pg.QueryConfig => ({
  text,
  values,
  name: nommer({ sql: text, args: values }),
})

/** What `envoyer` sends leaves in one write to the network: each one costs a page more than what it carries. */
function ensemble<T>(client: pg.PoolClient, envoyer: () => T): T {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  try {
    return envoyer()
  } finally {
    stream.uncork()
  }
}

/** One read outside any perimeter, straight to PostgreSQL: for what is asked at each request, see `lireAvecPerimetre`. */
export async function lire<L extends pg.QueryResultRow>(requete: Prisma.Sql): Promise<L[]> {
  const { rows } = await bassinWeb().query<L>(aEnvoyer(requete))
  return rows
}

/**
 * One read in the perimeter of the acteur, in a transaction that writes nothing. Its three messages leave together and skip
 * Prisma: one round trip, and none of its work. For the pages most asked for.
 */
export function lireAvecPerimetre<L extends pg.QueryResultRow>(
  perimetre: Perimetre,
  requete: Prisma.Sql,
): Promise<L[]> {
  return enUnMessage('BEGIN READ ONLY', perimetre, requete)
}

/** The same before anyone is known, for what is written at each page. */
export function ecrireEnConnexion<L extends pg.QueryResultRow>(requete: Prisma.Sql): Promise<L[]> {
  return enUnMessage('BEGIN', { profil: 'connexion' }, requete)
}

async function enUnMessage<L extends pg.QueryResultRow>(
  debut: 'BEGIN' | 'BEGIN READ ONLY',
  perimetre: Perimetre,
  requete: Prisma.Sql,
): Promise<L[]> {
  const client = await bassinWeb().connect()
  try {
    // PostgreSQL runs them in order. After an error it answers the others by an error, and COMMIT undoes.
    const [, { rows }] = await ensemble(client, () =>
      Promise.all([
        client.query(`${debut}; ${reglagesDe(perimetre)}`),
        client.query<L>(aEnvoyer(requete)),
        client.query('COMMIT'),
      ]),
    )
    return rows
  } finally {
    client.release()
  }
}

function reglagesDe(perimetre: Perimetre): string {
  const valeurs = {
    profil: perimetre.profil,
    compte: perimetre.compteId,
    caisse: perimetre.caisseId,
    agent: perimetre.agentCaisseId,
    referent: perimetre.referentCaisseId,
    dpo: perimetre.dpoCaisseId,
    partenaire: perimetre.partenaireId,
    structure: perimetre.structureId,
    gestionnaire: perimetre.gestionnaireStructureId,
    caisses: perimetre.caissesOuvertes?.join(','),
  }
  const appels = Object.entries(valeurs).map(
    ([nom, valeur]) => `set_config('ep.${nom}', ${pg.escapeLiteral(valeur ?? '')}, true)`,
  )
  // One column: less to answer, and to read.
  return `SELECT ${appels.join(' || ')}`
}

/** Perimeter of what happens before anyone is known: accounts, sessions and links, never a demande. */
export function avecConnexion<T>(travail: (tx: Transaction) => Promise<T>): Promise<T> {
  return avecPerimetre({ profil: 'connexion' }, travail)
}

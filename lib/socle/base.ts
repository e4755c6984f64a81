import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
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
  partenaireId?: string
  /** Structure of a technicien: only techniciens read demandes. */
  structureId?: string
  /** Structure of a gestionnaire, who manages its techniciens. */
  gestionnaireStructureId?: string
  /** Caisses whose access is open to the partenaire today. */
  caissesOuvertes?: string[]
}

type Memoire = { baseWeb?: PrismaClient; baseTravaux?: PrismaClient; ouverture?: AsyncLocalStorage<string> }

// The built server may load this module several times: all must speak to the same connections.
const memoire = globalThis as unknown as Memoire

/** Settings of the perimeter being opened. */
memoire.ouverture ??= new AsyncLocalStorage()
const ouverture = memoire.ouverture

function ouvrirBase(url: string, connexions: number): PrismaClient {
  // Reads that do not wait for each other leave together; those Prisma splits do too.
  const bassin = new pg.Pool({ connectionString: url, max: connexions, pipeline: true })
  bassin.on('connect', ouvrirAvecPerimetre)
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
}

const noms = new Map<string, string>()
const nomsMax = 500

/** A name makes PostgreSQL keep the statement, which spares its analysis; lists of variable length must not fill its memory. */
function nommer({ sql, args }: { sql: string; args: unknown[] }): string {
  if (args.length === 0) return ''
  const connu = noms.get(sql)
  if (connu || noms.size >= nomsMax) return connu ?? ''
  noms.set(sql, `ep${noms.size}`)
  return noms.get(sql) ?? ''
}

function exiger(nom: string): string {
  const url = process.env[nom]
  if (!url) throw new Error(`La variable ${nom} n’est pas définie.`)
  return url
}

/** Connections of the web process: a role that is neither owner nor exempt from row-level security. Outside a perimeter it reads no row of a person. */
export function baseWeb(): PrismaClient {
  memoire.baseWeb ??= ouvrirBase(exiger('DATABASE_URL'), 20)
  return memoire.baseWeb
}

/** Connections of the worker, for automatic acts. Never used by a page or an action. */
export function baseTravaux(): PrismaClient {
  memoire.baseTravaux ??= ouvrirBase(exiger('DATABASE_URL_TRAVAUX'), 8)
  return memoire.baseTravaux
}

/**
 * Runs `travail` in one transaction whose rows are limited by PostgreSQL to the perimeter of the acteur.
 * The settings are local to the transaction: nothing is left on the connection.
 */
export function avecPerimetre<T>(perimetre: Perimetre, travail: (tx: Transaction) => Promise<T>): Promise<T> {
  const options = { maxWait: 10_000, timeout: 20_000 }
  return ouverture.run(reglagesDe(perimetre), () =>
    baseWeb().$transaction((tx) => ouverture.exit(() => travail(tx)), options),
  )
}

function reglagesDe(perimetre: Perimetre): string {
  const valeurs = {
    profil: perimetre.profil,
    compte: perimetre.compteId,
    caisse: perimetre.caisseId,
    agent: perimetre.agentCaisseId,
    referent: perimetre.referentCaisseId,
    partenaire: perimetre.partenaireId,
    structure: perimetre.structureId,
    gestionnaire: perimetre.gestionnaireStructureId,
    caisses: perimetre.caissesOuvertes?.join(','),
  }
  const appels = Object.entries(valeurs).map(
    ([nom, valeur]) => `set_config('ep.${nom}', ${pg.escapeLiteral(valeur ?? '')}, true)`,
  )
  return `SELECT ${appels.join(', ')}`
}

/** Perimeter of what happens before anyone is known: accounts, sessions and links, never a demande. */
export function avecConnexion<T>(travail: (tx: Transaction) => Promise<T>): Promise<T> {
  return avecPerimetre({ profil: 'connexion' }, travail)
}

import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { aEnvoyer, bassinWeb, ensemble, nommer, ouverture, ouvrirBassinTravaux } from '@/lib/socle/bassins'
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

type Memoire = { baseWeb?: PrismaClient; baseTravaux?: PrismaClient }

// The built server may load this module several times: all must speak to the same connections.
const memoire = globalThis as unknown as Memoire

function ouvrirBase(bassin: pg.Pool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(bassin, { disposeExternalPool: true, statementNameGenerator: nommer }),
  })
}

/** Connections of the web process: a role that is neither owner nor exempt from row-level security. Outside a perimeter it reads no row of a person. */
export function baseWeb(): PrismaClient {
  memoire.baseWeb ??= ouvrirBase(bassinWeb())
  return memoire.baseWeb
}

/** Connections of the worker, for automatic acts. Never used by a page or an action. */
export function baseTravaux(): PrismaClient {
  memoire.baseTravaux ??= ouvrirBase(ouvrirBassinTravaux())
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

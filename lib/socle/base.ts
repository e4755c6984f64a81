import { PrismaPg } from '@prisma/adapter-pg'
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
  partenaireId?: string
  /** Structure of a technicien: only techniciens read demandes. */
  structureId?: string
  /** Caisses whose access is open to the partenaire today. */
  caissesOuvertes?: string[]
}

function ouvrirBase(url: string, connexions: number): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: connexions }) })
}

const memoire = globalThis as unknown as { baseWeb?: PrismaClient; baseTravaux?: PrismaClient }

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
  return baseWeb().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('ep.profil', ${perimetre.profil}, true),
        set_config('ep.compte', ${perimetre.compteId ?? ''}, true),
        set_config('ep.caisse', ${perimetre.caisseId ?? ''}, true),
        set_config('ep.agent', ${perimetre.agentCaisseId ?? ''}, true),
        set_config('ep.partenaire', ${perimetre.partenaireId ?? ''}, true),
        set_config('ep.structure', ${perimetre.structureId ?? ''}, true),
        set_config('ep.caisses', ${perimetre.caissesOuvertes?.join(',') ?? ''}, true)`
      return travail(tx)
    },
    { maxWait: 10_000, timeout: 20_000 },
  )
}

/** Perimeter of what happens before anyone is known: accounts, sessions and links, never a demande. */
export function avecConnexion<T>(travail: (tx: Transaction) => Promise<T>): Promise<T> {
  return avecPerimetre({ profil: 'connexion' }, travail)
}

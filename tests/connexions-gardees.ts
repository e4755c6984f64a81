import type pg from 'pg'
import type { PrismaClient } from '@/lib/socle/prisma/client'

/** The connections of the product, see `lib/socle/base.ts`. */
type Connexions = { bassinWeb?: pg.Pool; baseWeb?: PrismaClient; baseTravaux?: PrismaClient }
type Memoire = Connexions & { connexionsGardees?: Connexions; memoiresBreves?: Map<string, Map<string, unknown>> }
const memoire = globalThis as unknown as Memoire

/** The next use of the product opens others. */
export function oterConnexions(): Connexions {
  const { bassinWeb, baseWeb, baseTravaux } = memoire
  Object.assign(memoire, { bassinWeb: undefined, baseWeb: undefined, baseTravaux: undefined })
  return { bassinWeb, baseWeb, baseTravaux }
}

export async function fermerConnexions({ bassinWeb, baseWeb, baseTravaux }: Connexions): Promise<void> {
  await Promise.allSettled([baseWeb ? baseWeb.$disconnect() : bassinWeb?.end(), baseTravaux?.$disconnect()])
}

const baseDe = ({ bassinWeb }: Connexions) => new URL(bassinWeb?.options.connectionString ?? 'x:').pathname.slice(1)

/** At the end of a file: new connections would plan again all that they are asked, so the next file has these if it can. */
export async function garderConnexions(): Promise<void> {
  const ouvertes = oterConnexions()
  if (!ouvertes.bassinWeb) return fermerConnexions(ouvertes)
  await fermerConnexions(memoire.connexionsGardees ?? {})
  memoire.connexionsGardees = ouvertes
}

/** Name of the database they are connected to. */
export const baseGardee = (): string => baseDe(memoire.connexionsGardees ?? {})

/** For a file that was lent this database. What is remembered of it is of the file before. */
export async function reprendreConnexions(nom: string): Promise<void> {
  for (const gardees of memoire.memoiresBreves?.values() ?? []) gardees.clear()
  const gardees = memoire.connexionsGardees ?? {}
  memoire.connexionsGardees = undefined
  if (baseDe(gardees) === nom) Object.assign(memoire, gardees)
  else await fermerConnexions(gardees)
}

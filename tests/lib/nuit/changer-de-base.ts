import type { PrismaClient } from '@/lib/socle/prisma/client'
import { fermerFile } from '@/lib/travaux/file'
import type { BasePretee } from '@/tests/modele-de-test'

/** Points the connections of the product to another database; `null` only closes them. */
export async function changerDeBase(base: BasePretee | null): Promise<void> {
  const memoire = globalThis as unknown as { bassinWeb?: unknown; baseWeb?: PrismaClient; baseTravaux?: PrismaClient }
  await fermerFile()
  await memoire.baseWeb?.$disconnect()
  await memoire.baseTravaux?.$disconnect()
  memoire.bassinWeb = undefined
  memoire.baseWeb = undefined
  memoire.baseTravaux = undefined
  if (base) Object.assign(process.env, { DATABASE_URL: base.web, DATABASE_URL_TRAVAUX: base.travaux })
}

import { fromPrisma, PgBoss, type SendOptions } from 'pg-boss'
import type { Transaction } from '@/lib/socle/base'
import { logs } from '@/lib/socle/logs'
import { type NomFile, schemaFiles } from '@/lib/travaux/files'

const memoire = globalThis as unknown as { fileTravaux?: Promise<PgBoss> }

/** Only reads the list of queues: jobs are inserted through the transaction of the caller. */
async function ouvrir(): Promise<PgBoss> {
  const url = process.env.DATABASE_URL ?? process.env.DATABASE_URL_TRAVAUX ?? process.env.DATABASE_URL_MIGRATION
  if (!url) throw new Error('La variable DATABASE_URL n’est pas définie.')
  const boss = new PgBoss({
    connectionString: url,
    schema: schemaFiles,
    max: 1,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  })
  boss.on('error', (erreur) => logs.warn({ message: erreur.message }, 'file de travaux injoignable'))
  await boss.start()
  return boss
}

function file(): Promise<PgBoss> {
  memoire.fileTravaux ??= ouvrir().catch((erreur) => {
    // The database was away: the next act tries again.
    memoire.fileTravaux = undefined
    throw erreur
  })
  return memoire.fileTravaux
}

/** Adds a job in the transaction of the act: it exists when the act is committed, and never otherwise. */
export async function envoyerTravail(
  tx: Transaction,
  nom: NomFile,
  donnees: Record<string, string | number>,
  options?: Omit<SendOptions, 'db'>,
): Promise<void> {
  await (await file()).send(nom, donnees, { ...options, db: fromPrisma(tx) })
}

/** For a script or a test that wants to end. */
export async function fermerFile(): Promise<void> {
  const ouverte = memoire.fileTravaux
  memoire.fileTravaux = undefined
  await (await ouverte)?.stop({ graceful: false })
}

import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/lib/socle/prisma/client'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { demandes, suites } from './chargement/demandes'
import { organismes, tirages } from './chargement/organismes'

/**
 * Fills a migrated, empty database with the life of four caisses over 18 months, as the owner.
 * @returns the number of rows by table
 */
export async function charger(urlMigration: string, nombre: number): Promise<Record<string, number>> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: urlMigration, max: 1 }) })
  await prisma.$transaction((tx) => installerCatalogue(tx))
  await prisma.$disconnect()
  const client = new pg.Client({ connectionString: urlMigration })
  await client.connect()
  try {
    // The same draw at each run.
    await client.query('SELECT setseed(0.26)')
    await client.query(organismes)
    await client.query(tirages)
    // One by one, a million rows through the triggers of the counters and of the search would take hours.
    for (const table of surveillees) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await client.query(demandes, [nombre])
    for (const suite of suites) await client.query(suite)
    for (const table of surveillees) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    await client.query('SELECT ep_recompter_file()')
    await client.query('SELECT ep_reindexer_recherche()')
    await client.query('VACUUM ANALYZE')
    return await compter(client)
  } finally {
    await client.end()
  }
}

const surveillees = ['demande', 'message', 'piece_jointe']
const tables = ['demande', 'evenement', 'message', 'piece_jointe', 'lecture', 'courriel', 'rendez_vous', 'journal']

async function compter(client: pg.Client): Promise<Record<string, number>> {
  const comptes: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)
    comptes[table] = Number(rows[0]?.n)
  }
  return comptes
}

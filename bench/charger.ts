import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/lib/socle/prisma/client'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { demandes, suites } from './chargement/demandes'
import { mettreANu } from './chargement/mise-a-nu'
import { organismes, tirages } from './chargement/organismes'

/**
 * Fills a migrated, empty database with the life of four caisses over 18 months, as the owner. Written to bare tables, on two
 * connections: one by one, a million rows through the indexes, the keys and the triggers would take hours.
 * @returns the number of rows by table
 */
export async function charger(urlMigration: string, nombre: number): Promise<Record<string, number>> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: urlMigration, max: 1 }) })
  await prisma.$transaction((tx) => installerCatalogue(tx))
  await prisma.$disconnect()
  const clients = [0, 1].map(() => new pg.Client({ connectionString: urlMigration })) as [pg.Client, pg.Client]
  const [client] = clients
  try {
    for (const chacun of clients) {
      await chacun.connect()
      await chacun.query(reglages)
    }
    // The same draw at each run.
    await client.query('SELECT setseed(0.26)')
    await client.query(organismes)
    await client.query(tirages)
    const { index, cles } = await mettreANu(client, tables)
    await client.query(demandes, [nombre])
    await repartir(clients, suites)
    await repartir(clients, index)
    // Without knowing how many rows there are, PostgreSQL would index them with one process only.
    await repartir(
      clients,
      tables.map((table) => `ANALYZE ${table}`),
    )
    await client.query('SELECT ep_recompter_file()')
    await client.query('SELECT ep_recompter_bilan()')
    await client.query('SELECT ep_reindexer_recherche()')
    for (const cle of cles) await client.query(cle)
    for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    await repartir(
      clients,
      [...tenues, ...tables].map((table) => `VACUUM ${table}`),
    )
    await client.query('ANALYZE')
    return await compter(client)
  } finally {
    for (const chacun of clients) await chacun.end()
  }
}

const reglages = `SET synchronous_commit = off; SET work_mem = '128MB'; SET maintenance_work_mem = '512MB';
  SET max_parallel_maintenance_workers = 0; SET vacuum_buffer_usage_limit = '128MB'; SET jit = off`

/** The largest first. */
const tables = ['demande', 'message', 'evenement', 'courriel', 'piece_jointe', 'journal', 'lecture', 'rendez_vous']

/** Filled by the counts that follow the load. */
const tenues = ['recherche.demande', 'compteur_bilan', 'compteur_bilan_jour']

/** Each statement once, on whichever connection is free. */
async function repartir(clients: pg.Client[], ordres: string[]): Promise<void> {
  const reste = [...ordres]
  await Promise.all(
    clients.map(async (client) => {
      for (let ordre = reste.shift(); ordre; ordre = reste.shift()) await client.query(ordre)
    }),
  )
}

async function compter(client: pg.Client): Promise<Record<string, number>> {
  const comptes: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)
    comptes[table] = Number(rows[0]?.n)
  }
  return comptes
}

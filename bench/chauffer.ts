import { clientAdmin } from '@/lib/processus/preparer-base'

/**
 * Reads every table and index once into the memory of PostgreSQL, as on a server that has been up for some days: right after
 * the load its memory is still empty, and each demande of a million would be the first one to be read.
 */
export async function chauffer({ admin, migration }: { admin: string; migration: string }): Promise<void> {
  const base = Object.assign(new URL(admin), { pathname: new URL(migration).pathname }).href
  await clientAdmin(base, async (client) => {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_prewarm')
    // Indexes last: should there be more than the memory holds, they stay.
    await client.query(`SELECT pg_prewarm(oid) FROM (SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'recherche') AND c.relkind IN ('r', 'm', 'i') ORDER BY c.relkind DESC) AS toutes`)
    // What the load has left to write would be written during the measures.
    await client.query('CHECKPOINT')
  })
}

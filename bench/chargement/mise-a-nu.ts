import type pg from 'pg'

/**
 * Takes off these tables what each new row would be checked against and written to: foreign keys, indexes other than of
 * keys, triggers. Gives the statements that put all back, as it was.
 */
export async function mettreANu(client: pg.Client, tables: string[]): Promise<{ index: string[]; cles: string[] }> {
  const lire = async (sql: string) =>
    (await client.query<{ oter: string; remettre: string }>(sql, [tables.map((table) => `public.${table}`)])).rows
  const cles = await lire(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS oter,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS remettre
    FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[]) ORDER BY conrelid, conname`)
  // The largest tables first: the last ones fill the gaps between two connections.
  const index = await lire(`
    SELECT format('DROP INDEX %s', indexrelid::regclass) AS oter, pg_get_indexdef(indexrelid) AS remettre
    FROM pg_index i WHERE indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
    ORDER BY array_position($1::regclass[], indrelid), indexrelid`)
  for (const { oter } of [...cles, ...index]) await client.query(oter)
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  return { index: index.map(({ remettre }) => remettre), cles: cles.map(({ remettre }) => remettre) }
}

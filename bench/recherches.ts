import pg from 'pg'
import type { Personne } from './decor'

/** Keeps the words for each person, as the search box does, without its limits on how often; gives the ids that stand for them. */
export async function garderRecherches(
  urlMigration: string,
  recherches: (Personne & { mots: string })[],
): Promise<(Personne & { id: string })[]> {
  const client = new pg.Client({ connectionString: urlMigration })
  await client.connect()
  try {
    const gardees = recherches.map(({ mots, ...personne }) => ({ ...personne, mots, id: crypto.randomUUID() }))
    await client.query(
      `INSERT INTO recherche_gardee (id, "compteId", mots, "creeeLe")
       SELECT id, "compteId", mots, now() FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "compteId" uuid, mots text)`,
      [JSON.stringify(gardees)],
    )
    return gardees
  } finally {
    await client.end()
  }
}

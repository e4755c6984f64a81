import type pg from 'pg'
import type { LigneScellable } from '@/lib/journal/sceau'

/** A row as it stands in the table. `texte`: what its details look like there, to the letter. */
export type LigneLue = LigneScellable & { texte: string; sceau: Buffer; cleVersion: number }

type Brute = Omit<LigneLue, 'id' | 'le' | 'details'> & { id: string; le: Date | number }

/** Every row in the order of ranks, a few thousand at a time: as much memory for a million as for a thousand. */
export async function* lireLignes(client: pg.ClientBase, lot = 5_000): AsyncGenerator<LigneLue> {
  let apres: string | null = null
  for (;;) {
    const lu: pg.QueryResult<Brute> = await client.query(
      `SELECT id, le, action, "compteId", profil, "objetType", "objetId", "caisseId", "partenaireId", adresse, details::text AS texte,
         sceau, "cleVersion"
       FROM journal WHERE $1::bigint IS NULL OR id > $1 ORDER BY id LIMIT ${lot}`,
      [apres],
    )
    for (const { id, le, ...reste } of lu.rows)
      yield { ...reste, id: BigInt(id), le: new Date(le), details: JSON.parse(reste.texte) }
    if (lu.rows.length < lot) return
    apres = lu.rows.at(-1)?.id ?? null
  }
}

/**
 * A value as PostgreSQL writes it. A number that JavaScript rounds (100.00000000000000000001) reads as another: the text
 * tells them apart.
 */
export function enTexteJsonb(valeur: unknown): string {
  if (Array.isArray(valeur)) return `[${valeur.map(enTexteJsonb).join(', ')}]`
  if (valeur === null || typeof valeur !== 'object') return JSON.stringify(valeur)
  const champs = Object.entries(valeur).map(([cle, contenu]) => `${JSON.stringify(cle)}: ${enTexteJsonb(contenu)}`)
  return `{${champs.join(', ')}}`
}

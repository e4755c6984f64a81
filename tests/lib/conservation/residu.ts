import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Transaction } from '@/lib/socle/base'
import { Prisma } from '@/lib/socle/prisma/client'

type Colonne = { table: string; colonne: string; type: string }

/** Codes and figures, which a purge keeps: everything else that holds text is planted, the columns of tomorrow too. */
const gardees: Record<string, string[]> = {
  demande: [
    'reference',
    'service',
    'variante',
    'objet',
    'prestation',
    'etat',
    'issue',
    'comptesEffaces',
    'consentement',
  ],
  evenement: ['type', 'cote'],
  message: ['cote'],
  piece_jointe: ['sens', 'code', 'etat', 'typeMime', 'cleEnveloppee'],
  rendez_vous: ['mode', 'etat', 'annulePar'],
  courriel: ['modele', 'etat', 'messageId'],
  lecture: ['cote'],
  transfert: ['reference'],
  brouillon: ['service', 'variante', 'etape'],
}

/** How a demande is named in the tables around it. */
const liens = ['demandeId', 'aId', 'brouillonId'] as const

/** Writes the marker in every text and JSON column of every row that hangs on the demande. Gives the columns written. */
export async function planter(tx: Transaction, demandeId: string, marque: string): Promise<string[]> {
  const colonnes = await tx.$queryRaw<(Colonne & { lien: string | null })[]>`
    SELECT c.table_name AS table, c.column_name AS colonne, c.data_type AS type,
      (SELECT l.column_name FROM information_schema.columns l WHERE l.table_schema = 'public' AND l.table_name = c.table_name
        AND (l.column_name = ANY (${[...liens]}::text[]) OR (l.table_name = 'demande' AND l.column_name = 'id') OR (l.table_name = 'texte_retire' AND l.column_name = 'messageId'))
        ORDER BY l.column_name = 'demandeId' DESC LIMIT 1) AS lien
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type IN ('text', 'jsonb')
      -- The journal takes none of it: it never changes, and holds references only.
      AND c.table_name NOT IN ('journal')`
  const plantees: string[] = []
  // As the owner: what bounds the writing of an account does not bound a plant.
  for (const { table, colonne, type, lien } of colonnes) {
    if (!lien || gardees[table]?.includes(colonne)) continue
    const texte = `${marque} ${table} ${colonne}`
    const valeur =
      type === 'jsonb'
        ? Prisma.sql`${JSON.stringify({ [marque]: texte, liste: [texte] })}::jsonb`
        : Prisma.sql`${texte}`
    const ou =
      table === 'texte_retire'
        ? Prisma.sql`"messageId" IN (SELECT id FROM message WHERE "demandeId" = ${demandeId}::uuid)`
        : Prisma.sql`${Prisma.raw(`"${lien}"`)} = ${demandeId}::uuid`
    const ecrites =
      await tx.$executeRaw`UPDATE ${Prisma.raw(`"${table}"`)} SET ${Prisma.raw(`"${colonne}"`)} = ${valeur} WHERE ${ou}`
    if (ecrites > 0) plantees.push(`${table}.${colonne}`)
  }
  return plantees
}

/** Every table of every schema that holds one of the markers, whatever the type of the column. */
export async function chercherPartout(tx: Transaction, marques: string[]): Promise<string[]> {
  const tables = await tx.$queryRaw<{ schema: string; table: string }[]>`
    SELECT n.nspname AS schema, c.relname AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1, 2`
  const trouvees: string[] = []
  for (const { schema, table } of tables)
    for (const marque of marques) {
      const [compte] = await tx.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM ${Prisma.raw(`"${schema}"."${table}"`)} t WHERE t::text ILIKE ${`%${marque}%`}`
      if (compte?.n) trouvees.push(`${schema}.${table} : ${marque} × ${compte.n}`)
    }
  return trouvees
}

/** Files of the storage, and those that hold a marker in clear. */
export async function fichiersDe(dossier: string): Promise<string[]> {
  const noms = await readdir(dossier, { recursive: true, withFileTypes: true }).catch(() => [])
  return noms.filter((entree) => entree.isFile()).map((entree) => join(entree.parentPath, entree.name))
}

export async function enClair(fichiers: string[], marque: string): Promise<string[]> {
  const lus = await Promise.all(fichiers.map(async (chemin) => ({ chemin, octets: await readFile(chemin) })))
  return lus.filter(({ octets }) => octets.includes(marque)).map(({ chemin }) => chemin)
}

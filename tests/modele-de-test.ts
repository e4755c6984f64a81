import type pg from 'pg'
import { clientAdmin, creerBase, preparerBase, type UrlsBase, urlsDe } from '@/lib/processus/preparer-base'
import { migrer } from '@/prisma/migrer'

const MODELE = 'ep_modele'

export type BasePretee = UrlsBase & { nom: string }
export type Modele = {
  /** A database as the migrations leave it; `souhaitee`, given back before, if it still is free. */
  preter(souhaitee?: string): Promise<BasePretee>
  rendre(nom: string): Promise<void>
}

/**
 * Migrates one database, and copies it for whoever asks. In the middle of a run a copy takes half a second and more; emptying
 * one that was given back, less than a tenth.
 */
export async function creerModele(urlAdmin: string): Promise<Modele> {
  const { migration } = await preparerBase(urlAdmin, MODELE)
  await migrer(migration)
  const adresse = (nom: string) => Object.assign(new URL(urlAdmin), { pathname: `/${nom}` }).href
  const depart = await clientAdmin(adresse(MODELE), releverEtat)
  const libres = new Set<string>()
  let rang = 0
  return {
    preter: async (souhaitee = '') => {
      const [libre] = libres.has(souhaitee) ? [souhaitee] : libres
      if (libre) {
        libres.delete(libre)
        if (await clientAdmin(adresse(libre), (client) => remettre(client, depart)))
          return { nom: libre, ...urlsDe(urlAdmin, libre) }
        await clientAdmin(urlAdmin, (client) => client.query(`DROP DATABASE ${libre} WITH (FORCE)`))
      }
      const nom = `ep_essai_${++rang}`
      await clientAdmin(urlAdmin, (client) => creerBase(client, nom, MODELE))
      return { nom, ...urlsDe(urlAdmin, nom) }
    },
    rendre: async (nom) => {
      if (!/^ep_essai_\d+$/.test(nom)) throw new Error(`Ce n’est pas une base d’essai : ${nom}`)
      libres.add(nom)
    },
  }
}

type Etat = {
  octets: number
  structure: string
  /** What is in the tables that are not empty. */
  lignes: { table: string; contenu: string }[]
  /** Sequences: none has served. */
  suites: string[]
}

const produit = `n.nspname NOT IN ('information_schema', 'pg_catalog', 'pg_toast') AND n.nspname !~ '^pg_temp'`

/** All that a test could have changed but rows: tables, columns, triggers, policies, functions, rights. */
const structure = `SELECT md5(string_agg(ligne, ' ' ORDER BY ligne)) AS structure FROM (
  SELECT c.oid::regclass || c.relkind::text || c.relrowsecurity || c.relforcerowsecurity || coalesce(c.relacl::text, '') AS ligne
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${produit} AND c.relkind NOT IN ('t')
  UNION ALL SELECT c.oid::regclass || a.attname || a.attnotnull || a.atttypid::regtype || coalesce(a.attacl::text, '')
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${produit} AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT t.tgrelid::regclass || t.tgname || t.tgenabled::text FROM pg_trigger t WHERE NOT t.tgisinternal
  UNION ALL SELECT o.conrelid::regclass || o.conname || pg_get_constraintdef(o.oid)
    FROM pg_constraint o JOIN pg_namespace n ON n.oid = o.connamespace WHERE ${produit}
  UNION ALL SELECT p.polrelid::regclass || p.polname || coalesce(p.polqual::text, '') || coalesce(p.polwithcheck::text, '') FROM pg_policy p
  UNION ALL SELECT p.oid::regprocedure || p.prosrc || coalesce(p.proacl::text, '')
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${produit}
) AS tout`

async function empreinte(client: pg.Client): Promise<Pick<Etat, 'octets' | 'structure'>> {
  const { rows } = await client.query<{ octets: string; structure: string }>(
    `SELECT pg_database_size(current_database()) AS octets, structure FROM (${structure}) AS s`,
  )
  return { octets: Number(rows[0]?.octets), structure: rows[0]?.structure ?? '' }
}

const tables = `SELECT c.oid::regclass::text AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${produit} AND c.relkind = 'r' ORDER BY 1`

async function releverEtat(client: pg.Client): Promise<Etat> {
  const etat: Etat = { ...(await empreinte(client)), lignes: [], suites: [] }
  for (const { table } of (await client.query<{ table: string }>(tables)).rows) {
    const { rows } = await client.query<{ contenu: string | null }>(
      `SELECT json_agg(t)::text AS contenu FROM ${table} AS t`,
    )
    if (rows[0]?.contenu) etat.lignes.push({ table, contenu: rows[0].contenu })
  }
  const { rows } = await client.query<{ suite: string }>(
    `SELECT c.oid::regclass::text AS suite FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${produit} AND c.relkind = 'S'`,
  )
  etat.suites = rows.map(({ suite }) => suite)
  return etat
}

/** Rows are removed and put back without any trigger. False when more than rows was changed, or somebody still holds some. */
async function remettre(client: pg.Client, depart: Etat): Promise<boolean> {
  try {
    await client.query(`BEGIN; SET LOCAL lock_timeout = '1s'; SET LOCAL session_replication_role = replica`)
    const { octets, structure } = await empreinte(client)
    if (structure !== depart.structure || octets > 2 * depart.octets) return false
    await client.query(
      `DO $$ DECLARE t text; BEGIN FOR t IN ${tables} LOOP EXECUTE 'DELETE FROM ' || t; END LOOP; END $$`,
    )
    for (const { table, contenu } of depart.lignes)
      await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [contenu])
    for (const suite of depart.suites) await client.query(`SELECT setval($1::regclass, 1, false)`, [suite])
    await client.query('COMMIT')
    return true
  } catch {
    return false
  }
}

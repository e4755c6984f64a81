import pg from 'pg'
import { expect, it } from 'vitest'
import { baseDeTest } from '@/tests/base-de-test'

const base = await baseDeTest()

async function lire<T extends pg.QueryResultRow>(requete: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: base.migration })
  await client.connect()
  try {
    return (await client.query<T>(requete)).rows
  } finally {
    await client.end()
  }
}

it('forces row-level security on every table, and gives each a policy', async () => {
  const tables = await lire<{ nom: string; active: boolean; forcee: boolean; regles: number }>(`
    SELECT relname AS nom, relrowsecurity AS active, relforcerowsecurity AS forcee,
      (SELECT count(*)::int FROM pg_policy WHERE polrelid = c.oid) AS regles
    FROM pg_class c WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`)
  expect(tables.length).toBeGreaterThan(40)
  expect(tables.filter(({ active, forcee, regles }) => !active || !forcee || regles === 0)).toEqual([])
})

it('runs the web process and the worker under roles that own nothing and bypass nothing', async () => {
  const roles = await lire<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean; tables: number }>(`
    SELECT rolname, rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS tables
    FROM pg_roles r WHERE rolname IN ('ep_web', 'ep_travaux') ORDER BY 1`)
  expect(roles).toEqual([
    { rolname: 'ep_travaux', rolsuper: false, rolbypassrls: false, tables: 0 },
    { rolname: 'ep_web', rolsuper: false, rolbypassrls: false, tables: 0 },
  ])
})

it('lets the web process add to the journal and the history, never change or remove', async () => {
  const droits = await lire<{ nom: string; droit: string }>(`
    SELECT table_name AS nom, privilege_type AS droit FROM information_schema.role_table_grants
    WHERE grantee = 'ep_web' AND table_name IN ('journal', 'evenement') ORDER BY 1, 2`)
  expect(droits).toEqual([
    { nom: 'evenement', droit: 'INSERT' },
    { nom: 'evenement', droit: 'SELECT' },
    { nom: 'journal', droit: 'INSERT' },
  ])
})

it('gives the application no right to change the structure of the database', async () => {
  const [droit] = await lire<{ web: boolean; travaux: boolean }>(`
    SELECT has_schema_privilege('ep_web', 'public', 'CREATE') AS web, has_schema_privilege('ep_travaux', 'public', 'CREATE') AS travaux`)
  expect(droit).toEqual({ web: false, travaux: false })
})

it('puts names in the order of a French directory, in every table that has some', async () => {
  // An assuré is never listed by name: its columns keep the order of the database, and its million rows a lighter index.
  const autrement = await lire<{ nom: string }>(`
    SELECT table_name || '.' || column_name AS nom FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'text' AND column_name IN ('nom', 'prenom', 'titre', 'libelle', 'theme', 'ville')
      AND table_name NOT IN ('demande', 'demande_personne') AND collation_name IS DISTINCT FROM 'fr-x-icu'`)
  expect(autrement).toEqual([])
  const noms = [
    'Élise',
    'Zoé',
    'élan',
    'D’Arcy',
    'Darcy',
    'Ó Ríordáin',
    'Œillet',
    'Oeuvrard',
    'Saint-Omer',
    'Saint Aubin',
    'Ülker',
  ]
  const ranges = await lire<{ nom: string }>(
    `SELECT nom FROM (SELECT unnest(ARRAY[${noms.map((nom) => `'${nom}'`).join(', ')}]) COLLATE "fr-x-icu" AS nom) n ORDER BY nom`,
  )
  expect(ranges.map(({ nom }) => nom)).toEqual([...noms].sort((a, b) => a.localeCompare(b, 'fr')))
})

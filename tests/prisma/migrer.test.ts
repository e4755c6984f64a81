import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { expect, onTestFinished, test } from 'vitest'
import { files } from '@/lib/travaux/files'
import { ecartAvecLeSchema } from '@/prisma/ecart'
import { migrer } from '@/prisma/migrer'
import { baseDeTest } from '../base-de-test'

const base = await baseDeTest()

async function connexion(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

test('the migrations folder says exactly what the schema says', async () => {
  expect(await ecartAvecLeSchema()).toBeNull()
})

test('migrating twice, even at the same time, changes nothing the second time', async () => {
  expect(await Promise.all([migrer(base.migration), migrer(base.migration)])).toEqual([[], []])
})

test.each([
  'web',
  'travaux',
] as const)('the %s role owns nothing, creates nothing and obeys row-level security', async (role) => {
  const client = await connexion(base[role])
  const { rows } = await client.query(
    `SELECT r.rolsuper, r.rolbypassrls, r.rolcreatedb, r.rolcreaterole,
       (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS possessions
     FROM pg_roles r WHERE r.rolname = current_user`,
  )
  expect(rows).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, possessions: 0 },
  ])
  await expect(client.query('CREATE TABLE intruse (a int)')).rejects.toThrow('permission denied')
  await expect(client.query('CREATE SCHEMA intrus')).rejects.toThrow('permission denied')
})

test('the web role files a job and the worker role does it, neither changing the structure', async () => {
  const options = { schema: 'pgboss', migrate: false, createSchema: false, schedule: false, supervise: false }
  const web = new PgBoss({ ...options, connectionString: base.web })
  const travaux = new PgBoss({ ...options, connectionString: base.travaux })
  for (const boss of [web, travaux]) boss.on('error', () => {})
  await web.start()
  await travaux.start()
  onTestFinished(async () => {
    await web.stop({ graceful: false })
    await travaux.stop({ graceful: false })
  })
  const noms = (await web.getQueues()).map(({ name }) => name)
  expect(noms).toEqual(expect.arrayContaining(Object.keys(files)))
  const id = await web.send('courriel.envoyer', { courrielId: 'abc' })
  const [travail] = await travaux.fetch('courriel.envoyer')
  expect(travail).toMatchObject({ id, data: { courrielId: 'abc' } })
  await travaux.complete('courriel.envoyer', id ?? '')
})

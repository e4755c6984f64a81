import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { journaliser, journaliserVue } from '@/lib/journal/ecrire'
import { clesJournal, sceller } from '@/lib/journal/sceau'
import { avecConnexion, avecTravaux } from '@/lib/socle/base'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const web = new pg.Client({ connectionString: base.web })
await web.connect()
afterAll(() => web.end())

const ligne = (rang: number) => ({
  action: 'demande.consultee' as const,
  objetType: 'demande',
  objetId: randomUUID(),
  details: { z: rang, a: 'é', vide: null },
})

test('rows written at the same time, by acts, sights and the worker, make one chain without a gap', async () => {
  await Promise.all([
    ...Array.from({ length: 20 }, (_, rang) =>
      avecConnexion(async (tx) => {
        await journaliser(tx, ligne(rang))
        await tx.$queryRaw`SELECT 1`
        await journaliser(tx, ligne(rang))
      }),
    ),
    ...Array.from({ length: 40 }, (_, rang) => journaliserVue(ligne(rang))),
    ...Array.from({ length: 5 }, (_, rang) => avecTravaux((tx) => journaliser(tx, ligne(rang)))),
  ])
  const lignes = await atelier.tx.journal.findMany({ orderBy: { id: 'asc' } })
  expect(lignes.map(({ id }) => Number(id))).toEqual(Array.from({ length: 85 }, (_, rang) => rang + 1))
  const [cle] = clesJournal()
  let precedent: Uint8Array = new Uint8Array(32)
  for (const lue of lignes) {
    if (!cle) throw new Error('sans clé')
    expect(Buffer.from(lue.sceau)).toEqual(sceller(lue, precedent, cle))
    precedent = lue.sceau
  }
})

test('an act that is undone leaves no row, and no gap', async () => {
  const avant = await atelier.tx.journal.count()
  await expect(
    avecConnexion(async (tx) => {
      await journaliser(tx, ligne(1))
      throw new Error('annulé')
    }),
  ).rejects.toThrow('annulé')
  await journaliserVue(ligne(2))
  expect(await atelier.tx.journal.count()).toBe(avant + 1)
})

test('a row is never put in twice, out of its rank, changed, removed or read by the web process', async () => {
  const inserer = (id: number) =>
    web.query(`INSERT INTO journal (id, le, action, sceau, "cleVersion") VALUES ($1, now(), 'page.vue', $2, 1)`, [
      id,
      Buffer.alloc(32),
    ])
  await expect(inserer(1)).rejects.toThrow()
  await expect(inserer(1_000)).rejects.toThrow('ne suit pas')
  for (const requete of [
    `UPDATE journal SET action = 'autre'`,
    'DELETE FROM journal',
    'TRUNCATE journal',
    'SELECT sceau FROM journal',
    'UPDATE journal_tete SET id = 0',
    'SELECT id FROM journal_tete',
  ])
    await expect(web.query(requete), requete).rejects.toThrow('permission')
  expect((await web.query('SELECT id FROM journal')).rows).toEqual([])
  await expect(atelier.tx.$executeRaw`UPDATE journal SET action = 'autre'`).rejects.toThrow('ne se modifie pas')
})

import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ancrer, lireAncres } from '@/lib/journal/ancres'
import { journaliserLePasse, journaliserVue } from '@/lib/journal/ecrire'
import { purgerJournal } from '@/lib/journal/purger'
import { clesJournal } from '@/lib/journal/sceau'
import { type Constat, verifierJournal } from '@/lib/journal/verifier'
import { avecTravaux } from '@/lib/socle/base'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const dossier = mkdtempSync(join(tmpdir(), 'ep-ancres-'))
process.env.JOURNAL_ANCRES = dossier
const proprietaire = new pg.Client({ connectionString: base.migration })
await proprietaire.connect()
afterAll(() => proprietaire.end())

const maintenant = new Date()
const jourMs = 86_400_000
const ilYA = (jours: number) => new Date(maintenant.getTime() - jours * jourMs)

async function verifier(): Promise<Constat> {
  return verifierJournal(proprietaire, { cles: clesJournal(), ...(await lireAncres(dossier)), lot: 7 })
}

/** What a verification says of the table changed this way; the change is undone. */
async function apres(...requetes: string[]): Promise<string[]> {
  await proprietaire.query('BEGIN; ALTER TABLE journal DISABLE TRIGGER USER')
  try {
    for (const requete of requetes) await proprietaire.query(requete)
    return (await verifier()).defauts
  } finally {
    await proprietaire.query('ROLLBACK')
  }
}

beforeAll(async () => {
  const lignes = [420, 410, 400, 390, 380, 200, 30, 2].map((jours, rang) => ({
    action: 'demande.consultee' as const,
    le: ilYA(jours),
    objetType: 'demande',
    objetId: `d${rang}`,
    adresse: '192.0.2.4',
    details: { rang, mot: 'é"\\', vide: null },
  }))
  await avecTravaux((tx) => journaliserLePasse(tx, lignes))
  await ancrer(ilYA(1))
  for (let rang = 0; rang < 20; rang += 1) await journaliserVue({ action: 'page.vue', objetType: 'page', objetId: '/' })
  await ancrer(maintenant)
})

test('a journal nobody touched is sound, whatever the size of the batches', async () => {
  expect(await verifier()).toMatchObject({ lignes: 30, total: 0, ancres: { tenues: 2, purgees: 0 } })
})

test('what was done to it is said, row by row', async () => {
  expect(await apres(`UPDATE journal SET adresse = '192.0.2.5' WHERE id = 3`)).toEqual([
    expect.stringMatching(/^Ligne 3, du .*« demande\.consultee » : son sceau ne correspond pas/),
  ])
  expect(
    await apres(
      `UPDATE journal SET details = '{"rang": 2.00000000000000000001, "mot": "é\\"\\\\", "vide": null}' WHERE id = 3`,
    ),
  ).toEqual([expect.stringContaining('Ligne 3')])
  expect(await apres('DELETE FROM journal WHERE id IN (12, 13)')).toEqual(['Lignes 12 à 13 : elles ont été retirées.'])
  expect(await apres('DELETE FROM journal WHERE id = 1')).toEqual(['Ligne 1 : elle a été retirée.'])
  expect(
    await apres(
      'UPDATE journal SET id = -id WHERE id IN (4, 5)',
      'UPDATE journal SET id = 9 + id WHERE id IN (-4, -5)',
    ),
  ).toEqual([
    expect.stringContaining('Ligne 4'),
    expect.stringContaining('Ligne 5'),
    expect.stringContaining('Ligne 6'),
  ])
  expect(await apres('DELETE FROM journal WHERE id > 25')).toContainEqual(
    'La fin du journal a été coupée. Lignes 26 à 30 : elles ont été retirées.',
  )
  expect(await apres('UPDATE journal_tete SET id = 29')).toContainEqual(expect.stringContaining('reculée au rang 29'))
  expect(await apres('DELETE FROM journal_tete')).toContainEqual('La tête du journal a disparu.')
  expect(await apres(`UPDATE journal SET "cleVersion" = 9 WHERE id = 3`)).toContainEqual(
    expect.stringContaining('clé inconnue, la 9'),
  )
})

test('a tail cut off with its head moved back is seen by the anchors alone', async () => {
  const coupe = [
    'DELETE FROM journal WHERE id > 20',
    'UPDATE journal_tete SET (id, sceau) = (SELECT id, sceau FROM journal ORDER BY id DESC LIMIT 1)',
  ]
  expect(await apres(...coupe)).toEqual([
    expect.stringMatching(/le journal allait jusqu’au rang 29, il a été coupé depuis/),
  ])
  expect(
    await apres('DELETE FROM journal', `UPDATE journal_tete SET id = 0, sceau = decode(repeat('00', 32), 'hex')`),
  ).toHaveLength(2)
})

test('a false anchor, and a line that is none, are told from the others', async () => {
  const [nom = ''] = readdirSync(dossier)
  const fichier = join(dossier, nom)
  const texte = readFileSync(fichier, 'utf8')
  const [premiere = ''] = texte.split('\n')
  writeFileSync(fichier, `${texte}${premiere.replace(/"rang":"\d+"/, '"rang":"3"')}\n{}\n`)
  const { defauts } = await verifier()
  writeFileSync(fichier, texte)
  expect(defauts).toEqual([
    expect.stringMatching(/^Ancre du .*sa signature ne correspond pas\.$/),
    expect.stringMatching(/ligne \d+ : ce n’est pas une ancre\.$/),
  ])
})

test('a second key seals what follows, and the first still tells what came before', async () => {
  const avant = process.env.CLES_JOURNAL
  process.env.CLES_JOURNAL = `${avant},2:${createHash('sha256').update('autre').digest('base64')}`
  await journaliserVue({ action: 'page.vue', objetType: 'page', objetId: '/' })
  expect((await verifier()).total).toBe(0)
  process.env.CLES_JOURNAL = avant
  expect((await verifier()).defauts).toEqual([expect.stringContaining('clé inconnue, la 2')])
  process.env.CLES_JOURNAL = `${avant},2:${createHash('sha256').update('autre').digest('base64')}`
})

test('the purge removes the oldest rows only, leaves a signed checkpoint and an event, and the rest is still sound', async () => {
  // 75 days ago, the oldest had been there for less than a year.
  expect(await purgerJournal(ilYA(75))).toBe(0)
  expect(await purgerJournal(maintenant, 2)).toBe(5)
  const points = await atelier.tx.journalPoint.findMany({ orderBy: { rang: 'asc' } })
  expect(points.map(({ rang, nombre }) => [Number(rang), nombre])).toEqual([
    [2, 2],
    [4, 2],
    [5, 1],
  ])
  const constat = await verifier()
  expect(constat).toMatchObject({ total: 0, points: 3, premier: 6n, ancres: { tenues: 2 } })
  expect(await atelier.tx.journal.count({ where: { action: 'journal.purge' } })).toBe(3)
  expect(await purgerJournal(maintenant)).toBe(0)
})

test('a checkpoint changed, removed or moved is seen', async () => {
  const signature = expect.stringContaining('sa signature ne correspond pas')
  expect(await apres('UPDATE journal_point SET nombre = 3 WHERE rang = 4')).toEqual([signature])
  expect(await apres(`UPDATE journal_point SET "faitLe" = "faitLe" - interval '1 day' WHERE rang = 5`)).toEqual([
    signature,
  ])
  expect(await apres('DELETE FROM journal_point WHERE rang = 4')).toEqual([
    expect.stringContaining('commence au rang 5, 3 était attendu'),
  ])
  expect(await apres('DELETE FROM journal_point WHERE rang = 5')).toContainEqual('Ligne 5 : elle a été retirée.')
  expect(await apres('DELETE FROM journal_point')).toContainEqual('Lignes 1 à 5 : elles ont été retirées.')
  expect(
    await apres(
      'DELETE FROM journal WHERE id = 6',
      'UPDATE journal_point SET rang = 6, sceau = (SELECT sceau FROM journal WHERE id = 5) WHERE rang = 5',
    ).catch(() => ['refusé']),
  ).not.toEqual([])
})

test('the database refuses to the worker a purge of what is not due, or of the middle', async () => {
  const travaux = new pg.Client({ connectionString: base.travaux })
  await travaux.connect()
  const purger = (rang: number) =>
    travaux.query(`SELECT ep_journal_purger($1, (SELECT sceau FROM journal WHERE id = $1), '\\x00', 1, now())`, [rang])
  await expect(purger(6)).rejects.toThrow('ne sont pas à effacer')
  await expect(purger(2)).rejects.toThrow('ne sont pas à effacer')
  await expect(travaux.query('DELETE FROM journal')).rejects.toThrow('permission')
  await expect(travaux.query('DELETE FROM journal_point')).rejects.toThrow('permission')
  await expect(travaux.query('UPDATE journal_tete SET id = 0')).rejects.toThrow('permission')
  await travaux.end()
})

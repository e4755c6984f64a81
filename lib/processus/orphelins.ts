import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as attendre } from 'node:timers/promises'

/**
 * Stops the servers of a launcher that was killed together with its guard process: they carry its data folder in their
 * environment. Only where the system shows the environment of processes (Linux).
 */
export async function arreterOrphelins(dossier: string): Promise<void> {
  let orphelins = ceuxDe(dossier)
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const pid of orphelins) signaler(pid, signal)
    for (let tour = 0; tour < 60 && orphelins.length > 0; tour++) {
      await attendre(100)
      orphelins = ceuxDe(dossier)
    }
  }
}

function ceuxDe(dossier: string): number[] {
  return listerPids().filter((pid) => {
    try {
      return `\0${readFileSync(`/proc/${pid}/environ`, 'utf8')}`.includes(`\0DONNEES_DOSSIER=${dossier}\0`)
    } catch {
      return false
    }
  })
}

function listerPids(): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && pid !== process.pid)
  } catch {
    return []
  }
}

function signaler(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Ended meanwhile.
  }
}

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'

function commandeDe(pid: number): string | undefined {
  if (existsSync('/proc/self')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return undefined
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined
}

/**
 * After a SIGKILL of the launcher, `postmaster.pid` stays. Either its server still runs on this very folder: it is
 * stopped. Or the pid is dead, or now belongs to an unrelated process (frequent in containers, and PostgreSQL would
 * then refuse to start): the file is removed.
 */
export async function arreterServeurOrphelin(grappe: string): Promise<void> {
  const fichier = join(grappe, 'postmaster.pid')
  if (!existsSync(fichier)) return
  const pid = Number.parseInt(readFileSync(fichier, 'utf8'), 10)
  const estLeServeur = () => commandeDe(pid)?.includes(`-D ${grappe} `) ?? false
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!estLeServeur()) break
    process.kill(pid, signal)
    for (let tour = 0; tour < 100 && estLeServeur(); tour++) await attendre(100)
  }
  rmSync(fichier, { force: true })
}

import { type ChildProcess, spawn } from 'node:child_process'

/**
 * A shell of a few kilobytes that waits for our end. Its standard input is a pipe held by this process: when we die,
 * whatever the way (SIGKILL included), the pipe closes and it stops the processes we had entrusted to it.
 */
const script = `
trap '' INT TERM HUP
gardes=''
while read -r verbe cible; do
  case $verbe in
    garder) gardes="$gardes $cible" ;;
    relacher)
      reste=''
      for g in $gardes; do [ "$g" = "$cible" ] || reste="$reste $g"; done
      gardes=$reste ;;
  esac
done
for g in $gardes; do kill -s "\${g%%:*}" -- "\${g#*:}" 2>/dev/null; done
for tour in $(seq 60); do
  reste=''
  for g in $gardes; do kill -s 0 -- "\${g#*:}" 2>/dev/null && reste="$reste $g"; done
  gardes=$reste
  [ -n "$gardes" ] || exit 0
  sleep 0.2
done
for g in $gardes; do kill -s KILL -- "\${g#*:}" 2>/dev/null; done
`

let gardien: ChildProcess | undefined

function ecrire(ligne: string): void {
  if (process.platform === 'win32') return
  if (!gardien || gardien.exitCode !== null || gardien.signalCode !== null) {
    gardien = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' })
    gardien.unref()
    const tuyau = gardien.stdin
    tuyau?.on('error', () => {})
    // A pipe is a socket for Node; left referenced, it would keep an otherwise finished process alive.
    if (tuyau && 'unref' in tuyau && typeof tuyau.unref === 'function') tuyau.unref()
  }
  gardien.stdin?.write(`${ligne}\n`)
}

/**
 * Stops `pid` if this process disappears without having stopped it.
 * A negative pid is a whole process group. Returns what to call once the process has ended, since pids are reused.
 */
export function confierAuGardien(pid: number, signal: 'INT' | 'TERM'): () => void {
  ecrire(`garder ${signal}:${pid}`)
  return () => ecrire(`relacher ${signal}:${pid}`)
}

/** To be called last, when everything has been stopped in order: the guard has nothing left to do, and goes first. */
export async function congedierGardien(): Promise<void> {
  const parti = gardien
  if (!parti || parti.exitCode !== null || parti.signalCode !== null) return
  gardien = undefined
  const fin = new Promise<void>((resoudre) => {
    parti.once('exit', () => resoudre())
    // Unreferenced, it would not hold this process long enough to be waited for.
    parti.ref()
  })
  parti.stdin?.end()
  await fin
}

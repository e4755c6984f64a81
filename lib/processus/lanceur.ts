import { readFileSync } from 'node:fs'
import type { Arrets } from './arrets'
import { congedierGardien } from './gardien'

/**
 * Runs `travail` until a signal, then stops everything, once. A second Ctrl-C does not wait.
 * @returns the exit code: 0 after a signal, 1 after an error or when `travail` says that a part has ended by itself
 */
export async function tenirJusquAuSignal(arrets: Arrets, travail: () => Promise<string>): Promise<number> {
  let signaux = 0
  const signal = new Promise<'signal'>((resoudre) => {
    for (const nom of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(nom, () => {
        signaux += 1
        if (signaux === 1) console.log('\nArrêt en cours…')
        // The guard process, told by our end, stops what remains.
        if (signaux > 2) process.exit(1)
        resoudre('signal')
      })
    }
    surveillerParent(() => resoudre('signal'))
  })
  let code = 0
  try {
    const fin = await Promise.race([signal, travail()])
    if (fin !== 'signal') {
      console.error(`\n« ${fin} » s’est arrêté de lui-même. Tout le reste est arrêté aussi.`)
      code = 1
    }
  } catch (erreur) {
    console.error(`\n${erreur instanceof Error ? erreur.message : String(erreur)}`)
    code = 1
  }
  await arrets.tout()
  await congedierGardien()
  return code
}

/** npm killed without a word leaves us behind: nobody could stop us from the terminal any more. */
function surveillerParent(surFin: () => void): void {
  if (!process.env.npm_lifecycle_event) return
  const auDepart = ascendants()
  const minuteur = setInterval(() => {
    if (ascendants() === auDepart) return
    clearInterval(minuteur)
    surFin()
  }, 1_000)
  minuteur.unref()
}

/** Our parent and, where the system tells it, the parent of our parent: npm starts us through a shell. */
function ascendants(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`
  } catch {
    return String(process.ppid)
  }
}

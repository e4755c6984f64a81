import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { logs } from '@/lib/socle/logs'
import { detournerConsole, observerRequetes } from '@/lib/socle/observer-requetes'

/** Logs of the web server: its start, its stop, one line by request. */
export function demarrerLogsDuWeb(): void {
  if (process.env.NODE_ENV === 'production') detournerConsole()
  observerRequetes(adresses())
  logs.info({ partie: 'web', version: process.version, mode: process.env.EP_MODE }, 'démarrage')
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => logs.info({ partie: 'web', signal }, 'arrêt'))
}

/** Addresses of the product, as the build lists them; none under `next dev`, whose lines say stars. */
function adresses(): string[] {
  try {
    const manifeste = readFileSync(join(process.cwd(), '.next', 'app-path-routes-manifest.json'), 'utf8')
    return Object.values(JSON.parse(manifeste) as Record<string, string>)
  } catch {
    return []
  }
}

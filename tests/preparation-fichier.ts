import { afterAll, vi } from 'vitest'
import { fermerFile } from '@/lib/travaux/file'
import { garderConnexions } from './connexions-gardees'

const memoire = globalThis as unknown as { environnementDeDepart?: NodeJS.ProcessEnv }

/** Before each file: the environment as the process found it, and the real clock. */
memoire.environnementDeDepart ??= { ...process.env }
for (const nom of Object.keys(process.env)) if (!(nom in memoire.environnementDeDepart)) delete process.env[nom]
Object.assign(process.env, memoire.environnementDeDepart)
vi.useRealTimers()

afterAll(async () => {
  await fermerFile().catch(() => {})
  await garderConnexions()
})

import { afterAll, vi } from 'vitest'
import type { PrismaClient } from '@/lib/socle/prisma/client'
import { fermerFile } from '@/lib/travaux/file'

type Memoire = {
  environnementDeDepart?: NodeJS.ProcessEnv
  bassinWeb?: unknown
  baseWeb?: PrismaClient
  baseTravaux?: PrismaClient
}
const memoire = globalThis as unknown as Memoire

/** Before each file: the environment as the process found it, the real clock, and no connection left by the file before. */
memoire.environnementDeDepart ??= { ...process.env }
for (const nom of Object.keys(process.env)) if (!(nom in memoire.environnementDeDepart)) delete process.env[nom]
Object.assign(process.env, memoire.environnementDeDepart)
vi.useRealTimers()

afterAll(async () => {
  await fermerFile().catch(() => {})
  const { baseWeb, baseTravaux } = memoire
  memoire.bassinWeb = undefined
  memoire.baseWeb = undefined
  memoire.baseTravaux = undefined
  await Promise.allSettled([baseWeb?.$disconnect(), baseTravaux?.$disconnect()])
})

import { AsyncLocalStorage } from 'node:async_hooks'
import type { SessionLue } from '@/lib/socle/lire-session'

/** The request being answered: what the logs say of it, and its session, whose reading has begun. */
export type RequeteCourante = {
  id: string
  compte?: string
  session?: { jeton: string; lecture: Promise<SessionLue | null> }
}

// The built server may load this module several times: all must see the same request.
const memoire = globalThis as unknown as { requetesEp?: AsyncLocalStorage<RequeteCourante> }
memoire.requetesEp ??= new AsyncLocalStorage()

export const requeteCourante = memoire.requetesEp

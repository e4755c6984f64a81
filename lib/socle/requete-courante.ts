import { AsyncLocalStorage } from 'node:async_hooks'

/** What the logs say of the request being answered. */
export type RequeteCourante = { id: string; compte?: string }

// The built server may load this module several times: all must see the same request.
const memoire = globalThis as unknown as { requetesEp?: AsyncLocalStorage<RequeteCourante> }
memoire.requetesEp ??= new AsyncLocalStorage()

export const requeteCourante = memoire.requetesEp

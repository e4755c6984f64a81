/** Older, what a process has read is read again while it is still used: no page waits for it. */
const FRAICHEUR_MS = 5_000
/** Older still, it is waited for: what another process changes is known within this. */
const PEREMPTION_MS = 10_000

type Lue<T> = { luLe: number; valeur: Promise<T>; relecture?: Promise<void> }

// The built server may load this module several times: all must know the same.
const memoire = globalThis as unknown as { memoiresBreves?: Map<string, Map<string, Lue<unknown>>> }
const toutes = () => {
  memoire.memoiresBreves ??= new Map()
  return memoire.memoiresBreves
}

/** Of another database, as in tests, nothing is known. */
const cleDe = (cle: string) => `${process.env.DATABASE_URL} ${cle}`

/**
 * What changes seldom and is asked at each page, kept ten seconds at most: it then costs no query per page. `nom`: its own.
 * `lire` gives what is kept under a key, read by `lecture` when it must be; a failure is not kept. `oublier`: the next one who
 * asks reads the database.
 */
export function memoireBreve<T>(nom: string) {
  const gardees = (toutes().get(nom) ?? new Map()) as Map<string, Lue<T>>
  toutes().set(nom, gardees)

  async function relire(cle: string, lue: Lue<T>, lecture: () => Promise<T>): Promise<void> {
    const luLe = Date.now()
    try {
      const valeur = Promise.resolve(await lecture())
      // Unless it was forgotten meanwhile: this may be older than what was changed.
      if (gardees.get(cle) === lue) gardees.set(cle, { luLe, valeur })
    } catch {
      lue.relecture = undefined
    }
  }

  return {
    lire(sous: string, lecture: () => Promise<T>): Promise<T> {
      const cle = cleDe(sous)
      const gardee = gardees.get(cle)
      const age = gardee ? Date.now() - gardee.luLe : Number.POSITIVE_INFINITY
      if (gardee && age < PEREMPTION_MS) {
        if (age >= FRAICHEUR_MS) gardee.relecture ??= relire(cle, gardee, lecture)
        return gardee.valeur
      }
      const lue: Lue<T> = { luLe: Date.now(), valeur: lecture() }
      gardees.set(cle, lue)
      // Asked again by the next one, rather than refused for some seconds.
      lue.valeur.catch(() => gardees.get(cle) === lue && gardees.delete(cle))
      return lue.valeur
    },
    oublier(sous: string): void {
      gardees.delete(cleDe(sous))
    },
  }
}

/** Forgets what any of them keeps under this key. */
export function oublierSous(sous: string): void {
  for (const gardees of toutes().values()) gardees.delete(cleDe(sous))
}

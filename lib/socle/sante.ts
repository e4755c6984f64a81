import { avecConnexion } from '@/lib/socle/base'
import { consignerIncident } from '@/lib/socle/logs'
import { pingClamd } from '@/lib/socle/ping-clamd'

/** `absent`: no scanner was configured, which only the demo, the tests and development accept. */
type Etat = 'ok' | 'panne' | 'absent'

export type Sante = { etat: 'ok' | 'panne'; web: Etat; base: Etat; travaux: Etat; antivirus: Etat; enPanne: string[] }

/** The worker writes every 10 s; beyond this, in milliseconds, it is held to be stopped. */
const BATTEMENT_PERIME_MS = 45_000
const DELAI_MS = 4_000

/** State of each part of the product, for a monitoring probe. Says what is down, never why. */
export async function etatDeSante(): Promise<Sante> {
  const [{ base, travaux }, antivirus] = await Promise.all([etatDeLaBase(), etatDeLAntivirus()])
  const parties = { web: 'ok' as const, base, travaux, antivirus }
  const enPanne = Object.entries(parties)
    .filter(([, etat]) => etat === 'panne')
    .map(([nom]) => nom)
  return { etat: enPanne.length === 0 ? 'ok' : 'panne', ...parties, enPanne }
}

async function etatDeLaBase(): Promise<{ base: Etat; travaux: Etat }> {
  let minuteur: NodeJS.Timeout | undefined
  const trop = new Promise<never>((_, rejeter) => {
    minuteur = setTimeout(() => rejeter(new Error('la base ne répond pas')), DELAI_MS)
  })
  try {
    // The age is computed by the database: the clocks of two machines may differ.
    const lecture = avecConnexion(
      (tx) => tx.$queryRaw<{ age: number | null }[]>`
        SELECT (extract(epoch FROM clock_timestamp() - max("vuLe")) * 1000)::float8 AS age FROM battement`,
    )
    const [ligne] = await Promise.race([lecture, trop])
    const age = ligne?.age ?? Number.POSITIVE_INFINITY
    return { base: 'ok', travaux: age <= BATTEMENT_PERIME_MS ? 'ok' : 'panne' }
  } catch (erreur) {
    consignerIncident(erreur, 'sante')
    // Whether the worker lives can only be read in the database.
    return { base: 'panne', travaux: 'panne' }
  } finally {
    clearTimeout(minuteur)
  }
}

async function etatDeLAntivirus(): Promise<Etat> {
  const adresse = process.env.CLAMD
  if (adresse) return (await pingClamd(adresse)) ? 'ok' : 'panne'
  return (process.env.EP_MODE ?? 'production') === 'production' ? 'panne' : 'absent'
}

import { type EtatMaintenance, etatLe, type Fenetre } from '@/lib/maintenance/regles'
import { lire } from '@/lib/socle/base'
import { Prisma } from '@/lib/socle/prisma/client'

/** How long a process trusts what it read: an early end or a sudden beginning is known everywhere within it. */
const FRAICHEUR_MS = 5_000

type Memoire = { base: string; luLe: number; fenetres: Promise<Fenetre[]> }

// The built server may load this module several times: all must know the same.
const memoire = globalThis as unknown as { maintenanceEp?: Memoire }

function fenetres(): Promise<Fenetre[]> {
  const base = process.env.DATABASE_URL ?? ''
  const gardee = memoire.maintenanceEp
  if (gardee && gardee.base === base && Date.now() - gardee.luLe < FRAICHEUR_MS) return gardee.fenetres
  const lues = lire<Fenetre>(
    Prisma.sql`SELECT id, "debutLe", "finLe", texte, "preavisHeures" FROM maintenance WHERE etat = 'annoncee' AND "finLe" > now() ORDER BY "debutLe" LIMIT 20`,
  )
  memoire.maintenanceEp = { base, luLe: Date.now(), fenetres: lues }
  // Asked again by the next one, rather than refused for some seconds.
  lues.catch(oublierEtat)
  return lues
}

/**
 * Whether the portal is read only, or soon will be. Beginning and end are exact; what an administrateur has just changed is
 * known at once by this process, within five seconds by the others. Costs no query per page.
 */
export async function etatDeMaintenance(maintenant: Date): Promise<EtatMaintenance> {
  return etatLe(await fenetres(), maintenant)
}

/** The next one who asks reads the database. */
export function oublierEtat(): void {
  memoire.maintenanceEp = undefined
}

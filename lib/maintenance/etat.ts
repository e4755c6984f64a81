import { type EtatMaintenance, etatLe, type Fenetre } from '@/lib/maintenance/regles'
import { lire } from '@/lib/socle/base'
import { Prisma } from '@/lib/socle/prisma/client'

/** Older, what a process has read is read again while it is still used: no page waits for it. */
const FRAICHEUR_MS = 5_000
/** Older still, it is waited for: an early end or a sudden beginning is known everywhere within this. */
const PEREMPTION_MS = 10_000

type Memoire = { base: string; luLe: number; fenetres: Promise<Fenetre[]>; relecture?: Promise<void> }

// The built server may load this module several times: all must know the same.
const memoire = globalThis as unknown as { maintenanceEp?: Memoire }

function fenetres(): Promise<Fenetre[]> {
  const base = process.env.DATABASE_URL ?? ''
  const gardee = memoire.maintenanceEp?.base === base ? memoire.maintenanceEp : undefined
  const age = gardee ? Date.now() - gardee.luLe : Number.POSITIVE_INFINITY
  if (gardee && age < PEREMPTION_MS) {
    if (age >= FRAICHEUR_MS) gardee.relecture ??= relire(gardee)
    return gardee.fenetres
  }
  const lues = lireFenetres()
  memoire.maintenanceEp = { base, luLe: Date.now(), fenetres: lues }
  // Asked again by the next one, rather than refused for some seconds.
  lues.catch(oublierEtat)
  return lues
}

const lireFenetres = () =>
  lire<Fenetre>(
    Prisma.sql`SELECT id, "debutLe", "finLe", texte, "preavisHeures" FROM maintenance WHERE etat = 'annoncee' AND "finLe" > now() ORDER BY "debutLe" LIMIT 20`,
  )

async function relire(gardee: Memoire): Promise<void> {
  const luLe = Date.now()
  try {
    const fenetres = Promise.resolve(await lireFenetres())
    // Unless it was forgotten meanwhile: this may be older than what was changed.
    if (memoire.maintenanceEp === gardee) memoire.maintenanceEp = { base: gardee.base, luLe, fenetres }
  } catch {
    gardee.relecture = undefined
  }
}

/**
 * Whether the portal is read only, or soon will be. Beginning and end are exact; what an administrateur has just changed is
 * known at once by this process, within ten seconds by the others. Costs no query per page.
 */
export async function etatDeMaintenance(maintenant: Date): Promise<EtatMaintenance> {
  return etatLe(await fenetres(), maintenant)
}

/** The next one who asks reads the database. */
export function oublierEtat(): void {
  memoire.maintenanceEp = undefined
}

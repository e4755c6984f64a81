import { type EtatMaintenance, etatLe, type Fenetre } from '@/lib/maintenance/regles'
import { lire } from '@/lib/socle/base'
import { memoireBreve } from '@/lib/socle/memoire-breve'
import { Prisma } from '@/lib/socle/prisma/client'

const memoire = memoireBreve<Fenetre[]>('maintenance')
const FENETRES = 'fenetres'

const lireFenetres = () =>
  lire<Fenetre>(
    Prisma.sql`SELECT id, "debutLe", "finLe", texte, "preavisHeures" FROM maintenance WHERE etat = 'annoncee' AND "finLe" > now() ORDER BY "debutLe" LIMIT 20`,
  )

/**
 * Whether the portal is read only, or soon will be. Beginning and end are exact; what an administrateur has just changed is
 * known at once by this process, within ten seconds by the others. Costs no query per page.
 */
export async function etatDeMaintenance(maintenant: Date): Promise<EtatMaintenance> {
  return etatLe(await memoire.lire(FENETRES, lireFenetres), maintenant)
}

/** The next one who asks reads the database. */
export const oublierEtat = () => memoire.oublier(FENETRES)

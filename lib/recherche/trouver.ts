import { z } from 'zod'
import type { Place } from '@/lib/recherche/schema'
import type { Transaction } from '@/lib/socle/base'

export type FiltresTrouver = {
  service?: string
  ouvertes?: boolean
  etats?: string[]
  /** Account that filed. */
  auteur?: string
  /** Filed since. */
  depuis?: Date
}

const trouveeSchema = z.object({
  id: z.string(),
  niveau: z.number(),
  le: z.date(),
  trouves: z.array(z.string()),
})

/**
 * How a demande answers. `niveau`: 1 the names as written or the reference, 2 near names, 3 motif or partenaire, 4 what was
 * written. `trouves`: its words that answer, each with the sign of where it stands (see the migration `recherche`).
 */
export type Trouvee = z.output<typeof trouveeSchema>

export const trouveesMax = 500

/**
 * Demandes that hold the words of `texte`, best answers first, then the last filed. The database keeps to the perimeter of the
 * transaction by itself: nothing said here can widen it.
 * @param nombre at most `trouveesMax`
 */
export async function trouverDemandes(
  tx: Transaction,
  texte: string,
  { filtres = {}, apres = null, nombre }: { filtres?: FiltresTrouver; apres?: Place | null; nombre: number },
): Promise<Trouvee[]> {
  const lignes =
    await tx.$queryRaw`SELECT id, niveau, le, trouves FROM ep_rechercher(${texte}, ${JSON.stringify(filtres)}::jsonb,
    ${apres?.niveau ?? null}::int, ${apres?.le ?? null}::timestamptz, ${apres?.id ?? null}::uuid, ${nombre}::int)`
  return z.array(trouveeSchema).parse(lignes)
}

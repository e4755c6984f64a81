import type { Transaction } from '@/lib/socle/base'
import type { DateIso } from '@/lib/socle/temps'

/**
 * How many persons were trained between two days, both included: each counts once, whatever the number of sessions it was present at.
 * Read from what stays without names, so that the figure of a past year does not move when its registrations are erased.
 */
export async function personnelsFormes(
  tx: Transaction,
  { caisseId, partenaireId, du, au }: { caisseId: string; partenaireId?: string; du: DateIso; au: DateIso },
): Promise<number> {
  const [ligne] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(DISTINCT cle)::int AS n FROM personne_formee
    WHERE "caisseId" = ${caisseId}::uuid AND jour BETWEEN ${du}::date AND ${au}::date
      AND (${partenaireId ?? null}::uuid IS NULL OR "partenaireId" = ${partenaireId ?? null}::uuid)`
  return ligne?.n ?? 0
}

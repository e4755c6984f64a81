import type { Transaction } from '@/lib/socle/base'
import { enDate } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'

/**
 * How many persons were trained between two days, both included: each counts once, whatever the number of sessions it was present at.
 * Read from what stays without names, so that the figure of a past year does not move when its registrations are erased.
 */
export async function personnelsFormes(
  tx: Transaction,
  { caisseId, partenaireId, du, au }: { caisseId: string; partenaireId?: string; du: DateIso; au: DateIso },
): Promise<number> {
  const personnes = await tx.personneFormee.findMany({
    where: { caisseId, partenaireId, jour: { gte: enDate(du), lte: enDate(au) } },
    distinct: ['cle'],
    select: { cle: true },
  })
  return personnes.length
}

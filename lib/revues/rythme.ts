import { z } from 'zod'
import type { Transaction } from '@/lib/socle/base'
import type { DateIso } from '@/lib/socle/temps'

const rythmeSchema = z.object({
  intervalleMois: z.number(),
  delaiJours: z.number(),
  suspensionJours: z.number().nullable(),
})

/** Months between two revues, days to sign one, days after its due date before a suspension (null: never). */
export type RythmeRevue = z.output<typeof rythmeSchema>

/**
 * The rhythm of the revues of a partenaire: the shortest set by the caisses whose convention is live that day, whatever the
 * caller may see of them. Null when none is: there is no access to review.
 */
export async function rythmeRevue(tx: Transaction, partenaireId: string, jour: DateIso): Promise<RythmeRevue | null> {
  const [rang] = await tx.$queryRaw<
    unknown[]
  >`SELECT "intervalleMois", "delaiJours", "suspensionJours" FROM ep_rythme_revue(${partenaireId}::uuid, ${jour}::date)`
  return rang ? rythmeSchema.parse(rang) : null
}

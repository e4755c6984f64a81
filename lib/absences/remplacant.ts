import { z } from 'zod'
import type { Transaction } from '@/lib/socle/base'
import type { DateIso } from '@/lib/socle/temps'

const remplacantSchema = z.object({ id: z.string(), prenom: z.string(), courriel: z.string(), etat: z.string() })

/**
 * Who stands in that day for an account of a caisse: its named substitute, or the substitute of the substitute when that one
 * is away too. Null while the account is not away, or when nobody of the chain is there. The rows are not readable by a
 * partenaire, whose act may be what has to be told: see `ep_remplacant`.
 */
export async function remplacantDe(
  tx: Transaction,
  compteId: string,
  jour: DateIso,
): Promise<z.output<typeof remplacantSchema> | null> {
  const [ligne] = await tx.$queryRaw<unknown[]>`
    SELECT id, prenom, courriel, etat FROM ep_remplacant(${compteId}::uuid, ${jour}::date)`
  return ligne ? remplacantSchema.parse(ligne) : null
}

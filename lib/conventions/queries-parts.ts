import { z } from 'zod'
import { lirePart, type PartSituee, partSchema } from '@/lib/conventions/parts'
import type { Transaction } from '@/lib/socle/base'

/**
 * Every part of the conventions of a partenaire, those with other caisses included: for the night, for the partenaire, and for a
 * référent bound to it. Empty for anyone else.
 */
export async function partsDuPartenaire(tx: Transaction, partenaireId: string): Promise<PartSituee[]> {
  const [rang] = await tx.$queryRaw<{ parts: unknown }[]>`SELECT ep_parts(${partenaireId}::uuid) AS parts`
  return z
    .array(partSchema)
    .parse(rang?.parts ?? [])
    .map(lirePart)
}

import type { Transaction } from '@/lib/socle/base'

type Depot = { caisseId: string; partenaireId: string; service: string; motifId: string }

/** Team that the rules of the caisse give a demande to; null when none says so. Those who file do not see the rules. */
export async function equipePour(
  tx: Transaction,
  { caisseId, partenaireId, service, motifId }: Depot,
): Promise<string | null> {
  const [ligne] = await tx.$queryRaw<{ equipe: string | null }[]>`
    SELECT ep_equipe_pour(${caisseId}::uuid, ${partenaireId}::uuid, ${service}, ${motifId}::uuid) AS equipe`
  return ligne?.equipe ?? null
}

import type { Transaction } from '@/lib/socle/base'

/** Bytes of the largest file of a national document: no caisse settles it. */
const LIMITE_NATIONALE = 20 * 1024 * 1024

export async function limiteDe(tx: Transaction, caisseId: string | null): Promise<number> {
  const reglages = caisseId && (await tx.reglagesCaisse.findUnique({ where: { caisseId } }))
  return reglages ? reglages.tailleMaxFichierOctets : LIMITE_NATIONALE
}

import { baseTravaux } from '@/lib/socle/base'

/** Forgets whoever is back to nothing asked for. */
export async function oublierDebits(maintenant: Date): Promise<void> {
  await baseTravaux().debit.deleteMany({ where: { libre: { lt: maintenant } } })
}

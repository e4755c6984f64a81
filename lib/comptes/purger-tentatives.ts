import { baseTravaux } from '@/lib/socle/base'

const JOUR_MS = 86_400_000

/**
 * Forgets old failed sign-ins: those of an address after a day, those of an identifiant after 90 days, whether it exists
 * or not, so that the time of the purge tells nothing.
 */
export async function purgerTentatives(maintenant = new Date()): Promise<number> {
  const avant = (jours: number) => ({ lt: new Date(maintenant.getTime() - jours * JOUR_MS) })
  const { count } = await baseTravaux().tentative.deleteMany({
    where: {
      OR: [
        { cle: { startsWith: 'adresse:' }, derniereLe: avant(1) },
        { cle: { startsWith: 'identifiant:' }, derniereLe: avant(90) },
        { cle: { startsWith: 'second_facteur:' }, derniereLe: avant(90) },
      ],
    },
  })
  return count
}

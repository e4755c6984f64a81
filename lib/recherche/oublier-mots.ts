import { baseTravaux } from '@/lib/socle/base'

const JOUR_MS = 86_400_000
const NUITS = 30

/** Forgets the words that no demande bears any more: one thirtieth of them each night, all within a month. */
export async function oublierMots(maintenant: Date): Promise<void> {
  const nuit = Math.floor(maintenant.getTime() / JOUR_MS) % NUITS
  await baseTravaux().$queryRaw`SELECT ep_oublier_mots(${nuit}::int, ${NUITS}::int)`
}

import { presentDepuis } from '@/lib/file/presence'
import { baseTravaux } from '@/lib/socle/base'

/** Takes away the rows of pages that were closed without a word: nobody is there any more. */
export async function purgerPresences(maintenant: Date): Promise<void> {
  await baseTravaux().presence.deleteMany({ where: { vuLe: { lt: presentDepuis(maintenant) } } })
}

import { lignesDeLaRevue } from '@/lib/revues/lignes'
import { prevenirStructure } from '@/lib/revues/prevenir'
import type { Transaction } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'

/**
 * Reminds the gestionnaires of an open revue, and keeps the day of the reminder. False when there is nothing to remind:
 * signed meanwhile, or reminded this very day.
 */
export async function relancerRevue(tx: Transaction, revueId: string, maintenant: Date): Promise<boolean> {
  const jour = new Date(dateAParis(maintenant))
  const { count } = await tx.revueHabilitation.updateMany({
    where: { id: revueId, signeeLe: null, OR: [{ relanceeLe: null }, { relanceeLe: { lt: jour } }] },
    data: { relanceeLe: jour },
  })
  if (count === 0) return false
  const revue = await tx.revueHabilitation.findUniqueOrThrow({ where: { id: revueId } })
  const lignes = await lignesDeLaRevue(tx, revue)
  await prevenirStructure(tx, revue, 'revue_relance', lignes.filter(({ decision }) => !decision).length)
  return true
}

import { baseTravaux } from '@/lib/socle/base'
import { stockage } from '@/lib/socle/stockage-actif'

export const conservationBrouillonJours = 30

/** Deletes drafts untouched for 30 days, and their files; safe to run twice. Returns how many went. */
export async function purgerBrouillons(maintenant: Date): Promise<number> {
  const limite = new Date(maintenant.getTime() - conservationBrouillonJours * 86_400_000)
  const anciens = { modifieLe: { lt: limite } }
  const pieces = await baseTravaux().pieceJointe.findMany({ where: { brouillon: anciens }, select: { id: true } })
  const { count } = await baseTravaux().brouillon.deleteMany({ where: anciens })
  for (const { id } of pieces) await stockage().supprimer(id)
  return count
}

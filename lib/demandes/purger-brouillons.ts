import { baseTravaux } from '@/lib/socle/base'

export const conservationBrouillonJours = 30

/** Deletes drafts untouched for 30 days; their files follow with `purgerFichiers`. Safe to run twice. Returns how many went. */
export async function purgerBrouillons(maintenant: Date): Promise<number> {
  const limite = new Date(maintenant.getTime() - conservationBrouillonJours * 86_400_000)
  const { count } = await baseTravaux().brouillon.deleteMany({ where: { modifieLe: { lt: limite } } })
  return count
}

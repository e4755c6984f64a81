import { conservationBrouillonJours } from '@/lib/demandes/regles'
import { journaliserAutomatique } from '@/lib/nuit/consigner'
import { avecTravaux } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'

/** Deletes drafts untouched for 30 days; their files follow with `purgerFichiers`. Safe to run twice. Returns how many went. */
export async function purgerBrouillons(maintenant: Date): Promise<number> {
  const limite = new Date(maintenant.getTime() - conservationBrouillonJours * 86_400_000)
  return avecTravaux(async (tx) => {
    const anciens = await tx.brouillon.findMany({
      where: { modifieLe: { lt: limite } },
      select: { id: true, partenaireId: true, caisseId: true },
    })
    const { count } = await tx.brouillon.deleteMany({
      where: { id: { in: anciens.map(({ id }) => id) }, modifieLe: { lt: limite } },
    })
    for (const { id, partenaireId, caisseId } of anciens)
      await journaliserAutomatique(tx, {
        action: 'brouillon.supprime',
        objetType: 'brouillon',
        objetId: id,
        partenaireId,
        caisseId,
        jour: dateAParis(maintenant),
        cause: `Sans changement depuis ${conservationBrouillonJours} jours`,
      })
    return count
  })
}

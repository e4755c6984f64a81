import type { z } from 'zod'
import { prevenirDeLaFormation } from '@/lib/formations/prevenir'
import type { annulerFormationSchema } from '@/lib/formations/schema'
import { lecteursDe, tenirSaFormation } from '@/lib/formations/tenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Cancels a published session: it leaves the calendars, and the reason is read in the portal. */
export async function annulerFormation(
  contexte: Contexte,
  { id, motif }: z.output<typeof annulerFormationSchema>,
): Promise<Suite> {
  const { tx, maintenant } = contexte
  const formation = await tenirSaFormation(contexte, id)
  if (formation.etat === 'annulee') throw new ErreurMetier('etat_change', 'Cette session est déjà annulée.')
  if (formation.etat === 'terminee')
    throw new ErreurMetier('etat_change', 'Les présences de cette session sont notées : elle a eu lieu.')
  if (formation.etat === 'brouillon')
    throw new ErreurMetier('etat_change', 'Cette session n’est pas publiée : supprimez le brouillon.')
  await tx.formation.updateMany({
    where: { id, caisseId: formation.caisseId },
    data: {
      etat: 'annulee',
      motifAnnulation: motif,
      annuleeLe: maintenant,
      version: { increment: 1 },
    },
  })
  // Said after its day, it tells nobody anything.
  if (formation.finLe > maintenant) {
    const [inscrits, attente] = [await lecteursDe(tx, id, 'inscrite'), await lecteursDe(tx, id, 'attente')]
    await prevenirDeLaFormation(tx, formation, 'formation_annulee', inscrits, { methode: 'CANCEL', maintenant })
    await prevenirDeLaFormation(tx, formation, 'formation_annulee', attente, { maintenant })
  }
  return {
    vers: `/caisse/formations/${id}?fait=annulee`,
    journal: { objetType: 'formation', objetId: id, caisseId: formation.caisseId },
  }
}

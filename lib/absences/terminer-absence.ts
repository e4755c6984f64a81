import { absenceATenir, verrouillerAbsences } from '@/lib/absences/enregistrer-absence'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

/** «Je suis de retour»: the absence ended yesterday; one that has not lasted a day is taken away. */
export async function terminerAbsence(contexte: Contexte, { id }: { id: string }): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  await verrouillerAbsences(contexte)
  const absence = await absenceATenir(contexte, id)
  const hier = ajouterJours(dateAParis(maintenant), -1)
  if (absence.finLe !== null && absence.finLe <= hier)
    throw new ErreurMetier('etat_change', 'Cette absence est déjà finie.')
  const commencee = absence.debutLe <= hier
  if (commencee)
    await tx.absence.updateMany({ where: { id }, data: { finLe: enDate(hier), creeeParId: acteur.compteId } })
  else await tx.absence.deleteMany({ where: { id } })
  return {
    vers: `/caisse/absences?fait=${commencee ? 'terminee' : 'retiree'}`,
    journal: {
      action: commencee ? 'absence.enregistree' : 'absence.supprimee',
      objetType: 'absence',
      objetId: id,
      caisseId: acteur.caisse?.id,
      details: { compteId: absence.compteId, finLe: commencee ? hier : null },
    },
  }
}

import type { z } from 'zod'
import type { retirerSchema } from '@/lib/rendez-vous/schema-plages'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

/** Takes free slots out of the agenda, past ones excepted; one that is taken stays, and its rendez-vous with it. */
export async function retirerCreneaux(contexte: Contexte, saisie: z.output<typeof retirerSchema>): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const caisseId = acteur.caisse?.id ?? ''
  const plage = await tx.plage.findUnique({ where: { id: saisie.id, caisseId } })
  if (!plage) throw new ErreurMetier('introuvable')
  if (saisie.creneaux.length === 0 && !saisie.serie)
    throw new ErreurMetier('saisie', undefined, { creneaux: 'Cochez au moins un créneau à retirer' })
  const suite =
    saisie.serie && plage.serieId ? { plage: { serieId: plage.serieId, debutLe: { gt: plage.debutLe } } } : null
  const { count } = await tx.creneau.deleteMany({
    where: {
      caisseId,
      pris: 0,
      debutLe: { gt: maintenant },
      OR: [{ plageId: plage.id, id: { in: saisie.creneaux } }, ...(suite ? [suite] : [])],
    },
  })
  if (count === 0)
    throw new ErreurMetier('etat_change', 'Ces créneaux viennent d’être pris ou retirés : rechargez la page.')
  await tx.plage.deleteMany({
    where: {
      caisseId,
      creneaux: { none: {} },
      OR: [{ id: plage.id }, ...(plage.serieId ? [{ serieId: plage.serieId }] : [])],
    },
  })
  return {
    vers: `/caisse/rendez-vous?semaine=${dateAParis(plage.debutLe)}&retire=${count}`,
    journal: { objetType: 'plage', objetId: plage.id, details: { creneaux: count } },
  }
}

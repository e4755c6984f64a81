import type { z } from 'zod'
import { verrouillerRoutage } from '@/lib/equipes/enregistrer-equipe'
import type { changerRegleSchema } from '@/lib/equipes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** The same demandes go to another team from now on; the rule keeps its rank, and what has arrived stays where it is. */
export async function changerRegle(contexte: Contexte, saisie: z.output<typeof changerRegleSchema>): Promise<Suite> {
  const { tx, acteur } = contexte
  const caisseId = acteur.caisse?.id ?? ''
  await verrouillerRoutage(contexte)
  const regle = await tx.regleRoutage.findFirst({
    where: { id: saisie.id, caisseId },
    select: { id: true, equipeId: true },
  })
  if (!regle) throw new ErreurMetier('introuvable', 'Cette règle n’existe plus. Rechargez la page.')
  const equipe = await tx.equipe.findFirst({ where: { id: saisie.equipe, caisseId, actif: true } })
  if (!equipe)
    throw new ErreurMetier('saisie', undefined, {
      equipe: 'Cette équipe n’existe plus\u00A0: choisissez-en une autre',
    })
  await tx.regleRoutage.updateMany({ where: { id: regle.id, caisseId }, data: { equipeId: equipe.id } })
  return {
    vers: '/caisse/parametres/routage?fait=changee',
    journal: {
      objetType: 'regle_routage',
      objetId: regle.id,
      caisseId,
      details: { avant: regle.equipeId, equipe: equipe.id },
    },
  }
}

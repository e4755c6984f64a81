import type { z } from 'zod'
import { demandeDeMaCaisse } from '@/lib/demandes-habilitation/appliquer-demande'
import { refuserEtat } from '@/lib/demandes-habilitation/etat-depasse'
import { prevenirDemandeur } from '@/lib/demandes-habilitation/prevenir'
import type { refusSchema } from '@/lib/demandes-habilitation/schema'
import { reporterSurRevue } from '@/lib/revues/reporter-demande'
import type { Contexte, Suite } from '@/lib/socle/action'

/** Closes a request without doing what it asks, with the reason the partenaire reads. */
export async function refuserDemande(
  contexte: Contexte,
  { id, motifRefus }: z.output<typeof refusSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const demande = await demandeDeMaCaisse(contexte, id)
  const { count } = await tx.demandeHabilitation.updateMany({
    where: { id, caisseId: demande.caisseId, etat: 'deposee' },
    data: { etat: 'refusee', motifRefus, traiteeLe: maintenant, traiteeParId: acteur.compteId },
  })
  if (count === 0) await refuserEtat(contexte, id)
  if (demande.type === 'inactivation' && demande.compteId) await reporterSurRevue(contexte, demande.compteId, false)
  await prevenirDemandeur(tx, demande, 'habilitation_refusee', { motif: motifRefus })
  const { caisseId, type } = demande
  return {
    vers: `/caisse/habilitations/${id}`,
    journal: { objetType: 'habilitation', objetId: id, caisseId, details: { type } },
  }
}

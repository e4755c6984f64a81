import { lireContenu } from '@/lib/demandes-habilitation/contenu'
import { refuserEtat } from '@/lib/demandes-habilitation/etat-depasse'
import { prevenirCaisse } from '@/lib/demandes-habilitation/prevenir'
import { reporterSurRevue } from '@/lib/revues/reporter-demande'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** The asker takes a request back while the caisse has not answered. */
export async function retirerDemande(contexte: Contexte, { id }: { id: string }): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const rang = await tx.demandeHabilitation.findFirst({ where: { id, deposeeParId: acteur.compteId } })
  if (!rang) throw new ErreurMetier('introuvable')
  const { count } = await tx.demandeHabilitation.updateMany({
    where: { id, deposeeParId: acteur.compteId, etat: 'deposee' },
    data: { etat: 'retiree', traiteeLe: maintenant, traiteeParId: acteur.compteId },
  })
  if (count === 0) await refuserEtat(contexte, id)
  const demande = lireContenu(rang)
  if (demande.type === 'inactivation' && demande.compteId) await reporterSurRevue(contexte, demande.compteId, false)
  await prevenirCaisse(tx, demande, 'habilitation_retiree')
  return {
    vers: `/habilitations/${id}`,
    journal: { objetType: 'habilitation', objetId: id, caisseId: demande.caisseId, details: { type: demande.type } },
  }
}

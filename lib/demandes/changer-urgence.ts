import type { z } from 'zod'
import { colonnesDeLaCible } from '@/lib/demandes/cible'
import { prevenirAuteur } from '@/lib/demandes/prevenir'
import type { urgenceSchema } from '@/lib/demandes/schema-corrections'
import { appliquerTransition, exigerActe, exigerVersion, verrouillerDemande } from '@/lib/demandes/transition'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { jourDe } from '@/lib/socle/jour'

/**
 * An agent withdraws «urgent», with a reason that the partenaire reads: the delay that was set aside at filing comes back, from the
 * same receipt. The same act the other way round gives the urgency back, or gives it to a demande filed without: the delay can
 * only get shorter, and what justifies it is known to the caisse.
 */
export async function changerUrgence(contexte: Contexte, saisie: z.output<typeof urgenceSchema>): Promise<Suite> {
  const { tx } = contexte
  const demande = await verrouillerDemande(contexte, saisie.id)
  await exigerActe(contexte, demande, 'corriger')
  const urgent = saisie.sens === 'donner'
  if (demande.urgent === urgent)
    throw new ErreurMetier(
      'etat_change',
      urgent ? 'Cette demande est déjà urgente.' : 'Cette demande n’est plus urgente : un collègue l’a déjà dit.',
    )
  exigerVersion(demande, saisie.version)
  const { delaiUrgentJours } = await tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId: demande.caisseId } })
  const colonnes = colonnesDeLaCible(demande, urgent, {
    delaiJours: demande.delaiOrdinaireJours,
    seuilAlerteJours: demande.seuilAlerteJours,
    delaiUrgentJours,
  })
  const type = urgent ? 'urgence_donnee' : 'urgence_retiree'
  await appliquerTransition(contexte, demande, type, colonnes, {
    raison: saisie.raison,
    avant: jourDe(demande.echeanceLe),
    apres: jourDe(colonnes.echeanceLe),
  })
  await prevenirAuteur(contexte, demande, type)
  return {
    vers: `/caisse/demandes/${demande.reference}`,
    journal: {
      ...(urgent && { action: 'demande.urgence_donnee' as const }),
      objetType: 'demande',
      objetId: demande.id,
    },
  }
}

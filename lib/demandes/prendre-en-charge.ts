import { prevenirAuteur } from '@/lib/demandes/prevenir'
import { appliquerTransition, exigerActe, verrouillerDemande } from '@/lib/demandes/transition'
import type { Contexte, Suite } from '@/lib/socle/action'

/** «Je m’en occupe»: the agent takes a demande that nobody has, or a complément that came in. */
export async function prendreEnCharge(contexte: Contexte, { id }: { id: string }): Promise<Suite> {
  const demande = await verrouillerDemande(contexte, id)
  const dejaMienne = demande.etat === 'prise_en_charge' && demande.agentId === contexte.acteur.compteId
  if (!dejaMienne) {
    await exigerActe(contexte, demande, 'prendre')
    await appliquerTransition(contexte, demande, 'prise_en_charge', {
      etat: 'prise_en_charge',
      agentId: contexte.acteur.compteId,
      priseEnChargeLe: demande.priseEnChargeLe ?? contexte.maintenant,
    })
    if (demande.etat === 'transmise') await prevenirAuteur(contexte, demande, 'demande_prise_en_charge')
  }
  return { vers: `/caisse/demandes/${demande.reference}`, journal: { objetType: 'demande', objetId: id } }
}

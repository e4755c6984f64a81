import { inscrireEvenement } from '@/lib/demandes/evenements'
import { type OptionsCourriel, prevenirAuteur } from '@/lib/demandes/prevenir'
import { prenable } from '@/lib/demandes/regles'
import { appliquerTransition, exigerActe, verrouillerDemande } from '@/lib/demandes/transition'
import { nomComplet } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'

/**
 * «Je m’en occupe»: the agent takes a demande that nobody has, of its team or of another, or a complément that came in. The
 * partenaire is told once, and not when a colleague takes what another one gave back.
 */
export async function prendreEnCharge(
  contexte: Contexte,
  { id }: { id: string },
  courriel: OptionsCourriel = {},
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const demande = await verrouillerDemande(contexte, id)
  const { etat } = demande
  const dejaMienne = etat === 'prise_en_charge' && demande.agentId === acteur.compteId
  if (!dejaMienne) {
    if (!prenable(demande)) await exigerActe(contexte, demande, 'prendre')
    const changements = {
      etat: etat === 'attente_complement' ? etat : 'prise_en_charge',
      agentId: acteur.compteId,
      priseEnChargeLe: demande.priseEnChargeLe ?? maintenant,
    }
    if (etat === 'transmise' || etat === 'complement_recu')
      await appliquerTransition(contexte, demande, 'prise_en_charge', changements)
    else {
      const suite = { ...changements, version: { increment: 1 }, majLe: maintenant }
      await tx.demande.update({ where: { id }, data: suite, select: { id: true } })
      await inscrireEvenement(contexte, demande, 'attribuee', { a: nomComplet(acteur), vers: 'agent' }, false)
    }
    if (etat === 'transmise') await prevenirAuteur(contexte, demande, 'demande_prise_en_charge', courriel)
  }
  return { vers: `/caisse/demandes/${demande.reference}`, journal: { objetType: 'demande', objetId: id } }
}

import { appliquerTransition, exigerActe, verrouillerDemande } from '@/lib/demandes/transition'
import { nomComplet } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** «Passer à un collègue»: another agent of the caisse follows the demande from now on; also «Je m’en occupe» on a colleague's. */
export async function passerDemande(
  contexte: Contexte,
  { id, agentId }: { id: string; agentId: string },
): Promise<Suite> {
  const demande = await verrouillerDemande(contexte, id)
  await exigerActe(contexte, demande, 'passer')
  const collegue = await contexte.tx.compte.findFirst({
    where: { id: agentId, caisseId: demande.caisseId, etat: 'actif', roles: { has: 'agent' } },
  })
  if (!collegue) throw new ErreurMetier('saisie', undefined, { agentId: 'Choisissez un collègue en activité' })
  await appliquerTransition(
    contexte,
    demande,
    'passee',
    {
      agentId: collegue.id,
      etat: demande.etat === 'transmise' ? 'prise_en_charge' : demande.etat,
      priseEnChargeLe: demande.priseEnChargeLe ?? contexte.maintenant,
    },
    { a: nomComplet(collegue) },
  )
  return { vers: `/caisse/demandes/${demande.reference}`, journal: { objetType: 'demande', objetId: id } }
}

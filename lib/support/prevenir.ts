import { prevenirComptes } from '@/lib/notifications/destinataires'
import type { Acteur } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import { referenceTicket } from '@/lib/support/libelles'

type Compte = {
  dysfonctionnementId: string
  id: string
  prenom: string
  nom: string
  courriel: string
  organisme: string
}

/** Who wrote these tickets, or who holds them now, whatever the caller may see of accounts. */
export function comptesDuSupport(tx: Transaction, ids: string[], tenants: boolean): Promise<Compte[]> {
  return tx.$queryRaw<Compte[]>`
    SELECT "dysfonctionnementId", id, prenom, nom, courriel, organisme FROM ep_support_comptes(${ids}::uuid[], ${tenants}::boolean)`
}

type Modele = 'support_recu' | 'support_complete' | 'support_repondu'

/** Writes to those who hold the ticket, or to who wrote it; never to who has just acted. What is written is read in the portal only. */
export async function prevenirDuTicket(tx: Transaction, acteur: Acteur, id: string, modele: Modele): Promise<void> {
  const comptes = await comptesDuSupport(tx, [id], modele !== 'support_repondu')
  await prevenirComptes(
    tx,
    comptes
      .filter((compte) => compte.id !== acteur.compteId && compte.courriel !== '')
      .map(({ id: compteId, prenom, courriel }) => ({ id: compteId, prenom, courriel })),
    modele,
    { identifiant: referenceTicket(id), lien: `/support/${id}` },
  )
}

import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { AvisSecurite } from '@/lib/notifications/modeles/avis/securite'
import type { Transaction } from '@/lib/socle/base'

export type Titulaire = { compteId: string; prenom: string; identifiant: string; courriel: string }

/** Tells the owner of the account, at once, whatever frequency was chosen for the rest. */
export function prevenirTitulaire(
  tx: Transaction,
  { compteId, prenom, identifiant, courriel }: Titulaire,
  modele: AvisSecurite,
  donnees: { nombre?: number; lignes?: string[]; motif?: string } = {},
): Promise<void> {
  return ajouterCourriel(tx, {
    modele,
    destinataire: courriel,
    compteId,
    donnees: { prenom, identifiant, ...donnees },
  })
}

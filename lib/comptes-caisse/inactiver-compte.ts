import { compteAGerer, exigerUnAutre, refuserSoi } from '@/lib/comptes-caisse/acces'
import { adresseCompte } from '@/lib/comptes-caisse/adresses'
import type { SaisieInactivation } from '@/lib/comptes-caisse/schema'
import { rendreDemandes } from '@/lib/equipes/rendre-demandes'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

/**
 * Closes an account at once: its sessions and links end with it. The open demandes in its name are to be taken again, in
 * their team or in the one given. Never the last active référent of a caisse, nor the last administrateur.
 */
export async function inactiverCompteCaisse(
  contexte: Contexte,
  { compteId, version, motif, demandes }: SaisieInactivation,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  refuserSoi(contexte, compteId)
  const compte = await compteAGerer(contexte, compteId)
  await exigerUnAutre(contexte, compte, 'son compte reste ouvert')
  const { count } = await tx.compte.updateMany({
    where: { id: compteId, version, etat: { not: 'inactif' } },
    data: { etat: 'inactif', inactiveLe: maintenant, motifInactivation: motif, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('etat_change')
  const rendues = await rendreDemandes(contexte, compte, demandes)
  await ajouterCourriel(tx, {
    modele: 'compte_inactive',
    destinataire: compte.courriel,
    compteId,
    donnees: { prenom: compte.prenom, identifiant: compte.identifiant, jour: dateAParis(maintenant) },
  })
  return {
    vers: `${adresseCompte(acteur, compte)}?fait=inactive`,
    journal: {
      objetType: 'compte',
      objetId: compteId,
      caisseId: compte.caisseId,
      details: { demandesRendues: rendues },
    },
  }
}

import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

export type CompteAFermer = {
  id: string
  identifiant: string
  profil: string
  prenom: string
  courriel: string
  structureId: string
}

/** The other active gestionnaires of the structure, the longest there first. */
export function autresGestionnaires(tx: Transaction, { id, structureId }: Pick<CompteAFermer, 'id' | 'structureId'>) {
  return tx.compte.findMany({
    where: { structureId, profil: 'gestionnaire', etat: 'actif', supprimeLe: null, id: { not: id } },
    select: { id: true },
    orderBy: [{ activeLe: 'asc' }, { id: 'asc' }],
  })
}

/**
 * Closes an account whatever the rules of who may: its sessions and its links end with it, the techniciens a gestionnaire
 * created go to a remaining one, and its holder is told in words that accuse nobody. False when it was already closed.
 */
export async function fermerCompte(
  tx: Transaction,
  compte: CompteAFermer,
  { motif, maintenant, avis = true }: { motif: string; maintenant: Date; avis?: boolean },
): Promise<boolean> {
  const { count } = await tx.compte.updateMany({
    where: { id: compte.id, etat: { not: 'inactif' } },
    data: {
      etat: 'inactif',
      inactiveLe: maintenant,
      motifInactivation: motif,
      inactivationPrevueLe: null,
      version: { increment: 1 },
    },
  })
  if (count === 0) return false
  if (compte.profil === 'gestionnaire') await rattacherTechniciens(tx, compte)
  if (avis) {
    const donnees = { prenom: compte.prenom, identifiant: compte.identifiant, jour: dateAParis(maintenant) }
    const { id: compteId, courriel: destinataire } = compte
    await ajouterCourriel(tx, { modele: 'compte_inactive', destinataire, compteId, donnees })
  }
  return true
}

async function rattacherTechniciens(tx: Transaction, compte: CompteAFermer): Promise<void> {
  const [restant] = await autresGestionnaires(tx, compte)
  if (!restant) return
  await tx.compte.updateMany({
    where: { creeParId: compte.id, profil: 'technicien', structureId: compte.structureId },
    data: { creeParId: restant.id },
  })
}

export function dernierGestionnaire(): ErreurMetier {
  return new ErreurMetier(
    'etat_change',
    'C’est le dernier gestionnaire actif de la structure. Habilitez d’abord son successeur, et attendez qu’il active son compte\u00a0: celui-ci pourra ensuite être inactivé.',
  )
}

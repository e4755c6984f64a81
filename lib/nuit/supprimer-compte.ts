import type { Transaction } from '@/lib/socle/base'

/** What stands in the place of a name, in the demandes and the histories of a deleted account. */
const neutre = { civilite: 'madame', prenom: 'Compte', nom: 'supprimé', fonction: '', telephone: '', courriel: '' }

/**
 * Deletes an account: nothing of the person is left but a neutral author, so that demandes and histories keep theirs. Its secrets,
 * sessions, links, drafts, attestations, reviews and reports go; its mails lose their address. Not undoable.
 */
export async function supprimerCompte(tx: Transaction, compteId: string, supprimeLe: Date): Promise<boolean> {
  const compte = await tx.compte.findFirst({
    where: { id: compteId, etat: 'inactif', supprimeLe: null },
    select: { identifiant: true, courriel: true },
  })
  if (!compte) return false
  const { telephone: _, ...identite } = neutre
  await tx.compte.update({
    where: { id: compteId },
    data: {
      ...identite,
      telephone: null,
      identifiant: `supprime-${compteId}`,
      roles: [],
      preferences: {},
      motifInactivation: null,
      inactivationPrevueLe: null,
      connecteLe: null,
      supprimeLe,
      version: { increment: 1 },
    },
  })
  const duCompte = { where: { compteId } }
  await tx.authentification.deleteMany(duCompte)
  await tx.session.deleteMany(duCompte)
  await tx.secondFacteur.deleteMany(duCompte)
  await tx.codeSecours.deleteMany(duCompte)
  await tx.cleAcces.deleteMany(duCompte)
  await tx.appareilConnu.deleteMany(duCompte)
  await tx.jeton.deleteMany(duCompte)
  await tx.acceptationCgu.deleteMany(duCompte)
  await tx.attestationTechnicien.deleteMany(duCompte)
  await tx.brouillon.deleteMany(duCompte)
  await tx.ligneRevue.deleteMany(duCompte)
  await tx.lectureActualite.deleteMany(duCompte)
  await tx.signalementCompte.deleteMany(duCompte)
  await tx.dysfonctionnement.deleteMany(duCompte)
  // A seat it would still hold is given back first; that it was trained stays in the figures, without its name.
  await tx.inscriptionFormation.updateMany({
    where: { compteId, etat: { not: 'retiree' }, presente: null },
    data: { etat: 'retiree' },
  })
  await tx.inscriptionFormation.deleteMany(duCompte)
  const cles = [`identifiant:${compte.identifiant}`, `second_facteur:${compteId}`]
  await tx.tentative.deleteMany({ where: { cle: { in: cles } } })
  await tx.demandeHabilitation.updateMany({ where: { compteId }, data: { donnees: neutre, justification: null } })
  await oublierCourriels(tx, compteId, compte)
  return true
}

/** The mails sent to the account lose their address; those sent to others lose its name. */
async function oublierCourriels(
  tx: Transaction,
  compteId: string,
  { identifiant, courriel }: { identifiant: string; courriel: string },
): Promise<void> {
  await tx.courriel.updateMany({ where: { compteId }, data: { destinataire: '', donnees: {} } })
  await tx.$executeRaw`UPDATE courriel SET donnees = donnees - 'personne' - 'identifiant' WHERE donnees->>'identifiant' = ${identifiant}`
  // The same address may serve another account, which keeps its own mails.
  await tx.courriel.updateMany({ where: { compteId: null, destinataire: courriel }, data: { destinataire: '' } })
}

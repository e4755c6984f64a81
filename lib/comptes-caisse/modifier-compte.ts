import { type CompteGere, compteAGerer, exigerUnAutre, refuserSoi } from '@/lib/comptes-caisse/acces'
import { adresseCompte } from '@/lib/comptes-caisse/adresses'
import { exigerCourrielLibre } from '@/lib/comptes-caisse/courriel'
import type { SaisieAdministrateurModifie, SaisieCompteModifie } from '@/lib/comptes-caisse/schema'
import { debiter } from '@/lib/debits/debiter'
import { rendreDemandes } from '@/lib/equipes/rendre-demandes'
import type { Identite } from '@/lib/habilitations/schema'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/**
 * Identity and roles of an account of a caisse. A role taken away acts on the next request of the person; who is an agent no
 * more leaves its open demandes to be taken in their team.
 */
export async function modifierCompteCaisse(
  contexte: Contexte,
  { compteId, version, roles, ...identite }: SaisieCompteModifie,
): Promise<Suite> {
  const compte = await compteAChanger(contexte, compteId, 'caisse')
  if (!roles.includes('referent')) await exigerUnAutre(contexte, compte, 'il garde le rôle de référent')
  const suite = await ecrire(contexte, compte, version, { ...identite, roles })
  if (compte.roles.includes('agent') && !roles.includes('agent')) await rendreDemandes(contexte, compte)
  return suite
}

export async function modifierAdministrateur(
  contexte: Contexte,
  { compteId, version, ...identite }: SaisieAdministrateurModifie,
): Promise<Suite> {
  return ecrire(contexte, await compteAChanger(contexte, compteId, 'administrateur'), version, identite)
}

async function compteAChanger(contexte: Contexte, compteId: string, profil: string): Promise<CompteGere> {
  refuserSoi(contexte, compteId)
  const compte = await compteAGerer(contexte, compteId)
  if (compte.profil !== profil) throw new ErreurMetier('introuvable')
  if (compte.etat === 'inactif')
    throw new ErreurMetier('etat_change', 'Ce compte est inactivé. Rétablissez-le avant de le modifier.')
  return compte
}

async function ecrire(
  contexte: Contexte,
  compte: CompteGere,
  version: number,
  data: Identite & { roles?: string[] },
): Promise<Suite> {
  const { tx, acteur } = contexte
  const { id, profil, caisseId, courriel } = compte
  if (data.courriel !== courriel) await exigerCourrielLibre(tx, { profil, caisseId, courriel: data.courriel, sauf: id })
  const { count } = await tx.compte.updateMany({
    where: { id, version, etat: { not: 'inactif' } },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('etat_change')
  if (data.courriel !== courriel) await prevenir(contexte, compte, data)
  const { roles, ...identite } = data
  const champs = (Object.keys(identite) as (keyof Identite)[]).filter((cle) => identite[cle] !== compte[cle])
  const details = {
    champs: champs.join(' '),
    ...(roles && { avant: compte.roles.join(','), apres: roles.join(',') }),
  }
  return {
    vers: `${adresseCompte(acteur, compte)}?fait=modifie`,
    journal: { objetType: 'compte', objetId: id, caisseId, details },
  }
}

/** The link that was sent went to the old address; once active, both addresses know: whoever took the account cannot hide it. */
async function prevenir(
  { tx, maintenant }: Contexte,
  compte: CompteGere,
  { courriel, prenom }: Identite,
): Promise<void> {
  const compteId = compte.id
  if (compte.etat === 'attente_activation') {
    await debiter('activation', { sujet: compteId, maintenant, tx })
    await ajouterCourriel(tx, { modele: 'activation', destinataire: courriel, compteId, donnees: {} })
    return
  }
  const donnees = { prenom, identifiant: compte.identifiant }
  for (const destinataire of [compte.courriel, courriel])
    await ajouterCourriel(tx, { modele: 'compte_adresse', destinataire, compteId, donnees })
}

import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { DonneesGouvernance } from '@/lib/notifications/modeles/avis/commun'
import type { ModeleGouvernance } from '@/lib/notifications/modeles/gouvernance'
import type { Transaction } from '@/lib/socle/base'

type Lieu = {
  partenaireId: string
  /** The gestionnaires of this structure only. */
  structureId?: string
  /** An account that another mail tells. */
  sauf?: string
  /** The référents of the convention too, who have no account. */
  contacts?: boolean
}

/**
 * Writes to the gestionnaires of a partenaire who can sign in, one mail by address. Gives how many were sent. The mails leave
 * only if the transaction does.
 */
export async function prevenirGestionnaires(
  tx: Transaction,
  { partenaireId, structureId, sauf, contacts = false }: Lieu,
  modele: ModeleGouvernance,
  donnees: DonneesGouvernance,
): Promise<number> {
  const gestionnaires = await tx.compte.findMany({
    where: {
      partenaireId,
      structureId,
      profil: 'gestionnaire',
      etat: 'actif',
      supprimeLe: null,
      ...(sauf && { id: { not: sauf } }),
    },
    select: { id: true, courriel: true, prenom: true },
    orderBy: { id: 'asc' },
  })
  const dits = new Set<string>()
  for (const { id, courriel, prenom } of gestionnaires) {
    if (dits.has(courriel)) continue
    dits.add(courriel)
    await ajouterCourriel(tx, { modele, destinataire: courriel, compteId: id, donnees: { ...donnees, prenom } })
  }
  if (!contacts) return dits.size
  const personnes = await tx.contactPartenaire.findMany({
    where: { partenaireId, type: 'referent', courriel: { not: null } },
    select: { courriel: true },
    orderBy: { id: 'asc' },
  })
  for (const { courriel } of personnes) {
    if (!courriel || dits.has(courriel)) continue
    dits.add(courriel)
    await ajouterCourriel(tx, { modele, destinataire: courriel, donnees: { ...donnees, lien: '/aide' } })
  }
  return dits.size
}

export type Referent = { id: string; prenom: string; courriel: string; caisseId: string }

/** The référents of the caisses bound to a partenaire, whatever the caller may see of them. */
export function referentsAPrevenir(tx: Transaction, partenaireId: string): Promise<Referent[]> {
  return tx.$queryRaw<
    Referent[]
  >`SELECT id, prenom, courriel, "caisseId" FROM ep_referents_a_prevenir(${partenaireId}::uuid)`
}

/** Writes to each of these accounts. */
export async function prevenirComptes(
  tx: Transaction,
  comptes: { id: string; prenom: string; courriel: string }[],
  modele: ModeleGouvernance,
  donnees: DonneesGouvernance,
): Promise<void> {
  for (const { id, prenom, courriel } of comptes)
    await ajouterCourriel(tx, { modele, destinataire: courriel, compteId: id, donnees: { ...donnees, prenom } })
}

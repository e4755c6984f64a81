import { normaliser } from '@/lib/demandes/regles'
import type { Profil } from '@/lib/habilitations/places'
import { nomComplet } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'

type Personne = { nom: string; prenom: string; courriel: string }

/**
 * Why a person may not have one more account of this profile in the structure, or null. The other profile is no obstacle: a
 * person who is both has two accounts, possibly with one address (règles du domaine, §1).
 */
export async function doublon(
  tx: Transaction,
  { structureId, profil, sauf }: { structureId: string; profil: Profil; sauf?: string },
  { nom, prenom, courriel }: Personne,
): Promise<string | null> {
  const memes = await tx.compte.findMany({
    where: { structureId, profil, courriel, supprimeLe: null, ...(sauf ? { id: { not: sauf } } : {}) },
    select: { nom: true, prenom: true, identifiant: true, etat: true },
    orderBy: { creeLe: 'desc' },
  })
  const vivant = memes.find(({ etat }) => etat !== 'inactif')
  if (vivant)
    return `${nomComplet(vivant)} a déjà un compte de ${profil} avec cette adresse (${vivant.identifiant}). Chaque ${profil} a la sienne.`
  const nomme = normaliser(`${prenom} ${nom}`)
  const ancien = memes.find((autre) => normaliser(nomComplet(autre)) === nomme)
  return ancien && !sauf
    ? `${nomComplet(ancien)} a un compte inactivé avec cette adresse (${ancien.identifiant})\u00a0: rétablissez-le plutôt que d’en créer un second.`
    : null
}

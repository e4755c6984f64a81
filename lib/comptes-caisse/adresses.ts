import type { Acteur } from '@/lib/socle/acteur'

type Compte = { id: string; profil: string; caisseId: string | null }

/** Where the accounts of a caisse are managed: by its référent, or from its record by an administrateur. */
export function baseComptes(acteur: Pick<Acteur, 'profil'>, caisseId: string | null): string {
  if (caisseId === null) return '/administration/comptes'
  return acteur.profil === 'administrateur'
    ? `/administration/caisses/${caisseId}/comptes`
    : '/caisse/parametres/comptes'
}

export function adresseCompte(acteur: Pick<Acteur, 'profil'>, { id, caisseId }: Compte): string {
  return `${baseComptes(acteur, caisseId)}/${id}`
}

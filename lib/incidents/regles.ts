import type { TypeIncident } from '@/lib/incidents/libelles'

/** An account, as far as who may report it goes. */
export type Cible = {
  id: string
  profil: string
  etat: string
  structureId: string | null
  partenaireId: string | null
  caisseId: string | null
}

export type Auteur = {
  compteId: string
  profil: string
  roles: readonly string[]
  structureId: string | null
  caisseId: string | null
}

export const estReferent = ({ profil, roles }: Pick<Auteur, 'profil' | 'roles'>) =>
  profil === 'caisse' && roles.includes('referent')

/**
 * Whether one may report this account (règles du domaine, §3): one's own; an account of one's structure; for the caisse side, a
 * colleague's, or one of a partenaire that the caisse sees.
 */
export function peutSignaler(auteur: Auteur, cible: Cible, type: TypeIncident): boolean {
  if (type === 'exclusion') return estReferent(auteur) && cible.id !== auteur.compteId && cible.partenaireId !== null
  if (cible.id === auteur.compteId) return auteur.profil !== 'administrateur'
  if (auteur.profil === 'technicien' || auteur.profil === 'gestionnaire')
    return auteur.structureId !== null && cible.structureId === auteur.structureId
  return auteur.profil === 'caisse' && (cible.partenaireId !== null || cible.caisseId === auteur.caisseId)
}

/**
 * Whether the account is inactivated by the report itself: one's own, a technicien reported by its gestionnaire, any account
 * reported by a référent. Otherwise those who may act are told at once.
 */
export function inactiveTout(auteur: Auteur, cible: Cible): boolean {
  if (cible.id === auteur.compteId || estReferent(auteur)) return true
  return auteur.profil === 'gestionnaire' && cible.profil === 'technicien'
}

/** What a référent may still decide of a report. A maintained inactivation can be reversed; the other decisions are final. */
export function suitesPossibles(suite: string | null, etatCompte: string): ('inactive' | 'retabli' | 'sans_suite')[] {
  if (suite === null) return etatCompte === 'inactif' ? ['inactive', 'retabli'] : ['inactive', 'sans_suite']
  return suite === 'inactive' && etatCompte === 'inactif' ? ['retabli'] : []
}

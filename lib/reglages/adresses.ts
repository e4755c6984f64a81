import type { Acteur } from '@/lib/socle/acteur'

/** Where the settings of a caisse stand: in the space of its référent, or under the caisse for an administrateur. */
export function baseReglages(acteur: Pick<Acteur, 'profil'>, caisseId: string): string {
  return acteur.profil === 'administrateur' ? `/administration/caisses/${caisseId}/parametres` : '/caisse/parametres'
}

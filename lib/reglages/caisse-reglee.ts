import type { Acteur } from '@/lib/socle/acteur'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A référent sets its own caisse, an administrateur any of them; another caisse does not exist for a référent. */
export function exigerCaisseReglee(acteur: Acteur, caisseId: string): void {
  if (acteur.profil !== 'administrateur' && acteur.caisse?.id !== caisseId) throw new ErreurMetier('introuvable')
}

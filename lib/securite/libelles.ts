import type { Verdict } from '@/lib/comptes/regles'
import type { raisons } from '@/lib/securite/schema'
import { pluriel } from '@/lib/socle/format'

/** Words of a wait or of a lock on the codes, with the way out. */
export function messageBlocageCode(verdict: Exclude<Verdict, { etat: 'libre' }>, maintenant: Date): string {
  if (verdict.etat === 'verrou')
    return 'Trop de codes faux\u00a0: cette étape est verrouillée. Un code de secours ou une clé d’accès ouvrent encore. Sinon, déconnectez-vous et choisissez un nouveau mot de passe par «\u00a0Identifiant ou mot de passe oublié\u00a0», ou demandez à la personne qui gère votre compte de réinitialiser la double authentification.'
  const secondes = Math.max(1, Math.ceil((verdict.jusqua.getTime() - maintenant.getTime()) / 1000))
  const duree = secondes <= 90 ? pluriel(secondes, 'seconde') : pluriel(Math.ceil(secondes / 60), 'minute')
  return `Trop de codes faux. Attendez ${duree} avant de recommencer, ou donnez un code de secours.`
}

export const libellesRaison: Record<(typeof raisons)[number], string> = {
  telephone_perdu: 'Téléphone perdu, volé ou en panne',
  telephone_change: 'Téléphone changé',
  cle_perdue: 'Clé d’accès perdue',
  autre: 'Autre raison',
}

import { DUREE_JETON_MS } from '@/lib/comptes/regles'
import { raisonDEchec } from '@/lib/notifications/raison'

type Courriel = { etat: string; erreur: string | null; creeLe: Date; envoyeLe: Date | null; destinataire: string }

/** Where the mail that invites stands. `refusee`: it came back, or never left; `cause` says why, in words. */
export type Invitation = {
  etat: 'en_route' | 'envoyee' | 'expiree' | 'refusee'
  le: Date | null
  adresse: string | null
  cause?: string
}

/** Reads what the mail server answered. The address stands in the words: it is often where the fault lies. */
export function invitationDe(courriel: Courriel | undefined, maintenant: Date): Invitation {
  if (!courriel) return { etat: 'expiree', le: null, adresse: null }
  const { destinataire: adresse, envoyeLe, erreur } = courriel
  if (courriel.etat === 'envoye' && envoyeLe) {
    const expire = maintenant.getTime() - envoyeLe.getTime() > DUREE_JETON_MS
    return { etat: expire ? 'expiree' : 'envoyee', le: envoyeLe, adresse }
  }
  if (courriel.etat === 'retire') return { etat: 'expiree', le: null, adresse }
  if (courriel.etat === 'echec')
    return { etat: 'refusee', le: courriel.creeLe, adresse, cause: raisonDEchec(erreur ?? '') }
  return {
    etat: 'en_route',
    le: null,
    adresse,
    cause: erreur
      ? 'La messagerie ne répond pas encore : un nouvel essai est prévu.'.replace(' :', '\u00a0:')
      : undefined,
  }
}

import { DUREE_JETON_MS } from '@/lib/comptes/regles'

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
  if (courriel.etat === 'echec') return { etat: 'refusee', le: courriel.creeLe, adresse, cause: causeDe(erreur ?? '') }
  return {
    etat: 'en_route',
    le: null,
    adresse,
    cause: erreur
      ? 'La messagerie ne répond pas encore : un nouvel essai est prévu.'.replace(' :', '\u00a0:')
      : undefined,
  }
}

function causeDe(erreur: string): string {
  if (/5\.2\.2|552|quota|full|pleine/i.test(erreur)) return 'La boîte de la personne est pleine.'
  if (/5\.7\.|spam|blocked|policy|denied/i.test(erreur))
    return 'La messagerie de votre organisme refuse les courriels du portail.'
  if (/\b55[013]\b|5\.1\.|user unknown|no such/i.test(erreur))
    return 'Cette adresse n’existe pas, ou refuse le courriel.'
  if (/ENOTFOUND|EDNS|5\.4\.4/i.test(erreur)) return 'Le domaine de cette adresse n’existe pas.'
  return 'La messagerie n’a pas répondu malgré plusieurs essais.'
}

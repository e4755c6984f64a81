import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { blocage, type CleEssais, compterEssai } from '@/lib/comptes/essais'
import { messageBlocage } from '@/lib/comptes/libelles'
import { auteurDuCompte, ouvrirSession } from '@/lib/comptes/ouvrir-session'
import { exigerOidc } from '@/lib/oidc/exiger'
import { reconnaitreAppareil } from '@/lib/securite/appareils'
import { defiPasse, poserDefi, prendreDefi } from '@/lib/securite/defis'
import { completerSession } from '@/lib/securite/donner-second-facteur'
import { partie } from '@/lib/securite/partie'
import type { Reponse } from '@/lib/securite/schema'
import { verifierCle } from '@/lib/securite/verifier-cle'
import { accueilDe, type Habilitation } from '@/lib/socle/acteur'
import type { ContextePublic, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { cheminSur } from '@/lib/socle/session'

type Saisie = { defiId: string; reponse: Reponse; retour?: string }

const REFUS =
  'Cette clé d’accès n’ouvre aucun compte ici. Connectez-vous avec votre mot de passe, puis vérifiez vos clés dans «\u00a0Sécurité\u00a0».'

/** A challenge for any passkey of the portal: nothing is asked of who signs in, and nothing is told of any account. */
export async function defierConnexion({ tx, adresse, maintenant }: ContextePublic): Promise<Suite> {
  const bloque = await blocage({ tx, maintenant }, [parAdresse(adresse)])
  if (bloque) throw new ErreurMetier('trop_de_tentatives', messageBlocage(bloque, maintenant))
  const { defiId, defi } = await poserDefi(tx, { usage: 'connexion', sessionId: null, maintenant })
  const options = await generateAuthenticationOptions({
    rpID: partie().rpID,
    challenge: defi,
    userVerification: 'required',
  })
  return { donnees: { defiId, options }, journal: { details: { usage: 'connexion' } } }
}

const parAdresse = (adresse: string): CleEssais => ({ genre: 'adresse', valeur: adresse })

/** Signs in by a passkey alone: what one has, and the finger, face or PIN that unlocks it, are two factors. */
export async function connexionParCle(
  contexte: ContextePublic & { navigateur: string | null; jeton?: string },
  { defiId, reponse, retour }: Saisie,
): Promise<{ suite: Suite; sessionId?: string }> {
  const { tx, adresse, navigateur, jeton, maintenant } = contexte
  const defi = await prendreDefi(tx, defiId, { usage: 'connexion', sessionId: null, maintenant })
  if (!defi) throw defiPasse()
  const verifiee = await verifierCle(tx, { reponse, defi, maintenant })
  const compte =
    verifiee &&
    (await tx.compte.findUnique({
      where: { id: verifiee.compteId, etat: 'actif' },
      select: { id: true, profil: true, roles: true, caisseId: true, partenaireId: true },
    }))
  const bloque = await compterEssai(contexte, [parAdresse(adresse)], Boolean(compte))
  if (!compte || bloque) {
    const refus = bloque
      ? new ErreurMetier('trop_de_tentatives', messageBlocage(bloque, maintenant))
      : new ErreurMetier('etat_change', REFUS)
    return { suite: { refus, journal: { action: 'connexion.refusee', details: { raison: 'cle_acces' } } } }
  }
  const ailleurs = exigerOidc(compte)
  if (ailleurs)
    return { suite: { refus: ailleurs, journal: { action: 'connexion.refusee', details: { raison: 'oidc_requis' } } } }
  const compteId = compte.id
  const auteur = auteurDuCompte(compte)
  const sessionId = await ouvrirSession(tx, { compteId, adresse, navigateur, maintenant, secondFacteurLe: maintenant })
  await reconnaitreAppareil(tx, { compteId, sessionId, jeton, navigateur, adresse, maintenant, auteur })
  return {
    sessionId,
    suite: {
      vers: cheminSur(retour, accueilDe(compte as Habilitation)),
      journal: { acteur: auteur, objetType: 'session', objetId: sessionId, details: { par: 'cle_acces' } },
    },
  }
}

/** A challenge for the passkeys of the account whose password was just given. */
export async function defierSecondFacteur({ tx, acteur, maintenant }: ContextePublic): Promise<Suite> {
  if (!acteur) throw new ErreurMetier('session_expiree')
  const { sessionId, compteId } = acteur
  const cles = await tx.cleAcces.findMany({ where: { compteId }, select: { credential: true, transports: true } })
  const { defiId, defi } = await poserDefi(tx, { usage: 'second_facteur', sessionId, maintenant })
  const options = await generateAuthenticationOptions({
    rpID: partie().rpID,
    challenge: defi,
    userVerification: 'required',
    allowCredentials: cles.map(({ credential, transports }) => ({ id: credential, transports })),
  })
  return { donnees: { defiId, options }, journal: { details: { usage: 'second_facteur' } } }
}

/** A passkey after the password, in the place of a code. It cannot be guessed: it opens even while codes are locked. */
export async function secondFacteurParCle(
  { tx, acteur, maintenant }: ContextePublic,
  { defiId, reponse, retour }: Saisie,
): Promise<Suite> {
  if (!acteur) throw new ErreurMetier('session_expiree')
  const { sessionId, compteId } = acteur
  const defi = await prendreDefi(tx, defiId, { usage: 'second_facteur', sessionId, maintenant })
  if (!defi) throw defiPasse()
  const verifiee = await verifierCle(tx, { reponse, defi, maintenant })
  if (verifiee?.compteId !== compteId) {
    const refus = new ErreurMetier('etat_change', 'Cette clé d’accès n’est pas une de celles de ce compte.')
    return { refus, journal: { action: 'connexion.refusee', details: { raison: 'cle_acces' } } }
  }
  await completerSession(tx, acteur, maintenant)
  return {
    vers: cheminSur(retour, accueilDe(acteur)),
    journal: { objetType: 'session', objetId: sessionId, details: { par: 'cle_acces' } },
  }
}

import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { assurerLesCodes } from '@/lib/securite/codes-secours'
import { defiPasse, poserDefi, prendreDefi } from '@/lib/securite/defis'
import { completerSession } from '@/lib/securite/donner-second-facteur'
import { exigerFraicheur } from '@/lib/securite/fraicheur'
import { partie } from '@/lib/securite/partie'
import { prevenirTitulaire } from '@/lib/securite/prevenir'
import type { Reponse } from '@/lib/securite/schema'
import type { ContextePublic, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

const CLES_MAX = 10

/** What the browser needs to make a passkey: one that is found without an identifiant, and asks for a finger, a face or a PIN. */
export async function defierAjout(contexte: ContextePublic): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  if (!acteur) throw new ErreurMetier('session_expiree')
  await exigerFraicheur(contexte, acteur)
  const { compteId, identifiant, sessionId } = acteur
  const deja = await tx.cleAcces.findMany({ where: { compteId }, select: { credential: true, transports: true } })
  if (deja.length >= CLES_MAX)
    throw new ErreurMetier('etat_change', `Vous avez déjà ${CLES_MAX} clés d’accès. Retirez-en une avant d’en ajouter.`)
  const { rpID, nom } = partie()
  const { defiId, defi } = await poserDefi(tx, { usage: 'ajout', sessionId, maintenant })
  const options = await generateRegistrationOptions({
    rpName: nom,
    rpID,
    challenge: defi,
    userID: new Uint8Array(Buffer.from(compteId)),
    userName: identifiant,
    userDisplayName: identifiant,
    attestationType: 'none',
    excludeCredentials: deja.map(({ credential, transports }) => ({ id: credential, transports })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  })
  return { donnees: { defiId, options }, journal: { details: { usage: 'ajout' } } }
}

/** Keeps the public key of a passkey just made. Whoever made it has shown two factors: the session is complete. */
export async function ajouterCle(
  contexte: ContextePublic,
  { defiId, reponse, nom }: { defiId: string; reponse: Reponse; nom: string },
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  if (!acteur) throw new ErreurMetier('session_expiree')
  await exigerFraicheur(contexte, acteur)
  const { compteId, sessionId } = acteur
  const expectedChallenge = await prendreDefi(tx, defiId, { usage: 'ajout', sessionId, maintenant })
  if (!expectedChallenge) throw defiPasse()
  const { rpID, origine } = partie()
  const verifiee = await verifyRegistrationResponse({
    response: reponse as unknown as RegistrationResponseJSON,
    expectedChallenge,
    expectedOrigin: origine,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => null)
  if (!verifiee?.verified)
    throw new ErreurMetier(
      'etat_change',
      'Cette clé d’accès n’a pas pu être vérifiée. Recommencez, ou choisissez-en une autre.',
    )
  const { credential, credentialBackedUp: synchronisee } = verifiee.registrationInfo
  const { count } = await tx.cleAcces.createMany({
    data: [
      {
        compteId,
        credential: credential.id,
        clePublique: credential.publicKey,
        compteur: credential.counter,
        transports: credential.transports ?? [],
        nom,
        synchronisee,
        creeeLe: maintenant,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) throw new ErreurMetier('doublon', 'Cette clé d’accès est déjà enregistrée.')
  await completerSession(tx, acteur, maintenant)
  await prevenirTitulaire(tx, acteur, 'cle_acces_ajoutee')
  const codes = await assurerLesCodes(tx, compteId, maintenant)
  return {
    donnees: { fait: true, codes },
    journal: { objetType: 'compte', objetId: compteId, details: { synchronisee } },
  }
}

import { Secret, TOTP } from 'otpauth'
import { ouvrirSession } from '@/lib/comptes/ouvrir-session'
import { donnerSecondFacteur } from '@/lib/securite/donner-second-facteur'
import { installerApplication } from '@/lib/securite/installer-application'
import { secretPropose } from '@/lib/securite/totp'
import type { Acteur } from '@/lib/socle/acteur'
import type { ContextePublic } from '@/lib/socle/action'
import { avecConnexion } from '@/lib/socle/base'
import { lireSession } from '@/lib/socle/lire-session'

const adresse = '192.0.2.20'

/** A session as the password opens it, without more. */
export const ouvrir = (compteId: string, maintenant: Date): Promise<string> =>
  avecConnexion((tx) => ouvrirSession(tx, { compteId, adresse, navigateur: 'Firefox/140', maintenant }))

export async function lire(sessionId: string, maintenant: Date) {
  const lu = await lireSession(sessionId, maintenant)
  if (!lu) throw new Error('session fermée')
  return lu
}

/** What an application of codes shows at that time. */
export const codeDe = (secret: Uint8Array, maintenant: Date): string =>
  TOTP.generate({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }), timestamp: maintenant.getTime() })

/** Runs an act of someone not wholly signed in, as its action does. */
export function agirEnConnexion<T>(
  acteur: Acteur | null,
  maintenant: Date,
  acte: (contexte: ContextePublic) => Promise<T>,
): Promise<T> {
  return avecConnexion((tx) => acte({ tx, acteur, maintenant, adresse }))
}

/** Sets an application up for an account. Gives its secret and the recovery codes. */
export async function installer(compteId: string, maintenant: Date): Promise<{ secret: Buffer; codes: string[] }> {
  const sessionId = await ouvrir(compteId, maintenant)
  const { acteur } = await lire(sessionId, maintenant)
  const secret = secretPropose(sessionId, compteId, null)
  const { donnees } = await agirEnConnexion(acteur, maintenant, (contexte) =>
    installerApplication(contexte, { code: codeDe(secret, maintenant) }),
  )
  return { secret, codes: (donnees as { codes: string[] }).codes }
}

/** Gives a code in a new session of the account. */
export async function essayerCode(compteId: string, code: string, maintenant: Date) {
  const sessionId = await ouvrir(compteId, maintenant)
  const { acteur } = await lire(sessionId, maintenant)
  const suite = await agirEnConnexion(acteur, maintenant, (contexte) => donnerSecondFacteur(contexte, { code }))
  return { suite, sessionId }
}

import { createHmac } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { clesComptes, deriver } from '@/lib/securite/cles-comptes'

/** What every application of codes understands: SHA-1, six digits, thirty seconds; one step of clock skew on each side. */
const reglages = { algorithm: 'SHA1', digits: 6, period: 30 }
const fenetre = 1
const OCTETS = 20

/**
 * The secret a session is offered: the same each time its page is shown, and kept nowhere until a first code confirms it. It
 * changes once something is installed (`depuis`), so that no secret is offered twice.
 */
export function secretPropose(sessionId: string, compteId: string, depuis: Date | null): Buffer {
  const [cle] = clesComptes()
  if (!cle) throw new Error('Aucune clé de comptes.')
  const sur = JSON.stringify([sessionId, compteId, depuis?.toISOString() ?? null])
  return createHmac('sha256', deriver(cle, 'proposition')).update(sur).digest().subarray(0, OCTETS)
}

const enSecret = (octets: Uint8Array) => new Secret({ buffer: new Uint8Array(octets).buffer })

/** Step of thirty seconds a code belongs to, or null when it belongs to none around now. */
export function pasDuCode(secret: Uint8Array, code: string, maintenant: Date): number | null {
  const timestamp = maintenant.getTime()
  const ecart = TOTP.validate({ ...reglages, token: code, secret: enSecret(secret), timestamp, window: fenetre })
  return ecart === null ? null : TOTP.counter({ period: reglages.period, timestamp }) + ecart
}

/** What the application reads in the QR code, and the secret in groups of four for whoever types it. */
export function aLire(secret: Uint8Array, identifiant: string): { adresse: string; groupes: string[] } {
  const lu = enSecret(secret)
  const adresse = new TOTP({ ...reglages, issuer: 'Espace Partenaires', label: identifiant, secret: lu }).toString()
  return { adresse, groupes: lu.base32.match(/.{1,4}/g) ?? [] }
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { clesComptes, deriver } from '@/lib/securite/cles-comptes'

const NONCE = 12
const SCEAU = 16

export type SecretScelle = { secret: Uint8Array<ArrayBuffer>; cleVersion: number }

/** Seals the secret of an account with AES-256-GCM: put under another account, it does not open. */
export function scellerSecret(secret: Uint8Array, compteId: string): SecretScelle {
  const [cle] = clesComptes()
  if (!cle) throw new Error('Aucune clé de comptes.')
  const nonce = randomBytes(NONCE)
  const chiffreur = createCipheriv('aes-256-gcm', deriver(cle, 'secret'), nonce).setAAD(contexte(compteId, cle.version))
  const scelle = Buffer.concat([nonce, chiffreur.update(secret), chiffreur.final(), chiffreur.getAuthTag()])
  return { secret: new Uint8Array(scelle), cleVersion: cle.version }
}

/** Throws when it was altered, or sealed for another account. */
export function ouvrirSecret({ secret, cleVersion }: SecretScelle, compteId: string): Buffer {
  const cle = clesComptes().find(({ version }) => version === cleVersion)
  if (!cle) throw new Error(`La clé n° ${cleVersion} manque dans CLES_COMPTES.`)
  const octets = Buffer.from(secret)
  const dechiffreur = createDecipheriv('aes-256-gcm', deriver(cle, 'secret'), octets.subarray(0, NONCE), {
    authTagLength: SCEAU,
  }).setAAD(contexte(compteId, cleVersion))
  dechiffreur.setAuthTag(octets.subarray(-SCEAU))
  return Buffer.concat([dechiffreur.update(octets.subarray(NONCE, -SCEAU)), dechiffreur.final()])
}

const contexte = (compteId: string, version: number) => Buffer.from(`ep second facteur ${version} ${compteId}`)

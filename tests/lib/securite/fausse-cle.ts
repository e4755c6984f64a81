import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import type { Reponse } from '@/lib/securite/schema'

type Reglages = { origine?: string; rpID?: string; verifiee?: boolean; compteur?: number }

const b64 = (octets: Uint8Array | string) => Buffer.from(octets).toString('base64url')
const empreinte = (texte: string | Uint8Array) => createHash('sha256').update(texte).digest()

/** A passkey held by a test: it makes itself known and signs, rightly or not, as an authenticator does. */
export function fausseCle() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const cose = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]) as never,
  )

  const client = (type: string, defi: string, { origine = 'http://localhost:3000' }: Reglages) =>
    Buffer.from(JSON.stringify({ type, challenge: defi, origin: origine, crossOrigin: false }))

  function donnees({ rpID = 'localhost', verifiee = true, compteur = 1 }: Reglages, suite: Uint8Array[] = []) {
    const drapeaux = 0x01 | (verifiee ? 0x04 : 0) | (suite.length > 0 ? 0x40 : 0)
    const tete = Buffer.alloc(5)
    tete.writeUInt8(drapeaux, 0)
    tete.writeUInt32BE(compteur, 1)
    return Buffer.concat([empreinte(rpID), tete, ...suite])
  }

  return {
    id: b64(id),
    creer(defi: string, reglages: Reglages = {}): Reponse {
      const longueur = Buffer.alloc(2)
      longueur.writeUInt16BE(id.length)
      const authData = donnees(reglages, [Buffer.alloc(16), longueur, id, cose])
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]) as never,
      )
      return {
        id: b64(id),
        rawId: b64(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: b64(client('webauthn.create', defi, reglages)),
          attestationObject: b64(attestation),
          transports: ['internal'],
        },
      }
    },
    signer(defi: string, reglages: Reglages = {}): Reponse {
      const clientData = client('webauthn.get', defi, reglages)
      const authData = donnees(reglages)
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, empreinte(clientData)]))
        .sign(privateKey)
      return {
        id: b64(id),
        rawId: b64(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: b64(clientData),
          authenticatorData: b64(authData),
          signature: b64(signature),
        },
      }
    },
  }
}

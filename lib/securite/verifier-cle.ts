import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { partie } from '@/lib/securite/partie'
import type { Reponse } from '@/lib/securite/schema'
import type { Transaction } from '@/lib/socle/base'

/**
 * Checks the answer of a passkey to a challenge of ours: signature, address of the portal, user verification, and a counter that
 * only grows (a copied key would give itself away). Gives the account it belongs to, or null; which check failed is not said.
 */
export async function verifierCle(
  tx: Transaction,
  { reponse, defi, maintenant }: { reponse: Reponse; defi: string; maintenant: Date },
): Promise<{ cleId: string; compteId: string } | null> {
  await tx.$queryRaw`SELECT id FROM cle_acces WHERE credential = ${reponse.id} FOR UPDATE`
  const cle = await tx.cleAcces.findUnique({ where: { credential: reponse.id } })
  if (!cle) return null
  const { rpID, origine } = partie()
  const verifiee = await verifyAuthenticationResponse({
    response: reponse as unknown as AuthenticationResponseJSON,
    expectedChallenge: defi,
    expectedOrigin: origine,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: cle.credential,
      publicKey: cle.clePublique,
      counter: Number(cle.compteur),
      transports: cle.transports,
    },
  }).catch(() => null)
  if (!verifiee?.verified) return null
  const { newCounter, credentialBackedUp } = verifiee.authenticationInfo
  await tx.cleAcces.updateMany({
    where: { id: cle.id },
    data: { compteur: newCounter, synchronisee: credentialBackedUp, utiliseeLe: maintenant },
  })
  return { cleId: cle.id, compteId: cle.compteId }
}

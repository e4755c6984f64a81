import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  type Configuration,
  fetchUserInfo,
  ResponseBodyError,
} from 'openid-client'
import { z } from 'zod'
import type { Depart } from '@/lib/oidc/depart'
import { ErreurOidc } from '@/lib/oidc/refuser'
import type { ReglagesOidc } from '@/lib/oidc/reglages'

/** Who the provider says that the person is. */
export type Identite = {
  emetteur: string
  sujet: string
  /** Lower case. */
  courriel: string | null
  verifie: boolean
  /** The provider asked for more than a password, and the portal takes its word. */
  secondFacteur: boolean
}

const profil = z.object({
  email: z.string().optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
})

/**
 * Exchanges what the browser brought back for an identity. Its state, nonce, issuer, audience, times and signature are all
 * checked; anything that does not hold is one refusal.
 */
export async function identifier(
  config: Configuration,
  reglages: ReglagesOidc,
  { adresse, depart }: { adresse: URL; depart: Depart },
): Promise<Identite> {
  try {
    const jetons = await authorizationCodeGrant(config, adresse, {
      pkceCodeVerifier: depart.verificateur,
      expectedState: depart.etat,
      expectedNonce: depart.nonce,
      idTokenExpected: true,
    })
    const dit = jetons.claims()
    if (!dit) throw new ErreurOidc('invalide')
    const { email, email_verified } = profil.parse(
      dit.email ? dit : await fetchUserInfo(config, jetons.access_token, dit.sub),
    )
    return {
      emetteur: dit.iss,
      sujet: dit.sub,
      courriel: email?.trim().toLowerCase() || null,
      verifie: email_verified === true,
      secondFacteur: reglages.secondFacteur === 'fournisseur' && secondFacteurFait(dit, reglages.acr),
    }
  } catch (erreur) {
    throw erreur instanceof ErreurOidc ? erreur : new ErreurOidc(motifDe(erreur), erreur)
  }
}

/** RFC 8176: `mfa` among the methods; or a level the portal was told to trust. */
function secondFacteurFait({ amr, acr }: Record<string, unknown>, niveaux: string[]): boolean {
  return (Array.isArray(amr) && amr.includes('mfa')) || (typeof acr === 'string' && niveaux.includes(acr))
}

function motifDe(erreur: unknown): 'annule' | 'expire' | 'invalide' | 'indisponible' {
  if (erreur instanceof AuthorizationResponseError) return erreur.error === 'access_denied' ? 'annule' : 'invalide'
  // A code already used, or too old.
  if (erreur instanceof ResponseBodyError) return erreur.error === 'invalid_grant' ? 'expire' : 'invalide'
  const cause = erreur instanceof Error ? [erreur, erreur.cause] : []
  const reseau = cause.some(
    (une) => une instanceof TypeError || (une instanceof DOMException && une.name === 'TimeoutError'),
  )
  return reseau && !(erreur instanceof Error && 'code' in erreur) ? 'indisponible' : 'invalide'
}

import { decode, encode } from 'next-auth/jwt'
import {
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { z } from 'zod'

/** Time to sign in at the provider. */
export const DUREE_SECONDES = 600

const schema = z.object({
  etat: z.string(),
  nonce: z.string(),
  verificateur: z.string(),
  retour: z.string().optional(),
})

/** What the browser keeps, sealed, while the person is at the provider. */
export type Depart = z.output<typeof schema>

/** Told apart from a session, which the same secret seals. */
const salt = 'oidc'
const secret = () => process.env.SECRET_SESSION ?? ''

export const adresseRetour = () => new URL('/api/oidc/retour', process.env.URL_PUBLIQUE).href

/** Where to send the browser, and what it must bring back. `choisir`: the provider asks who it is, though it knows somebody. */
export async function partir(
  config: Configuration,
  retour: string | null,
  choisir = false,
): Promise<{ vers: URL; enveloppe: string }> {
  const depart: Depart = {
    etat: randomState(),
    nonce: randomNonce(),
    verificateur: randomPKCECodeVerifier(),
    ...(retour ? { retour: retour.slice(0, 2_000) } : {}),
  }
  const vers = buildAuthorizationUrl(config, {
    redirect_uri: adresseRetour(),
    scope: 'openid email',
    code_challenge: await calculatePKCECodeChallenge(depart.verificateur),
    code_challenge_method: 'S256',
    state: depart.etat,
    nonce: depart.nonce,
    ...(choisir && { prompt: 'login' }),
  })
  return { vers, enveloppe: await encode({ token: depart, secret: secret(), salt, maxAge: DUREE_SECONDES }) }
}

/** Null when it was altered, or has waited too long. */
export async function ouvrirEnveloppe(enveloppe: string | undefined): Promise<Depart | null> {
  if (!enveloppe) return null
  const contenu = await decode({ token: enveloppe, secret: secret(), salt }).catch(() => null)
  const lu = schema.safeParse(contenu)
  return lu.success ? lu.data : null
}

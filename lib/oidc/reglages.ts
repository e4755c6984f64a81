/** How the caisse side signs in through its own provider of identities (OpenID Connect). */
export type ReglagesOidc = {
  emetteur: string
  client: string
  secret: string
  /** Name of the provider on the button. */
  libelle: string
  /** `requis`: accounts of the caisses have no other way in. */
  usage: 'offert' | 'requis'
  /** Who asks for the second factor: the portal always, or only where the provider does not say that it did. */
  secondFacteur: 'portail' | 'fournisseur'
  /** Values of `acr` that vouch for a second factor, beside `mfa` in `amr`. */
  acr: string[]
}

/** Null where the portal has no provider. */
export function reglagesOidc(): ReglagesOidc | null {
  const { env } = process
  const { OIDC_ISSUER: emetteur, OIDC_CLIENT_ID: client, OIDC_CLIENT_SECRET: secret } = env
  if (!emetteur || !client || !secret) return null
  return {
    emetteur,
    client,
    secret,
    libelle: env.OIDC_LIBELLE || 'le compte de votre caisse',
    usage: env.OIDC_USAGE === 'requis' ? 'requis' : 'offert',
    secondFacteur: env.OIDC_SECOND_FACTEUR === 'fournisseur' ? 'fournisseur' : 'portail',
    acr: (env.OIDC_ACR ?? '').split(/[\s,]+/).filter(Boolean),
  }
}

/** Whether accounts of this profile sign in through the provider, and in no other way. */
export function parOidcSeulement(profil: string): boolean {
  return profil === 'caisse' && reglagesOidc()?.usage === 'requis'
}

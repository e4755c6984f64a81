/** This portal, as passkeys know it: a key made for another address does not answer here. */
export function partie(): { rpID: string; origine: string; nom: string } {
  const url = new URL(process.env.URL_PUBLIQUE ?? 'http://localhost')
  return { rpID: url.hostname, origine: url.origin, nom: 'Espace Partenaires' }
}

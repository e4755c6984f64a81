const JOUR_MS = 86_400_000
const VALABLE_JOURS = 180

/**
 * `security.txt` (RFC 9116). The contact is a setting; without it, the page of help says whom to call. It expires within a
 * year, as the text asks, and is written again at each request.
 */
export function texteSecurite(maintenant: Date): string {
  const racine = process.env.URL_PUBLIQUE ?? 'http://localhost'
  const contact = process.env.CONTACT_SECURITE
  const expire = new Date(maintenant.getTime() + VALABLE_JOURS * JOUR_MS).toISOString().replace(/\.\d+Z$/, 'Z')
  return [
    '# Vous avez trouvé une faille ? Dites-le-nous avant de la publier, sans regarder ni garder les données d’une personne.',
    `Contact: ${!contact ? new URL('/aide', racine).href : contact.includes('@') ? `mailto:${contact}` : contact}`,
    `Expires: ${expire}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${new URL('/.well-known/security.txt', racine).href}`,
    '',
  ].join('\n')
}

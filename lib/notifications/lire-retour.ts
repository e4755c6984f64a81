import PostalMime, { type Email } from 'postal-mime'

/** A mail that came back. `definitif`: it will not be delivered; otherwise the server is still trying. */
export type Retour = { messageIds: string[]; raison: string; definitif: boolean }

const utf8 = new TextDecoder()
const enTexte = (contenu: string | ArrayBuffer | Uint8Array) =>
  typeof contenu === 'string' ? contenu : utf8.decode(contenu)

/** The ids that the portal gives its mails; a mail server of another one never has them. */
const nosIds = /<[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@[^\s<>]+>/gi

/**
 * Reads a returned mail (RFC 3464, and the free text of older servers): which of our mails it is about, and why. Null for
 * anything else: an answer, an absence, an advertisement.
 */
export async function lireRetour(brut: string | Uint8Array): Promise<Retour | null> {
  const recu = await PostalMime.parse(brut, { forceRfc822Attachments: true })
  const pieces = recu.attachments.map(({ mimeType, content }) => ({ mimeType, texte: enTexte(content) }))
  const statut = pieces.find(({ mimeType }) => /^message\/(global-)?delivery-status$/i.test(mimeType))?.texte
  if (!statut && !estDUnServeur(recu)) return null
  const origine = pieces.filter(({ mimeType }) => !/delivery-status/i.test(mimeType)).map(({ texte }) => texte)
  const entetes = recu.headers
    .filter(({ key }) => key === 'references' || key === 'in-reply-to')
    .map(({ value }) => value)
  const lus = [...origine, ...entetes, recu.text ?? '', recu.html ?? ''].join('\n')
  const messageIds = [...new Set((lus.match(nosIds) ?? []).map((id) => id.toLowerCase()))]
  if (messageIds.length === 0) return null
  return { messageIds, ...(statut ? duStatut(statut) : duTexte(recu)) }
}

function estDUnServeur({ from, headers }: Email): boolean {
  const expediteur = from?.address ?? ''
  const repond = headers.find(({ key }) => key === 'auto-submitted')?.value ?? ''
  return /^(mailer-daemon|postmaster)@/i.test(expediteur) && !/auto-generated/i.test(repond)
}

/** One group of fields by recipient, after that of the message. Long fields go on over indented lines. */
function duStatut(statut: string): Pick<Retour, 'raison' | 'definitif'> {
  const texte = statut.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ')
  const lire = (nom: string) => texte.match(new RegExp(`^${nom}:[ \\t]*(.+)$`, 'im'))?.[1]?.trim() ?? ''
  const action = lire('Action').toLowerCase()
  const code = lire('Status')
  const diagnostic = lire('Diagnostic-Code').replace(/^(smtp|x-[\w-]+)\s*;\s*/i, '')
  return {
    definitif: action === 'failed' || (action === '' && code.startsWith('5')),
    raison: borner([code, diagnostic].filter(Boolean).join(' ') || action),
  }
}

function duTexte({ text = '', subject = '' }: Email): Pick<Retour, 'raison' | 'definitif'> {
  const ligne = text.split('\n').find((candidate) => /\b5\d\d\b|\b5\.\d{1,3}\.\d{1,3}\b/.test(candidate))
  return { definitif: ligne !== undefined, raison: borner(ligne?.trim() ?? subject) }
}

const borner = (texte: string) => texte.replace(/\s+/g, ' ').slice(0, 500)

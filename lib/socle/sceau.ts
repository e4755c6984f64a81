import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a page keeps for the next step of a form: readable by its owner, and nobody may change it. */
const signer = (usage: string, contenu: string) =>
  createHmac('sha256', `sceau ${usage} ${process.env.SECRET_SESSION ?? ''}`)
    .update(contenu)
    .digest('base64url')

/** A value in text form with its signature: `contenu.signature`, base64url of JSON. `usage` keeps two uses apart. */
export function sceller(usage: string, valeur: unknown): string {
  if (!process.env.SECRET_SESSION) throw new Error('La variable SECRET_SESSION n’est pas définie.')
  const contenu = Buffer.from(JSON.stringify(valeur)).toString('base64url')
  return `${contenu}.${signer(usage, contenu)}`
}

/** The value that was sealed for this use, or null when it was changed, or made elsewhere. */
export function ouvrirSceau(usage: string, texte: string): unknown {
  const [contenu = '', signature = ''] = texte.split('.')
  const attendue = Buffer.from(signer(usage, contenu))
  const recue = Buffer.from(signature)
  if (recue.length !== attendue.length || !timingSafeEqual(recue, attendue)) return null
  return JSON.parse(Buffer.from(contenu, 'base64url').toString('utf8')) as unknown
}

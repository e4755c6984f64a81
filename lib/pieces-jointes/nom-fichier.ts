import { formatParMime, formats, type TypeAccepte } from '@/lib/pieces-jointes/formats'

const LONGUEUR = 120
const SANS_NOM = 'sans-nom'

// Controls, line and paragraph separators, marks that turn the reading order round («facture\u202Efdp.exe»), zero-width signs.
const INVISIBLES =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g

/**
 * A file name fit to be kept, shown and downloaded: no path, no invisible sign, nothing a file system refuses, NFC, 120
 * characters at most with its extension kept. Never empty.
 */
export function nomDeFichierSur(nom: string): string {
  const base = nom.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const propre = base
    .replace(INVISIBLES, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
  if (!propre) return SANS_NOM
  if ([...propre].length <= LONGUEUR) return propre
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(propre)?.[0] ?? ''
  const corps = [...propre.slice(0, propre.length - extension.length)]
  return `${corps
    .slice(0, LONGUEUR - extension.length)
    .join('')
    .trimEnd()}${extension}`
}

/** The name with an extension that tells its real type: «photo» or «photo.exe» found to be a JPEG gives «photo….jpg». */
export function nomSelonType(nom: string, type: TypeAccepte): string {
  const sur = nomDeFichierSur(nom)
  const { extensions } = formats[type]
  const actuelle = /\.([A-Za-z0-9]{1,8})$/.exec(sur)?.[1]?.toLowerCase()
  if (actuelle && extensions.includes(actuelle)) return sur
  return nomDeFichierSur(`${sur}.${extensions[0]}`)
}

/**
 * The name a file of a demande is saved under: its demande, what it is, the end of its id. The one its sender gave often tells a
 * person, and would stay in folders and lists of downloads.
 */
export function nomDeTelechargement(piece: { id: string; code: string; typeMime: string; reference?: string }): string {
  const type = formatParMime(piece.typeMime)
  const nom = `${piece.reference ?? 'brouillon'}-${piece.code.replaceAll('_', '-')}-${piece.id.slice(-4)}`
  return type ? nomSelonType(nom, type) : nom
}

/** `Content-Disposition` of a piece (RFC 6266): a plain name for old clients, the real one in UTF-8 (RFC 8187). Never empty. */
export function enTetePiece(nom: string, { inline }: { inline: boolean }): string {
  const sur = nomDeFichierSur(nom)
  const simple = sur
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replaceAll('’', "'")
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]|["\\%]/gu, '_')
  const complet = encodeURIComponent(sur).replace(
    /['()*!]/g,
    (signe) => `%${signe.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${inline ? 'inline' : 'attachment'}; filename="${simple || SANS_NOM}"; filename*=UTF-8''${complet}`
}

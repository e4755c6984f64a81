import { inflateRawSync } from 'node:zlib'
import type { TypeAccepte } from '@/lib/pieces-jointes/formats'
import type { CodeRefus } from '@/lib/pieces-jointes/refus'

/** All the parts of a document once opened, and one of them. Office itself refuses larger ones. */
const TOTAL_MAX = 200 * 1024 * 1024
const PARTIE_MAX = 100 * 1024 * 1024
const PARTIES_MAX = 5_000
/** A part of text read to look for links. */
const TEXTE_MAX = 24 * 1024 * 1024
/** Beyond this ratio a large part is a bomb: sheets full of the same number reach some hundreds. */
const RAPPORT_MAX = 500
const ASSEZ_GRAND = 4 * 1024 * 1024

type Partie = { nom: string; methode: number; compresse: number; clair: number; position: number }

/** What is wrong with an OOXML or OpenDocument file, opened part by part in bounded memory. Null when nothing is. */
export function contenuBureautique(zip: Buffer, type: TypeAccepte): CodeRefus | null {
  if (zip.subarray(0, 1024).includes('%PDF-')) return 'polyglotte'
  if (!finitEnZip(zip)) return 'polyglotte'
  const parties = lireParties(zip)
  if (!parties) return 'abime'
  if (parties.length > PARTIES_MAX) return 'bombe'
  let total = 0
  for (const { compresse, clair } of parties) {
    total += clair
    if (clair > PARTIE_MAX || total > TOTAL_MAX) return 'bombe'
    if (clair > ASSEZ_GRAND && clair > compresse * RAPPORT_MAX) return 'bombe'
  }
  const openDocument = type === 'odt' || type === 'ods'
  for (const partie of parties) {
    const refus = (openDocument ? nomOdf : nomOoxml)(partie.nom.replaceAll('\\', '/').toLowerCase())
    if (refus) return refus
  }
  for (const partie of parties) {
    const lu = ouvrir(zip, partie)
    if (typeof lu === 'string') return lu
    if (enveloppe(lu)) return 'fichiers_joints'
    if (!/\.(?:xml|rels)$/i.test(partie.nom)) continue
    const refus = lu.length > TEXTE_MAX ? null : texteActif(partie.nom, enTexte(lu), openDocument)
    if (refus) return refus
  }
  return null
}

/** Nothing stands after the end of the archive, where another file could. */
function finitEnZip(zip: Buffer): boolean {
  const fin = zip.lastIndexOf('PK\x05\x06')
  return fin >= 0 && fin + 22 <= zip.length && fin + 22 + zip.readUInt16LE(fin + 20) === zip.length
}

/** XML may be written in UTF-16. */
const enTexte = (lu: Buffer) => {
  const marque = lu.toString('hex', 0, 2)
  if (marque === 'fffe') return lu.toString('utf16le')
  if (marque === 'feff')
    return Buffer.from(lu.subarray(0, lu.length & ~1))
      .swap16()
      .toString('utf16le')
  return lu.toString('utf8')
}

function nomOoxml(nom: string): CodeRefus | null {
  if (/vbaproject|vbadata|\/macrosheets\/|\/dialogsheets\/|\/intlmacrosheets\//.test(nom)) return 'macros'
  if (/\/activex\/|\/ctrlprops\/.*\.bin$|\/customui\//.test(nom)) return 'macros'
  if (/\/embeddings\/|oleobject|\/package\//.test(nom)) return 'fichiers_joints'
  if (/\/externallinks\/|\/attachedtoolbars|\/webextensions\//.test(nom)) return 'liens_externes'
  return executable(nom)
}

function nomOdf(nom: string): CodeRefus | null {
  if (/^(?:basic|scripts)\/.+/.test(nom)) return 'macros'
  return /\.bin$|^object [^/]*$/.test(nom) ? 'fichiers_joints' : executable(nom)
}

const executable = (nom: string): CodeRefus | null =>
  /\.(?:exe|dll|scr|com|bat|cmd|ps1|vbs?|js|jse|wsf|hta|jar|lnk|msi|zip|rar|7z|gz|iso|docm|xlsm|pptm|pdf)$/.test(nom)
    ? 'fichiers_joints'
    : null

/** What a part holds, told by its first bytes: a program, an archive, an old Office file. */
function enveloppe(lu: Buffer): boolean {
  const debut = lu.toString('latin1', 0, 8)
  return (
    debut.startsWith('PK\x03\x04') ||
    debut.startsWith('MZ') ||
    debut.startsWith('%PDF-') ||
    debut.startsWith('Rar!') ||
    debut.startsWith('7z\xbc\xaf') ||
    debut.startsWith('\xd0\xcf\x11\xe0') ||
    debut.startsWith('\x7fELF')
  )
}

function texteActif(nom: string, texte: string, openDocument: boolean): CodeRefus | null {
  if (/<!ENTITY/i.test(texte)) return 'bombe'
  return openDocument ? odfActif(texte) : ooxmlActif(nom, texte)
}

function ooxmlActif(nom: string, texte: string): CodeRefus | null {
  if (/macroEnabled|vbaProject|ms-office\.vba/i.test(texte) && /content_types|\.rels$/i.test(nom)) return 'macros'
  if (/\.rels$/i.test(nom)) {
    for (const [lien] of texte.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/gi)) {
      if (!/TargetMode\s*=\s*["']External/i.test(lien)) continue
      // A link that one follows by clicking is text; the rest is fetched when the file opens.
      if (!/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(lien)) return 'liens_externes'
      if (/Target\s*=\s*["']\s*(?:file:|\\\\|smb:|javascript:|vbscript:|ms-)/i.test(lien)) return 'liens_externes'
    }
    return null
  }
  // Fields that ask another program for their content, whole or cut in runs.
  const champs = texte.replace(/<[^>]+>/g, '')
  if (/<w:(?:instrText|fldSimple)\b/.test(texte) && /\bDDE(?:AUTO)?\s/i.test(`${champs} ${texte}`))
    return 'liens_externes'
  return /<(?:\w+:)?(?:ddeLink|oleLink)\b/.test(texte) ? 'liens_externes' : null
}

function odfActif(texte: string): CodeRefus | null {
  if (/<script:event-listener\b|<office:script\b|vnd\.sun\.star\.script:|macro:\/\//i.test(texte)) return 'macros'
  if (/<draw:(?:object-ole|plugin|applet)\b/i.test(texte)) return 'fichiers_joints'
  if (/<(?:office|text|table):dde-/i.test(texte)) return 'liens_externes'
  for (const [balise] of texte.matchAll(
    /<(?:draw:image|draw:object|draw:floating-frame|text:section-source|table:table-source|table:cell-range-source|style:background-image|form:[\w-]+)\b[^>]*>/gi,
  ))
    if (/xlink:href\s*=\s*["']\s*(?:[a-z][a-z0-9+.-]*:|\/|\\)/i.test(balise)) return 'liens_externes'
  return null
}

/** The central directory, checked against the head of each part: two lists that differ make two files of one. */
function lireParties(zip: Buffer): Partie[] | null {
  const fin = zip.lastIndexOf('PK\x05\x06')
  if (fin < 0 || fin + 22 > zip.length) return null
  const nombre = zip.readUInt16LE(fin + 10)
  const parties: Partie[] = []
  const vus = new Set<string>()
  let i = zip.readUInt32LE(fin + 16)
  for (let rang = 0; rang < nombre; rang += 1) {
    if (i + 46 > fin || zip.readUInt32LE(i) !== 0x02014b50) return null
    const longueurNom = zip.readUInt16LE(i + 28)
    const nom = zip.toString('utf8', i + 46, i + 46 + longueurNom)
    const position = zip.readUInt32LE(i + 42)
    const partie = {
      nom,
      methode: zip.readUInt16LE(i + 10),
      compresse: zip.readUInt32LE(i + 20),
      clair: zip.readUInt32LE(i + 24),
      position,
    }
    if (position + 30 > i || zip.readUInt32LE(position) !== 0x04034b50) return null
    if (zip.toString('utf8', position + 30, position + 30 + zip.readUInt16LE(position + 26)) !== nom) return null
    if (vus.has(nom) || /(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:/i.test(nom) || nom.includes('\0')) return null
    vus.add(nom)
    parties.push(partie)
    i += 46 + longueurNom + zip.readUInt16LE(i + 30) + zip.readUInt16LE(i + 32)
  }
  return parties
}

function ouvrir(zip: Buffer, { methode, compresse, clair, position }: Partie): Buffer | CodeRefus {
  const debut = position + 30 + zip.readUInt16LE(position + 26) + zip.readUInt16LE(position + 28)
  if (debut + compresse > zip.length) return 'abime'
  const brut = zip.subarray(debut, debut + compresse)
  if (methode === 0) return brut
  if (methode !== 8) return 'abime'
  try {
    // One byte more than announced is a lie.
    return inflateRawSync(brut, { maxOutputLength: Math.max(1, clair) })
  } catch (erreur) {
    return erreur instanceof Error && 'code' in erreur && erreur.code === 'ERR_BUFFER_TOO_LARGE' ? 'bombe' : 'abime'
  }
}

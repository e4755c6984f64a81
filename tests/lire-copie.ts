import { inflateRawSync, inflateSync } from 'node:zlib'

/** Entries of an archive by their central directory: name to content. */
export function lireZip(zip: Buffer): Map<string, Buffer> {
  const fin = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const entrees = new Map<string, Buffer>()
  let lieu = zip.readUInt32LE(fin + 16)
  for (let reste = zip.readUInt16LE(fin + 10); reste > 0; reste -= 1) {
    const [methode, taille] = [zip.readUInt16LE(lieu + 10), zip.readUInt32LE(lieu + 20)]
    const [nom, extra, note] = [28, 30, 32].map((decalage) => zip.readUInt16LE(lieu + decalage))
    const debut = zip.readUInt32LE(lieu + 42)
    const contenu = debut + 30 + zip.readUInt16LE(debut + 26) + zip.readUInt16LE(debut + 28)
    const octets = zip.subarray(contenu, contenu + taille)
    entrees.set(
      zip.toString('utf8', lieu + 46, lieu + 46 + (nom ?? 0)),
      methode === 8 ? inflateRawSync(octets) : octets,
    )
    lieu += 46 + (nom ?? 0) + (extra ?? 0) + (note ?? 0)
  }
  return entrees
}

const enHexa = (texte: string) => (texte.match(/.{4}/g) ?? []).map((h) => Number.parseInt(h, 16))

/** The words of a PDF of the portal, page after page: each glyph through the table of its font. */
export function lirePdf(pdf: Buffer): string {
  const brut = pdf.toString('latin1')
  const objets = new Map([...brut.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, n, o]) => [n, o ?? '']))
  const flux = (n?: string) => {
    const [, contenu = ''] = /stream\n([\s\S]*?)\nendstream/.exec(objets.get(n) ?? '') ?? []
    try {
      return inflateSync(Buffer.from(contenu, 'latin1')).toString('latin1')
    } catch {
      return contenu
    }
  }
  const tables = new Map<string, string[]>()
  for (const objet of objets.values())
    for (const [, nom, n] of objet.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objets.get(n) ?? '')?.[1]
      const codes = [...flux(unicode).matchAll(/\[((?:<[0-9a-f]+>\s*)+)\]/gi)].flatMap(([, l = '']) =>
        [...l.matchAll(/<([0-9a-f]+)>/gi)].map(([, code = '']) => String.fromCharCode(...enHexa(code))),
      )
      if (nom) tables.set(nom, codes)
    }
  let texte = ''
  for (const [n, objet] of objets) {
    if (!objet.includes('stream')) continue
    const contenu = flux(n)
    if (!/ Tf\b/.test(contenu)) continue
    let table: string[] = []
    for (const [, police, hexa, fin] of contenu.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|(ET)/gi)) {
      if (police) table = tables.get(police) ?? []
      else if (hexa)
        texte += enHexa(hexa)
          .map((code) => table[code] ?? '')
          .join('')
      else if (fin) texte += ' '
    }
  }
  return texte.replace(/\s+/g, ' ')
}

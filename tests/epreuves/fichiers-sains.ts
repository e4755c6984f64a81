import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { pdf } from '../lib/pieces-jointes/echantillons'

/** A number under `max`, the same at each run. */
export type Hasard = (max: number) => number
export type Piece = { sorte: string; nom: string; contenu: Buffer }

export function hasardDe(graine: number): Hasard {
  let etat = graine >>> 0
  return (max) => {
    etat = (Math.imul(etat ^ (etat >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    const melange = Math.imul(etat ^ (etat >>> 12), 0x297a2d39) >>> 0
    return ((melange ^ (melange >>> 15)) >>> 0) % max
  }
}

const b = (texte: string) => Buffer.from(texte, 'latin1')

type OptionsPdf = {
  /** Added to the catalogue. */
  catalogue?: string
  /** One object, in a stream of objects. */
  fluxObjets?: string
  compresse?: boolean
  /** Another catalogue, in an incremental update. */
  miseAJour?: string
  flux?: { dict: string; octets: Buffer }
  chiffre?: boolean
  lineaire?: boolean
  nombre?: number
}

/** A PDF written by hand, with its table. */
export function pdfDe(options: OptionsPdf = {}): Buffer {
  const morceaux: Buffer[] = [b('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')]
  const positions: [number, number][] = []
  const taille = () => morceaux.reduce((somme, morceau) => somme + morceau.length, 0)
  const objet = (numero: number, ...corps: Buffer[]) => {
    positions.push([numero, taille()])
    morceaux.push(b(`${numero} 0 obj\n`), ...corps, b('\nendobj\n'))
  }
  const flux = (dict: string, octets: Buffer) => [
    b(`<< ${dict} /Length ${octets.length} >>\nstream\n`),
    octets,
    b('\nendstream'),
  ]
  if (options.lineaire) objet(7, b('<< /Linearized 1 /L 9999 /O 3 /E 900 /N 1 /T 800 /H [ 500 40 ] >>'))
  objet(1, b(`<< /Type /Catalog /Pages 2 0 R ${options.catalogue ?? ''} >>`))
  objet(2, b('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'))
  objet(3, b('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>'))
  const texte = `BT /F1 12 Tf 72 720 Td (Avis n° ${options.nombre ?? 0} \\(JavaScript\\)) Tj ET`
  objet(4, ...flux('/Filter /FlateDecode', deflateSync(b(texte))))
  if (options.flux) objet(5, ...flux(options.flux.dict, options.flux.octets))
  if (options.fluxObjets) {
    const clair = b(options.fluxObjets)
    const octets = options.compresse ? deflateSync(clair) : clair
    const commun = `/Type /ObjStm /N 1 /First 4 ${options.compresse ? '/Filter /FlateDecode' : ''}`
    objet(6, ...flux(commun, octets))
  }
  const terminer = (suite = '') => {
    const position = taille()
    const lignes = positions.map(([numero, place]) => `${numero} 1\n${String(place).padStart(10, '0')} 00000 n \n`)
    const cle = options.chiffre
      ? '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <00> /U <00> >> /ID [<00> <00>]'
      : ''
    morceaux.push(
      b(
        `xref\n0 1\n0000000000 65535 f \n${lignes.join('')}trailer\n<< /Root 1 0 R /Size 10 ${cle}${suite} >>\nstartxref\n${position}\n%%EOF\n`,
      ),
    )
  }
  terminer()
  if (options.miseAJour) {
    positions.length = 0
    objet(1, b(options.miseAJour))
    terminer(' /Prev 9')
  }
  return Buffer.concat(morceaux)
}

type PartieZip = readonly [nom: string, contenu: string | Buffer]
type OptionsZip = {
  compresser?: boolean
  /** A lie about the size of the last part. */
  annonce?: number
  /** Something else is said within its first bytes. */
  prefixe?: boolean
}

/** A ZIP as office suites write it. */
export function zipDe(liste: readonly PartieZip[], { compresser = true, annonce, prefixe }: OptionsZip = {}): Buffer {
  const corps: Buffer[] = []
  const index: Buffer[] = []
  let position = 0
  const ordonnees = prefixe
    ? liste.toSorted(([, a], [, c]) => Number(`${c}`.startsWith('%PDF')) - Number(`${a}`.startsWith('%PDF')))
    : liste
  for (const [rang, [nom, contenu]] of ordonnees.entries()) {
    const clair = Buffer.isBuffer(contenu) ? contenu : b(contenu)
    const deflate = compresser && nom !== 'mimetype' && !prefixe
    const donnees = deflate ? deflateRawSync(clair) : clair
    const commun = Buffer.alloc(26)
    commun.writeUInt16LE(20, 0)
    commun.writeUInt16LE(deflate ? 8 : 0, 4)
    commun.writeUInt32LE(crc32(clair), 10)
    commun.writeUInt32LE(donnees.length, 14)
    commun.writeUInt32LE(annonce && rang === ordonnees.length - 1 ? annonce : clair.length, 18)
    commun.writeUInt16LE(Buffer.byteLength(nom), 22)
    const suite = Buffer.alloc(14)
    suite.writeUInt32LE(position, 10)
    index.push(b('PK\x01\x02\x14\x00'), commun, suite, Buffer.from(nom))
    const local = [b('PK\x03\x04'), commun, Buffer.from(nom), donnees]
    corps.push(...local)
    position += local.reduce((somme, morceau) => somme + morceau.length, 0)
  }
  const repertoire = Buffer.concat(index)
  const fin = Buffer.alloc(22)
  fin.write('PK\x05\x06', 'latin1')
  fin.writeUInt16LE(ordonnees.length, 8)
  fin.writeUInt16LE(ordonnees.length, 10)
  fin.writeUInt32LE(repertoire.length, 12)
  fin.writeUInt32LE(position, 16)
  return Buffer.concat([...corps, repertoire, fin])
}

const lien =
  '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://www.exemple.test/" TargetMode="External"/></Relationships>'

export function parties(type: 'docx' | 'xlsx', texte = 'Bonjour'): PartieZip[] {
  const communes: PartieZip[] = [
    ['[Content_Types].xml', '<Types><Default Extension="xml" ContentType="application/xml"/></Types>'],
    ['_rels/.rels', '<Relationships><Relationship Id="r1" Type="officeDocument" Target="a.xml"/></Relationships>'],
    ['docProps/app.xml', '<Properties><Application>Suite</Application></Properties>'],
  ]
  if (type === 'docx')
    return [
      ...communes,
      ['word/document.xml', `<w:document><w:t>${texte} DDE et OLE, mots d’un texte</w:t></w:document>`],
      ['word/settings.xml', '<w:settings/>'],
      ['word/_rels/document.xml.rels', lien],
    ]
  return [
    ...communes,
    ['xl/workbook.xml', '<workbook/>'],
    ['xl/worksheets/sheet1.xml', `<worksheet>${'<c r="A1"><v>1</v></c>'.repeat(3_000)}${texte}</worksheet>`],
    ['xl/printerSettings/printerSettings1.bin', 'imprimante'],
    ['xl/charts/chart1.xml', '<c:chart/>'],
  ]
}

/** A document of its suite, with other parts. */
export function ooxmlDe(type: 'docx' | 'xlsx', autres: PartieZip[] = [], options?: OptionsZip, texte?: string): Buffer {
  const remplacees = new Set(autres.map(([nom]) => nom))
  return zipDe([...parties(type, texte).filter(([nom]) => !remplacees.has(nom)), ...autres], options)
}

export function odfDe(type: 'odt' | 'ods', autres: PartieZip[] = [], options?: OptionsZip, texte = 'Bonjour'): Buffer {
  const genre = type === 'odt' ? 'text' : 'spreadsheet'
  const base: PartieZip[] = [
    ['mimetype', `application/vnd.oasis.opendocument.${genre}`],
    [
      'content.xml',
      `<office:document-content><text:a xlink:href="https://exemple.test/">${texte}</text:a><office:scripts/></office:document-content>`,
    ],
    ['styles.xml', '<office:document-styles/>'],
    ['Object 1/content.xml', '<office:document-content><chart:chart/></office:document-content>'],
    ['Pictures/a.png', png(4, 4, deflateSync(Buffer.alloc(4 * 13)))],
    ['META-INF/manifest.xml', '<manifest:manifest/>'],
  ]
  const remplacees = new Set(autres.map(([nom]) => nom))
  return zipDe([...base.filter(([nom]) => !remplacees.has(nom)), ...autres], options)
}

/** A PNG of these dimensions, whatever its data hold. */
export function png(largeur: number, hauteur: number, donnees: Buffer, texte?: Buffer): Buffer {
  const bloc = (nom: string, contenu: Buffer) => {
    const longueur = Buffer.alloc(4)
    longueur.writeUInt32BE(contenu.length)
    const corps = Buffer.concat([b(nom), contenu])
    const somme = Buffer.alloc(4)
    somme.writeUInt32BE(crc32(corps))
    return Buffer.concat([longueur, corps, somme])
  }
  const entete = Buffer.alloc(13)
  entete.writeUInt32BE(largeur, 0)
  entete.writeUInt32BE(hauteur, 4)
  Buffer.from([8, 2, 0, 0, 0]).copy(entete, 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    bloc('IHDR', entete),
    ...(texte ? [bloc('tEXt', Buffer.concat([b('Note\0'), texte]))] : []),
    bloc('IDAT', donnees),
    bloc('IEND', Buffer.alloc(0)),
  ])
}

const image = (hasard: Hasard) => {
  const [width, height] = [60 + hasard(400), 60 + hasard(400)]
  return sharp({
    create: { width, height, channels: 3, background: { r: hasard(256), g: hasard(256), b: hasard(256) } },
  })
}

const heic = readFileSync(join(import.meta.dirname, '../lib/pieces-jointes/carte.heic'))

const sortes: ((hasard: Hasard) => Buffer | Promise<Buffer>)[] = [
  (h) => pdf({ pdfVersion: (['1.4', '1.5', '1.7'] as const)[h(3)] }),
  (h) => pdf({ compress: h(2) === 0, tagged: true, info: { Title: 'JavaScript et fichiers joints' } }),
  (h) => pdfDe({ lineaire: true, nombre: h(999) }),
  (h) => pdfDe({ miseAJour: '<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>', nombre: h(999) }),
  (h) => pdfDe({ catalogue: '/AcroForm << /Fields [] /NeedAppearances true >>', nombre: h(999) }),
  (h) => pdfDe({ catalogue: '/OpenAction [3 0 R /Fit] /PageMode /UseOutlines', nombre: h(999) }),
  (h) =>
    pdfDe({
      catalogue: '/Extra << /Type /Annot /Subtype /Link /A << /S /URI /URI (https://exemple.test/JS/Launch) >> >>',
      nombre: h(999),
    }),
  (h) =>
    pdfDe({
      fluxObjets: '8 0 << /Type /Font /BaseFont /Arial /Note (/JavaScript) >>',
      compresse: h(2) === 0,
      nombre: h(999),
    }),
  (h) => pdfDe({ catalogue: '/T (/Launch /EmbeddedFile) % /XFA\n', nombre: h(999) }),
  (h) => Buffer.concat([Buffer.from('\ufeff'), pdfDe({ nombre: h(999) }), Buffer.alloc(40)]),
  (h) => ooxmlDe('docx', [], undefined, `Courrier ${h(9999)}`),
  (h) => ooxmlDe('xlsx', [], undefined, `Tableau ${h(9999)}`),
  (h) => odfDe('odt', [], undefined, `Courrier ${h(9999)}`),
  (h) => odfDe('ods', [], undefined, `Tableau ${h(9999)}`),
  (h) =>
    image(h)
      .jpeg({ progressive: h(2) === 0 })
      .withExif({ IFD0: { Artist: 'Anaïs' } })
      .toBuffer(),
  (h) =>
    image(h)
      .png({ palette: h(2) === 0 })
      .toBuffer(),
  (h) =>
    image(h)
      .tiff({ compression: (['lzw', 'deflate', 'jpeg', 'none'] as const)[h(4)] })
      .toBuffer(),
  (h) => image(h).toColourspace('cmyk').jpeg().toBuffer(),
  (h) => image(h).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1, predictor: 'none' }).toBuffer(),
  (h) => (h(3) ? image(h).ensureAlpha(0.5).png().toBuffer() : heic),
]

/** The n-th sound file of the series. */
export async function sain(n: number, hasard: Hasard): Promise<Piece> {
  const rang = n % sortes.length
  return { sorte: `sorte ${rang}`, nom: 'piece', contenu: await (sortes[rang] as (typeof sortes)[number])(hasard) }
}

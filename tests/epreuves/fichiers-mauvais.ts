import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createDeflate, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { eicar } from '@/lib/processus/clamd'
import { type Hasard, odfDe, ooxmlDe, type Piece, parties, pdfDe, png, zipDe } from './fichiers-sains'

const b = (texte: string) => Buffer.from(texte, 'latin1')

/** Ways to write a name that readers understand all the same. */
function nomEchappe(hasard: Hasard, nom: string): string {
  return [...nom].map((lettre) => (hasard(3) === 0 ? `#${lettre.charCodeAt(0).toString(16)}` : lettre)).join('')
}

const actions: ((nom: (texte: string) => string) => string)[] = [
  (n) => `/OpenAction << /${n('S')} /${n('JavaScript')} /${n('JS')} (app.alert\\(1\\)) >>`,
  (n) => `/OpenAction << /S /${n('Launch')} /F (cmd.exe) >>`,
  (n) => `/AA << /WC << /S /${n('JavaScript')} /JS 9 0 R >> >>`,
  (n) => `/Names << /${n('JavaScript')} << /Names [(a) 9 0 R] >> >>`,
  (n) => `/Names << /${n('EmbeddedFiles')} << /Names [(a.exe) 9 0 R] >> >>`,
  (n) => `/AcroForm << /Fields [] /${n('XFA')} 9 0 R >>`,
  (n) => `/OpenAction << /S /${n('SubmitForm')} /F (http://exemple.test) >>`,
  (n) => `/OpenAction << /S /${n('ImportData')} /F (a.fdf) >>`,
  (n) => `/OpenAction << /S /${n('GoToE')} /T << /R /C >> >>`,
  (n) => `/Extra << /Type /Annot /Subtype /${n('RichMedia')} >>`,
  (n) => `/Extra << /Type /Annot /Subtype /${n('FileAttachment')} /FS 9 0 R >>`,
  (n) => `/OpenAction << /S /${n('Rendition')} /OP 0 >>`,
  (n) => `/Extra << /Type /Annot /Subtype /${n('Movie')} >>`,
  (n) => `/Extra << /Type /Annot /Subtype /${n('3D')} >>`,
  (n) => `/Extra << /Type /Filespec /${n('EF')} << /F 9 0 R >> >>`,
]

function pdfActif(hasard: Hasard): Buffer {
  const action = actions[hasard(actions.length)] as (typeof actions)[number]
  const ecrire = hasard(2) ? (nom: string) => nomEchappe(hasard, nom) : (nom: string) => nom
  const corps = action(ecrire)
  const facon = hasard(5)
  // In the catalogue; in a stream of objects, deflated or not; added by an update; after a comment and a string that mislead.
  if (facon === 0) return pdfDe({ catalogue: corps, nombre: hasard(5) })
  if (facon === 1) return pdfDe({ fluxObjets: `8 0 << ${corps} >>`, compresse: true, nombre: hasard(5) })
  if (facon === 2) return pdfDe({ fluxObjets: `8 0 << ${corps} >>`, compresse: false, nombre: hasard(5) })
  if (facon === 3) return pdfDe({ miseAJour: `<< /Type /Catalog /Pages 2 0 R ${corps} >>`, nombre: hasard(5) })
  return pdfDe({ catalogue: `/T (\\) ( endobj \\( ) ) % (\n ${corps}`, nombre: hasard(5) })
}

let zeros: Buffer | undefined

/** Deflated bit by bit: what the proof measures is the reading. */
async function deflaterZeros(): Promise<Buffer> {
  const flux = createDeflate()
  const bloc = Buffer.alloc(1024 * 1024)
  const [octets] = await Promise.all([
    buffer(flux),
    pipeline(function* () {
      for (let rang = 0; rang < 340; rang += 1) yield bloc
    }, flux),
  ])
  return octets
}

async function bombePdf(hasard: Hasard): Promise<Buffer> {
  zeros ??= await deflaterZeros()
  const dict = hasard(2) ? '/Filter /FlateDecode' : '/Filter [/FlateDecode]'
  return pdfDe({ flux: { dict, octets: zeros }, nombre: hasard(9) })
}

function pngBombe(hasard: Hasard): Buffer {
  const cote = 20_000 + hasard(40_000)
  return png(cote, cote, deflateSync(Buffer.alloc(1000)))
}

async function tiffBombe(hasard: Hasard): Promise<Buffer> {
  const petit = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .tiff()
    .toBuffer()
  const i = petit.readUInt32LE(4)
  for (let rang = 0; rang < petit.readUInt16LE(i); rang += 1) {
    const entree = i + 2 + rang * 12
    if (![256, 257].includes(petit.readUInt16LE(entree))) continue
    petit.writeUInt16LE(4, entree + 2)
    petit.writeUInt32LE(30_000 + hasard(30_000), entree + 8)
  }
  return petit
}

async function jpegBombe(hasard: Hasard): Promise<Buffer> {
  const petit = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const i = petit.indexOf(Buffer.from('ffc0', 'hex'))
  petit.writeUInt16BE(50_000 + hasard(15_000), i + 5)
  petit.writeUInt16BE(50_000 + hasard(15_000), i + 7)
  return petit
}

function bureautique(hasard: Hasard): Buffer {
  const rels = (type: string, cible: string) =>
    `<Relationships><Relationship Id="r${hasard(99)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${cible}" TargetMode="External"/></Relationships>`
  const cas: (() => Buffer)[] = [
    () => ooxmlDe('docx', [['word/vbaProject.bin', 'x']]),
    () => ooxmlDe('xlsx', [['xl/vbaProject.bin', 'x']]),
    () => ooxmlDe('xlsx', [['xl/macrosheets/sheet1.xml', '<x/>']]),
    () => ooxmlDe('docx', [['word/embeddings/oleObject1.bin', 'x']]),
    () => ooxmlDe('docx', [['word/embeddings/feuille.xlsx', 'PK\x03\x04']]),
    () => ooxmlDe('docx', [['word/activeX/activeX1.xml', '<x/>']]),
    () => ooxmlDe('docx', [['word/_rels/settings.xml.rels', rels('attachedTemplate', 'http://exemple.test/m.dotm')]]),
    () => ooxmlDe('docx', [['word/_rels/document.xml.rels', rels('oleObject', 'http://exemple.test/a')]]),
    () => ooxmlDe('docx', [['word/_rels/document.xml.rels', rels('image', 'http://exemple.test/pixel.png')]]),
    () => ooxmlDe('docx', [['word/_rels/document.xml.rels', rels('hyperlink', 'file:\\\\serveur\\a')]]),
    () => ooxmlDe('xlsx', [['xl/externalLinks/externalLink1.xml', '<x/>']]),
    () => ooxmlDe('docx', [['word/header1.xml', '<w:instrText>DDEAUTO cmd "/c calc"</w:instrText>']]),
    () => ooxmlDe('docx', [['word/media/image1.png', 'MZ programme']]),
    () => ooxmlDe('docx', [['docs/facture.exe', 'x']]),
    () => ooxmlDe('docx', [['../../etc/passwd', 'x']]),
    () => ooxmlDe('docx', [['word/theme.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']]),
    () => ooxmlDe('xlsx', [['xl/media/gros.xml', Buffer.alloc(8_000_000)]]),
    () => odfDe('odt', [['Basic/Standard/Module1.xml', '<x/>']]),
    () => odfDe('ods', [['Scripts/python/a.py', 'x']]),
    () => odfDe('odt', [['styles.xml', '<draw:object-ole xlink:href="./a"/>']]),
    () => odfDe('odt', [['styles.xml', '<draw:image xlink:href="http://exemple.test/a.png"/>']]),
    () => odfDe('ods', [['styles.xml', '<script:event-listener script:language="ooo:script"/>']]),
    () => odfDe('ods', [['ObjectReplacements/a.bin', 'x']]),
    () => zipDe([...parties('docx'), ['word/a.xml', '%PDF-1.7']], { prefixe: true }),
    () => zipDe(parties('docx'), { annonce: 400_000_000 }),
  ]
  return (cas[hasard(cas.length)] as () => Buffer)()
}

const autres: ((hasard: Hasard) => Buffer)[] = [
  (h) => b(`MZ\x90\x00${'x'.repeat(600 + h(900))}`),
  (h) => b(`#!/bin/sh\nrm -rf /tmp/${h(999)}\n`),
  (h) => b(`<html><script>alert(${h(999)})</script></html>`),
  (h) => b(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(${h(99)})"/>`),
  (h) => zipDe([['avis.pdf', `%PDF-${h(9)}`]]),
  (h) =>
    zipDe([
      ['a.zip', 'PK\x03\x04'],
      ['b', String(h(9))],
    ]),
  () => b('Rar!\x1a\x07\x01\x00suite'),
  () => Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(600)]),
  (h) => Buffer.concat([Buffer.from('1f8b08', 'hex'), Buffer.alloc(500 + h(99), 7)]),
  (h) => b(`\x7fELF${'\0'.repeat(900 + h(100))}`),
  () => Buffer.alloc(0),
  (h) => b(`GIF89a${'x'.repeat(300 + h(300))}`),
  (h) => b(`{"nom":"essai","n":${h(9999)}}`),
]

function polyglotte(hasard: Hasard): Buffer {
  const pdf = pdfDe({ nombre: hasard(9) })
  const fin = Buffer.alloc(22)
  fin.write('PK\x05\x06', 'latin1')
  const cas: (() => Buffer)[] = [
    () => Buffer.concat([b('MZ\x90\x00'), pdf]),
    () => Buffer.concat([b(`<html><script>${hasard(9)}</script>`), pdf]),
    () => Buffer.concat([b('GIF89a;'), pdf]),
    () => Buffer.concat([pdf.subarray(0, 9), b('\n%<script>alert(1)</script>\n'), pdf.subarray(9)]),
    () => {
      const queue = b(`\nstartxref\n9\n%%EOF\n`)
      fin.writeUInt16LE(queue.length, 20)
      return Buffer.concat([pdf, fin, queue])
    },
    () => Buffer.concat([pdf, zipDe([['a.js', 'x']])]),
    () => Buffer.concat([pdf, b('MZ programme à la suite')]),
    () => Buffer.concat([zipDe(parties('docx')), pdf]),
    () => Buffer.concat([png(4, 4, deflateSync(Buffer.alloc(52))).subarray(0, 8), pdf]),
  ]
  return (cas[hasard(cas.length)] as () => Buffer)()
}

/** The EICAR file in each container, stored, deflated, or added after the end. */
async function infecte(hasard: Hasard): Promise<Buffer> {
  const virus = b(eicar())
  const cas: (() => Buffer | Promise<Buffer>)[] = [
    () => pdfDe({ flux: { dict: '', octets: virus }, nombre: hasard(99) }),
    () => Buffer.concat([pdfDe({ nombre: hasard(99) }), virus, b('\n%%EOF')]),
    () => ooxmlDe('docx', [['word/media/note.txt', virus]]),
    () => ooxmlDe('xlsx', [['xl/media/note.txt', virus]], { compresser: true }),
    () => odfDe('odt', [['Pictures/note.txt', virus]], { compresser: true }),
    async () => {
      const jpeg = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#abc' } })
        .jpeg()
        .toBuffer()
      const commentaire = Buffer.alloc(4)
      commentaire.writeUInt16BE(0xfffe, 0)
      commentaire.writeUInt16BE(virus.length + 2, 2)
      return Buffer.concat([jpeg.subarray(0, 2), commentaire, virus, jpeg.subarray(2)])
    },
    () => png(8, 8, deflateSync(Buffer.alloc(8 * 25)), virus),
    () => virus,
    () => zipDe([['a.txt', virus]]),
  ]
  return (cas[hasard(cas.length)] as () => Buffer)()
}

async function tronque(hasard: Hasard): Promise<Buffer> {
  const sources: (() => Buffer | Promise<Buffer>)[] = [
    () => pdfDe({ nombre: hasard(9) }),
    () => ooxmlDe('docx'),
    () => odfDe('ods'),
    () =>
      sharp({ create: { width: 200, height: 200, channels: 3, background: '#456' } })
        .jpeg()
        .toBuffer(),
    () =>
      sharp({ create: { width: 200, height: 200, channels: 3, background: '#456' } })
        .png()
        .toBuffer(),
  ]
  const entier = await (sources[hasard(sources.length)] as () => Buffer)()
  return entier.subarray(0, Math.max(10, Math.floor((entier.length * (20 + hasard(60))) / 100)))
}

const noms = [
  '../../etc/passwd',
  '..\\..\\windows\\system32\\a.pdf',
  'C:\\a.pdf',
  'facture\u202Efdp.exe',
  'avis.pdf.exe',
  'avis.pdf\0.exe',
  '\u0001\u0002.pdf',
  'con.pdf',
  'a'.repeat(400),
  ' . . ',
  'avis\n.pdf',
  '/absolu.pdf',
  '<script>.pdf',
  'avis.pdf;rm -rf',
]

const sortes: ((hasard: Hasard) => Buffer | Promise<Buffer>)[] = [
  pdfActif,
  pdfActif,
  pdfActif,
  bureautique,
  bureautique,
  polyglotte,
  infecte,
  tronque,
  (h) => (autres[h(autres.length)] as (typeof autres)[number])(h),
  (h) => (h(4) ? pngBombe(h) : h(2) ? tiffBombe(h) : jpegBombe(h)),
  (h) => pdfDe({ chiffre: true, nombre: h(9) }),
]

/** The n-th bad file of the series: what it is, under a name that lies as well. */
export async function mauvais(n: number, hasard: Hasard): Promise<Piece> {
  const rang = n % sortes.length
  // Heavy to make: a few are enough.
  const contenu = n % 500 === 37 ? await bombePdf(hasard) : await (sortes[rang] as (typeof sortes)[number])(hasard)
  return { sorte: n % 500 === 37 ? 'bombe pdf' : `sorte ${rang}`, nom: noms[n % noms.length] ?? 'a.pdf', contenu }
}

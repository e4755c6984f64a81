import { once } from 'node:events'
import { crc32, deflateRawSync } from 'node:zlib'
import PDFDocument from 'pdfkit'

/** A PDF of one page, with the options of pdfkit (version, passwords). */
export async function pdf(options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument(options)
  const morceaux: Buffer[] = []
  document.on('data', (morceau: Buffer) => morceaux.push(morceau))
  document.text('Attestation de droits. '.repeat(200))
  const fin = once(document, 'end')
  document.end()
  await fin
  return Buffer.concat(morceaux)
}

type Partie = { nom: string; contenu?: string; chiffree?: boolean; compresser?: boolean }

/** A ZIP file of those parts. */
export function zip(...parties: Partie[]): Buffer {
  const corps: Buffer[] = []
  const repertoire: Buffer[] = []
  let position = 0
  for (const { nom, contenu = '<x/>', chiffree = false, compresser = false } of parties) {
    const clair = Buffer.from(contenu)
    const donnees = compresser ? deflateRawSync(clair) : clair
    const commun = Buffer.alloc(26)
    commun.writeUInt16LE(20, 0)
    commun.writeUInt16LE(chiffree ? 1 : 0, 2)
    commun.writeUInt16LE(compresser ? 8 : 0, 4)
    commun.writeUInt32LE(crc32(clair), 10)
    commun.writeUInt32LE(donnees.length, 14)
    commun.writeUInt32LE(clair.length, 18)
    commun.writeUInt16LE(Buffer.byteLength(nom), 22)
    const suite = Buffer.alloc(14)
    suite.writeUInt32LE(position, 10)
    repertoire.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), commun, suite, Buffer.from(nom))
    const local = [Buffer.from('PK\x03\x04', 'latin1'), commun, Buffer.from(nom), donnees]
    corps.push(...local)
    position += local.reduce((somme, morceau) => somme + morceau.length, 0)
  }
  const index = Buffer.concat(repertoire)
  const fin = Buffer.alloc(22)
  fin.write('PK\x05\x06', 'latin1')
  fin.writeUInt16LE(parties.length, 8)
  fin.writeUInt16LE(parties.length, 10)
  fin.writeUInt32LE(index.length, 12)
  fin.writeUInt32LE(position, 16)
  return Buffer.concat([...corps, index, fin])
}

const manifeste = (chiffre: boolean) => ({
  nom: 'META-INF/manifest.xml',
  contenu: `<manifest:manifest>${chiffre ? '<manifest:encryption-data/>' : ''}${'<manifest:file-entry/>'.repeat(50)}</manifest:manifest>`,
  compresser: true,
})

export function openDocument(genre: string, chiffre = false): Buffer {
  const mime = { nom: 'mimetype', contenu: `application/vnd.oasis.opendocument.${genre}` }
  return zip(mime, { nom: 'content.xml' }, { nom: 'styles.xml' }, manifeste(chiffre))
}

export function ooxml(partie: string, ...autres: string[]): Buffer {
  return zip({ nom: '[Content_Types].xml' }, { nom: '_rels/.rels' }, ...[partie, ...autres].map((nom) => ({ nom })))
}

/** An old Office file (compound file of sectors of 512 bytes) holding those streams, with the given first bytes. */
export function cfb(flux: Record<string, Buffer>): Buffer {
  const secteur = 512
  const noms = Object.keys(flux)
  const entete = Buffer.alloc(secteur)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(entete)
  entete.writeUInt16LE(9, 30)
  entete.writeUInt32LE(1, 44)
  // Streams of one sector each, then the table, then the directory.
  const table = noms.length
  entete.writeUInt32LE(table + 1, 48)
  entete.writeUInt32LE(table, 76)
  const entree = (nom: string, genre: number, premier: number) => {
    const octets = Buffer.alloc(128)
    octets.write(`${nom}\0`, 'utf16le')
    octets.writeUInt16LE((nom.length + 1) * 2, 64)
    octets.writeUInt8(genre, 66)
    octets.writeUInt32LE(premier, 116)
    octets.writeUInt32LE(secteur, 120)
    return octets
  }
  const contenus = noms.map((nom) => Buffer.concat([flux[nom] ?? Buffer.alloc(0), Buffer.alloc(secteur)], secteur))
  const repertoire = [entree('Root Entry', 5, 0xfffffffe), ...noms.map((nom, rang) => entree(nom, 2, rang))]
  const dernier = Buffer.concat(
    [...repertoire, Buffer.alloc(secteur)],
    Math.max(1, Math.ceil(repertoire.length / 4)) * secteur,
  )
  return Buffer.concat([entete, ...contenus, Buffer.alloc(secteur, 0xff), dernier])
}

/** Opening of a stream WordDocument. */
export function fib(chiffre: boolean): Buffer {
  const octets = Buffer.alloc(64)
  octets.writeUInt16LE(0xa5ec, 0)
  octets.writeUInt16LE(chiffre ? 0x0100 : 0, 10)
  return octets
}

/** Opening of a stream Workbook: BOF, and FILEPASS when it is encrypted. */
export function classeur(chiffre: boolean): Buffer {
  const bof = Buffer.alloc(20)
  bof.writeUInt16LE(0x0809, 0)
  bof.writeUInt16LE(16, 2)
  return Buffer.concat([bof, Buffer.from(chiffre ? '2f000600000000000000' : 'e1000200b004', 'hex')])
}

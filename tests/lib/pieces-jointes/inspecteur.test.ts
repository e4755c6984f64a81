import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { inspecteur } from '@/lib/pieces-jointes/inspecteur'
import { cfb, classeur, fib, ooxml, openDocument, pdf, zip } from './echantillons'

async function inspecter(contenu: Uint8Array, pas = 64 * 1024) {
  const objet = inspecteur()
  for (let i = 0; i < contenu.length; i += pas) objet.ajouter(contenu.subarray(i, i + pas))
  const verdict = await objet.conclure('piece.bin')
  return 'refus' in verdict ? { refus: verdict.code } : { type: verdict.type }
}

const image = (bruit = 400) =>
  sharp(randomBytes(bruit * bruit * 3), { raw: { width: bruit, height: bruit, channels: 3 } })
const heic = readFileSync(join(import.meta.dirname, 'carte.heic'))

const acceptes: Record<string, () => Buffer | Promise<Buffer>> = {
  pdf: () => pdf(),
  jpeg: () => image().jpeg().toBuffer(),
  png: () => image().png().toBuffer(),
  heic: () => heic,
  tiff: () => image().tiff().toBuffer(),
  odt: () => openDocument('text'),
  ods: () => openDocument('spreadsheet'),
  docx: () => ooxml('word/document.xml'),
  xlsx: () => ooxml('xl/workbook.xml', 'xl/worksheets/sheet1.xml'),
  doc: () => cfb({ WordDocument: fib(false), '1Table': Buffer.alloc(0) }),
  xls: () => cfb({ Workbook: classeur(false) }),
}

describe('the inspector of files', () => {
  it.each(Object.entries(acceptes))('recognises a %s, however it is cut', async (type, fabriquer) => {
    const contenu = await fabriquer()
    for (const pas of [1, 7, 1000, 64 * 1024, contenu.length]) {
      if (contenu.length / pas > 50_000) continue
      expect(await inspecter(contenu, pas)).toEqual({ type })
    }
  })

  it('tells the type to serve, or the reason in French', async () => {
    const bon = inspecteur()
    bon.ajouter(heic)
    expect(await bon.conclure('carte.jpg')).toEqual({ type: 'heic', typeMime: 'image/heic' })
    expect(await inspecteur().conclure('rib.pdf')).toEqual({
      code: 'vide',
      refus: '«\u00A0rib.pdf\u00A0» est refusé\u00A0: il est vide. Enregistrez-le de nouveau, puis renvoyez-le.',
    })
  })

  it('recognises a large photo by bits of any length', async () => {
    const contenu = await image(1200).jpeg({ quality: 95, progressive: true }).toBuffer()
    expect(contenu.length).toBeGreaterThan(1024 * 1024)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 500, max: 3_000_000 }), async (pas) => {
        expect(await inspecter(contenu, pas)).toEqual({ type: 'jpeg' })
      }),
      { numRuns: 20 },
    )
  })

  it.each(['pdf', 'jpeg', 'png', 'heic', 'odt', 'docx', 'xls', 'doc'])('refuses a truncated %s', async (type) => {
    const contenu = await (acceptes[type] ?? acceptes.pdf)?.()
    for (const part of [0.3, 0.6, 0.85]) {
      const coupe = contenu?.subarray(0, Math.floor(contenu.length * part)) ?? Buffer.alloc(0)
      expect(await inspecter(coupe)).toEqual({ refus: 'abime' })
    }
  })

  it('is not misled by the thumbnail of a truncated photo, nor by what a phone adds after the image', async () => {
    const vignette = await image(40).jpeg().toBuffer()
    const photo = await image().jpeg().toBuffer()
    const exif = Buffer.alloc(4)
    exif.writeUInt16BE(0xffe1, 0)
    exif.writeUInt16BE(vignette.length + 2, 2)
    const avecVignette = Buffer.concat([photo.subarray(0, 2), exif, vignette, photo.subarray(2)])
    expect(await inspecter(avecVignette)).toEqual({ type: 'jpeg' })
    expect(await inspecter(avecVignette.subarray(0, -4))).toEqual({ refus: 'abime' })
    expect(await inspecter(Buffer.concat([photo, randomBytes(5000)]))).toEqual({ type: 'jpeg' })
  })

  it('refuses an empty file, an archive, a text, a video, a script, an AVIF', async () => {
    expect(await inspecter(Buffer.alloc(0))).toEqual({ refus: 'vide' })
    expect(await inspecter(zip({ nom: 'avis.pdf' }))).toEqual({ refus: 'archive' })
    expect(await inspecter(gzipSync('bonjour'))).toEqual({ refus: 'archive' })
    expect(await inspecter(Buffer.from('Rar!\x1a\x07\x00', 'latin1'))).toEqual({ refus: 'archive' })
    const inconnus = [
      Buffer.from('nom;prenom\n'),
      Buffer.from('<html><script>alert(1)</script></html>'),
      Buffer.from('MZ\x90\x00'.padEnd(2000, '\0'), 'latin1'),
      Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), Buffer.alloc(3000)]),
      await image(40).avif().toBuffer(),
      await image(40).webp().toBuffer(),
      Buffer.alloc(3_000_000),
      ooxml('ppt/presentation.xml'),
      cfb({ 'PowerPoint Document': Buffer.alloc(0) }),
    ]
    for (const contenu of inconnus) expect(await inspecter(contenu)).toEqual({ refus: 'inconnu' })
  })

  it.each([
    '1.3',
    '1.4',
    '1.5',
    '1.6',
    '1.7',
    '1.7ext3',
  ] as const)('refuses a PDF %s that asks for a password, but not one that only forbids changes', async (pdfVersion) => {
    const protege = await pdf({ pdfVersion, userPassword: 'secret', ownerPassword: 'autre' })
    const verrouille = await pdf({ pdfVersion, ownerPassword: 'autre' })
    for (const pas of [100, 64 * 1024]) {
      expect(await inspecter(protege, pas)).toEqual({ refus: 'mot_de_passe' })
      expect(await inspecter(verrouille, pas)).toEqual({ type: 'pdf' })
    }
  })

  it('accepts a PDF that only speaks of encryption in its text', async () => {
    const contenu = await pdf({ compress: false, info: { Title: '/Encrypt 5 0 R' } })
    const [avant = '', apres = ''] = contenu.toString('latin1').split(/(?<=%PDF-1\.\d\n)/)
    const bavard = `${avant}% /Encrypt 5 0 R /Filter /Standard\n${'% remplissage\n'.repeat(2000)}${apres}`
    expect(await inspecter(Buffer.from(bavard, 'latin1'))).toEqual({ type: 'pdf' })
  })

  it('refuses a PDF without its cross-references, and accepts one padded at its end', async () => {
    const contenu = await pdf()
    const sansTable = Buffer.from(contenu.toString('latin1').replace('startxref', 'startxxxx'), 'latin1')
    expect(await inspecter(sansTable)).toEqual({ refus: 'abime' })
    expect(await inspecter(Buffer.concat([contenu, Buffer.alloc(9000)]))).toEqual({ type: 'pdf' })
    const loin = contenu.toString('latin1').replace(/startxref\n\d+/, 'startxref\n99999999')
    expect(await inspecter(Buffer.from(loin, 'latin1'))).toEqual({ refus: 'abime' })
  })

  it('refuses Office and OpenDocument files with a password, or with macros', async () => {
    const proteges = [
      cfb({ EncryptionInfo: Buffer.alloc(0), EncryptedPackage: Buffer.alloc(0) }),
      cfb({ WordDocument: fib(true) }),
      cfb({ Workbook: classeur(true) }),
      openDocument('text', true),
      zip({ nom: 'mimetype', contenu: 'application/vnd.oasis.opendocument.text' }, { nom: 'encrypted-package' }),
      zip({ nom: 'avis.pdf', chiffree: true }),
    ]
    for (const contenu of proteges) expect(await inspecter(contenu, 100)).toEqual({ refus: 'mot_de_passe' })
    expect(await inspecter(ooxml('word/document.xml', 'word/vbaProject.bin'))).toEqual({ refus: 'macros' })
    expect(await inspecter(cfb({ Workbook: classeur(false), _VBA_PROJECT: Buffer.alloc(0) }))).toEqual({
      refus: 'macros',
    })
  })

  it('never throws, whatever follows the first bytes of a known format', async () => {
    const debuts = [
      '%PDF-1.4\n',
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      '\0\0\0\x18ftypheic',
      'II*\0',
      'PK\x03\x04',
      'PK\x05\x06',
    ]
    debuts.push(Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('latin1'), '')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...debuts), fc.uint8Array({ maxLength: 3000 }), async (debut, suite) => {
        const conclusion = await inspecter(Buffer.concat([Buffer.from(debut, 'latin1'), suite]), 500)
        expect(Object.keys(conclusion)).toHaveLength(1)
      }),
      { numRuns: 500 },
    )
  })

  it('never accepts as whole a file whose bytes were cut out of the middle', async () => {
    for (const type of ['docx', 'odt', 'png']) {
      const contenu = (await acceptes[type]?.()) ?? Buffer.alloc(0)
      const milieu = Math.floor(contenu.length / 2)
      expect(await inspecter(Buffer.concat([contenu.subarray(0, milieu - 20), contenu.subarray(milieu)]))).toEqual({
        refus: 'abime',
      })
    }
  })

  it('stays quick on a hostile file made of the marks it looks for', async () => {
    const depart = performance.now()
    await inspecter(Buffer.from(`%PDF-1.4\n${'/Encrypt 1 0 R /Filter /Standard '.repeat(300_000)}`))
    expect(performance.now() - depart).toBeLessThan(5_000)
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { assainir } from '@/lib/pieces-jointes/assainir'
import { ooxmlDe, pdfDe } from '@/tests/epreuves/fichiers-sains'

const photo = () => sharp({ create: { width: 300, height: 200, channels: 3, background: '#c03020' } })

async function nettoyer(original: Buffer) {
  const rendu = await assainir(original)
  if ('refus' in rendu || !rendu.contenu) throw new Error(JSON.stringify(rendu))
  return {
    type: rendu.type,
    contenu: rendu.contenu,
    lu: await sharp(rendu.contenu)
      .metadata()
      .catch(() => null),
  }
}

describe('an image', () => {
  it('keeps neither place, device, author nor profile; it is turned as it was shown, in the same colour', async () => {
    const original = await photo()
      .jpeg()
      .withExif({ IFD0: { Artist: 'Anaïs Kervella', Make: 'Telephone' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Kervella</x:xmpmeta>')
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { type, contenu, lu } = await nettoyer(original)
    expect(type).toBe('jpeg')
    expect(lu).toMatchObject({ width: 200, height: 300 })
    expect([lu?.exif, lu?.xmp, lu?.iptc, lu?.icc, lu?.orientation]).toEqual(Array(5).fill(undefined))
    expect(contenu.includes('Kervella')).toBe(false)
    const [rouge, vert, bleu] = (await sharp(contenu).raw().toBuffer()).subarray(0, 3)
    expect(Math.abs((rouge ?? 0) - 0xc0) + Math.abs((vert ?? 0) - 0x30) + Math.abs((bleu ?? 0) - 0x20)).toBeLessThan(12)
  })

  it('loses what was added after its end, and the comments of a PNG', async () => {
    const jpeg = Buffer.concat([await photo().jpeg().toBuffer(), Buffer.from('PK\x03\x04 un autre fichier')])
    expect((await nettoyer(jpeg)).contenu.includes('un autre fichier')).toBe(false)
    const png = await photo()
      .png()
      .withExif({ IFD0: { Artist: 'Kervella' } })
      .toBuffer()
    expect((await nettoyer(png)).contenu.includes('Kervella')).toBe(false)
  })

  it('becomes a JPEG when it is a HEIC', async () => {
    const heic = readFileSync(join(import.meta.dirname, 'carte.heic'))
    expect((await nettoyer(heic)).type).toBe('jpeg')
  })

  it('stays a TIFF', async () => {
    const tiff = await photo()
      .tiff()
      .withExif({ IFD0: { Artist: 'Kervella' } })
      .toBuffer()
    const { type, contenu } = await nettoyer(tiff)
    expect(type).toBe('tiff')
    expect(contenu.includes('Kervella')).toBe(false)
  })
})

describe('a document', () => {
  it('is kept as it is when nothing acts in it', async () => {
    expect(await assainir(pdfDe())).toEqual({ type: 'pdf', contenu: null })
    expect(await assainir(ooxmlDe('docx'))).toEqual({ type: 'docx', contenu: null })
  })

  it('is refused for a script whose name is written in another way, in a stream of objects', async () => {
    const pdf = pdfDe({ fluxObjets: '8 0 << /S /J#61vaScript /JS 9 0 R >>', compresse: true })
    expect(await assainir(pdf)).toEqual({ refus: 'actif' })
  })

  it('is not refused for words that say the same in a text', async () => {
    expect(await assainir(pdfDe({ catalogue: '/T (/JavaScript /Launch)' }))).toMatchObject({ type: 'pdf' })
  })
})

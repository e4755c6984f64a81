import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { apercuJpeg, qualiteImage } from '@/lib/pieces-jointes/qualite-image'

const fontfile = join(import.meta.dirname, '../../../lib/socle/polices/regulier.ttf')

/** A page of text as a scanner or a telephone would give it. */
async function page(largeur: number, { lignes = 40, taille = 11, fond = '#f2efe8', encre = '#222' } = {}) {
  const phrases = Array.from(
    { length: lignes },
    (_, i) => `${i + 1}. Notification de droits, ${i * 37} €, 12 mars 2026.`,
  )
  const texte = await sharp({
    text: {
      text: `<span foreground="${encre}">${phrases.join('\n')}</span>`,
      font: `Espace Partenaires Sans ${taille}`,
      fontfile,
      width: Math.round(largeur * 0.8),
      dpi: Math.round(largeur / 8.27),
      rgba: true,
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const [gauche, haut] = [Math.round(largeur * 0.1), Math.round(largeur * 0.12)]
  return sharp({ create: { width: largeur, height: Math.round(largeur * 1.414), channels: 3, background: fond } })
    .composite([{ input: texte, left: gauche, top: haut }])
    .png({ compressionLevel: 1 })
    .toBuffer()
}

const bruiter = async (image: Buffer, sigma: number) => {
  const { width, height } = await sharp(image).metadata()
  const bruit = await sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma } },
  })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return sharp(image)
    .composite([{ input: bruit, blend: 'soft-light' }])
    .jpeg({ quality: 75 })
    .toBuffer()
}

const alerte = async (image: Buffer) => (await qualiteImage(image)).alerte

const pages = [
  { nom: 'a full page', options: {} },
  { nom: 'a few lines', options: { lignes: 6 } },
  { nom: 'small print', options: { lignes: 50, taille: 8 } },
  { nom: 'large print', options: { lignes: 10, taille: 20 } },
  { nom: 'pale ink', options: { encre: '#888' } },
  { nom: 'white on dark', options: { fond: '#20304a', encre: '#eee' } },
]

describe.each(pages)('the reading quality of $nom', ({ options }) => {
  let nette: Buffer
  beforeAll(async () => {
    nette = await page(1240, options)
  })

  it('is good when it is sharp, compressed, noisy, or barely soft', async () => {
    expect(await alerte(nette)).toBeNull()
    expect(await alerte(await sharp(nette).jpeg({ quality: 45 }).toBuffer())).toBeNull()
    expect(await alerte(await bruiter(nette, 12))).toBeNull()
    expect(await alerte(await sharp(nette).blur(1).jpeg().toBuffer())).toBeNull()
  })

  it('is bad when it is out of focus, noise or not', async () => {
    const floue = await sharp(nette)
      .blur(options.taille === 20 ? 6 : 4)
      .jpeg({ quality: 80 })
      .toBuffer()
    expect(await alerte(floue)).toBe('floue')
    expect(await alerte(await bruiter(floue, 12))).toBe('floue')
  })
})

describe('an image', () => {
  it('is too small under 800 pixels on its longer side', async () => {
    const petite = await sharp(await page(1240))
      .resize({ height: 799 })
      .png({ compressionLevel: 1 })
      .toBuffer()
    expect(await qualiteImage(petite)).toMatchObject({ hauteur: 799, alerte: 'petite' })
  })

  it('is measured as it is shown, after the rotation the telephone recorded', async () => {
    const couchee = await sharp(await page(1000))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await qualiteImage(couchee)).toMatchObject({ largeur: 1414, hauteur: 1000 })
  })

  it('raises no warning when there is nothing to read on it', async () => {
    expect(await alerte(await page(1240, { encre: '#f2efe8' }))).toBeNull()
  })

  it('is not decoded when it is broken', async () => {
    const jpeg = await sharp(await page(1240))
      .jpeg()
      .toBuffer()
    await expect(qualiteImage(jpeg.subarray(0, 300))).rejects.toThrow()
    await expect(qualiteImage(Buffer.from('texte'))).rejects.toThrow()
  })

  it('is not decoded when it announces more pixels than a photo has', async () => {
    const bombe = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 1 })
      .toBuffer()
    await expect(qualiteImage(bombe)).rejects.toThrow('pixel limit')
  })
})

describe('the preview', () => {
  const heic = readFileSync(join(import.meta.dirname, 'carte.heic'))

  it('shows a HEIC as a JPEG', async () => {
    const apercu = await apercuJpeg(heic, 'image/heic')
    expect(await sharp(apercu).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 800 })
    const rectangle = await sharp(apercu).extract({ left: 80, top: 80, width: 200, height: 300 }).toBuffer()
    const { dominant } = await sharp(rectangle).stats()
    expect(dominant.b).toBeGreaterThan(dominant.r + 80)
    expect(await qualiteImage(apercu)).toMatchObject({ alerte: null })
  })

  it('refuses a HEIC whose announced size would fill the memory, or that is broken', async () => {
    const immense = Buffer.from(heic)
    immense.writeUInt32BE(60_000, immense.indexOf('ispe') + 8)
    immense.writeUInt32BE(60_000, immense.indexOf('ispe') + 12)
    await expect(apercuJpeg(immense, 'image/heic')).rejects.toThrow('trop grande')
    await expect(apercuJpeg(heic.subarray(0, 900), 'image/heic')).rejects.toThrow()
  })

  it('shows a TIFF as a JPEG of 2,400 pixels at most', async () => {
    const tiff = await sharp(await page(2480))
      .tiff({ compression: 'lzw' })
      .toBuffer()
    expect(await sharp(await apercuJpeg(tiff, 'image/tiff')).metadata()).toMatchObject({ format: 'jpeg', height: 2400 })
    const fax = await sharp(await page(1728))
      .greyscale()
      .threshold()
      .tiff({ compression: 'deflate', bitdepth: 1 })
      .toBuffer()
    expect(await sharp(await apercuJpeg(fax, 'image/tiff')).metadata()).toMatchObject({ format: 'jpeg', height: 2400 })
  })

  it('shows the pages of a TIFF one under the other', async () => {
    const feuille = (height: number) =>
      sharp({ create: { width: 600, height, channels: 3, background: '#fff' } })
        .png({ compressionLevel: 1 })
        .toBuffer()
    const tiff = await sharp([await feuille(800), await feuille(800), await feuille(800)], { join: { animated: true } })
      .tiff()
      .toBuffer()
    expect(await sharp(tiff).metadata()).toMatchObject({ pages: 3 })
    expect(await sharp(await apercuJpeg(tiff, 'image/tiff')).metadata()).toMatchObject({ width: 600, height: 3 * 816 })
  })

  it('keeps nothing of where and how the photo was taken', async () => {
    const tiff = await sharp(await page(900))
      .withExif({ IFD0: { Make: 'Téléphone' } })
      .tiff()
      .toBuffer()
    expect((await sharp(await apercuJpeg(tiff, 'image/tiff')).metadata()).exif).toBeUndefined()
  })
})

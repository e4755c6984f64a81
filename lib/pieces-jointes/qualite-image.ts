import convertirHeic from 'heic-convert'
import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { nettete } from '@/lib/pieces-jointes/nettete'

export type QualiteImage = { largeur: number; hauteur: number; alerte: null | 'petite' | 'floue' }

/** An A4 page is not readable under 70 dpi; an identity card filling this width is. In pixels, longer side. */
const COTE_MINIMAL = 800
const COTE_EXAMEN = 1200
/** Between «hard to read» and «unreadable»: a warning seen too often is no longer read. See `nettete`. */
const SEUIL_NETTETE = 0.2

/** A4 at 600 dpi has 35 million pixels, large phone photos 108. */
const PIXELS_MAX = 120_000_000
/** The HEIC decoder keeps the whole image in memory, several times. */
const PIXELS_MAX_HEIC = 60_000_000
const COTE_APERCU = 2400
const PAGES_MAX = 20

const ouverture: SharpOptions = { limitInputPixels: PIXELS_MAX, failOn: 'error', sequentialRead: true }

/**
 * Whether an image could be read by an agent: JPEG, PNG or TIFF; for a HEIC, give its `apercuJpeg`. Dimensions in pixels, as shown.
 * Throws when the image can't be decoded.
 */
export async function qualiteImage(image: Uint8Array): Promise<QualiteImage> {
  const { autoOrient } = await sharp(image, ouverture).metadata()
  const { data, info } = await sharp(image, ouverture)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(COTE_EXAMEN, COTE_EXAMEN, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const dimensions = { largeur: autoOrient.width, hauteur: autoOrient.height }
  if (Math.max(dimensions.largeur, dimensions.hauteur) < COTE_MINIMAL) return { ...dimensions, alerte: 'petite' }
  const mesure = nettete(data, info.width, info.height)
  return { ...dimensions, alerte: mesure !== null && mesure < SEUIL_NETTETE ? 'floue' : null }
}

/**
 * A JPEG that every browser shows, of a HEIC or a TIFF (`image/heic`, `image/heif`, `image/tiff`): 2,400 pixels at most per
 * page, the pages of a TIFF one under the other. Without the place and the device the photo was taken with.
 */
export async function apercuJpeg(original: Uint8Array, typeMime: string): Promise<Buffer> {
  const estTiff = typeMime === 'image/tiff'
  if (!estTiff) return reduire(sharp(await decoderHeic(original), ouverture))
  const { pages = 1 } = await sharp(original, ouverture).metadata()
  if (pages === 1) return reduire(sharp(original, ouverture))
  return empiler(original, Math.min(pages, PAGES_MAX))
}

function reduire(image: Sharp): Promise<Buffer> {
  return image
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize(COTE_APERCU, COTE_APERCU, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .toBuffer()
}

/** Pages of a fax or of a scanner, which may differ in size. */
async function empiler(original: Uint8Array, nombre: number): Promise<Buffer> {
  const pages: { page: Buffer; haut: number; largeur: number }[] = []
  let haut = 0
  for (let rang = 0; rang < nombre; rang += 1) {
    const page = await reduire(sharp(original, { ...ouverture, page: rang }))
    const { width, height } = await sharp(page).metadata()
    pages.push({ page, haut, largeur: width })
    haut += height + 16
  }
  const largeur = Math.max(...pages.map((page) => page.largeur))
  return sharp({ create: { width: largeur, height: haut, channels: 3, background: '#c4bcae' } })
    .composite(pages.map((page) => ({ input: page.page, left: 0, top: page.haut })))
    .jpeg({ quality: 82 })
    .toBuffer()
}

/** The image announces more pixels than its decoder can hold. */
export class HeicTropGrand extends Error {}

/** A JPEG of a HEIC, whole. */
export async function decoderHeic(original: Uint8Array): Promise<Uint8Array> {
  if (pixelsHeic(original) > PIXELS_MAX_HEIC) throw new HeicTropGrand('Image HEIC trop grande pour être affichée.')
  return convertirHeic({ buffer: original, format: 'JPEG', quality: 0.9 })
}

/** The largest of the sizes a HEIC announces («ispe» boxes), known before anything is decoded. */
function pixelsHeic(original: Uint8Array): number {
  const entete = Buffer.from(original.buffer, original.byteOffset, Math.min(original.length, 1 << 20))
  let pixels = 0
  for (let i = entete.indexOf('ispe'); i >= 0 && i + 16 <= entete.length; i = entete.indexOf('ispe', i + 4)) {
    pixels = Math.max(pixels, entete.readUInt32BE(i + 8) * entete.readUInt32BE(i + 12))
  }
  if (pixels === 0) throw new Error('Image HEIC sans dimensions.')
  return pixels
}

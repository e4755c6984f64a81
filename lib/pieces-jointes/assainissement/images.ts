import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { pdfDesPages } from '@/lib/pieces-jointes/assainissement/pages-tiff'
import type { TypeAccepte } from '@/lib/pieces-jointes/formats'
import { decoderHeic } from '@/lib/pieces-jointes/qualite-image'

/** A4 at 600 dpi has 35 million pixels, large phone photos 108. */
const PIXELS_MAX = 120_000_000
const PAGES_MAX = 100
const SECONDES_MAX = 60

// What one file leaves is of no use to the next.
sharp.cache(false)

const ouverture: SharpOptions = { limitInputPixels: PIXELS_MAX, failOn: 'error', sequentialRead: true }

type ImageNettoyee = { contenu: Buffer; type: TypeAccepte }

/** The image is larger than anything a scanner or a telephone makes. */
export class ImageTropGrande extends Error {}

/**
 * The same image, drawn again: turned as it is shown, in the colours of every screen, and with nothing of what came with it (place,
 * device, author, comments, thumbnails, what was added after its end). A HEIC becomes a JPEG, a TIFF of several pages a PDF.
 */
export async function nettoyerImage(original: Buffer, type: TypeAccepte): Promise<ImageNettoyee> {
  if (type === 'heic') return enJpeg(sharp(await decoderHeic(original), ouverture))
  const {
    width,
    height,
    pages = 1,
    hasAlpha,
  } = await sharp(original, { ...ouverture, limitInputPixels: false }).metadata()
  if (width * height > PIXELS_MAX || pages > PAGES_MAX || width * height * pages > 8 * PIXELS_MAX)
    throw new ImageTropGrande()
  if (type === 'tiff' && pages > 1) return { contenu: await pdfDesPages(original, pages, ouverture), type: 'pdf' }
  const image = sharp(original, ouverture)
  if (type === 'jpeg') return enJpeg(image)
  const droite = image.timeout({ seconds: SECONDES_MAX }).autoOrient()
  if (type === 'png')
    return { contenu: await droite.toColourspace('srgb').png({ compressionLevel: 7 }).toBuffer(), type }
  const plate = hasAlpha ? droite.flatten({ background: '#ffffff' }) : droite
  return {
    contenu: await plate.toColourspace('srgb').tiff({ compression: 'lzw', predictor: 'horizontal' }).toBuffer(),
    type,
  }
}

async function enJpeg(image: Sharp): Promise<ImageNettoyee> {
  const contenu = await image
    .timeout({ seconds: SECONDES_MAX })
    .autoOrient()
    .toColourspace('srgb')
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return { contenu, type: 'jpeg' }
}

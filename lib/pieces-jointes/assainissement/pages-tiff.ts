import { once } from 'node:events'
import PDFDocument from 'pdfkit'
import sharp, { type SharpOptions } from 'sharp'

/** Longer side of an A4 page, in points. */
const A4_LONG = 841.89
/** A4 at 300 dpi. */
const COTE_MAX = 3_508

/** The pages of a fax or of a scanner, which may differ in size, as the pages of a PDF. One is held at a time. */
export async function pdfDesPages(tiff: Buffer, nombre: number, ouverture: SharpOptions): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false })
  const morceaux: Buffer[] = []
  document.on('data', (morceau: Buffer) => morceaux.push(morceau))
  const fin = once(document, 'end')
  for (let page = 0; page < nombre; page += 1) {
    const { data, info } = await sharp(tiff, { ...ouverture, page })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(COTE_MAX, COTE_MAX, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality: 85, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true })
    const echelle = A4_LONG / Math.max(info.width, info.height)
    const taille: [number, number] = [info.width * echelle, info.height * echelle]
    document.addPage({ size: taille, margin: 0 }).image(data, 0, 0, { width: taille[0], height: taille[1] })
  }
  document.end()
  await fin
  return Buffer.concat(morceaux)
}

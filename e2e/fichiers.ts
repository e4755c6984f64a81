import sharp from 'sharp'
import { eicar } from '@/lib/processus/clamd'
import { pdf, zip } from '../tests/lib/pieces-jointes/echantillons'

export type Fichier = { name: string; mimeType: string; buffer: Buffer }

/** A real PDF of one page. `protege`: opens with a password only. */
export async function fichierPdf(name: string, { protege = false } = {}): Promise<Fichier> {
  return { name, mimeType: 'application/pdf', buffer: await pdf(protege ? { userPassword: 'Secret-47' } : {}) }
}

/** A real photo of a page of text, sharp enough to be read unless `floue`. */
export async function fichierJpeg(name: string, { floue = false } = {}): Promise<Fichier> {
  const lignes = Array.from(
    { length: 24 },
    (_, rang) => `<text x="60" y="${70 + rang * 44}">Attestation, ligne ${rang}</text>`,
  )
  const page = `<svg width="1000" height="1200"><rect width="100%" height="100%" fill="#fff"/><g font-size="34">${lignes.join('')}</g></svg>`
  const image = sharp(Buffer.from(page))
  return { name, mimeType: 'image/jpeg', buffer: await (floue ? image.blur(12) : image).jpeg().toBuffer() }
}

/** The test file that every antivirus refuses, alone. Its name is free: content decides. */
export function fichierEicar(name: string, mimeType: string): Fichier {
  return { name, mimeType, buffer: Buffer.from(eicar()) }
}

/** A sound file of which the test file is a part, so that only the antivirus can refuse it. */
export async function fichierPiege(name: string, type: 'pdf' | 'jpeg'): Promise<Fichier> {
  const sain = type === 'pdf' ? await fichierPdf(name) : await fichierJpeg(name)
  return { ...sain, buffer: type === 'pdf' ? avecCommentaire(sain.buffer) : avecCommentaireJpeg(sain.buffer) }
}

/** A comment line after the header: every position after it moves, and readers cope. */
function avecCommentaire(contenu: Buffer): Buffer {
  const finLigne = contenu.indexOf('\n') + 1
  return Buffer.concat([contenu.subarray(0, finLigne), Buffer.from(`%${eicar()}\n`), contenu.subarray(finLigne)])
}

/** A COM segment right after the start of the image. */
function avecCommentaireJpeg(contenu: Buffer): Buffer {
  const texte = Buffer.from(eicar())
  const entete = Buffer.from([0xff, 0xfe, 0, texte.length + 2])
  return Buffer.concat([contenu.subarray(0, 2), entete, texte, contenu.subarray(2)])
}

export const fichierVide = (name: string): Fichier => ({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(0) })

export const fichierZip = (name: string): Fichier => ({
  name,
  mimeType: 'application/zip',
  buffer: zip({ nom: 'rib.pdf', contenu: 'rib' }),
})

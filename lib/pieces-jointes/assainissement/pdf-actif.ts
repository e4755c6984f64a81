import { createInflate, inflateSync, constants as zlib } from 'node:zlib'
import type { CodeRefus } from '@/lib/pieces-jointes/refus'

/** What a PDF may not hold: it runs, leaves the file, or carries another one. Links (`/URI`), forms and bookmarks pass. */
const INTERDITS = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'Rendition',
  'RichMedia',
  'RichMediaExecute',
  'RichMediaContent',
  'Flash',
  'Movie',
  'Sound',
  '3D',
  'U3D',
  'XFA',
])
const JOINTS = new Set(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'EF'])

/** Objects told in compressed streams, all of them together. A PDF of a thousand pages has a few megabytes. */
const OBJETS_MAX = 48 * 1024 * 1024
/** One page of 600 dpi in colours is 105 MB once opened. */
const FLUX_MAX = 320 * 1024 * 1024
const FLUX_TOTAL_MAX = 1_500 * 1024 * 1024
/** Deflate does no better than 1,032 to 1: a stream is only opened to be measured when it could be that large. */
const RAPPORT_MAX = 1_032
const OBJETS_NOMBRE_MAX = 400_000

const BLANCS = new Set([0, 9, 10, 12, 13, 32])
const DELIMITEURS = new Set([...'()<>[]{}/%'].map((signe) => signe.charCodeAt(0)))
const estRegulier = (octet: number | undefined) => octet !== undefined && !BLANCS.has(octet) && !DELIMITEURS.has(octet)

type Objet = {
  noms: string[] /** Position just after the keyword, when the object is a stream. */
  flux: number | null
  fin: number
  /** A string of it has no end. */
  coupe?: boolean
}

const RACCOURCIS: Record<string, string> = { Fl: 'FlateDecode' }

/**
 * Reads every object of the file, wherever it stands, as readers do that mend broken files: after each «obj» and each «trailer», and
 * in the streams that hold objects. Names are compared once unescaped. Null when nothing is wrong.
 */
export async function contenuActif(pdf: Buffer): Promise<CodeRefus | null> {
  if (!enTeteSeul(pdf)) return 'polyglotte'
  let objets = 0
  let ouverts = 0
  const flux: { debut: number; fin: number; noms: string[] }[] = []
  for (const depart of departs(pdf)) {
    objets += 1
    if (objets > OBJETS_NOMBRE_MAX) return 'bombe'
    const objet = lireObjet(pdf, depart)
    // A string without an end: each reader would see another file.
    const refus = juger(objet.noms) ?? (objet.coupe ? 'abime' : null)
    if (refus) return refus
    if (objet.flux === null) continue
    const fin = pdf.indexOf('endstream', objet.flux)
    flux.push({ debut: objet.flux, fin: fin < 0 ? pdf.length : fin, noms: objet.noms })
  }
  for (const { debut, fin, noms } of flux) {
    const filtres = filtresDe(noms)
    if (noms.includes('ObjStm')) {
      const clair = ouvrirObjets(pdf.subarray(debut, fin), filtres, noms)
      if (typeof clair === 'string') return clair
      ouverts += clair.length
      if (ouverts > OBJETS_MAX) return 'bombe'
      const refus = juger(lireObjet(clair, 0, true).noms)
      if (refus) return refus
    } else if (filtres.filter((filtre) => filtre === 'FlateDecode').length > 1) return 'bombe'
  }
  return (await tropGrand(pdf, flux)) ? 'bombe' : null
}

/** Only blanks or the mark of UTF-8 before the header: anything else makes of the file something else too. */
function enTeteSeul(pdf: Buffer): boolean {
  const position = pdf.indexOf('%PDF-')
  const avant = pdf.toString('latin1', 0, position)
  if (position < 0 || !/^(?:\u00ef\u00bb\u00bf)?[\0\t\n\f\r ]*$/.test(avant)) return false
  if (/<(?:script|html|body|svg|iframe)\b/i.test(pdf.toString('latin1', 0, 1024))) return false
  // After its end, another file.
  const fin = pdf.lastIndexOf('%%EOF')
  if (/[^\0\t\n\f\r\u001a ]/.test(pdf.toString('latin1', fin + 5))) return false
  // The end of a ZIP whose comment would be the end of the PDF.
  const queue = pdf.subarray(Math.max(0, pdf.length - 66_000))
  for (let i = queue.indexOf('PK\x05\x06'); i >= 0; i = queue.indexOf('PK\x05\x06', i + 1))
    if (i + 22 <= queue.length && i + 22 + queue.readUInt16LE(i + 20) === queue.length) return false
  return true
}

function juger(noms: readonly string[]): CodeRefus | null {
  if (noms.some((nom) => JOINTS.has(nom))) return 'fichiers_joints'
  if (noms.some((nom) => INTERDITS.has(nom))) return 'actif'
  return noms.includes('Encrypt') ? 'protege' : null
}

/** After each «12 0 obj» and «trailer». */
function* departs(pdf: Buffer): Generator<number> {
  for (let i = pdf.indexOf('obj'); i >= 0; i = pdf.indexOf('obj', i + 3)) if (suitUnNombre(pdf, i)) yield i + 3
  for (let i = pdf.indexOf('trailer'); i >= 0; i = pdf.indexOf('trailer', i + 7)) yield i + 7
}

/** A number stands before, with blanks or comments between: three letters met by chance in an image are no object. */
function suitUnNombre(pdf: Buffer, i: number): boolean {
  const avant = pdf.toString('latin1', Math.max(0, i - 200), i)
  return /\d(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])*$/.test(avant)
}

/** Names of one object, up to its end. `tout`: of all those of a stream of objects. */
function lireObjet(source: Buffer, depart: number, tout = false): Objet {
  const noms: string[] = []
  let i = depart
  while (i < source.length) {
    const octet = source[i] as number
    if (octet === 0x25) {
      while (i < source.length && source[i] !== 10 && source[i] !== 13) i += 1
    } else if (octet === 0x28) {
      i = apresChaine(source, i)
      if (i < 0) return { noms, flux: null, fin: source.length, coupe: true }
    } else if (octet === 0x3c && source[i + 1] === 0x3c) i += 2
    else if (octet === 0x3c) {
      const fin = source.indexOf(0x3e, i)
      i = fin < 0 ? source.length : fin + 1
    } else if (octet === 0x2f) {
      let fin = i + 1
      while (estRegulier(source[fin])) fin += 1
      if (fin - i < 128) noms.push(nomClair(source.toString('latin1', i + 1, fin)))
      i = fin
    } else if (estRegulier(octet)) {
      let fin = i + 1
      while (estRegulier(source[fin])) fin += 1
      const mot = fin - i < 20 ? source.toString('latin1', i, fin) : ''
      i = fin
      if (tout) continue
      if (mot === 'endobj' || mot === 'startxref') return { noms, flux: null, fin }
      if (mot === 'stream') return { noms, flux: debutFlux(source, fin), fin }
    } else i += 1
  }
  return { noms, flux: null, fin: i }
}

const debutFlux = (source: Buffer, i: number) =>
  source[i] === 13 && source[i + 1] === 10 ? i + 2 : source[i] === 10 || source[i] === 13 ? i + 1 : i

function apresChaine(source: Buffer, depart: number): number {
  let profondeur = 0
  for (let i = depart; i < source.length; i += 1) {
    const octet = source[i]
    if (octet === 0x5c) i += 1
    else if (octet === 0x28) profondeur += 1
    else if (octet === 0x29) {
      profondeur -= 1
      if (profondeur === 0) return i + 1
    }
  }
  return -1
}

const nomClair = (nom: string) => {
  const clair = nom.replace(/#([0-9a-f]{2})/gi, (_, hexa: string) => String.fromCharCode(Number.parseInt(hexa, 16)))
  return RACCOURCIS[clair] ?? clair
}

const FILTRES = [
  'ASCIIHexDecode',
  'AHx',
  'ASCII85Decode',
  'A85',
  'LZWDecode',
  'LZW',
  'FlateDecode',
  'RunLengthDecode',
  'RL',
  'Crypt',
]

const filtresDe = (noms: string[]) => noms.filter((nom) => FILTRES.includes(nom))

/** Streams of objects are written plain or deflated, by all that make PDF: another way only serves to hide them. */
function ouvrirObjets(brut: Buffer, filtres: string[], noms: string[]): Buffer | CodeRefus {
  if (filtres.length === 0) return brut
  if (filtres.length > 1 || filtres[0] !== 'FlateDecode') return 'actif'
  try {
    const clair = inflateSync(brut, { maxOutputLength: OBJETS_MAX, finishFlush: zlib.Z_SYNC_FLUSH })
    // A predictor scrambles what is read; none is of use here.
    return noms.includes('Predictor') ? 'actif' : clair
  } catch (erreur) {
    return erreur instanceof Error && 'code' in erreur && erreur.code === 'ERR_BUFFER_TOO_LARGE' ? 'bombe' : 'abime'
  }
}

/** Whether a deflated stream, or all of them, would open to more than any scan: measured without being kept. */
async function tropGrand(pdf: Buffer, flux: { debut: number; fin: number; noms: string[] }[]): Promise<boolean> {
  let total = 0
  for (const { debut, fin, noms } of flux) {
    if (!noms.includes('FlateDecode') || (fin - debut) * RAPPORT_MAX < 16 * 1024 * 1024) continue
    const ouvert = await mesurer(pdf.subarray(debut, fin), FLUX_MAX)
    total += ouvert
    if (ouvert > FLUX_MAX || total > FLUX_TOTAL_MAX) return true
  }
  return false
}

/** Length of what a deflated stream opens to, in bytes; stops past `max`, or where it can't be read. */
function mesurer(brut: Buffer, max: number): Promise<number> {
  return new Promise((resoudre) => {
    let lus = 0
    const flux = createInflate({ chunkSize: 256 * 1024 })
    const finir = () => {
      flux.destroy()
      resoudre(lus)
    }
    flux.on('data', (morceau: Buffer) => {
      lus += morceau.length
      if (lus > max) finir()
    })
    flux.once('end', finir)
    flux.once('error', finir)
    flux.end(brut)
  })
}

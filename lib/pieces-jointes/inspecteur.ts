import { fileTypeFromBuffer } from 'file-type'
import { formats, type TypeAccepte } from '@/lib/pieces-jointes/formats'
import { examenHeic, examenPng } from '@/lib/pieces-jointes/inspection/boites'
import { examenCfb } from '@/lib/pieces-jointes/inspection/cfb'
import { abime, type Conclusion, type Examen } from '@/lib/pieces-jointes/inspection/examen'
import { examenJpeg } from '@/lib/pieces-jointes/inspection/jpeg'
import { examenPdf } from '@/lib/pieces-jointes/inspection/pdf'
import { examenTiff } from '@/lib/pieces-jointes/inspection/tiff'
import { examenZip } from '@/lib/pieces-jointes/inspection/zip'
import { type CodeRefus, messageRefus } from '@/lib/pieces-jointes/refus'

const DEBUT = 64 * 1024
const FIN = 1024 * 1024
/** Acrobat accepts its mark within the first kilobyte; every other format is told by its first bytes. */
const RECONNAISSANCE = 1024

export type Verdict = { type: TypeAccepte; typeMime: string } | { code: CodeRefus; refus: string }

export type Inspecteur = {
  ajouter(morceau: Uint8Array): void
  /** To be called once, after the last byte. `refus` is the reason, in French, for the file of that name. */
  conclure(nomFichier: string): Promise<Verdict>
}

/**
 * Tells what a file is, and whether the caisse could open it, while it goes by: about 1 MiB is kept, whatever its size.
 */
export function inspecteur(): Inspecteur {
  const debut = accumulateur()
  const fin = finDuFlux()
  let taille = 0
  let examen: Examen | null | undefined

  const conclureExamen = async (): Promise<Conclusion> => {
    if (taille === 0) return { refus: 'vide' }
    const souvenir = { debut: debut.contenu(), fin: fin.contenu(), taille }
    if (examen === undefined) {
      examen = choisirExamen(souvenir.debut)
      examen?.ajouter(souvenir.debut)
    }
    if (!examen) return inconnu(souvenir.debut)
    try {
      return examen.conclure(souvenir)
    } catch (erreur) {
      // A length that leads out of the file.
      if (erreur instanceof RangeError) return abime
      throw erreur
    }
  }

  return {
    ajouter(octets) {
      const morceau = Buffer.from(octets.buffer, octets.byteOffset, octets.length)
      taille += morceau.length
      fin.ajouter(morceau)
      debut.ajouter(morceau)
      if (examen !== undefined) examen?.ajouter(morceau)
      else if (taille >= RECONNAISSANCE) {
        examen = choisirExamen(debut.contenu())
        examen?.ajouter(debut.contenu())
        // The first read may be longer than what is kept of the beginning.
        if (taille > DEBUT) examen?.ajouter(morceau.subarray(morceau.length - (taille - DEBUT)))
      }
    },
    async conclure(nomFichier) {
      const conclusion = await conclureExamen()
      if ('refus' in conclusion) {
        return { code: conclusion.refus, refus: messageRefus(conclusion.refus, nomFichier) }
      }
      return { type: conclusion.type, typeMime: formats[conclusion.type].mime }
    },
  }
}

function choisirExamen(debut: Buffer): Examen | null {
  const commence = (hexa: string) => debut.subarray(0, hexa.length / 2).equals(Buffer.from(hexa, 'hex'))
  if (commence('ffd8ff')) return examenJpeg()
  if (commence('89504e470d0a1a0a')) return examenPng()
  if (debut.toString('latin1', 4, 8) === 'ftyp') return examenHeic()
  if (commence('49492a00') || commence('4d4d002a')) return examenTiff()
  if (commence('504b0304') || commence('504b0506')) return examenZip()
  if (commence('d0cf11e0a1b11ae1')) return examenCfb()
  if (debut.subarray(0, RECONNAISSANCE).includes('%PDF-')) return examenPdf()
  return null
}

const ARCHIVES = new Set([
  'zip',
  'rar',
  '7z',
  'gz',
  'tar',
  'bz2',
  'xz',
  'zst',
  'lz',
  'Z',
  'cab',
  'ace',
  'lzh',
  'arj',
  'lz4',
  'tar.gz',
])

async function inconnu(debut: Buffer): Promise<Conclusion> {
  const trouve = await fileTypeFromBuffer(debut).catch(() => undefined)
  return { refus: trouve && ARCHIVES.has(trouve.ext) ? 'archive' : 'inconnu' }
}

function accumulateur() {
  let garde = Buffer.alloc(0)
  return {
    ajouter(morceau: Buffer) {
      if (garde.length < DEBUT) garde = Buffer.concat([garde, morceau.subarray(0, DEBUT - garde.length)])
    },
    contenu: () => garde,
  }
}

/** A ring: nothing is allocated while the file goes by. */
function finDuFlux() {
  const anneau = Buffer.alloc(FIN)
  let position = 0
  let pleine = false
  return {
    ajouter(tout: Buffer) {
      const morceau = tout.length > FIN ? tout.subarray(-FIN) : tout
      const avantLeBord = morceau.copy(anneau, position)
      const apres = morceau.copy(anneau, 0, avantLeBord)
      pleine ||= position + morceau.length >= FIN
      position = apres > 0 ? apres : (position + avantLeBord) % FIN
    },
    contenu: () =>
      pleine ? Buffer.concat([anneau.subarray(position), anneau.subarray(0, position)]) : anneau.subarray(0, position),
  }
}

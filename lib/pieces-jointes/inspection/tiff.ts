import { abime, type Examen } from '@/lib/pieces-jointes/inspection/examen'

// Camera files have the structure of a TIFF, but no browser nor office suite shows them.
const BRUTS = ['CR\x02', 'IIRO', 'IIRS', 'MMOR']

/** Checks that the file reaches its list of tags: scanners write it after the image, where a truncation takes it away. */
export function examenTiff(): Examen {
  return {
    ajouter() {},
    conclure({ debut, fin, taille }) {
      if (debut.length < 16) return abime
      const brut = debut.toString('latin1', 8, 11)
      if (BRUTS.includes(brut)) return { refus: 'inconnu' }
      const petit = debut.toString('latin1', 0, 2) === 'II'
      const lire16 = (source: Buffer, i: number) => (petit ? source.readUInt16LE(i) : source.readUInt16BE(i))
      const position = petit ? debut.readUInt32LE(4) : debut.readUInt32BE(4)
      if (position < 8 || position + 2 > taille) return abime
      const [source, i] = position + 2 <= debut.length ? [debut, position] : [fin, position - (taille - fin.length)]
      // In the middle of a large file, out of what is kept: sharp will tell.
      if (i < 0) return { type: 'tiff' }
      const nombre = lire16(source, i)
      return nombre > 0 && position + 2 + nombre * 12 + 4 <= taille ? { type: 'tiff' } : abime
    },
  }
}

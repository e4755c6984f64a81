import { abime, type Conclusion, type Examen } from '@/lib/pieces-jointes/inspection/examen'

/** Length and name of the next box, from its first 16 bytes. Null when they make no sense. */
type LireBoite = (entete: Buffer) => { nom: string; entete: number; longueur: number } | null

/**
 * Walks a file made of boxes (PNG chunks, ISO media boxes), each saying its length, and keeps the names of the first
 * ones. `complet` tells whether the file ends exactly where its last box does, or after the box named `derniere`.
 */
function marcheDesBoites(
  depart: number,
  lire: LireBoite,
  taillesEntete: { min: number; max: number },
  derniere?: string,
) {
  const noms: string[] = []
  let aSauter = depart
  let entete = Buffer.alloc(0)
  let casse = false
  let fini = false

  const ouvrir = () => {
    const boite = lire(entete)
    if (!boite || boite.longueur < boite.entete) {
      casse = true
      return
    }
    if (noms.length < 50) noms.push(boite.nom)
    if (boite.nom === derniere) fini = true
    aSauter = boite.longueur - entete.length
    entete = Buffer.alloc(0)
    if (aSauter < 0) casse = true
  }

  return {
    ajouter(morceau: Buffer) {
      for (let i = 0; i < morceau.length && !casse; ) {
        if (aSauter > 0) {
          const pas = Math.min(aSauter, morceau.length - i)
          aSauter -= pas
          i += pas
          continue
        }
        if (fini) return
        const manque = besoin(entete, taillesEntete) - entete.length
        entete = Buffer.concat([entete, morceau.subarray(i, i + manque)])
        i += manque
        if (entete.length === besoin(entete, taillesEntete)) ouvrir()
      }
    },
    conclure: () => ({
      noms,
      complet:
        !casse &&
        entete.length === 0 &&
        (derniere ? fini && aSauter === 0 : aSauter === 0 || !Number.isFinite(aSauter)),
    }),
  }
}

/** A length of 1 announces that the real one, on 8 bytes, follows (ISO media). */
function besoin(entete: Buffer, { min, max }: { min: number; max: number }): number {
  return max > min && entete.length >= 4 && entete.readUInt32BE(0) === 1 ? max : min
}

export function examenPng(): Examen {
  const marche = marcheDesBoites(
    8,
    (entete) => ({ nom: entete.toString('latin1', 4, 8), entete: 12, longueur: entete.readUInt32BE(0) + 12 }),
    { min: 8, max: 8 },
    'IEND',
  )
  return {
    ajouter: marche.ajouter,
    conclure() {
      const { noms, complet } = marche.conclure()
      return complet && noms[0] === 'IHDR' && noms.includes('IDAT') ? { type: 'png' } : abime
    },
  }
}

// Single images and collections coded in HEVC; AVIF and videos have other brands.
const MARQUES_HEIC = ['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1']

export function examenHeic(): Examen {
  const marche = marcheDesBoites(
    0,
    (entete) => {
      const nom = entete.toString('latin1', 4, 8)
      const courte = entete.readUInt32BE(0)
      if (courte === 0) return { nom, entete: 8, longueur: Number.POSITIVE_INFINITY }
      if (courte > 1) return { nom, entete: 8, longueur: courte }
      return { nom, entete: 16, longueur: Number(entete.readBigUInt64BE(8)) }
    },
    { min: 8, max: 16 },
  )
  return {
    ajouter: marche.ajouter,
    conclure({ debut }): Conclusion {
      const majeure = debut.toString('latin1', 8, 12)
      const marques = debut.toString('latin1', 8, Math.min(debut.readUInt32BE(0), 200))
      if (!MARQUES_HEIC.includes(majeure) || (majeure.endsWith('f1') && /avif|avis/.test(marques)))
        return { refus: 'inconnu' }
      const { noms, complet } = marche.conclure()
      return complet && noms.includes('meta') ? { type: 'heic' } : abime
    },
  }
}

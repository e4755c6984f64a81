import { abime, type Examen } from '@/lib/pieces-jointes/inspection/examen'

const FIN_IMAGE = 0xd9
const DEBUT_BALAYAGE = 0xda

const sansLongueur = (marqueur: number) => marqueur === 0x01 || (marqueur >= 0xd0 && marqueur <= 0xd8)
// Dimensions of the image: all SOF but DHT, JPG and DAC.
const porteDimensions = (marqueur: number) =>
  marqueur >= 0xc0 && marqueur <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marqueur)

/**
 * Walks the markers to the end of the image. Searching for its two bytes would not do: the thumbnail of a photo has
 * the same, and telephones add other images after it.
 */
export function examenJpeg(): Examen {
  let etat: 'marqueur' | 'code' | 'longueur' | 'segment' | 'balayage' | 'code_balayage' | 'fini' | 'casse' = 'marqueur'
  let dimensions = false
  let code = 0
  let octetsLus = 0
  let longueur = 0

  const surCode = (marqueur: number): typeof etat => {
    if (marqueur === 0xff) return 'code'
    if (marqueur === FIN_IMAGE) return 'fini'
    if (sansLongueur(marqueur)) return 'marqueur'
    if (marqueur < 0xc0) return 'casse'
    code = marqueur
    octetsLus = 0
    longueur = 0
    dimensions ||= porteDimensions(marqueur)
    return 'longueur'
  }

  const avancer = (morceau: Buffer, i: number): number => {
    switch (etat) {
      case 'segment': {
        const pas = Math.min(longueur, morceau.length - i)
        longueur -= pas
        if (longueur === 0) etat = code === DEBUT_BALAYAGE ? 'balayage' : 'marqueur'
        return i + pas
      }
      case 'balayage': {
        const suivant = morceau.indexOf(0xff, i)
        if (suivant < 0) return morceau.length
        etat = 'code_balayage'
        return suivant + 1
      }
      case 'marqueur':
        etat = morceau[i] === 0xff ? 'code' : 'casse'
        return i + 1
      case 'code':
        etat = surCode(morceau.readUInt8(i))
        return i + 1
      case 'code_balayage': {
        const valeur = morceau.readUInt8(i)
        const donnee = valeur === 0 || (valeur >= 0xd0 && valeur <= 0xd7)
        if (valeur !== 0xff) etat = donnee ? 'balayage' : surCode(valeur)
        return i + 1
      }
      case 'longueur':
        longueur = longueur * 256 + morceau.readUInt8(i)
        octetsLus += 1
        if (octetsLus === 2) {
          longueur -= 2
          if (longueur < 0) etat = 'casse'
          else if (longueur > 0) etat = 'segment'
          else etat = code === DEBUT_BALAYAGE ? 'balayage' : 'marqueur'
        }
        return i + 1
      default:
        return morceau.length
    }
  }

  return {
    ajouter(morceau) {
      for (let i = 0; i < morceau.length; ) i = avancer(morceau, i)
    },
    conclure: () => (etat === 'fini' && dimensions ? { type: 'jpeg' } : abime),
  }
}

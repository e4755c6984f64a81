import { createHash } from 'node:crypto'

/** Draws that depend on their seed alone: the same seed gives the same data, on any machine. */
export class Hasard {
  readonly #graine: string
  #a: number
  #b: number
  #c: number
  #d: number

  constructor(graine: string | number) {
    this.#graine = String(graine)
    const octets = createHash('sha256').update(this.#graine).digest()
    this.#a = octets.readInt32LE(0)
    this.#b = octets.readInt32LE(4)
    this.#c = octets.readInt32LE(8)
    this.#d = octets.readInt32LE(12)
  }

  /** Another generator, so that one more draw here does not change what is drawn there. */
  branche(nom: string): Hasard {
    return new Hasard(`${this.#graine}/${nom}`)
  }

  /** An unsigned 32-bit integer (sfc32). */
  #bits(): number {
    const t = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (this.#c << 21) | (this.#c >>> 11)
    this.#c = (this.#c + t) | 0
    return t >>> 0
  }

  /** In [0, 1[. */
  reel(): number {
    return this.#bits() / 2 ** 32
  }

  /** Both bounds included. */
  entier(min: number, max: number): number {
    return min + Math.floor(this.reel() * (max - min + 1))
  }

  /** True with this probability. */
  chance(probabilite: number): boolean {
    return this.reel() < probabilite
  }

  choisir<T>(liste: readonly T[]): T {
    const choix = liste[this.entier(0, liste.length - 1)]
    if (choix === undefined) throw new Error('Rien à choisir : la liste est vide.')
    return choix
  }

  /** Chooses with weights. */
  choisirPar<T>(liste: readonly T[], poids: (element: T) => number): T {
    let reste = this.reel() * liste.reduce((somme, element) => somme + poids(element), 0)
    for (const element of liste) {
      reste -= poids(element)
      if (reste < 0) return element
    }
    return this.choisir(liste)
  }

  /** `nombre` elements, in the order of the list. */
  quelques<T>(liste: readonly T[], nombre: number): T[] {
    const rangs = new Set<number>()
    while (rangs.size < Math.min(nombre, liste.length)) rangs.add(this.entier(0, liste.length - 1))
    return liste.filter((_, rang) => rangs.has(rang))
  }

  chiffres(nombre: number): string {
    return Array.from({ length: nombre }, () => this.entier(0, 9)).join('')
  }

  /** A UUID of version 7 that carries `instant`: rows are in the order of their ids, as those of the product. */
  uuid(instant: Date): string {
    const temps = instant.getTime().toString(16).padStart(12, '0')
    const hexa = () => this.#bits().toString(16).padStart(8, '0')
    const tirage = hexa() + hexa() + hexa()
    const variante = (8 + this.entier(0, 3)).toString(16)
    return `${temps.slice(0, 8)}-${temps.slice(8)}-7${tirage.slice(0, 3)}-${variante}${tirage.slice(3, 6)}-${tirage.slice(6, 18)}`
  }
}

/** A UUID that depends on a name alone: the same row has the same id in every installation. */
export function uuidDe(nom: string): string {
  const h = createHash('sha256').update(nom).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
}

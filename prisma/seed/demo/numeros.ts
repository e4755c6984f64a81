import type { Atelier } from '../fabriques/atelier'

const premier = 1_000
const parJour = 14
const jours = 600

/** Numbers of the references, that follow the order of filing: those in between belong to demandes long deleted. */
export class Numeros {
  readonly #depuis: number
  readonly #pris = new Set<number>()
  dernier = premier

  constructor({ maintenant }: Pick<Atelier, 'maintenant'>) {
    this.#depuis = maintenant.getTime() - jours * 86_400_000
  }

  prendre(deposeeLe: Date): number {
    let numero = premier + Math.floor(((deposeeLe.getTime() - this.#depuis) / 86_400_000) * parJour)
    while (this.#pris.has(numero)) numero += 1
    this.#pris.add(numero)
    this.dernier = Math.max(this.dernier, numero)
    return numero
  }
}

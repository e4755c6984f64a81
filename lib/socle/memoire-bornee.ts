/** What is kept to spare the work of finding it again: never more than `max` at once, all forgotten to make room. */
export class MemoireBornee<C, V> extends Map<C, V> {
  readonly #max: number

  constructor(max: number) {
    super()
    this.#max = max
  }

  override set(cle: C, valeur: V): this {
    if (this.size >= this.#max && !this.has(cle)) this.clear()
    return super.set(cle, valeur)
  }
}

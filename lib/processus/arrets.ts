/** What must be undone, in reverse order of what was started. Can be emptied at any moment, once. */
export class Arrets {
  #actes: (() => Promise<unknown>)[] = []
  #enCours: Promise<void> | undefined

  /** Returns what to call when the thing has ended by itself. */
  ajouter(acte: () => Promise<unknown>): () => void {
    if (this.#enCours) {
      // Started while everything was being stopped: stop it at once.
      this.#enCours = this.#enCours
        .then(() => acte())
        .then(
          () => {},
          () => {},
        )
      return () => {}
    }
    this.#actes.push(acte)
    return () => {
      this.#actes = this.#actes.filter((autre) => autre !== acte)
    }
  }

  get demande(): boolean {
    return this.#enCours !== undefined
  }

  async tout(): Promise<void> {
    this.#enCours ??= this.#vider()
    let vu: Promise<void> | undefined
    while (vu !== this.#enCours) {
      vu = this.#enCours
      await vu
    }
  }

  async #vider(): Promise<void> {
    for (const acte of this.#actes.reverse()) await acte().catch(() => {})
    this.#actes = []
  }
}

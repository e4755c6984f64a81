const RAYON = 4096
const PAS = 64 * 1024
const GARDEES = 8

type Fenetre = {
  /** What surrounds the mark, one character per byte. */
  texte: string
  /** Position of the mark in it. */
  marque: number
}

/**
 * Searches a flow for a mark, and keeps what surrounds its last occurrences that fit `motif`, 4 KiB on each side.
 * Occurrences that stand in a same surrounding count as one, so that a hostile file costs no more than another.
 */
export function fenetres(marque: string, motif: RegExp) {
  const octets = Buffer.from(marque, 'latin1')
  const gardees: Fenetre[] = []
  const tampon = Buffer.alloc(2 * RAYON + PAS)
  let rempli = 0
  let dejaVu = 0

  const chercher = (jusque: number): void => {
    const donnees = tampon.subarray(0, rempli)
    for (let i = donnees.indexOf(octets, dejaVu); i >= 0 && i < jusque; ) {
      let suivant = i + octets.length
      if (motif.test(donnees.toString('latin1', i, i + 64))) {
        const debut = Math.max(0, i - RAYON)
        gardees.push({ texte: donnees.toString('latin1', debut, i + RAYON), marque: i - debut })
        if (gardees.length > GARDEES) gardees.shift()
        suivant = i + RAYON / 2
      }
      dejaVu = suivant
      i = donnees.indexOf(octets, suivant)
    }
  }

  const absorber = (morceau: Buffer): void => {
    rempli += morceau.copy(tampon, rempli)
    // A mark too near the end waits for what follows it.
    const jusque = Math.max(0, rempli - RAYON)
    chercher(jusque)
    const depuis = Math.max(0, jusque - RAYON)
    tampon.copyWithin(0, depuis, rempli)
    rempli -= depuis
    dejaVu = Math.max(dejaVu, jusque) - depuis
  }

  return {
    ajouter(morceau: Buffer): void {
      for (let i = 0; i < morceau.length; i += PAS) absorber(morceau.subarray(i, i + PAS))
    },
    conclure(): Fenetre[] {
      chercher(rempli)
      return gardees
    },
  }
}

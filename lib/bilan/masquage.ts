import { MASQUE_SOUS } from '@/lib/bilan/regles'

/** A total and the counts it is made of. A count may stand in several of them. */
export type Somme = { total: string; parts: readonly string[] }

/**
 * What is kept back of the counts of one figure, so that a person can't be recognised: those from 1 to 4; then, in each sum, as many
 * others as it takes for a subtraction to give none of them back — the smallest ones first. Zero says nothing of anybody, and
 * stays, except under a total that is itself kept back.
 */
export function aMasquer(comptes: ReadonlyMap<string, number>, sommes: readonly Somme[]): Set<string> {
  const caches = new Set<string>()
  const petits = new Set<string>()
  for (const [nom, n] of comptes)
    if (n > 0 && n < MASQUE_SOUS) {
      caches.add(nom)
      petits.add(nom)
    }
  let change = true
  const cacher = (nom: string) => {
    if (!caches.has(nom)) change = true
    caches.add(nom)
  }
  while (change) {
    change = false
    for (const somme of sommes) completer(somme)
  }
  return caches

  function completer({ total, parts }: Somme): void {
    if (petits.has(total)) {
      for (const nom of parts) cacher(nom)
      return
    }
    const masquees = parts.filter((nom) => caches.has(nom))
    if (caches.has(total)) {
      // The sum of what is shown would give it back.
      if (masquees.length === 0) cacherSuivantes(parts, total)
      return
    }
    const ensemble = masquees.reduce((somme, nom) => somme + (comptes.get(nom) ?? 0), 0)
    // One alone, or several that can only be all the least, or all the most.
    const devinables =
      masquees.length === 1 ||
      ensemble < MASQUE_SOUS ||
      ensemble <= masquees.length ||
      (ensemble === masquees.length * (MASQUE_SOUS - 1) && masquees.every((nom) => petits.has(nom)))
    if (masquees.length > 0 && devinables) cacherSuivantes(parts, total)
  }

  /** The smallest of those still shown, all of them where they are equal: which one was chosen would tell; the total, where none is left. */
  function cacherSuivantes(parts: readonly string[], total: string): void {
    const montrees = parts.filter((nom) => !caches.has(nom) && (comptes.get(nom) ?? 0) > 0)
    const plusPetit = Math.min(...montrees.map((nom) => comptes.get(nom) ?? 0))
    for (const nom of montrees) if (comptes.get(nom) === plusPetit) cacher(nom)
    if (montrees.length === 0) cacher(total)
  }
}

// Structure of a NIR, from the numbers alone. No dependency: this runs in the browser while someone types.

/** 97 − (n mod 97), where Corsica counts as 19 (2A) and 18 (2B). */
export function cleNir(treize: string): number {
  return 97 - (Number(treize.replace('2A', '19').replace('2B', '18')) % 97)
}

/** 01 to 12; 20 to 42 and 50 to 99 are given when the civil status is incomplete. */
const moisPossible = (mois: number) => (mois >= 1 && mois <= 12) || (mois >= 20 && mois <= 42) || mois >= 50

/**
 * Could these 13 characters (upper case) be a NIR? Sexe 1 or 2, 3 and 4 (being registered), 7 and 8 (provisional); month;
 * département 01 to 96, 2A, 2B, 97x, 98x or 99; commune and order number other than zero.
 */
export function structureNir(treize: string): boolean {
  const lu = /^[123478]\d\d(\d\d)(\d\d|2[AB])(\d)(\d\d)(\d{3})$/.exec(treize)
  if (!lu) return false
  const [, mois = '', departement = '', centaine = '', commune = '', ordre = ''] = lu
  const outreMer = departement === '97' || departement === '98'
  if (!moisPossible(Number(mois)) || departement === '00' || ordre === '000') return false
  return outreMer ? commune !== '00' : centaine + commune !== '000'
}

/** Where the groups of a NIR end when it is written as on the card: 1 · 2 · 2 · 2 · 3 · 3 · 2 (overseas: 1 · 2 · 2 · 3 · 2 · 3 · 2). */
export function bornesUsuelles(treize: string): Set<number> {
  return new Set([1, 3, 5, 7, 10, 13, ...(/^.{5}9[78]/.test(treize) ? [8] : [])])
}

// Numbers that look like a NIR and are not: each is blanked out before the search. Digits only, no dependency.

/** One sign that may stand inside a number. */
export const SEP = '[\\s\\u00ad\\u200b-\\u200d\\u2060._/|\\-\\u2010-\\u2015\\u2212]'

/** What may stand between two groups of one number: up to 4 spaces, dots, dashes, slashes, but no empty line. */
export const ENTRE_GROUPES = new RegExp(`^(?!.*\\n\\s*\\n)${SEP}{1,4}$`, 's')

const JOUR = '(?:0?[1-9]|[12]\\d|3[01])'
const MOIS = '(?:0?[1-9]|1[0-2])'
const apres = (mots: string, n: number) =>
  new RegExp(`(?<=(?:^|[^\\p{L}])(?:${mots})[\\s:n°º.]{0,6})\\d(?:${SEP}?\\d){${n - 1}}(?!\\d)`, 'giu')

/** Certain, from how they are written or from the word before them. */
export const CERTAINES = [
  // IBAN: French ones have 27 characters however they are spaced; others come in groups of four.
  new RegExp(
    `(?<![\\p{L}\\d])(?:FR|MC|fr|mc)\\d\\d(?:${SEP}{0,2}\\d){10}(?:${SEP}{0,2}[\\dA-Z]){11}(?:${SEP}{0,2}\\d){2}(?![\\p{L}\\d])`,
    'gu',
  ),
  /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){2,7}(?: ?[\dA-Z]{1,3})?(?![\p{L}\d])/gu,
  // French telephone with its country code, «(0)» included.
  /(?<![\p{L}\d])(?:\+|00)33[\s.-]?(?:\(0\)[\s.-]?)?0?[1-9](?:[\s./-]?\d\d){4}(?!\d)/gu,
  // Dates with their century.
  new RegExp(`(?<![\\p{L}\\d]|\\d[/.-])${JOUR}([/.-])${MOIS}\\1(?:19\\d\\d|20[0-3]\\d)(?!\\d|\\1[\\dAB])`, 'giu'),
  /(?<!\d|\d[/.-])(?:19\d\d|20[0-3]\d)([/.-])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
  // Card numbers, amounts.
  /(?<!\d)\d{4}([ \u00a0\u202f-])\d{4}\1\d{4}\1\d{4}(?!\d)/g,
  /(?<!\d)(?:\d{1,9}|\d{1,3}(?:[ \u00a0\u202f.]\d{3}){1,3})(?:,\d\d(?!\d)|(?:,\d\d)?\s?(?:€|euros?))/gi,
  // RIB: bank, branch, account, key.
  new RegExp(`(?<![\\p{L}\\d])\\d{5}${SEP}\\d{5}${SEP}[\\dA-Z]{11}${SEP}\\d\\d(?!\\d)`, 'giu'),
  apres('siret', 14),
  apres('siren|finess', 9),
  apres('rpps', 11),
  apres('ean|ean-13|gtin|code[- ]barres?|cip|cip13', 13),
  apres('imei', 15),
  apres('caf|allocataires?', 7),
]

/** Probable, unless the groups are those of a NIR. */
export const PROBABLES = [new RegExp(`\\+\\d{1,3}(?:[ .\\-\\u00a0\\u202f]?\\d){7,12}(?!\\d)`, 'g')]

/** Possible: they only tell when they explain all the digits of a run, or what surrounds a NIR in a longer one. */
export const POSSIBLES = [
  /(?<!\d)(?:11[59]\s)?0[1-9](?:([\s.\-/\u00a0\u202f])\d\d(?:\1\d\d){3}|\d{8})(?!\d)/g,
  new RegExp(`(?<!\\d|\\d[/.-])${JOUR}([/. -])${MOIS}\\1(?:(?:19|20)\\d\\d|\\d\\d)(?!\\d|\\1\\d)`, 'g'),
  /^(?:\d{3}([ ./\u00a0\u202f-])\d{3}\1\d{3}|\d{9})$/gm,
  /(?<!\d)\d\d-\d{5,6}(?!\d)/g,
  /(?<!\d)(?:\d{5}|(?:19|20)\d\d|3[69]\d\d)(?!\d)/g,
]

/** The same text, of the same length, where what the patterns match is blanked out by a sign that is no separator. */
export function masquer(texte: string, motifs: RegExp[]): string {
  return motifs.reduce((reste, motif) => reste.replace(motif, (lu) => '\u0000'.repeat(lu.length)), texte)
}

/** A dated file number (2026031200481) or the code of a medicine (34009…, with its check digit). */
export function numeroConnu(treize: string): boolean {
  if (/^20(?:2[2-9]|3\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(treize)) return true
  if (!treize.startsWith('34009')) return false
  return [...treize].reduce((somme, c, i) => somme + Number(c) * (i % 2 ? 3 : 1), 0) % 10 === 0
}

/** Levels of lists and quotations one inside another: beyond, nobody reads, and a parser suffers. */
export const NIVEAUX_MAX = 6

const marque = /^[ \t]*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))[ \t]*/

/** Quotations and lists opened by one line, each inside the one before. */
function niveauxDe(ligne: string): number {
  let [reste, niveaux] = [ligne, 0]
  for (let lu = marque.exec(reste); lu && niveaux <= NIVEAUX_MAX; lu = marque.exec(reste)) {
    reste = reste.slice(lu[0].length)
    niveaux += 1
  }
  return niveaux
}

/** Too many levels one inside another: by the signs of a line, or by its indentation. */
export const tropImbrique = (texte: string): boolean =>
  texte.split('\n').some((ligne) => niveauxDe(ligne) > NIVEAUX_MAX || /^[ \t]{25,}\S/.test(ligne))

/** A Markdown text as plain words, for what has no formatting: a list, a mail. A heading and an item end with a sign of their own. */
export function texteBrut(texte: string): string {
  return texte
    .replace(/^([ \t]*#{1,6}[ \t]+[^\n]*[^\s.!?:;…])[ \t]*$/gm, '$1\u00A0:')
    .replace(/^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+[^\n]*[^\s.!?:;,…])[ \t]*$/gm, '$1 ;')
    .replace(/^[ \t]*(?:(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+)+/gm, '')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/(\*\*|__|\*|`)/g, '')
    .replace(/<[^>\n]{0,200}>/g, '')
    .replace(/[^\S\u00A0]+/g, ' ')
    .replace(/ ;$/, '')
    .trim()
}

/** Its beginning, cut between two words, without the sign that would end a sentence. */
export function debutDe(texte: string, longueur = 180): string {
  const brut = texteBrut(texte)
  return brut.length <= longueur
    ? brut
    : `${brut
        .slice(0, longueur)
        .replace(/\s+\S*$/, '')
        .replace(/[\s.,;:!?…]+$/, '')}…`
}

/** A text that a spreadsheet would take for a formula is neutralised by an apostrophe, removed again when it is read. */
export const neutraliser = (texte: string) => (/^[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte)

export function ecrireCsv(lignes: readonly (readonly string[])[]): string {
  const champ = (texte: string) => (/[";\r\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte)
  return lignes.map((ligne) => `${ligne.map(champ).join(';')}\r\n`).join('')
}

/** Rows and columns beyond the bounds are left out. The separator is the one headings use most among `;`, tabs and commas. */
export function lireCsv(texte: string, bornes: { lignes: number; colonnes: number }): string[][] {
  const entete = texte.slice(0, texte.search(/[\r\n]|$/))
  const compter = (signe: string) => entete.split(signe).length
  const [separateur = ';'] = [';', '\t', ','].sort((a, b) => compter(b) - compter(a))
  const lignes: string[][] = []
  let ligne: string[] = []
  let champ = ''
  let cite = false
  const cloreChamp = () => {
    if (ligne.length < bornes.colonnes) ligne.push(champ.trim().replace(/^'(?=[=+\-@])/, ''))
    champ = ''
  }
  const cloreLigne = () => {
    cloreChamp()
    lignes.push(ligne)
    ligne = []
  }
  for (let i = 0; i < texte.length && lignes.length < bornes.lignes; i += 1) {
    const signe = texte[i] as string
    if (cite) {
      if (signe !== '"') champ += signe
      else if (texte[i + 1] === '"') champ += texte[++i]
      else cite = false
    } else if (signe === '"' && champ.trim() === '') {
      cite = true
      champ = ''
    } else if (signe === separateur) cloreChamp()
    else if (signe === '\n' || signe === '\r') {
      if (signe === '\r' && texte[i + 1] === '\n') i += 1
      cloreLigne()
    } else champ += signe
  }
  if (champ !== '' || ligne.length > 0) cloreLigne()
  return lignes
}

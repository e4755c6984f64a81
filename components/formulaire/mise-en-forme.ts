export const misesEnForme = { titre: 'Titre', gras: 'Gras', liste: 'Liste', lien: 'Lien' } as const

export type MiseEnForme = keyof typeof misesEnForme

type Morceau = {
  debut: number
  fin: number
  par: string /** What is selected after, from the start of `par`. */
  choisi: [number, number]
}

/** What replaces the selection of a Markdown text, or the words offered when nothing is selected. */
export function mettreEnForme(texte: string, debut: number, fin: number, forme: MiseEnForme): Morceau {
  const choix = texte.slice(debut, fin)
  if (forme === 'gras' || forme === 'lien') {
    const mots = choix || (forme === 'gras' ? 'mots importants' : 'texte du lien')
    if (forme === 'gras') return { debut, fin, par: `**${mots}**`, choisi: [2, 2 + mots.length] }
    return { debut, fin, par: `[${mots}](https://)`, choisi: [mots.length + 3, mots.length + 11] }
  }
  // Whole lines, set apart from what stands before.
  const depuis = texte.lastIndexOf('\n', debut - 1) + 1
  const jusqua = texte.indexOf('\n', fin) < 0 ? texte.length : texte.indexOf('\n', fin)
  const signe = forme === 'titre' ? '## ' : '- '
  const lignes = texte
    .slice(depuis, jusqua)
    .split('\n')
    .map((ligne) => `${signe}${ligne.replace(/^(?:#{1,6}|-)\s+/, '')}`)
    .join('\n')
  const avant = depuis === 0 || texte.slice(0, depuis).endsWith('\n\n') ? '' : '\n'
  return {
    debut: depuis,
    fin: jusqua,
    par: avant + lignes,
    choisi: [avant.length + signe.length, avant.length + lignes.length],
  }
}

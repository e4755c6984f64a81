import { artefact, BAS, couleurs, LARGEUR, MARGE, propre } from '@/lib/socle/pdf-cadre'
import type { FluxPdf } from '@/lib/socle/pdf-flux'

/** `part`: width, as a share of that of all the columns; a column is never narrower than its longest word. */
export type ColonnePdf = { titre: string; part: number; nombre?: boolean }

const CORPS = 9
const ESPACE = 8
/** Above and under the text of a row. */
const MARGES_RANG = 8
/** A table up to this height is not cut. */
const ENTIER = 180

/** Rows under their headings, said again on each page the table goes on to; the last row never stands alone there. */
export function ecrireTableau(
  document: PDFKit.PDFDocument,
  racine: PDFKit.PDFStructureElement,
  flux: FluxPdf,
  colonnes: readonly ColonnePdf[],
  lignes: readonly (readonly string[])[],
): void {
  const tete = colonnes.map(({ titre }) => propre(titre))
  const rangs = lignes.map((ligne) => ligne.map((texte) => propre(texte) || '\u2013'))
  const style = (gras: boolean) => document.font(gras ? 'gras' : 'regulier', CORPS).fillColor(couleurs.encre)
  const largeurs = repartir(
    colonnes.map(({ part }) => part),
    colonnes.map((_, c) => [tete, ...rangs].reduce((plus, rang, r) => Math.max(plus, motLePlusLong(rang[c], r, c)), 0)),
  )

  // pdfkit cuts a word that does not hold with the space after it.
  function motLePlusLong(texte = '', r: number, c: number): number {
    style(r === 0 || c === 0)
    return Math.max(...texte.split(/[ \n]/).map((mot) => document.widthOfString(`${mot} `)))
  }
  const hauteurDe = (textes: readonly string[], enTete: boolean) =>
    MARGES_RANG +
    Math.max(...textes.map((texte, c) => style(enTete || c === 0).heightOfString(texte, { width: largeurs[c] })))
  const hauteurTete = hauteurDe(tete, true)
  const hauteurs = rangs.map((rang) => hauteurDe(rang, false))
  const [premier = 0, second = 0] = hauteurs
  const total = hauteurs.reduce((somme, hauteur) => somme + hauteur, hauteurTete)
  flux.reserver(4 + (total <= ENTIER ? total : hauteurTete + premier + second))
  document.y += 4
  const tableau = document.struct('Table')
  racine.add(tableau)

  const ecrireRang = (textes: readonly string[], hauteur: number, enTete: boolean) => {
    const haut = document.y + MARGES_RANG / 2
    const rangee = document.struct('TR')
    tableau.add(rangee)
    let x = MARGE
    for (const [c, texte] of textes.entries()) {
      const [width = 0, gauche] = [largeurs[c], x]
      // `scope` is known to pdfkit, not to its types.
      const portee: PDFKit.Mixins.StructureElementOptions & { scope?: string } = enTete
        ? { scope: 'Column' }
        : c === 0
          ? { scope: 'Row' }
          : {}
      const align = colonnes[c]?.nombre ? 'right' : 'left'
      rangee.add(
        document.struct(enTete || c === 0 ? 'TH' : 'TD', portee, [
          () => {
            style(enTete || c === 0).text(texte, gauche, haut, { width, align })
          },
        ]),
      )
      x += width + ESPACE
    }
    rangee.end()
    document.x = MARGE
    document.y = haut + hauteur - MARGES_RANG / 2
    artefact(document, () =>
      document
        .moveTo(MARGE, document.y)
        .lineTo(MARGE + LARGEUR, document.y)
        .lineWidth(enTete ? 0.9 : 0.4)
        .stroke(enTete ? couleurs.bleu900 : couleurs.filet),
    )
  }
  ecrireRang(tete, hauteurTete, true)
  for (const [r, rang] of rangs.entries()) {
    const [hauteur = 0, suivante = 0] = hauteurs.slice(r)
    const deux = r > 0 && r === rangs.length - 2
    if (document.y + hauteur + (deux ? suivante : 0) > BAS) {
      document.addPage()
      ecrireRang(tete, hauteurTete, true)
    }
    ecrireRang(rang, hauteur, false)
  }
  tableau.end()
  document.y += 4
}

/** Widths by the shares; a column too narrow for its longest word takes what it lacks from those that have more than theirs. */
function repartir(parts: readonly number[], mots: readonly number[]): number[] {
  const somme = parts.reduce((total, part) => total + part, 0)
  // A word as long as half of the page is an address: it can be cut.
  const minimums = mots.map((mot) => Math.min(mot + 0.5, LARGEUR / 2))
  const largeurs = parts.map((part) => (LARGEUR * part) / somme - ESPACE)
  const manques = largeurs.map((largeur, c) => Math.max(0, (minimums[c] ?? 0) - largeur))
  const marges = largeurs.map((largeur, c) => Math.max(0, largeur - (minimums[c] ?? 0)))
  const [manque, marge] = [manques, marges].map((listes) => listes.reduce((total, n) => total + n, 0)) as [
    number,
    number,
  ]
  if (manque === 0 || marge === 0) return largeurs
  const rendu = Math.min(1, manque / marge)
  const donne = Math.min(1, marge / manque)
  return largeurs.map((largeur, c) => largeur + (manques[c] ?? 0) * donne - (marges[c] ?? 0) * rendu)
}

import { BAS, couleurs, LARGEUR, MARGE, propre } from '@/lib/socle/pdf-cadre'

export type NiveauTitre = 1 | 2 | 3

const corpsDuTitre = { 1: 22, 2: 15, 3: 12 } as const

/** Points that follow a title on its page, at least: some three lines. */
const SOUS_UN_TITRE = 56

/** Points of a text that its first page takes: all of it when it is short, its first lines when it is long. */
export const aGarder = (hauteur: number): number => (hauteur < 64 ? hauteur : 44)

export type FluxPdf = {
  /** A title, written with what comes after it. */
  annoncer(niveau: NiveauTitre, texte: string): void
  /** Goes to the next page unless this height is left on this one, then writes the titles that wait. */
  reserver(hauteur: number): void
}

/** Where the text stands in its pages: titles wait for what they announce, so that none is left alone at the bottom of a page. */
export function creerFlux(document: PDFKit.PDFDocument, racine: PDFKit.PDFStructureElement): FluxPdf {
  let annonces: { niveau: NiveauTitre; texte: string }[] = []
  const { y: haut } = document
  const avant = (niveau: NiveauTitre) => (niveau === 1 ? 2 : 22 - 4 * niveau)
  const style = (niveau: NiveauTitre) =>
    document.font('gras', corpsDuTitre[niveau]).fillColor(niveau === 3 ? couleurs.encre : couleurs.bleu900)
  const options = { width: LARGEUR, lineGap: 2 }

  return {
    annoncer(niveau, texte) {
      annonces.push({ niveau, texte: propre(texte) })
    },
    reserver(hauteur) {
      const titres = annonces
      annonces = []
      const pris = titres.reduce(
        (somme, { niveau, texte }) => somme + avant(niveau) + style(niveau).heightOfString(texte, options) + 2,
        0,
      )
      const suite = titres.length > 0 ? Math.max(hauteur, SOUS_UN_TITRE) : hauteur
      if (document.y > haut && document.y + pris + suite > BAS) document.addPage()
      for (const { niveau, texte } of titres) {
        document.y += avant(niveau)
        racine.add(
          document.struct(`H${niveau}`, {}, [
            () => {
              style(niveau).text(texte, MARGE, document.y, options)
            },
          ]),
        )
        document.y += 2
      }
    },
  }
}

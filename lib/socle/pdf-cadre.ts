export const couleurs = {
  encre: '#152238',
  encre2: '#465066',
  filet: '#c4bcae',
  bleu900: '#0a2757',
  bleu700: '#0c419a',
  bleu50: '#f0f4fb',
  cyan: '#00a5df',
}

/** Points, from the edges of an A4 page. */
export const MARGE = 56
export const LARGEUR = 595.28 - 2 * MARGE
export const BAS = 841.89 - 64
/** Draws what a screen reader must not meet, and comes back to where the text was. */
export function artefact(
  document: PDFKit.PDFDocument,
  dessiner: () => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  const [x, y] = [document.x, document.y]
  document.markContent('Artifact', { type })
  dessiner()
  document.endMarkedContent()
  document.x = x
  document.y = y
}

const NUMERO = 80

/** The rule, the wordmark and the footer of every page; `numero` stands on its right. */
export function dessinerCadre(document: PDFKit.PDFDocument, pied: string, numero = ''): void {
  artefact(
    document,
    () => {
      document.rect(0, 0, 595.28, 4).fill(couleurs.bleu700)
      document
        .save()
        .translate(MARGE - 3, 32)
        .scale(0.8)
      document.lineWidth(5)
      document.path('M4.5 17V8.5a4 4 0 0 1 4-4H17').stroke(couleurs.bleu700)
      document.path('M23.5 11v8.5a4 4 0 0 1-4 4H11').stroke(couleurs.cyan)
      document.circle(14, 14, 3.2).fill(couleurs.bleu900)
      document.restore()
      const options = { lineBreak: false }
      document
        .fillColor(couleurs.bleu900)
        .font('regulier', 13)
        .text('Espace ', MARGE + 27, 34, options)
      const suite = MARGE + 27 + document.widthOfString('Espace ')
      document.font('gras', 13).text('Partenaires', suite, 34, options)
      document
        .moveTo(MARGE, BAS + 14)
        .lineTo(MARGE + LARGEUR, BAS + 14)
        .lineWidth(0.75)
        .stroke(couleurs.filet)
      document
        .font('regulier', 9)
        .fillColor(couleurs.encre2)
        .text(propre(pied), MARGE, BAS + 22, { width: LARGEUR - (numero ? NUMERO : 0), height: 12, ellipsis: '…' })
      if (numero)
        document.text(numero, MARGE + LARGEUR - NUMERO, BAS + 22, { ...options, width: NUMERO, align: 'right' })
    },
    'Pagination',
  )
}

/** Composed accents, which the font has; and no control, which it has not. */
export const propre = (texte: string) => texte.normalize('NFC').replace(/\p{Cc}/gu, ' ')

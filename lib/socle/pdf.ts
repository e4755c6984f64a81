import { once } from 'node:events'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { artefact, BAS, couleurs, dessinerCadre, LARGEUR, MARGE, propre } from '@/lib/socle/pdf-cadre'

/*
 * One page, A4, in the colours of the portal, tagged so that a screen reader finds titles, lists and tables (PDF/UA-1). What is
 * only drawn (rules, wordmark, footer) is marked as an artifact.
 */
const INTITULE = 130
const BANDEAU = 92

type Police = 'regulier' | 'gras'
type Style = {
  police?: Police
  /** In points, like the distances. */
  corps?: number
  couleur?: string
  avant?: number
  gauche?: number
  droite?: number
  /** Cut with «…» past this number of lines. */
  lignes?: number
}

export type FeuillePdf = {
  titre1(texte: string): void
  titre2(texte: string, style?: Style): void
  paragraphe(texte: string, style?: Style): void
  /** A table of two columns: what it is, in a header cell, then its value, two lines at most. */
  faits(lignes: readonly (readonly [intitule: string, valeur: string])[]): void
  /** One line each. */
  liste(elements: readonly string[]): void
  /** Puts three short lines on a pale blue band, with a bar on its left. */
  bandeau(rediger: () => void): void
  /** Height left on the page, in points. */
  reste(): number
}

type Options = {
  titre: string
  sujet: string
  /** Said at the bottom of the page. */
  pied: string
  creeLe: Date
}

/** Writes one page. Throws when it does not hold: a second page would have neither header nor footer. */
export async function feuillePdf(options: Options, rediger: (feuille: FeuillePdf) => void): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: 96, bottom: 0, left: MARGE, right: MARGE },
    pdfVersion: '1.7',
    // Known to pdfkit, not to its types.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    font: police('regulier'),
    info: {
      Title: options.titre,
      Subject: options.sujet,
      Author: 'Espace Partenaires',
      Creator: 'Espace Partenaires',
      CreationDate: options.creeLe,
    },
  })
  const morceaux: Buffer[] = []
  document.on('data', (morceau: Buffer) => morceaux.push(morceau))
  const fin = once(document, 'end')
  for (const nom of ['regulier', 'gras'] as const) document.registerFont(nom, police(nom))

  const racine = document.struct('Document', { title: options.titre })
  document.addStructure(racine)
  dessinerCadre(document, options.pied)
  rediger(creerFeuille(document, racine))
  racine.end()
  document.end()
  await fin
  return Buffer.concat(morceaux)
}

function police(nom: Police): string {
  return join(process.cwd(), 'lib/socle/polices', `${nom}.ttf`)
}

function creerFeuille(document: PDFKit.PDFDocument, racine: PDFKit.PDFStructureElement): FeuillePdf {
  document.y = 92
  let retrait = 0

  const ecrire = (
    texte: string,
    { police: nom = 'regulier', corps = 11, couleur = couleurs.encre, ...lieu }: Style,
  ) => {
    const gauche = MARGE + retrait + (lieu.gauche ?? 0)
    const width = LARGEUR - 2 * retrait - (lieu.gauche ?? 0) - (lieu.droite ?? 0)
    document.font(nom, corps).fillColor(couleur)
    const interligne = corps > 14 ? 0 : 2.5
    const hauteurMax = lieu.lignes
      ? lieu.lignes * (document.currentLineHeight(true) + interligne)
      : Number.POSITIVE_INFINITY
    const hauteur = Math.min(hauteurMax, document.heightOfString(propre(texte), { width, lineGap: interligne }))
    if (document.y + hauteur > BAS) throw new Error('Le texte dépasse la page.')
    const borne = lieu.lignes ? { height: hauteur, ellipsis: '…' } : {}
    document.text(propre(texte), gauche, document.y, { width, lineGap: interligne, ...borne })
  }

  const bloc = (balise: string, texte: string, style: Style) => {
    document.y += style.avant ?? 6
    racine.add(document.struct(balise, {}, [() => ecrire(texte, style)]))
  }

  // Two things side by side: the line is as tall as the taller one.
  const coteACote = (gauche: () => void, droite: () => void) => {
    const haut = document.y
    gauche()
    const bas = document.y
    document.y = haut
    droite()
    document.y = Math.max(bas, document.y)
  }

  return {
    titre1: (texte) => bloc('H1', texte, { police: 'gras', corps: 24, avant: 4 }),
    titre2: (texte, style) => bloc('H2', texte, { police: 'gras', corps: 14, avant: 18, ...style }),
    paragraphe: (texte, style = {}) => bloc('P', texte, style),
    reste: () => BAS - document.y,

    faits(lignes) {
      const tableau = document.struct('Table')
      racine.add(tableau)
      document.y += 4
      const filet = () =>
        artefact(document, () =>
          document
            .moveTo(MARGE, document.y)
            .lineTo(MARGE + LARGEUR, document.y)
            .lineWidth(0.5)
            .stroke(couleurs.filet),
        )
      filet()
      for (const [intitule, valeur] of lignes) {
        const ligne = document.struct('TR')
        tableau.add(ligne)
        document.y += 4
        // `scope` is known to pdfkit, not to its types.
        const enRangee: PDFKit.Mixins.StructureElementOptions & { scope: string } = { scope: 'Row' }
        coteACote(
          () =>
            ligne.add(
              document.struct('TH', enRangee, [
                () => ecrire(intitule, { couleur: couleurs.encre2, droite: LARGEUR - INTITULE }),
              ]),
            ),
          () => ligne.add(document.struct('TD', {}, [() => ecrire(valeur, { gauche: INTITULE + 12, lignes: 2 })])),
        )
        ligne.end()
        document.y += 1
        filet()
      }
      tableau.end()
    },

    liste(elements) {
      const liste = document.struct('L')
      racine.add(liste)
      for (const element of elements) {
        const item = document.struct('LI')
        liste.add(item)
        document.y += 3
        coteACote(
          () => item.add(document.struct('Lbl', {}, [() => ecrire('•', { couleur: couleurs.bleu700 })])),
          () => item.add(document.struct('LBody', {}, [() => ecrire(element, { gauche: 14, lignes: 1 })])),
        )
        item.end()
      }
      liste.end()
    },

    bandeau(rediger) {
      document.y += 14
      const haut = document.y
      // Drawn first, so that text stands over it.
      artefact(document, () => {
        document.rect(MARGE, haut, LARGEUR, BANDEAU).fill(couleurs.bleu50)
        document.rect(MARGE, haut, 4, BANDEAU).fill(couleurs.bleu700)
      })
      retrait = 20
      document.y = haut + 8
      rediger()
      retrait = 0
      document.y = haut + BANDEAU
    },
  }
}

import { once } from 'node:events'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { artefact, BAS, couleurs, dessinerCadre, LARGEUR, MARGE, propre } from '@/lib/socle/pdf-cadre'

/*
 * A document of any number of A4 pages, tagged as a page of `feuillePdf` is: titles, paragraphs and lists that a screen reader
 * finds. Text goes on to the next page by itself; header and footer are drawn on each, as artifacts.
 */
const HAUT = 92

export type PagesPdf = {
  titre(niveau: 1 | 2 | 3, texte: string): void
  paragraphe(texte: string): void
  /** «Intitulé : valeur». Nothing is written without a value. */
  fait(intitule: string, valeur: string | null | undefined): void
  /** One item each, as long as they need to be. */
  liste(elements: readonly string[]): void
  saut(): void
  /** Headings are said again on each page it goes on to. Numbers stand on the right. */
  tableau(colonnes: readonly ColonnePdf[], lignes: readonly (readonly string[])[]): void
  /** Drawn in a box as wide as the page, and told by `texte` to who does not see it. */
  figure(texte: string, hauteur: number, dessiner: (document: PDFKit.PDFDocument, boite: Boite) => void): void
}

/** `part`: width, as a share of that of all the columns. */
export type ColonnePdf = { titre: string; part: number; nombre?: boolean }
export type Boite = { x: number; y: number; largeur: number; hauteur: number }

type Options = { titre: string; sujet: string; pied: string; creeLe: Date }

const corpsDuTitre = { 1: 22, 2: 15, 3: 12 } as const

const police = (nom: 'regulier' | 'gras') => join(process.cwd(), 'lib/socle/polices', `${nom}.ttf`)

/** Writes the pages. The whole document is held in memory: texts, no image. */
export async function pagesPdf(options: Options, rediger: (pages: PagesPdf) => void): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: HAUT, bottom: 841.89 - BAS, left: MARGE, right: MARGE },
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
  const encadrer = () => {
    const { bottom } = document.page.margins
    // The footer stands under the bottom margin: without this, writing it would open another page.
    document.page.margins.bottom = 0
    dessinerCadre(document, options.pied)
    document.page.margins.bottom = bottom
    document.x = MARGE
    document.y = HAUT
  }
  encadrer()
  // The frame changes the font and the colour: what was being written goes on with its own.
  document.on('pageAdded', () => {
    document.save()
    encadrer()
    document.restore()
    document.font('regulier', 10.5).fillColor(couleurs.encre)
  })
  const racine = document.struct('Document', { title: options.titre })
  document.addStructure(racine)
  rediger(creerPages(document, racine))
  racine.end()
  document.end()
  await fin
  return Buffer.concat(morceaux)
}

function creerPages(document: PDFKit.PDFDocument, racine: PDFKit.PDFStructureElement): PagesPdf {
  const bloc = (balise: string, ecrire: () => void) => racine.add(document.struct(balise, {}, [ecrire]))
  const corps = () => document.font('regulier', 10.5).fillColor(couleurs.encre)
  const options = { width: LARGEUR, lineGap: 2 }
  const lignes = (texte: string) => texte.split('\n').map(propre).join('\n')

  return {
    titre(niveau, texte) {
      // A title does not stand alone at the bottom of a page.
      if (document.y > BAS - 70) document.addPage()
      document.y += niveau === 1 ? 2 : 22 - 4 * niveau
      bloc(`H${niveau}`, () => {
        document
          .font('gras', corpsDuTitre[niveau])
          .fillColor(niveau === 3 ? couleurs.encre : couleurs.bleu900)
          .text(propre(texte), MARGE, document.y, options)
      })
      document.y += 2
    },
    paragraphe(texte) {
      document.y += 4
      bloc('P', () => {
        corps().text(lignes(texte), MARGE, document.y, options)
      })
    },
    fait(intitule, valeur) {
      if (!valeur) return
      document.y += 3
      bloc('P', () => {
        document
          .font('gras', 10.5)
          .fillColor(couleurs.encre)
          .text(`${propre(intitule)}\u00A0: `, MARGE, document.y, { ...options, continued: true })
        corps().text(lignes(valeur), options)
      })
    },
    liste(elements) {
      if (elements.length === 0) return
      const liste = document.struct('L')
      racine.add(liste)
      for (const element of elements) {
        const item = document.struct('LI')
        liste.add(item)
        document.y += 3
        item.add(
          document.struct('LBody', {}, [
            () => {
              corps().text(`•\u00A0${lignes(element)}`, MARGE, document.y, options)
            },
          ]),
        )
        item.end()
      }
      liste.end()
    },
    saut: () => {
      document.addPage()
    },
    tableau: (colonnes, lignes) => ecrireTableau(document, racine, colonnes, lignes),
    figure(texte, hauteur, dessiner) {
      if (document.y + hauteur > BAS) document.addPage()
      document.y += 8
      const boite = { x: MARGE, y: document.y, largeur: LARGEUR, hauteur }
      racine.add(document.struct('Figure', { alt: texte }, [() => dessiner(document, boite)]))
      document.x = MARGE
      document.y = boite.y + hauteur + 4
    },
  }
}

const CORPS_TABLEAU = 9
const ESPACE = 8

function ecrireTableau(
  document: PDFKit.PDFDocument,
  racine: PDFKit.PDFStructureElement,
  colonnes: readonly ColonnePdf[],
  lignes: readonly (readonly string[])[],
): void {
  const parts = colonnes.reduce((somme, { part }) => somme + part, 0)
  const largeurs = colonnes.map(({ part }) => (LARGEUR * part) / parts - ESPACE)
  const tableau = document.struct('Table')
  racine.add(tableau)

  const style = (gras: boolean) => document.font(gras ? 'gras' : 'regulier', CORPS_TABLEAU).fillColor(couleurs.encre)
  const ecrireLigne = (textes: readonly string[], tete: boolean) => {
    const hauteur = Math.max(
      ...textes.map((texte, rang) =>
        style(tete || rang === 0).heightOfString(propre(texte), { width: largeurs[rang] }),
      ),
    )
    if (document.y + hauteur + 10 > BAS) {
      document.addPage()
      if (!tete) entete()
    }
    const haut = document.y + 4
    const rangee = document.struct('TR')
    tableau.add(rangee)
    let x = MARGE
    for (const [rang, texte] of textes.entries()) {
      const [width = 0, gauche] = [largeurs[rang], x]
      // `scope` is known to pdfkit, not to its types.
      const portee: PDFKit.Mixins.StructureElementOptions & { scope?: string } = tete
        ? { scope: 'Column' }
        : rang === 0
          ? { scope: 'Row' }
          : {}
      const cellule = document.struct(tete || rang === 0 ? 'TH' : 'TD', portee, [
        () => {
          style(tete || rang === 0).text(propre(texte) || '\u2013', gauche, haut, {
            width,
            align: colonnes[rang]?.nombre ? 'right' : 'left',
          })
        },
      ])
      rangee.add(cellule)
      x += width + ESPACE
    }
    rangee.end()
    document.x = MARGE
    document.y = haut + hauteur + 4
    artefact(document, () =>
      document
        .moveTo(MARGE, document.y)
        .lineTo(MARGE + LARGEUR, document.y)
        .lineWidth(tete ? 0.9 : 0.4)
        .stroke(tete ? couleurs.bleu900 : couleurs.filet),
    )
  }
  const entete = () =>
    ecrireLigne(
      colonnes.map(({ titre }) => titre),
      true,
    )
  document.y += 4
  // Headings never stand alone at the bottom of a page.
  if (document.y + 70 > BAS) document.addPage()
  entete()
  for (const ligne of lignes) ecrireLigne(ligne, false)
  tableau.end()
  document.y += 4
}

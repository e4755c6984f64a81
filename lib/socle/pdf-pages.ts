import { once } from 'node:events'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { BAS, couleurs, dessinerCadre, LARGEUR, MARGE, propre } from '@/lib/socle/pdf-cadre'
import { aGarder, creerFlux, type FluxPdf } from '@/lib/socle/pdf-flux'
import { type ColonnePdf, ecrireTableau } from '@/lib/socle/pdf-tableau'

/*
 * A document of any number of A4 pages, tagged as a page of `feuillePdf` is: titles, paragraphs and lists that a screen reader
 * finds. Text goes on to the next page by itself; nothing is cut where a reader would stumble: a title stays with what it
 * announces, a short table is whole. Header, footer and page numbers are drawn at the end, as artifacts.
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

export type Boite = { x: number; y: number; largeur: number; hauteur: number }

type Options = { titre: string; sujet: string; pied: string; creeLe: Date }

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
    // How many pages there are is known at the end only.
    bufferPages: true,
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
  // A page begins in black: what goes on to it keeps its colour.
  document.on('pageAdded', () => document.fillColor(couleurs.encre))
  const racine = document.struct('Document', { title: options.titre })
  document.addStructure(racine)
  const flux = creerFlux(document, racine)
  rediger(creerPages(document, racine, flux))
  flux.reserver(0)
  racine.end()
  encadrer(document, options.pied)
  document.end()
  await fin
  return Buffer.concat(morceaux)
}

function encadrer(document: PDFKit.PDFDocument, pied: string): void {
  const { start, count } = document.bufferedPageRange()
  for (let rang = 0; rang < count; rang += 1) {
    document.switchToPage(start + rang)
    // The footer stands under the bottom margin: without this, writing it would open another page.
    document.page.margins.bottom = 0
    dessinerCadre(document, pied, `Page ${rang + 1} sur ${count}`)
  }
}

function creerPages(document: PDFKit.PDFDocument, racine: PDFKit.PDFStructureElement, flux: FluxPdf): PagesPdf {
  const bloc = (balise: string, ecrire: () => void) => racine.add(document.struct(balise, {}, [ecrire]))
  const corps = () => document.font('regulier', 10.5).fillColor(couleurs.encre)
  const options = { width: LARGEUR, lineGap: 2 }
  const lignes = (texte: string) => texte.split('\n').map(propre).join('\n')
  const suivre = (avant: number, texte: string) => {
    flux.reserver(avant + aGarder(document.heightOfString(texte, options)))
    document.y += avant
  }

  return {
    titre: (niveau, texte) => flux.annoncer(niveau, texte),
    paragraphe(texte) {
      corps()
      suivre(4, lignes(texte))
      bloc('P', () => {
        corps().text(lignes(texte), MARGE, document.y, options)
      })
    },
    fait(intitule, valeur) {
      if (!valeur) return
      document.font('gras', 10.5)
      suivre(3, `${propre(intitule)}\u00A0: ${lignes(valeur)}`)
      bloc('P', () => {
        document
          .font('gras', 10.5)
          .fillColor(couleurs.encre)
          .text(`${propre(intitule)}\u00A0: `, MARGE, document.y, { ...options, continued: true })
        corps().text(lignes(valeur), options)
      })
    },
    liste(elements) {
      const [premier] = elements
      if (premier === undefined) return
      // Before the list is opened: the title that announces it is not in it.
      corps()
      flux.reserver(3 + aGarder(document.heightOfString(lignes(premier), options)))
      const liste = document.struct('L')
      racine.add(liste)
      for (const element of elements) {
        const item = document.struct('LI')
        liste.add(item)
        corps()
        suivre(3, `•\u00A0${lignes(element)}`)
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
      flux.reserver(0)
      document.addPage()
    },
    tableau: (colonnes, lignes) => ecrireTableau(document, racine, flux, colonnes, lignes),
    figure(texte, hauteur, dessiner) {
      flux.reserver(hauteur + 8)
      document.y += 8
      const boite = { x: MARGE, y: document.y, largeur: LARGEUR, hauteur }
      racine.add(document.struct('Figure', { alt: texte }, [() => dessiner(document, boite)]))
      document.x = MARGE
      document.y = boite.y + hauteur + 4
    },
  }
}

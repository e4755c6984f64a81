import { beforeAll, describe, expect, it } from 'vitest'
import { type PagesPdf, pagesPdf } from '@/lib/socle/pdf-pages'
import { lirePdf } from '@/tests/lire-copie'

const options = { titre: 'Essai', sujet: 'Essai', pied: 'Pied', creeLe: new Date('2026-01-05T08:00:00Z') }
const DECALAGES = 44

/** What each page says: the number of the page ends it. */
async function lirePages(rediger: (pages: PagesPdf) => void): Promise<string[]> {
  const texte = lirePdf(await pagesPdf(options, rediger)).replace(/[\s\u00a0\u202f]+/g, ' ')
  return texte.split(/(?<=Page \d+ sur \d+) /).filter((page) => page.trim())
}

/** The same block at every height of a page, each time from a new page. */
const partout = (ecrire: (pages: PagesPdf, cas: number) => void) =>
  lirePages((pages) => {
    for (let cas = 0; cas < DECALAGES; cas += 1) {
      if (cas > 0) pages.saut()
      for (let ligne = 0; ligne < cas; ligne += 1) pages.paragraphe('Une ligne.')
      ecrire(pages, cas)
    }
  })

const avec = (pages: string[], mot: string) => pages.findIndex((page) => page.includes(mot))
const cas = Array.from({ length: DECALAGES }, (_, rang) => rang)

describe('pages of a PDF', () => {
  let tableaux: string[]
  beforeAll(async () => {
    tableaux = await partout((pages, n) => {
      pages.titre(2, `Titre ${n};`)
      pages.titre(3, `Sous-titre ${n};`)
      pages.tableau(
        [
          { titre: 'Motif', part: 70 },
          { titre: `Répondues avec complément ${n};`, part: 8, nombre: true },
        ],
        Array.from({ length: 14 }, (_, r) => [`Motif ${n}-${r};`, String(r)]),
      )
    })
  })

  it('say their number, and how many they are', () => {
    for (const [rang, page] of tableaux.entries()) expect(page).toContain(`Page ${rang + 1} sur ${tableaux.length}`)
  })

  it('keep titles with the first rows of the table they announce, and never leave its last row alone', () => {
    for (const n of cas) {
      const page = avec(tableaux, `Titre ${n};`)
      for (const suite of [`Sous-titre ${n};`, `Motif ${n}-0;`, `Motif ${n}-1;`])
        expect(avec(tableaux, suite), suite).toBe(page)
      expect(avec(tableaux, `Motif ${n}-13;`)).toBe(avec(tableaux, `Motif ${n}-12;`))
    }
    expect(tableaux.some((page) => page.includes('-12;') && !page.includes('-0;'))).toBe(true)
  })

  it('say the headings of a table again on each page, without cutting a word of them', () => {
    for (const page of tableaux.filter((dite) => dite.includes('-13;')))
      for (const mot of ['Répondues', 'complément']) expect(page).toContain(mot)
  })

  it('keep a short table whole, a picture under its title, and a fact on one page', async () => {
    const pages = await partout((ecrites, n) => {
      ecrites.titre(2, `Image ${n};`)
      ecrites.figure('Une image', 120, (document, { x, y }) => document.font('gras', 9).text(`Dessin ${n};`, x, y))
      ecrites.tableau(
        [{ titre: 'Un', part: 1 }],
        Array.from({ length: 6 }, (_, r) => [`Court ${n}-${r};`]),
      )
      ecrites.fait(`Destinataires ${n};`, `Agents ${n}; de la caisse`)
    })
    for (const n of cas) {
      expect(avec(pages, `Dessin ${n};`)).toBe(avec(pages, `Image ${n};`))
      expect(avec(pages, `Court ${n}-5;`)).toBe(avec(pages, `Court ${n}-0;`))
      expect(avec(pages, `Agents ${n};`)).toBe(avec(pages, `Destinataires ${n};`))
    }
  })

  it('let a long text go on from page to page, and write a title that nothing follows', async () => {
    const pages = await lirePages((ecrites) => {
      ecrites.fait('Récit', Array.from({ length: 110 }, (_, r) => `Ligne ${r};`).join('\n'))
      ecrites.titre(2, 'Rien de plus')
    })
    expect(pages).toHaveLength(3)
    expect(avec(pages, 'Ligne 0;')).toBe(avec(pages, 'Récit'))
    expect(avec(pages, 'Ligne 109;')).toBe(2)
    expect(pages[2]).toContain('Rien de plus')
  })
})

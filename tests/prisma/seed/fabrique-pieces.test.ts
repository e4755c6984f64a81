import { describe, expect, it } from 'vitest'
import { inspecteur } from '@/lib/pieces-jointes/inspecteur'
import { qualiteImage } from '@/lib/pieces-jointes/qualite-image'
import { catalogue } from '@/prisma/seed/catalogue'
import { fabriquerPiece } from '@/prisma/seed/fabrique-pieces'
import { memePiece, modelesPieces } from '@/prisma/seed/modeles-pieces'

const nom = 'Ayşe Modèle'

describe('the pieces of the demo', () => {
  it('have a model for every piece of the national catalogue', () => {
    const codes = new Set(catalogue.flatMap(({ pieces = [] }) => pieces.map(({ code }) => code)))
    expect([...codes].filter((code) => !(code in modelesPieces) && !(code in memePiece))).toEqual([])
  })

  it.each(Object.keys(modelesPieces))('are accepted by the portal, readable and light (%s)', async (type) => {
    for (const format of ['pdf', 'jpeg'] as const) {
      const { nomFichier, typeMime, contenu } = await fabriquerPiece({ type, nom, graine: 'a', format })
      const examen = inspecteur()
      examen.ajouter(contenu)
      expect(await examen.conclure(nomFichier)).toEqual({ type: format, typeMime })
      expect(contenu.length).toBeLessThan(60_000)
      if (format === 'jpeg') expect((await qualiteImage(contenu)).alerte).toBeNull()
    }
  })

  it('are the same from the same seed, and others from another', async () => {
    for (const format of ['pdf', 'jpeg'] as const) {
      const [une, meme, autre] = await Promise.all(
        [1, 1, 2].map((graine) => fabriquerPiece({ type: 'rib', nom, graine, format })),
      )
      expect(une?.contenu.equals(meme?.contenu ?? Buffer.alloc(0))).toBe(true)
      expect(une?.contenu.equals(autre?.contenu ?? Buffer.alloc(0))).toBe(false)
    }
  })

  it('raise the warning of a blurred image when they are made so', async () => {
    const { contenu } = await fabriquerPiece({ type: 'identite', nom, graine: 1, format: 'jpeg', floue: true })
    expect((await qualiteImage(contenu)).alerte).toBe('floue')
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MemoireBornee } from '@/lib/socle/memoire-bornee'

test('never keeps more than its bound, and never answers by another value than the last one given', () => {
  const acte = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer())
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(acte), (max, actes) => {
      const memoire = new MemoireBornee<number, number>(max)
      const dernieres = new Map<number, number>()
      for (const [cle, valeur] of actes) {
        const connue = memoire.has(cle)
        const avant = memoire.size
        memoire.set(cle, valeur)
        dernieres.set(cle, valeur)
        expect(memoire.size).toBe(connue ? avant : avant === max ? 1 : avant + 1)
        for (const [gardee, lue] of memoire) expect(lue).toBe(dernieres.get(gardee))
        expect(memoire.get(cle)).toBe(valeur)
      }
    }),
  )
})

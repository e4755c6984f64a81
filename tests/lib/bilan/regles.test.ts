import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graduations } from '@/components/bilan/barres'
import { ajouter, centile, type Histogramme, mediane, moyenne } from '@/lib/bilan/regles'
import { lireTirage } from '@/lib/bilan/tirage'

const histogramme = (valeurs: number[]) => {
  const lu: Histogramme = new Map()
  for (const valeur of valeurs) ajouter(lu, valeur, 1)
  return lu
}

describe('the figures of a histogram', () => {
  it('are those of the list it counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 60 }), (valeurs) => {
        const tries = [...valeurs].sort((a, b) => a - b)
        const lu = histogramme(valeurs)
        const n = tries.length
        expect(moyenne(lu)).toBeCloseTo(tries.reduce((a, b) => a + b, 0) / n, 9)
        expect(mediane(lu)).toBe(((tries[Math.ceil(n / 2) - 1] ?? 0) + (tries[Math.floor(n / 2)] ?? 0)) / 2)
        const p = centile(lu, 0.9) ?? 0
        expect(tries.filter((valeur) => valeur <= p).length * 10).toBeGreaterThanOrEqual(n * 9)
        expect(tries.filter((valeur) => valeur < p).length * 10).toBeLessThan(n * 9)
      }),
    )
  })

  it('say nothing of nobody', () => {
    expect([moyenne(new Map()), mediane(new Map()), centile(new Map(), 0.9)]).toEqual([null, null, null])
  })
})

describe('the draw', () => {
  it('takes a number and a size from the address, and refuses others in words, giving them back', () => {
    expect(lireTirage({}, '7F3A')).toMatchObject({ graine: '7F3A', taille: 10, erreurs: {} })
    expect(lireTirage({ graine: 'abc1', taille: '25' }, '7F3A')).toMatchObject({
      graine: 'ABC1',
      taille: 25,
      erreurs: {},
    })
    for (const [parametres, champ] of [
      [{ taille: '0' }, 'taille'],
      [{ taille: 'dix' }, 'taille'],
      [{ taille: '101' }, 'taille'],
      [{ taille: '2.5' }, 'taille'],
      [{ graine: "x'; --" }, 'graine'],
    ] as const) {
      const lu = lireTirage(parametres, '7F3A')
      expect(Object.keys(lu.erreurs)).toEqual([champ])
      expect(lu).toMatchObject({ graine: '7F3A', taille: 10, saisie: parametres })
    }
  })
})

it('lines of a picture are whole numbers, from zero to above the largest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), (max) => {
      const lignes = graduations(max)
      expect(lignes[0]).toBe(0)
      expect(lignes.at(-1)).toBeGreaterThanOrEqual(max)
      expect(lignes.length).toBeLessThanOrEqual(7)
      expect(lignes.every(Number.isInteger)).toBe(true)
    }),
  )
})

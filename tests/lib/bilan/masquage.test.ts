import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMasquer, type Somme } from '@/lib/bilan/masquage'

const enTableau = (parts: number[]) => {
  const noms = parts.map((_, rang) => `p${rang}`)
  const comptes = new Map([
    ['total', parts.reduce((a, b) => a + b, 0)],
    ...noms.map((nom, rang) => [nom, parts[rang]] as const),
  ] as [string, number][])
  const somme: Somme = { total: 'total', parts: noms }
  return { comptes, somme }
}

/** What is published of a row of counts and its total. */
const publier = (parts: number[]) => {
  const { comptes, somme } = enTableau(parts)
  const caches = aMasquer(comptes, [somme])
  return [...comptes].map(([nom, n]) => (caches.has(nom) ? '?' : n)).join(' ')
}

function* tous(longueur: number, max: number): Generator<number[]> {
  if (longueur === 0) yield []
  else for (const reste of tous(longueur - 1, max)) for (let n = 0; n <= max; n += 1) yield [...reste, n]
}

describe('small counts', () => {
  it('are kept back, and one more when it stands alone, the smallest', () => {
    expect(publier([2, 40, 12])).toBe('54 ? 40 ?')
    expect(publier([40, 12, 0])).toBe('52 40 12 0')
    expect(publier([3, 4, 40])).toBe('47 ? ? 40')
    expect(publier([1, 1, 40, 9])).toBe('51 ? ? 40 ?')
  })

  it('keep back the whole split of a total that is small itself', () => {
    expect(publier([3, 0, 0])).toBe('? ? ? ?')
  })

  it.each([
    [2, 14],
    [3, 9],
    [4, 6],
  ])('of %i parts cannot be found by who knows the rule: each of them could have another value', (longueur, max) => {
    const mondes = new Map<string, number[][]>()
    // Beyond `max`, the world of a large count is cut: only what has all its neighbours is judged.
    for (const parts of tous(longueur, max)) {
      const cle = publier(parts)
      mondes.set(cle, [...(mondes.get(cle) ?? []), parts])
    }
    for (const [cle, possibles] of mondes) {
      const publies = cle.split(' ').slice(1)
      if (cle.startsWith('?') && !possibles.every((parts) => parts.reduce((a, b) => a + b, 0) < 5)) continue
      publies.forEach((publie, rang) => {
        const valeurs = new Set(possibles.map((parts) => parts[rang]))
        const petite = [...valeurs].every((n) => n !== undefined && n > 0 && n < 5)
        if (publie === '?' && petite) expect(valeurs.size, `${cle}, ${rang}`).toBeGreaterThan(1)
      })
    }
  })

  it('are given back by no subtraction in a table with totals both ways', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), {
          minLength: 2,
          maxLength: 5,
        }),
        (lignes) => {
          const comptes = new Map<string, number>()
          const sommes: Somme[] = []
          lignes.forEach((ligne, i) => {
            ligne.forEach((n, j) => comptes.set(`${i},${j}`, n))
            comptes.set(
              `${i},T`,
              ligne.reduce((a, b) => a + b, 0),
            )
            sommes.push({ total: `${i},T`, parts: ligne.map((_, j) => `${i},${j}`) })
          })
          for (const j of [0, 1, 2]) {
            comptes.set(
              `T,${j}`,
              lignes.reduce((somme, ligne) => somme + (ligne[j] ?? 0), 0),
            )
            sommes.push({ total: `T,${j}`, parts: lignes.map((_, i) => `${i},${j}`) })
          }
          comptes.set(
            'T',
            lignes.flat().reduce((a, b) => a + b, 0),
          )
          sommes.push(
            { total: 'T', parts: lignes.map((_, i) => `${i},T`) },
            { total: 'T', parts: ['T,0', 'T,1', 'T,2'] },
          )
          const caches = aMasquer(comptes, sommes)
          for (const [nom, n] of comptes) if (n > 0 && n < 5) expect(caches).toContain(nom)
          for (const { total, parts } of sommes) {
            const inconnues = [total, ...parts].filter((nom) => caches.has(nom))
            expect(inconnues).not.toHaveLength(1)
          }
        },
      ),
    )
  })
})

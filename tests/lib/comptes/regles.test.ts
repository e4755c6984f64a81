import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apresEchec, type Essais, etatJeton, type GenreEssais, verdict } from '@/lib/comptes/regles'

const T0 = Date.UTC(2026, 2, 12, 9)
const genres: GenreEssais[] = ['identifiant', 'adresse']

/** Fails as soon as it is let through, `n` times; gives the waits in between, in seconds. */
function enchainer(n: number, genre: GenreEssais) {
  let essais: Essais | null = null
  let maintenant = T0
  const attentes: number[] = []
  for (let i = 0; i < n; i += 1) {
    const avant = verdict(essais, genre, new Date(maintenant))
    if (avant.etat === 'attente') {
      attentes.push((avant.jusqua.getTime() - maintenant) / 1000)
      maintenant = avant.jusqua.getTime()
    }
    essais = apresEchec(essais, genre, new Date(maintenant))
  }
  return { essais, maintenant, attentes }
}

describe('the throttling of failed sign-ins', () => {
  it.each(genres)('lets four failures through without a wait (%s)', (genre) => {
    const { essais, maintenant } = enchainer(4, genre)
    expect(verdict(essais, genre, new Date(maintenant))).toEqual({ etat: 'libre' })
  })

  it.each(genres)('makes the fifth failure wait 30 s, then doubles (%s)', (genre) => {
    expect(enchainer(10, genre).attentes).toEqual([30, 60, 120, 240, 480])
  })

  it('locks an identifiant for good after ten', () => {
    const { essais, maintenant } = enchainer(10, 'identifiant')
    expect(verdict(essais, 'identifiant', new Date(maintenant + 365 * 86_400_000))).toEqual({ etat: 'verrou' })
  })

  it('closes an address for 15 minutes after ten, then starts afresh', () => {
    const { essais, maintenant } = enchainer(10, 'adresse')
    const fin = new Date(maintenant + 15 * 60_000)
    expect(verdict(essais, 'adresse', new Date(maintenant))).toEqual({ etat: 'attente', jusqua: fin })
    expect(verdict(essais, 'adresse', fin)).toEqual({ etat: 'libre' })
    expect(apresEchec(essais, 'adresse', fin)).toEqual({ echecs: 1, bloqueJusqua: null })
  })

  it('never lets more than ten guesses in a row at an identifiant, whatever their times', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3_600_000), { maxLength: 60 }), (ecarts) => {
        let essais: Essais | null = null
        let maintenant = T0
        let passes = 0
        for (const ecart of ecarts) {
          maintenant += ecart
          if (verdict(essais, 'identifiant', new Date(maintenant)).etat !== 'libre') continue
          passes += 1
          essais = apresEchec(essais, 'identifiant', new Date(maintenant))
        }
        expect(passes).toBeLessThanOrEqual(10)
      }),
    )
  })

  it('never lets more than ten guesses from an address in 15 minutes, whatever their times', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(120_000), { maxLength: 80 }), (ecarts) => {
        let essais: Essais | null = null
        let maintenant = T0
        const passes: number[] = []
        for (const ecart of ecarts) {
          maintenant += ecart
          if (verdict(essais, 'adresse', new Date(maintenant)).etat !== 'libre') continue
          passes.push(maintenant)
          essais = apresEchec(essais, 'adresse', new Date(maintenant))
        }
        for (const [rang, instant] of passes.entries()) {
          const onzieme = passes[rang + 10]
          if (onzieme !== undefined) expect(onzieme - instant).toBeGreaterThanOrEqual(15 * 60_000)
        }
      }),
    )
  })
})

describe('a link', () => {
  const expireLe = new Date(T0)

  it('serves until its end, excluded', () => {
    expect(etatJeton({ expireLe, utiliseLe: null }, new Date(T0 - 1))).toBe('valable')
    expect(etatJeton({ expireLe, utiliseLe: null }, expireLe)).toBe('expire')
  })

  it('says that it was used rather than that it is too old', () => {
    expect(etatJeton({ expireLe, utiliseLe: new Date(T0 - 5) }, new Date(T0 + 5))).toBe('utilise')
    expect(etatJeton(null, expireLe)).toBe('inconnu')
  })
})

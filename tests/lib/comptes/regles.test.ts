import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  apresEchec,
  apresSucces,
  type Essais,
  etatJeton,
  type GenreEssais,
  reseauDe,
  verdict,
} from '@/lib/comptes/regles'

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
    expect(apresEchec(essais, 'adresse', fin)).toMatchObject({ echecs: 1, bloqueJusqua: null })
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

  it('never lets more than 25 guesses at an identifiant in any 24 hours, whatever succeeds in between', () => {
    const pas = fc.tuple(fc.nat(7_200_000), fc.boolean())
    fc.assert(
      fc.property(fc.array(pas, { maxLength: 200 }), (suite) => {
        let essais: Essais = { echecs: 0, bloqueJusqua: null, recents: [] }
        let maintenant = T0
        const passes: number[] = []
        for (const [ecart, succes] of suite) {
          maintenant += ecart
          if (succes) essais = apresSucces(essais, 'identifiant', 0)
          if (succes || verdict(essais, 'identifiant', new Date(maintenant)).etat !== 'libre') continue
          passes.push(maintenant)
          essais = apresEchec(essais, 'identifiant', new Date(maintenant))
        }
        for (const [rang, instant] of passes.entries()) {
          const suivante = passes[rang + 25]
          if (suivante !== undefined) expect(suivante - instant).toBeGreaterThanOrEqual(86_400_000)
        }
      }),
    )
  })

  it('says until when the day of an identifiant is full', () => {
    const recents = Array.from({ length: 25 }, (_, rang) => new Date(T0 + rang * 60_000))
    const essais = { echecs: 0, bloqueJusqua: null, recents }
    const plein = new Date(T0 + 26 * 60_000)
    expect(verdict(essais, 'identifiant', plein)).toEqual({ etat: 'attente', jusqua: new Date(T0 + 86_400_000) })
    expect(verdict(essais, 'adresse', plein)).toEqual({ etat: 'libre' })
    expect(verdict(essais, 'identifiant', new Date(T0 + 86_400_000))).toEqual({ etat: 'libre' })
  })

  it('gives an address no more than the failures of whoever comes in, and one for an account not seen of late', () => {
    const essais = { echecs: 4, bloqueJusqua: null, recents: [new Date(T0)] }
    expect(apresSucces(essais, 'adresse', 0).echecs).toBe(4)
    expect(apresSucces(essais, 'adresse', 3).echecs).toBe(1)
    expect(apresSucces(essais, 'adresse', 9).echecs).toBe(0)
    expect(apresSucces(essais, 'identifiant', 0)).toMatchObject({ echecs: 0, recents: essais.recents })
  })

  it('forgets the failures of an address after a quiet quarter of an hour', () => {
    const essais = { echecs: 4, bloqueJusqua: null, recents: [new Date(T0)] }
    expect(apresEchec(essais, 'adresse', new Date(T0 + 899_999)).echecs).toBe(5)
    expect(apresEchec(essais, 'adresse', new Date(T0 + 900_000)).echecs).toBe(1)
    expect(apresEchec(essais, 'identifiant', new Date(T0 + 900_000)).echecs).toBe(5)
  })

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002:ffff::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['inconnue', 'inconnue'],
  ])('counts %s as %s: the machines of one network are one', (adresse, reseau) => {
    expect(reseauDe(adresse)).toBe(reseau)
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

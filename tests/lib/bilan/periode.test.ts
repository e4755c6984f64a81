import { describe, expect, it } from 'vitest'
import {
  anneesDeConvention,
  enAdresse,
  lirePeriode,
  periodeAnnee,
  periodeConvention,
  periodeTrimestre,
  precedente,
  tranchesDe,
} from '@/lib/bilan/periode'
import { decouper } from '@/lib/bilan/queries'

const aujourdhui = '2026-11-22'
const jours = (du: string, au: string) => {
  const parties = (nom: string, jour: string) => {
    const [annee = '', mois = '', quantieme = ''] = jour.split('-')
    return { [`${nom}.jour`]: quantieme, [`${nom}.mois`]: mois, [`${nom}.annee`]: annee }
  }
  return { periode: 'libre', ...(du && parties('du', du)), ...(au && parties('au', au)) }
}
const lire = (du: string, au: string) => lirePeriode(jours(du, au), aujourdhui)

describe('the period of a bilan', () => {
  it('is a year, a quarter, a year of convention or free days, read from its address and written back', () => {
    for (const periode of [periodeAnnee(2025), periodeTrimestre(2026, 2), lire('2025-03-15', '2026-01-02').periode])
      expect(lirePeriode(Object.fromEntries(new URLSearchParams(enAdresse(periode))), aujourdhui).periode).toEqual(
        periode,
      )
    expect(periodeTrimestre(2024, 1)).toMatchObject({ du: '2024-01-01', au: '2024-03-31' })
    const effets = [{ effetLe: '2024-03-15', finLe: '2026-06-30' }]
    const annees = anneesDeConvention(effets, aujourdhui)
    expect(annees.map(({ du, au }) => [du, au])).toEqual([
      ['2026-03-15', '2026-06-30'],
      ['2025-03-15', '2026-03-14'],
      ['2024-03-15', '2025-03-14'],
    ])
    expect(lirePeriode({ periode: 'convention-2025-03-15' }, aujourdhui, effets).periode).toEqual(annees[1])
  })

  it('is the current year by default, and the one before until the end of March', () => {
    expect(lirePeriode({}, aujourdhui).periode.cle).toBe('2026')
    expect(lirePeriode({}, '2026-03-31').periode.cle).toBe('2025')
    for (const periode of ['2031', '2025-T7', 'convention-2020-01-01', '../../x', '0001'])
      expect(lirePeriode({ periode }, aujourdhui)).toMatchObject({ periode: { cle: '2026' }, erreurs: {} })
  })

  it.each([
    ['', '', ['du', 'au']],
    ['2026-03-01', '2026-02-01', ['au']],
    ['2026-12-01', '2026-12-02', ['du', 'au']],
    ['2026-01-01', '2026-12-31', ['au']],
    ['2026-02-31', '2026-03-01', ['du']],
    ['1999-01-01', '2026-01-01', ['au']],
    ['abcd-01-01', '2026-01-01', ['du']],
  ])('from %s to %s is refused in words at the field, and what was typed is given back', (du, au, champs) => {
    const { erreurs, saisie, periode } = lire(du, au)
    expect(Object.keys(erreurs)).toEqual(champs)
    expect(periode.cle).toBe('2026')
    expect(saisie['du.annee']).toBe(du.slice(0, 4))
  })

  it('is compared with the same one a year before, or with as many days just before', () => {
    expect(precedente(periodeAnnee(2025), aujourdhui)).toEqual({
      du: '2024-01-01',
      au: '2024-12-31',
      libelle: 'année 2024',
    })
    expect(precedente(periodeTrimestre(2025, 1), aujourdhui)).toMatchObject({ du: '2024-01-01', au: '2024-03-31' })
    expect(precedente(periodeConvention('2024-03-01', null), aujourdhui)).toMatchObject({
      du: '2023-03-01',
      au: '2024-02-29',
    })
    // What is not over is compared with the same days.
    expect(precedente(periodeAnnee(2026), aujourdhui)).toMatchObject({ du: '2025-01-01', au: '2025-11-22' })
    expect(precedente(lire('2026-03-01', '2026-03-31').periode, aujourdhui)).toMatchObject({
      du: '2026-01-29',
      au: '2026-02-28',
    })
  })

  it('is cut into bars that share no month, and into whole months and the days around them', () => {
    expect(tranchesDe(periodeAnnee(2025)).map(({ libelle }) => libelle)).toEqual(['T1', 'T2', 'T3', 'T4'])
    const { periode } = lire('2025-11-17', '2026-02-03')
    expect(tranchesDe(periode).map(({ du, au }) => [du, au])).toEqual([
      ['2025-11-17', '2025-11-30'],
      ['2025-12-01', '2025-12-31'],
      ['2026-01-01', '2026-01-31'],
      ['2026-02-01', '2026-02-03'],
    ])
    expect(decouper(periode)).toEqual({
      mois: { du: '2025-12-01', au: '2026-01-31' },
      bords: [
        { du: '2025-11-17', au: '2025-11-30' },
        { du: '2026-02-01', au: '2026-02-03' },
      ],
    })
    expect(decouper(periodeAnnee(2025))).toEqual({ mois: { du: '2025-01-01', au: '2025-12-31' }, bords: [] })
    expect(decouper({ du: '2025-02-02', au: '2025-02-20' }).mois).toBeNull()
  })
})

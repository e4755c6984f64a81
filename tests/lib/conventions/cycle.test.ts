import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  appliquer,
  type Cycle,
  fenetreDenonciation,
  finPrevue,
  finsPossibles,
  type Part,
  periode,
  terme,
  transitionsDues,
} from '@/lib/conventions/cycle'
import { accesOuvert } from '@/lib/conventions/regles'
import { ajouterJours, joursEntre } from '@/lib/socle/temps'

const unAn: Cycle = { effetLe: '2025-04-01', dureeMois: 12, taciteReconduction: true, preavisMois: 3 }
const signee: Part = {
  etat: 'signee',
  utilisationEffetLe: '2025-04-01',
  finLe: null,
  miseEnDemeureLe: null,
  miseEnDemeureEcheanceLe: null,
}
const sansReconduction = { ...unAn, taciteReconduction: false }

const jours = fc
  .integer({ min: 0, max: 365 * 8 })
  .map((n) => Temporal.PlainDate.from('2023-01-01').add({ days: n }).toString())
const changement = fc.record(
  {
    le: jours,
    dureeMois: fc.integer({ min: 1, max: 48 }),
    taciteReconduction: fc.boolean(),
    preavisMois: fc.option(fc.integer({ min: 0, max: 6 })),
  },
  { requiredKeys: ['le'] },
)
const cycles: fc.Arbitrary<Cycle> = fc.record(
  {
    effetLe: jours,
    dureeMois: fc.integer({ min: 1, max: 60 }),
    taciteReconduction: fc.boolean(),
    preavisMois: fc.option(fc.integer({ min: 0, max: 12 })),
    changements: fc.array(changement, { maxLength: 3 }),
  },
  { requiredKeys: ['effetLe', 'dureeMois', 'taciteReconduction', 'preavisMois'] },
)
/** A signed part as the use cases leave it: without tacit renewal, its last day is known from its signature. */
const parts = fc
  .record({
    cycle: cycles,
    etat: fc.constantFrom('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure'),
    dureeAvantFin: fc.option(fc.integer({ min: -30, max: 2000 })),
    causeFin: fc.constantFrom('denonciation' as const, 'resiliation' as const),
  })
  .map(({ cycle, etat, dureeAvantFin, causeFin }) => {
    const decidee = dureeAvantFin === null ? null : ajouterJours(cycle.effetLe, dureeAvantFin)
    const part: Part = { ...signee, etat, utilisationEffetLe: cycle.effetLe, finLe: decidee ?? terme(cycle) }
    const complete: Part = { ...part, causeFin: decidee ? causeFin : null }
    return { cycle, part: complete }
  })

function rattraper(c: Cycle, part: Part, jour: string) {
  const dues = transitionsDues(c, part, jour)
  return { dues, part: dues.reduce(appliquer, part) }
}

describe('a period', () => {
  it('of 12 months from 1 April ends on 31 March, and the next one begins on the anniversary', () => {
    expect(periode(unAn, '2025-04-01')).toEqual({ debutLe: '2025-04-01', finLe: '2026-03-31' })
    expect(periode(unAn, '2026-03-31').finLe).toBe('2026-03-31')
    expect(periode(unAn, '2026-04-01')).toEqual({ debutLe: '2026-04-01', finLe: '2027-03-31' })
    expect(periode(unAn, '2024-01-01').debutLe).toBe('2025-04-01')
  })

  it('from 29 February loses no day in a common year, and finds its day again in a leap year', () => {
    const bissextile = { ...unAn, effetLe: '2024-02-29' }
    expect(periode(bissextile, '2024-12-01').finLe).toBe('2025-02-28')
    expect(periode(bissextile, '2025-03-01')).toEqual({ debutLe: '2025-03-01', finLe: '2026-02-28' })
    expect(periode(bissextile, '2028-02-29').debutLe).toBe('2028-02-29')
  })

  it('from the end of a month keeps to the end of the shorter ones, without drifting', () => {
    const mensuelle = { ...unAn, effetLe: '2025-01-31', dureeMois: 1 }
    expect(periode(mensuelle, '2025-01-31').finLe).toBe('2025-02-28')
    expect(periode(mensuelle, '2025-03-01')).toEqual({ debutLe: '2025-03-01', finLe: '2025-03-30' })
    expect(periode(mensuelle, '2025-03-31').debutLe).toBe('2025-03-31')
  })

  it('takes the length that an avenant gives it, from its own beginning', () => {
    const prolongee = { ...unAn, changements: [{ le: '2025-09-12', dureeMois: 24 }] }
    expect(periode(prolongee, '2025-05-01')).toEqual({ debutLe: '2025-04-01', finLe: '2027-03-31' })
    expect(periode(prolongee, '2027-04-01').finLe).toBe('2029-03-31')
    const plusTard = { ...unAn, changements: [{ le: '2026-04-01', dureeMois: 24 }] }
    expect(periode(plusTard, '2026-03-31').finLe).toBe('2026-03-31')
    expect(periode(plusTard, '2026-04-01').finLe).toBe('2028-03-31')
  })

  it('contains its day, and the next one begins where it ends', () => {
    fc.assert(
      fc.property(cycles, jours, (c, jour) => {
        const p = periode(c, jour)
        const suivante = periode(c, ajouterJours(p.finLe, 1))
        expect(suivante.debutLe).toBe(ajouterJours(p.finLe, 1))
        expect(periode(c, p.finLe)).toEqual(p)
        if (jour >= c.effetLe) expect(p.debutLe <= jour && jour <= p.finLe).toBe(true)
      }),
    )
  })
})

describe('the end', () => {
  it('is unknown under tacit renewal, the end of the term without it, and the end decided before all', () => {
    expect(finPrevue(unAn, { finLe: null })).toBeNull()
    expect(finPrevue(sansReconduction, { finLe: null })).toBe('2026-03-31')
    expect(finPrevue(sansReconduction, { finLe: '2025-12-31' })).toBe('2025-12-31')
  })

  it('is the end of the period in course when an avenant stops the renewals, and goes away when one allows them', () => {
    expect(terme({ ...unAn, changements: [{ le: '2026-06-01', taciteReconduction: false }] })).toBe('2027-03-31')
    expect(terme({ ...sansReconduction, changements: [{ le: '2026-01-01', taciteReconduction: true }] })).toBeNull()
    // Too late: the convention is over.
    expect(terme({ ...sansReconduction, changements: [{ le: '2026-04-01', taciteReconduction: true }] })).toBe(
      '2026-03-31',
    )
  })
})

describe('the window of a dénonciation', () => {
  it('closes when the notice would no longer fit before the anniversary', () => {
    expect(fenetreDenonciation(unAn, '2027-03-31')).toBe('2026-12-31')
    expect(fenetreDenonciation({ ...unAn, preavisMois: null }, '2027-03-31')).toBe('2027-03-31')
    expect(finsPossibles(unAn, '2025-12-31')).toEqual(['2026-03-31', '2027-03-31'])
    expect(finsPossibles(unAn, '2026-01-01')).toEqual(['2027-03-31', '2028-03-31'])
    expect(finsPossibles(sansReconduction, '2026-01-01')).toEqual([])
  })

  it('gives the whole notice to the last day, and not to the day after', () => {
    fc.assert(
      fc.property(cycles, jours, (c, jour) => {
        const sansChangement = { ...c, changements: [] }
        const { finLe } = periode(sansChangement, jour)
        // The notice runs from the day after it is given, to the same day of a later month, or the first of the next one.
        const echeance = (donnee: string) => {
          const debut = Temporal.PlainDate.from(donnee).add({ days: 1 })
          const fin = debut.add({ months: c.preavisMois ?? 0 })
          return (fin.day === debut.day ? fin : fin.add({ days: 1 })).subtract({ days: 1 }).toString()
        }
        const derniere = fenetreDenonciation(sansChangement, finLe)
        expect(echeance(derniere) <= finLe).toBe(true)
        expect(echeance(ajouterJours(derniere, 1)) > finLe).toBe(true)
      }),
    )
  })
})

describe('what is due', () => {
  it('is the effect, then each renewal, in order, whatever the number of missed days', () => {
    expect(transitionsDues(unAn, signee, '2025-03-31')).toEqual([])
    expect(transitionsDues(unAn, signee, '2027-04-01')).toEqual([
      { type: 'prise_effet', le: '2025-04-01', etat: 'en_vigueur', jusquau: '2026-03-31' },
      { type: 'reconduite', le: '2026-04-01', etat: 'en_vigueur', jusquau: '2027-03-31' },
      { type: 'reconduite', le: '2027-04-01', etat: 'en_vigueur', jusquau: '2028-03-31' },
    ])
  })

  it('is the end, the day after the last one, named after its cause', () => {
    const denoncee: Part = { ...signee, etat: 'denoncee', finLe: '2026-03-31', causeFin: 'denonciation' }
    expect(transitionsDues(unAn, denoncee, '2026-03-31')).toEqual([])
    expect(transitionsDues(unAn, denoncee, '2026-04-01')).toEqual([
      { type: 'echue', le: '2026-04-01', etat: 'echue', jusquau: '2026-03-31' },
    ])
    const resiliee: Part = { ...signee, etat: 'en_vigueur', finLe: '2025-06-30', causeFin: 'resiliation' }
    expect(transitionsDues(unAn, resiliee, '2025-07-01').map(({ type }) => type)).toEqual(['resiliee'])
  })

  it('is nothing for a mise en demeure, even past its cure period, nor for what is over or not signed', () => {
    const miseEnDemeure: Part = {
      ...signee,
      etat: 'mise_en_demeure',
      miseEnDemeureLe: '2025-05-01',
      miseEnDemeureEcheanceLe: '2025-05-31',
    }
    expect(transitionsDues(unAn, miseEnDemeure, '2025-12-01')).toEqual([])
    for (const etat of ['brouillon', 'echue', 'resiliee'])
      expect(transitionsDues(unAn, { ...signee, etat }, '2030-01-01')).toEqual([])
  })

  it('leaves nothing due once applied, and the same parts come out of every night or of one after ten', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: -10, max: 1500 }), ({ cycle, part }, apres) => {
        const jour = ajouterJours(cycle.effetLe, apres)
        const dunCoup = rattraper(cycle, part, jour)
        expect(transitionsDues(cycle, dunCoup.part, jour)).toEqual([])
        let courante = part
        const dues = []
        for (let d = ajouterJours(cycle.effetLe, -40); d < jour; d = ajouterJours(d, 7)) {
          const nuit = rattraper(cycle, courante, d)
          dues.push(...nuit.dues)
          courante = nuit.part
        }
        const derniere = rattraper(cycle, courante, jour)
        expect(derniere.part).toEqual(dunCoup.part)
        expect([...dues, ...derniere.dues]).toEqual(dunCoup.dues)
        const dates = dunCoup.dues.map(({ le }) => le)
        expect(dates).toEqual([...dates].sort())
      }),
    )
  })

  it('never changes the access of the day: the dates alone decide', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 1500 }), ({ cycle, part }, apres) => {
        const jour = ajouterJours(cycle.effetLe, apres)
        const acces = (p: Part) =>
          accesOuvert(
            { caisseId: 'a', etat: p.etat, effetLe: p.utilisationEffetLe, finLe: p.finLe, suspendue: false },
            null,
            jour,
          )
        expect(acces(rattraper(cycle, part, jour).part)).toBe(acces(part))
        expect(joursEntre(cycle.effetLe, jour)).toBe(apres)
      }),
    )
  })
})

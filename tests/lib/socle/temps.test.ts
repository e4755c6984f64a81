import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ajouterJours,
  ajouterJoursOuvres,
  type CalendrierFerie,
  dateAParis,
  debutDuJour,
  estOuvre,
  joursEntre,
  joursFeries,
} from '@/lib/socle/temps'

const calendrier = fc.constantFrom<CalendrierFerie>('france', 'alsace_moselle')
const date = fc.integer({ min: 0, max: 7670 }).map((n) => ajouterJours('2020-01-01', n))

/** Public holidays according to the date-holidays library. */
function oracle(annee: number, departement?: string): string[] {
  const hd = departement ? new Holidays('FR', departement) : new Holidays('FR')
  const publics = hd.getHolidays(annee).filter((ferie) => ferie.type === 'public')
  return [...new Set(publics.map((ferie) => ferie.date.slice(0, 10)))].sort()
}

describe('public holidays', () => {
  it.each(Array.from({ length: 21 }, (_, i) => 2020 + i))('agree with date-holidays in %i', (annee) => {
    expect([...joursFeries(annee, 'france').keys()].sort()).toEqual(oracle(annee))
    for (const departement of ['57', '67', '68']) {
      expect([...joursFeries(annee, 'alsace_moselle').keys()].sort()).toEqual(oracle(annee, departement))
    }
  })

  it('keep their names', () => {
    expect(joursFeries(2026, 'france').get('2026-05-14')).toBe('Ascension')
    expect(joursFeries(2026, 'alsace_moselle').get('2026-04-03')).toBe('Vendredi saint')
    expect(joursFeries(2026, 'france').has('2026-04-03')).toBe(false)
  })
})

describe('working days', () => {
  it('skip weekends and holidays', () => {
    expect(ajouterJoursOuvres('2026-04-30', 1, 'france')).toBe('2026-05-04')
    expect(ajouterJoursOuvres('2026-12-24', 1, 'france')).toBe('2026-12-28')
    expect(ajouterJoursOuvres('2025-12-24', 1, 'france')).toBe('2025-12-26')
    expect(ajouterJoursOuvres('2025-12-24', 1, 'alsace_moselle')).toBe('2025-12-29')
  })

  it('land on a working day, with exactly n working days on the way', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), calendrier, (depart, n, cal) => {
        const arrivee = ajouterJoursOuvres(depart, n, cal)
        expect(estOuvre(arrivee, cal)).toBe(true)
        const traverses = Array.from({ length: joursEntre(depart, arrivee) }, (_, i) => ajouterJours(depart, i + 1))
        expect(traverses.filter((d) => estOuvre(d, cal))).toHaveLength(n)
      }),
    )
  })

  it('add up: n then m is n + m, and going back undoes it from a working day', () => {
    const petit = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(date, petit, petit, calendrier, (depart, n, m, cal) => {
        const enDeuxFois = ajouterJoursOuvres(ajouterJoursOuvres(depart, n, cal), m, cal)
        expect(enDeuxFois).toBe(ajouterJoursOuvres(depart, n + m, cal))
        const ouvre = ajouterJoursOuvres(depart, 1, cal)
        expect(ajouterJoursOuvres(ajouterJoursOuvres(ouvre, n, cal), -n, cal)).toBe(ouvre)
      }),
    )
  })

  it('come later or on the same day in Alsace-Moselle', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 30 }), (depart, n) => {
        const la = ajouterJoursOuvres(depart, n, 'alsace_moselle')
        expect(la >= ajouterJoursOuvres(depart, n, 'france')).toBe(true)
      }),
    )
  })
})

describe('calendar days', () => {
  it('are counted across the change of hour and leap years', () => {
    expect(joursEntre('2026-03-28', '2026-03-30')).toBe(2)
    expect(joursEntre('2028-02-28', '2028-03-01')).toBe(2)
    fc.assert(
      fc.property(date, fc.integer({ min: -400, max: 400 }), (depart, n) => {
        expect(joursEntre(depart, ajouterJours(depart, n))).toBe(n)
      }),
    )
  })

  it('follow the clock of Paris', () => {
    expect(dateAParis(new Date('2026-03-11T23:30:00Z'))).toBe('2026-03-12')
    expect(dateAParis(new Date('2026-07-11T22:30:00Z'))).toBe('2026-07-12')
    expect(dateAParis(new Date('2026-03-12T22:59:59Z'))).toBe('2026-03-12')
    expect(debutDuJour('2026-07-12').toISOString()).toBe('2026-07-11T22:00:00.000Z')
    fc.assert(
      fc.property(date, (d) => {
        expect(dateAParis(debutDuJour(d))).toBe(d)
      }),
    )
  })
})

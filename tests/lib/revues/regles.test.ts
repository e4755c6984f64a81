import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prochaineRevue, relancesDues, revueDue, revueEnRetard, suspensionDue } from '@/lib/revues/regles'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

describe('when a revue is due', () => {
  it('an interval after the last one signed, or after the first account', () => {
    expect(prochaineRevue('2025-03-12', '2020-01-01', 12)).toBe('2026-03-12')
    expect(prochaineRevue(null, '2025-08-31', 6)).toBe('2026-02-28')
    expect(revueDue('2025-03-12', '2020-01-01', 12, '2026-03-11')).toBe(false)
    expect(revueDue('2025-03-12', '2020-01-01', 12, '2026-03-12')).toBe(true)
    expect(revueDue(null, null, 12, '2026-03-12')).toBe(false)
  })

  it('is late the day after its due date', () => {
    expect(revueEnRetard('2026-03-31', '2026-03-31')).toBe(false)
    expect(revueEnRetard('2026-03-31', '2026-04-01')).toBe(true)
  })

  it('suspends after the delay of the caisse, and never where there is none', () => {
    expect(suspensionDue('2026-03-31', null, '2030-01-01')).toBe(false)
    expect(suspensionDue('2026-03-31', 15, '2026-04-14')).toBe(false)
    expect(suspensionDue('2026-03-31', 15, '2026-04-15')).toBe(true)
    // Zero means at the first day of delay, not on the due date itself.
    expect(suspensionDue('2026-03-31', 0, '2026-03-31')).toBe(false)
    expect(suspensionDue('2026-03-31', 0, '2026-04-01')).toBe(true)
  })
})

describe('reminders', () => {
  const dues = (de: DateIso, jours: number, pas = 1) => {
    let relanceeLe: DateIso | null = null
    const envois: DateIso[] = []
    for (let n = 0; n < jours; n += pas) {
      const jour = ajouterJours(de, n)
      if (!relancesDues({ ouverteLe: de, echeanceLe: '2026-03-31', relanceeLe }, jour)) continue
      relanceeLe = jour
      envois.push(jour)
    }
    return envois
  }

  it('leave a week before, on the day, then each week', () => {
    expect(dues('2026-03-01', 50)).toEqual(['2026-03-24', '2026-03-31', '2026-04-07', '2026-04-14'])
  })

  it('are not made up for one by one after nights without running', () => {
    expect(dues('2026-03-01', 50, 10)).toEqual(['2026-03-31', '2026-04-10'])
  })

  it('leave out the step that the mail of the opening has just made', () => {
    expect(dues('2026-03-26', 10)).toEqual(['2026-03-31'])
  })

  it('asked twice a day, leave once', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 200 }), (n) => {
        const jour = ajouterJours('2026-03-31', n)
        const revue = { ouverteLe: '2026-01-01', echeanceLe: '2026-03-31' }
        expect(relancesDues({ ...revue, relanceeLe: jour }, jour)).toBe(false)
      }),
    )
  })
})

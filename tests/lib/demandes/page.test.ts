import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ecrireCurseur, lireCurseur } from '@/lib/demandes/page'

const id = '01961cff-1000-7567-9434-b71225c7f714'

describe('the place in a list', () => {
  it('is read as it was written', () => {
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, (cle) => {
        expect(lireCurseur(ecrireCurseur({ cle, id }))).toEqual({ cle, id })
      }),
    )
  })

  it('is the first page for anything else, instants that no database holds included', () => {
    for (const instant of [
      '',
      '2026',
      '-000001-01-01T00:00:00.000Z',
      '0000-01-01T00:00:00.000Z',
      '+275760-09-13T00:00:00.000Z',
      '2026-02-30T00:00:00.000Z',
      '2026-04-10T09:00:00.000+02:00 ',
    ])
      expect(lireCurseur(`${instant}~${id}`), instant).toBeNull()
    expect(lireCurseur(`2026-04-10T09:00:00.000Z~1`)).toBeNull()
  })
})

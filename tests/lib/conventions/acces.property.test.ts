import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fermetureDe } from '@/lib/conventions/acces'
import { debutDuJour } from '@/lib/socle/temps'
import { ecrirePart, histoires, origine } from './histoires'
import { acces, ecrireJour, type Histoire, type Jour } from './oracle'

/** Caisses that the rule of the product opens at noon of that day. */
function selonLeProduit({ conventions, suspensions, ouverture }: Histoire, jour: Jour, nuits: Jour[]): number[] {
  const midi = new Date(debutDuJour(ecrireJour(jour)).getTime() + 12 * 3_600_000)
  const ouvertes = conventions.filter((convention) => {
    const ecrite = ecrirePart(convention, jour, nuits)
    if (!ecrite) return false
    const siennes = suspensions
      .filter(({ caisse }) => caisse === convention.caisse)
      .map(({ du, au }) => ({
        debutLe: debutDuJour(ecrireJour(du)),
        finLe: au === null ? null : debutDuJour(ecrireJour(au + 1)),
        motif: '',
      }))
    const part = { ...ecrite.part, cycle: ecrite.cycle, caisseId: String(convention.caisse), suspensions: siennes }
    return fermetureDe(part, ouverture === null ? null : ecrireJour(ouverture), midi) === null
  })
  return [...new Set(ouvertes.map(({ caisse }) => caisse))].sort()
}

it('opens, on any day of any history, the caisses that the rules of the domain open, whether the nights have run or not', () => {
  const jour = fc.integer({ min: 0, max: 1_400 }).map((rang) => origine + rang)
  const nuits = fc.array(jour, { maxLength: 12 })
  let ouverts = 0
  fc.assert(
    fc.property(histoires, jour, nuits, (histoire, date, passees) => {
      const attendues = acces(histoire, date)
      if (attendues.length > 0) ouverts += 1
      expect(selonLeProduit(histoire, date, passees)).toEqual(attendues)
    }),
    { numRuns: Number(process.env.HISTOIRES ?? 10_000) },
  )
  // Neither always open nor always closed: the histories say something.
  expect(ouverts).toBeGreaterThan(2_000)
  expect(ouverts).toBeLessThan(8_000)
}, 60_000)

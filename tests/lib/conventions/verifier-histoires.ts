import fc from 'fast-check'
import { fermetureDe } from '@/lib/conventions/acces'
import { debutDuJour } from '@/lib/socle/temps'
import { ecrirePart, histoires, origine } from './histoires'
import { acces, ecrireJour, type Histoire, type Jour } from './oracle'

export const midiDu = (jour: Jour): Date => new Date(debutDuJour(ecrireJour(jour)).getTime() + 12 * 3_600_000)

export const jours = fc.integer({ min: 0, max: 1_400 }).map((rang) => origine + rang)
export const nuits = fc.array(jours, { maxLength: 12 })

/** Caisses that the rule of the product opens at noon of that day. */
function selonLeProduit({ conventions, suspensions, ouverture }: Histoire, jour: Jour, passees: Jour[]): number[] {
  const ouvertes = conventions.filter((convention) => {
    const ecrite = ecrirePart(convention, jour, passees)
    if (!ecrite) return false
    const siennes = suspensions
      .filter(({ caisse }) => caisse === convention.caisse)
      .map(({ du, au }) => ({
        debutLe: debutDuJour(ecrireJour(du)),
        finLe: au === null ? null : debutDuJour(ecrireJour(au + 1)),
        motif: '',
      }))
    const part = { ...ecrite.part, cycle: ecrite.cycle, caisseId: String(convention.caisse), suspensions: siennes }
    return fermetureDe(part, ouverture === null ? null : ecrireJour(ouverture), midiDu(jour)) === null
  })
  return [...new Set(ouvertes.map(({ caisse }) => caisse))].sort()
}

/** Compares the product with the oracle over so many histories; gives the share of those that have an access. */
export function verifierLesHistoires(nombre: number): number {
  let ouverts = 0
  fc.assert(
    fc.property(histoires, jours, nuits, (histoire, jour, passees) => {
      const attendues = acces(histoire, jour)
      if (attendues.length > 0) ouverts += 1
      const trouvees = selonLeProduit(histoire, jour, passees)
      return trouvees.join() === attendues.join()
    }),
    { numRuns: nombre },
  )
  return ouverts / nombre
}

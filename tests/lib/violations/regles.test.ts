import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { horloge, horlogesDe, limitesDe, type Part, rappelDu, resteAFaire } from '@/lib/violations/regles'

const t = (texte: string) => new Date(`2026-11-${texte}Z`)
const constateeLe = t('10T08:00:00')
const declareeLe = t('10T15:00:00')
const part: Part = {
  etat: 'a_qualifier',
  risque: null,
  autrePartieAvant: t('11T08:00:00'),
  autrePartieLe: null,
  autrePartieSansObjet: false,
  autoriteAvant: t('13T08:00:00'),
  autoriteLe: null,
  autoriteSansObjet: false,
  personnesLe: null,
  personnesSansObjet: false,
  closeLe: null,
}

describe('the limits', () => {
  it('of a partenaire that declares: the caisse is told by it, and its 72 hours run from there', () => {
    const lues = limitesDe({ cote: 'partenaire', constateeLe, declareeLe, partenaire: true, delaiHeures: 24 })
    expect(lues.autrePartieAvant).toEqual(t('11T08:00:00'))
    expect(lues.autrePartieLe).toEqual(declareeLe)
    expect(lues.autoriteAvant).toEqual(t('13T15:00:00'))
  })

  it('of a caisse: both run from when it noticed, with the delay it has set', () => {
    const lues = limitesDe({ cote: 'caisse', constateeLe, declareeLe, partenaire: true, delaiHeures: 48 })
    expect(lues.autrePartieAvant).toEqual(t('12T08:00:00'))
    expect(lues.autrePartieLe).toBeNull()
    expect(lues.autoriteAvant).toEqual(t('13T08:00:00'))
  })

  it('nobody else is concerned: nobody else to tell', () => {
    const lues = limitesDe({ cote: 'caisse', constateeLe, declareeLe, partenaire: false, delaiHeures: 48 })
    expect(lues.autrePartieAvant).toBeNull()
  })

  it('hours are real ones the night the clocks change', () => {
    const avant = new Date('2026-10-24T22:30:00Z')
    const { autoriteAvant } = limitesDe({
      cote: 'caisse',
      constateeLe: avant,
      declareeLe: avant,
      partenaire: false,
      delaiHeures: 24,
    })
    expect(autoriteAvant.getTime() - avant.getTime()).toBe(72 * 3_600_000)
  })
})

describe('a clock', () => {
  const limite = t('13T08:00:00')
  const a = (maintenant: Date, reste = {}) => horloge({ limite, faitLe: null, sansObjet: false, ...reste }, maintenant)

  it('counts hours, then minutes, then how late it is', () => {
    expect(a(t('10T08:00:00'))).toEqual({ ton: 'loin', mots: 'il reste 72\u00A0h' })
    expect(a(t('12T20:00:00'))).toEqual({ ton: 'bientot', mots: 'il reste 12\u00A0h' })
    expect(a(t('13T07:25:30'))).toEqual({ ton: 'bientot', mots: 'il reste 34\u00A0min' })
    expect(a(t('13T08:00:00')).ton).toBe('bientot')
    expect(a(t('13T08:00:01'))).toEqual({ ton: 'retard', mots: 'en retard de 1\u00A0min' })
    expect(a(t('15T09:00:00'))).toEqual({ ton: 'retard', mots: 'en retard de 49\u00A0h' })
  })

  it('stops when it is done, and says whether it was in time', () => {
    expect(a(t('20T00:00:00'), { faitLe: t('13T08:00:00') })).toEqual({ ton: 'fait', mots: 'fait dans le délai' })
    expect(a(t('20T00:00:00'), { faitLe: t('13T11:00:00') }).mots).toBe('fait 3\u00A0h après la limite')
    expect(a(t('20T00:00:00'), { sansObjet: true }).ton).toBe('sans_objet')
  })

  it('says at each instant one thing, and never that a passed limit has time left', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), (minutes) => {
        const lue = a(new Date(limite.getTime() + minutes * 60_000))
        expect(lue.ton === 'retard').toBe(minutes > 0)
        expect(lue.mots.startsWith('en retard')).toBe(minutes > 0)
      }),
    )
  })

  it('has no object once the breach is set aside', () => {
    const lues = horlogesDe({ ...part, etat: 'ecartee' }, t('20T00:00:00'))
    expect([lues.autrePartie.ton, lues.autorite.ton]).toEqual(['sans_objet', 'sans_objet'])
  })
})

it('a reminder is due once before the limit, and once after', () => {
  const bientot = { ton: 'bientot' as const, mots: '' }
  const retard = { ton: 'retard' as const, mots: '' }
  expect([
    rappelDu(bientot, 0),
    rappelDu(bientot, 1),
    rappelDu(retard, 0),
    rappelDu(retard, 1),
    rappelDu(retard, 2),
  ]).toEqual([1, 0, 2, 2, 0])
  expect(rappelDu({ ton: 'loin', mots: '' }, 0)).toBe(0)
})

it('what is left before closing is said', () => {
  expect(resteAFaire(part)).toEqual(['qualifier la violation'])
  expect(resteAFaire({ ...part, etat: 'ecartee' })).toEqual([])
  const averee: Part = { ...part, etat: 'averee', risque: 'risque' }
  expect(resteAFaire(averee)).toHaveLength(3)
  expect(resteAFaire({ ...averee, autrePartieAvant: null, autoriteLe: declareeLe, personnesSansObjet: true })).toEqual(
    [],
  )
})

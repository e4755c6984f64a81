import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Etat, etats, etatsOuverts } from '@/lib/demandes/modele'
import {
  type Acte,
  actePossible,
  cleDeTri,
  delaiApplicable,
  demarrerHorloge,
  formerReference,
  type Horloge,
  normaliser,
  reouverturePossible,
  suspendreHorloge,
} from '@/lib/demandes/regles'
import { ajouterJours, dateAParis, joursEntre } from '@/lib/socle/temps'

const actes: Acte[] = [
  'prendre',
  'passer',
  'demander_complement',
  'envoyer_complement',
  'recevoir_complement',
  'clore',
  'annuler',
  'rouvrir',
]

const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
const delai = fc.option(fc.integer({ min: 1, max: 90 }), { nil: null })

describe('acts and states', () => {
  it('allows exactly the acts of the rules, written here a second time', () => {
    const permis = Object.fromEntries(
      etats.map((etat) => [
        etat,
        actes
          .filter((acte) => actePossible(acte, etat))
          .sort()
          .join(' '),
      ]),
    )
    expect(permis).toEqual({
      transmise: 'annuler clore demander_complement passer prendre',
      prise_en_charge: 'clore demander_complement passer',
      attente_complement: 'clore envoyer_complement passer recevoir_complement',
      complement_recu: 'clore demander_complement passer prendre',
      traitee: 'rouvrir',
      annulee: '',
    } satisfies Record<Etat, string>)
  })

  it('lets the partenaire cancel only before an agent has taken the demande', () => {
    expect(etats.filter((etat) => actePossible('annuler', etat))).toEqual(['transmise'])
  })

  it('lets nothing but a reopening act on a closed demande', () => {
    for (const etat of etats.filter((candidat) => !etatsOuverts.includes(candidat)))
      expect(actes.filter((acte) => actePossible(acte, etat) && acte !== 'rouvrir')).toEqual([])
  })
})

describe('clock', () => {
  it('counts the delay in calendar days from the day of receipt in Paris', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 90 }), (debut, jours) => {
        const { echeanceLe } = demarrerHorloge(jours, debut)
        expect(joursEntre(dateAParis(debut), echeanceLe ?? '')).toBe(jours)
      }),
    )
  })

  it('takes the day of Paris, not of the server', () => {
    expect(demarrerHorloge(10, new Date('2026-03-12T23:30:00Z')).echeanceLe).toBe('2026-03-23')
    expect(demarrerHorloge(10, new Date('2026-07-01T21:59:00Z')).echeanceLe).toBe('2026-07-11')
  })

  it('announces nothing when the caisse sets no delay', () => {
    fc.assert(
      fc.property(instant, (debut) => {
        expect(demarrerHorloge(null, debut).echeanceLe).toBeNull()
      }),
    )
  })

  it('has no due date while a complément is awaited, and starts again at zero when the dossier is complete', () => {
    const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), pauses, (debut, jours, rondes) => {
        let horloge: Horloge = demarrerHorloge(jours, debut)
        let jour = debut.getTime()
        let attendus = 0
        for (const [avant, attente] of rondes) {
          jour += avant * 86_400_000
          horloge = suspendreHorloge(horloge, new Date(jour))
          expect(horloge.echeanceLe).toBeNull()
          const suspendu = new Date(jour)
          jour += attente * 86_400_000
          attendus += joursEntre(dateAParis(suspendu), dateAParis(new Date(jour)))
          horloge = demarrerHorloge(jours, new Date(jour), horloge)
        }
        expect(horloge.echeanceLe).toBe(ajouterJours(dateAParis(new Date(jour)), jours))
        expect(horloge.joursSuspendus).toBe(attendus)
        expect(horloge.suspendueLe).toBeNull()
      }),
    )
  })

  it('gives an urgent dossier the shorter of the two delays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), delai, (urgent, prestation) => {
        expect(delaiApplicable(true, urgent, prestation)).toBe(
          prestation === null ? urgent : Math.min(urgent, prestation),
        )
        expect(delaiApplicable(false, urgent, prestation)).toBe(prestation)
      }),
    )
  })
})

describe('order of the queue', () => {
  const dossier = fc.record({ depot: instant, jours: delai, suspendu: fc.boolean() })
  const cle = ({ depot, jours, suspendu }: { depot: Date; jours: number | null; suspendu: boolean }) => {
    const horloge = demarrerHorloge(jours, depot)
    return cleDeTri(suspendu ? suspendreHorloge(horloge, depot) : horloge, depot)
  }
  const groupe = (d: { jours: number | null; suspendu: boolean }) => (d.suspendu ? 2 : d.jours === null ? 1 : 0)

  it('puts due dates first, then demandes without delay, then those that wait for the partenaire', () => {
    fc.assert(
      fc.property(dossier, dossier, (a, b) => {
        if (groupe(a) < groupe(b)) expect(cle(a).getTime()).toBeLessThan(cle(b).getTime())
      }),
    )
  })

  it('puts the nearest due date first, and the oldest first among the others', () => {
    fc.assert(
      fc.property(dossier, dossier, (a, b) => {
        if (groupe(a) !== groupe(b)) return
        const mesure = (d: typeof a) =>
          groupe(d) === 0 ? new Date(demarrerHorloge(d.jours, d.depot).echeanceLe ?? '').getTime() : d.depot.getTime()
        // 29 February has no twin a thousand years later: one day of tolerance.
        if (mesure(a) + 86_400_000 < mesure(b)) expect(cle(a).getTime()).toBeLessThan(cle(b).getTime())
      }),
    )
  })
})

describe('reopening', () => {
  it('is open during the days of the caisse, the last one included, and only for a closed demande', () => {
    const close = new Date('2026-03-01T10:00:00Z')
    expect(reouverturePossible('traitee', close, 30, new Date('2026-03-31T21:00:00Z'))).toBe(true)
    expect(reouverturePossible('traitee', close, 30, new Date('2026-04-01T10:00:00Z'))).toBe(false)
    expect(reouverturePossible('annulee', close, 30, close)).toBe(false)
    expect(reouverturePossible('prise_en_charge', null, 30, close)).toBe(false)
  })
})

describe('reference and search words', () => {
  it('forms a reference from the year in Paris and the number', () => {
    expect(formerReference(4817n, new Date('2026-03-12T13:21:00Z'))).toBe('26-004817')
    expect(formerReference(1, new Date('2026-12-31T23:30:00Z'))).toBe('27-000001')
    expect(formerReference(12_345_678, new Date('2026-06-01'))).toBe('26-12345678')
  })

  it('finds the same words whatever the accents, hyphens and case', () => {
    for (const [ecrit, cherche] of [
      ['Élisée Kouamé-Tessier', 'elisee kouame tessier'],
      ['Benoît d’Arcueil-Sénac', "BENOIT D'ARCUEIL SENAC"],
      ['Kévin Lœuillet', 'kevin loeuillet'],
      ['Gülsen Aktaş', 'gulsen aktas'],
    ] as const)
      expect(normaliser(ecrit)).toBe(normaliser(cherche))
  })

  it('is stable: words already normalised do not change', () => {
    fc.assert(
      fc.property(fc.string(), (texte) => {
        expect(normaliser(normaliser(texte))).toBe(normaliser(texte))
      }),
    )
  })
})

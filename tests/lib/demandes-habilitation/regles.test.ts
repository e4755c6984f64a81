import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { echeanceAttendue, echeanceOuvree } from '@/lib/demandes-habilitation/echeance'
import {
  changements,
  echeanceDemande,
  effetInactivation,
  joursOuvresEntre,
  premiereDateInactivation,
  refusDateSouhaitee,
} from '@/lib/demandes-habilitation/regles'
import { ajouterJours, type CalendrierFerie, estOuvre, joursEntre } from '@/lib/socle/temps'

const calendriers = ['france', 'alsace_moselle'] as const
const jours = fc.integer({ min: 0, max: 3_000 }).map((n) => ajouterJours('2024-01-01', n))

describe('the clock of a request', () => {
  it('never counts the day of filing, a Friday evening or a Sunday', () => {
    expect(echeanceDemande('2026-11-20', 5, 'france')).toBe('2026-11-27')
    expect(echeanceDemande('2026-11-22', 5, 'france')).toBe('2026-11-27')
    expect(echeanceDemande('2026-11-20', 10, 'france')).toBe('2026-12-04')
  })

  it('jumps over the holidays of the calendar of the caisse', () => {
    // Good Friday 2026 is 3 April, Easter Monday the 6th; 26 December 2025 is a Friday.
    expect(echeanceDemande('2026-04-01', 2, 'france')).toBe('2026-04-03')
    expect(echeanceDemande('2026-04-01', 2, 'alsace_moselle')).toBe('2026-04-07')
    expect(echeanceDemande('2025-12-24', 1, 'france')).toBe('2025-12-26')
    expect(echeanceDemande('2025-12-24', 1, 'alsace_moselle')).toBe('2025-12-29')
  })

  it('ends on a working day that many working days later, in both calendars', () => {
    fc.assert(
      fc.property(
        jours,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom<CalendrierFerie>(...calendriers),
        (jour, n, calendrier) => {
          const fin = echeanceDemande(jour, n, calendrier)
          expect(estOuvre(fin, calendrier)).toBe(true)
          expect(joursOuvresEntre(jour, fin, calendrier)).toBe(n)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is said in working days, late or not', () => {
    const dire = (jour: string) => echeanceOuvree('2026-11-27', jour, 'france')
    expect(dire('2026-11-20')).toEqual({ mots: 'dans 5\u00A0jours ouvrés', ton: 'loin' })
    expect(dire('2026-11-25')).toEqual({ mots: 'dans 2\u00A0jours ouvrés', ton: 'bientot' })
    expect(dire('2026-11-26')).toEqual({ mots: 'dans un\u00A0jour ouvré', ton: 'bientot' })
    expect(dire('2026-11-27')).toEqual({ mots: 'aujourd’hui', ton: 'bientot' })
    expect(dire('2026-11-28')).toEqual({ mots: 'en retard', ton: 'retard' })
    expect(dire('2026-11-30')).toEqual({ mots: 'en retard d’un jour ouvré', ton: 'retard' })
    expect(dire('2026-12-01')).toEqual({ mots: 'en retard de 2\u00A0jours ouvrés', ton: 'retard' })
  })

  it('is a day to wait for on the other side', () => {
    expect(echeanceAttendue('2026-11-27', '2026-11-20', 'france').mots).toBe('réponse avant le 27\u00A0novembre')
    expect(echeanceAttendue('2026-11-27', '2026-11-26', 'france').mots).toBe('réponse dans un\u00A0jour ouvré')
  })
})

describe('the wished day of an inactivation', () => {
  it('is accepted from the end of the notice on, and no earlier', () => {
    expect(refusDateSouhaitee('2026-03-27', '2026-03-12', 15)).toBeNull()
    expect(refusDateSouhaitee('2026-03-26', '2026-03-12', 15)).toEqual({ raison: 'preavis', premiere: '2026-03-27' })
    expect(refusDateSouhaitee('2026-03-12', '2026-03-12', 0)).toBeNull()
    expect(refusDateSouhaitee('2062-03-27', '2026-03-12', 15)).toEqual({ raison: 'lointaine' })
  })

  it('keeps exactly the notice of the caisse', () => {
    fc.assert(
      fc.property(
        jours,
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: -30, max: 300 }),
        (jour, preavis, ecart) => {
          const refus = refusDateSouhaitee(ajouterJours(jour, ecart), jour, preavis)
          expect(refus === null).toBe(ecart >= preavis)
          expect(joursEntre(jour, premiereDateInactivation(jour, preavis))).toBe(preavis)
        },
      ),
    )
  })

  it('is applied that day or at once, as the caisse sets it', () => {
    expect(effetInactivation('date_souhaitee', '2026-03-27', '2026-03-14')).toBe('2026-03-27')
    expect(effetInactivation('date_souhaitee', '2026-03-14', '2026-03-14')).toBeNull()
    expect(effetInactivation('date_souhaitee', '2026-03-10', '2026-03-14')).toBeNull()
    expect(effetInactivation('immediate', '2026-03-27', '2026-03-14')).toBeNull()
  })
})

it('tells what changes of an account, and nothing else', () => {
  const avant = {
    civilite: 'madame',
    nom: 'Oury',
    prenom: 'Camille',
    fonction: 'Directrice',
    telephone: null,
    courriel: 'c@x.example',
  }
  const apres = { ...avant, civilite: 'madame' as const, telephone: '0261910001', nom: 'Oury-Lambert' }
  expect(changements(avant, apres)).toEqual([
    { champ: 'nom', avant: 'Oury', apres: 'Oury-Lambert' },
    { champ: 'telephone', avant: '', apres: '0261910001' },
  ])
})

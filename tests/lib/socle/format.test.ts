import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateAvecAnnee,
  dateCourte,
  dateEtHeure,
  dateLongue,
  dateSansAnnee,
  heure,
  nombre,
  pluriel,
  relatif,
  taille,
  typo,
} from '@/lib/socle/format'

/** No-break spaces written as `_` and narrow ones as `~`, so that a test can be read. */
const visible = (texte: string) => texte.replaceAll('\u00A0', '_').replaceAll('\u202F', '~')
const maintenant = new Date('2026-03-12T13:02:00Z')

describe('dates', () => {
  it('are long, with the first of the month in words', () => {
    expect(visible(dateLongue('2026-03-15'))).toBe('dimanche 15_mars 2026')
    expect(visible(dateLongue('2026-04-01'))).toBe('mercredi 1er_avril 2026')
    expect(visible(dateAvecAnnee('1987-07-14'))).toBe('14_juillet 1987')
  })

  it('lose the year when it is the current one', () => {
    expect(visible(dateSansAnnee('2026-03-27', '2026-03-12'))).toBe('27_mars')
    expect(visible(dateSansAnnee('2027-01-01', '2026-03-12'))).toBe('1er_janvier 2027')
    expect(visible(dateCourte('2026-02-13'))).toBe('13_févr.')
    expect(visible(dateCourte('2025-02-13', '2026-03-12'))).toBe('13_févr. 2025')
  })

  it('show the hour of Paris, in winter and in summer', () => {
    expect(visible(heure(new Date('2026-03-12T13:02:00Z')))).toBe('14_h_02')
    expect(visible(heure(new Date('2026-07-12T07:40:00Z')))).toBe('9_h_40')
    expect(visible(heure(new Date('2026-03-11T23:05:00Z')))).toBe('0_h_05')
    expect(visible(dateEtHeure(new Date('2026-03-11T23:05:00Z')))).toBe('jeudi 12_mars 2026 à 0_h_05')
  })

  it('are told from today', () => {
    const dit = (instant: string) => visible(relatif(new Date(instant), maintenant))
    expect(dit('2026-03-12T08:40:00Z')).toBe('ce matin à 9_h_40')
    expect(dit('2026-03-12T12:00:00Z')).toBe('aujourd’hui à 13_h_00')
    expect(dit('2026-03-11T15:00:00Z')).toBe('hier à 16_h_00')
    expect(dit('2026-03-13T15:00:00Z')).toBe('demain à 16_h_00')
    expect(dit('2026-03-09T15:02:00Z')).toBe('lundi 9_mars à 16_h_02')
    expect(dit('2025-12-01T15:02:00Z')).toBe('lundi 1er_décembre 2025 à 16_h_02')
  })
})

describe('figures', () => {
  it('take a comma and narrow spaces', () => {
    expect(visible(nombre(1234567.89))).toBe('1~234~567,9')
    expect(visible(pluriel(0, 'demande'))).toBe('0_demande')
    expect(visible(pluriel(1, 'demande'))).toBe('1_demande')
    expect(visible(pluriel(1200, 'demande'))).toBe('1~200_demandes')
    expect(visible(pluriel(2, 'journal', 'journaux'))).toBe('2_journaux')
  })

  it('give a size one can read', () => {
    const tailles = [0, 1, 640, 12_400, 999_499, 999_600, 3_100_000, 9_960_000, 11_000_000, 1_500_000_000]
    expect(tailles.map((octets) => visible(taille(octets)))).toEqual([
      '0_octet',
      '1_octet',
      '640_octets',
      '12_ko',
      '999_ko',
      '1_Mo',
      '3,1_Mo',
      '10_Mo',
      '11_Mo',
      '1,5_Go',
    ])
  })
})

describe('typography', () => {
  it('puts the spaces and apostrophes a French reader expects', () => {
    expect(visible(typo("L'assuré l'a dit : « Vraiment ? »"))).toBe('L’assuré l’a dit_: «_Vraiment~?_»')
    expect(visible(typo('Attention! Rien; fini?'))).toBe('Attention~! Rien~; fini~?')
    expect(visible(typo('Le 12 mars à 14 h 02, 3 Mo, 30 jours, 12 %...'))).toBe(
      'Le 12 mars à 14_h_02, 3_Mo, 30_jours, 12_%…',
    )
  })

  it('leaves addresses and digital hours alone', () => {
    expect(typo('https://exemple.fr/a?b=1;c 14:02')).toBe('https://exemple.fr/a?b=1;c 14:02')
  })

  it('changes nothing the second time', () => {
    const morceau = fc.constantFrom(' ', "'", ':', ';', '!', '?', '«', '»', 'a', '3', ' h ', '...', '\u00A0', '\n', '(')
    fc.assert(
      fc.property(fc.array(morceau, { maxLength: 12 }), (morceaux) => {
        const une = typo(morceaux.join(''))
        expect(typo(une)).toBe(une)
      }),
      { numRuns: 2000 },
    )
  })
})

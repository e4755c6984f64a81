import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  domaineLisible,
  ecrireSiret,
  fermeLaStructure,
  lireDomaines,
  normaliserSiret,
  siretValide,
} from '@/lib/partenaires/regles'
import { Hasard } from '@/prisma/seed/fabriques/hasard'
import { siretFictif } from '@/prisma/seed/fabriques/partenaire'

const chiffres = (longueur: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: longueur, maxLength: longueur }).map((liste) => liste.join(''))
const horsLaPoste = chiffres(13).filter((treize) => !treize.startsWith('356000000') && /[1-9]/.test(treize))

/** Luhn by the book, digit after digit, written apart from the product. */
function cle(treize: string): string {
  let somme = 0
  for (let rang = 0; rang < 13; rang += 1) {
    const chiffre = Number(treize[rang])
    somme += rang % 2 === 1 ? chiffre : chiffre < 5 ? chiffre * 2 : chiffre * 2 - 9
  }
  return String((10 - (somme % 10)) % 10)
}

describe('the key of a SIRET', () => {
  it('accepts one last digit in ten, and it is that of Luhn', () => {
    fc.assert(
      fc.property(horsLaPoste, (treize) => {
        const bons = [...'0123456789'].filter((chiffre) => siretValide(treize + chiffre))
        expect(bons).toEqual([cle(treize)])
      }),
      { numRuns: 2_000 },
    )
  })

  it('sees any digit that is wrong, and two neighbours exchanged but 0 and 9', () => {
    fc.assert(
      fc.property(horsLaPoste, fc.nat(13), fc.integer({ min: 1, max: 9 }), (treize, rang, ecart) => {
        const bon = treize + cle(treize)
        const remplacer = (i: number, chiffre: number | string | undefined) =>
          bon.slice(0, i) + chiffre + bon.slice(i + 1)
        const faux = remplacer(rang, (Number(bon[rang]) + ecart) % 10)
        if (!faux.startsWith('356000000')) expect(siretValide(faux)).toBe(false)
        const [a, b] = [bon[rang], bon[rang + 1]]
        const echange = bon.slice(0, rang) + b + a + bon.slice(rang + 2)
        if (b === undefined || a === b || [a, b].sort().join('') === '09' || echange.startsWith('356000000')) return
        expect(siretValide(echange)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  it('knows that the offices of La Poste are numbered another way', () => {
    // Its head office follows Luhn; an office, a sum of digits that is a multiple of 5.
    expect(siretValide('35600000000048')).toBe(true)
    fc.assert(
      fc.property(chiffres(5), (nic) => {
        const siret = `356000000${nic}`
        const somme = [...siret].reduce((total, chiffre) => total + Number(chiffre), 0)
        expect(siretValide(siret)).toBe(somme % 5 === 0 || cle(siret.slice(0, 13)) === siret[13])
      }),
    )
    expect(siretValide('35600000100007')).toBe(false)
  })

  it('wants fourteen digits, not all zero', () => {
    for (const faux of ['', '00000000000000', '7328293200007', '732829320000745', '7328293200007A', 'x'])
      expect(siretValide(faux)).toBe(false)
    expect(siretValide('73282932000074')).toBe(true)
    expect(siretValide(siretFictif(new Hasard('siret')))).toBe(true)
  })

  it('is read as people write it, and written in groups', () => {
    for (const ecrit of ['732 829 320 00074', '732.829.320.00074', '732\u00A0829\u202F320 000-74'])
      expect(normaliserSiret(ecrit)).toBe('73282932000074')
    expect(normaliserSiret(ecrireSiret('73282932000074'))).toBe('73282932000074')
  })
})

describe('declared domains', () => {
  it('are read whatever people wrote around them, each once', () => {
    expect(
      lireDomaines('@CCAS-Vaucreux.fr, contact@mairie-vaucreux.fr ; https://www.ccas-vaucreux.fr/contact\nx.example.'),
    ).toEqual(['ccas-vaucreux.fr', 'mairie-vaucreux.fr', 'x.example'])
    expect(lireDomaines(' , ;')).toEqual([])
  })

  it('are names with an extension', () => {
    for (const bon of ['ccas.fr', 'a-b.c1.example', 'xn--ccas-epa.fr']) expect(domaineLisible(bon)).toBe(true)
    for (const faux of ['ccas', '.fr', 'ccas..fr', '-a.fr', 'a_b.fr', 'é.fr', '192.0.2.1', `${'a'.repeat(64)}.fr`])
      expect(domaineLisible(faux)).toBe(false)
  })
})

it('closes a structure only by a day to come on one that is open', () => {
  const cas = (avant: string | null, apres: string | null) =>
    fermeLaStructure({ ouvreLe: avant }, { ouvreLe: apres }, '2026-03-12')
  expect(cas(null, '2026-03-13')).toBe(true)
  expect(cas('2026-03-12', '2026-04-01')).toBe(true)
  expect(cas('2026-03-13', '2026-04-01')).toBe(false)
  expect(cas(null, '2026-03-12')).toBe(false)
  expect(cas('2026-04-01', null)).toBe(false)
})

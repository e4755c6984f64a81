import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CoteCompte, LONGUEUR_MAX, refusMotDePasse } from '@/lib/comptes/regles-mot-de-passe'

const motsPerso = ['mlegall-402', 'Le Gall-Fournier', 'Maëlle', 'maelle.legall@ccas-vaucreux.fr', 'CCAS de Vaucreux']
const refus = (motDePasse: string, cote: CoteCompte = 'partenaire') => refusMotDePasse(motDePasse, { cote, motsPerso })
const alea = fc.string({
  unit: fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXYZ2346789'),
  minLength: 20,
  maxLength: 40,
})
// The dearest to measure: each sign may stand for several letters.
const substituable = fc.string({ unit: fc.constantFrom(...'4@$!10357|+(8'), minLength: 100, maxLength: 128 })

describe('a password', () => {
  it('has 12 characters at least for a partner, 16 for the caisse, 128 at most', () => {
    expect(refus('')).toBe('Choisissez un mot de passe.')
    expect(refus('x7#kP2mQ9vL')).toContain('il a 11 caractères, il en faut au moins 12')
    expect(refus('x7#kP2mQ9vLw')).toBeNull()
    expect(refus('x7#kP2mQ9vLw', 'caisse')).toContain('il en faut au moins 16')
    expect(refus('x7#kP2mQ9vLw-dR4', 'caisse')).toBeNull()
    expect(refus(`${'tournesol brique '.repeat(8)}`)).toContain('128 caractères au plus')
  })

  it('counts characters, not the units of their encoding', () => {
    expect(refus('🦊🐢🦉🌵🍋🎈')).toContain('il a 6 caractères')
  })

  it('needs no digit, no capital and no sign: several words are enough', () => {
    expect(refus('tournesol brique canapé', 'caisse')).toBeNull()
    expect(refus('lessanglotslongsdesviolons', 'caisse')).toBeNull()
  })

  it.each([
    'motdepasse123',
    'password1234',
    'azertyuiop123',
    '123456789012',
    'aaaaaaaaaaaaaa',
    'P@ssw0rd12345',
    'jetaimejetaime',
    'azerty123456789',
  ])('is refused when it is common or easy to guess: %s', (motDePasse) => {
    expect(refus(motDePasse)).toMatch(/trop (courant|facile)/)
  })

  it.each([
    'Maëlle2026!!',
    'maelle-le-gall-2026',
    'LeGall-Fournier1',
    'mlegall-402!2026',
    'EspacePartenaires2026',
    'ameli-cpam-2026!',
    'ccas-vaucreux-76',
    'Vaucreux#Maelle#1',
  ])('is refused when little is left without the name of the person, the structure or the portal: %s', (motDePasse) => {
    expect(refus(motDePasse)).toContain('repose sur votre nom')
  })

  it('may contain a known word when the rest holds alone', () => {
    expect(refus('ameli et trois tournesols en retard')).toBeNull()
  })

  it('is accepted when it comes from a generator, on both sides', () => {
    fc.assert(
      fc.property(alea, fc.constantFrom<CoteCompte>('partenaire', 'caisse'), (motDePasse, cote) => {
        expect(refus(motDePasse, cote)).toBeNull()
      }),
      { numRuns: 100 },
    )
  })

  it('is answered in bounded time, whatever is sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 140 }), substituable), (motDePasse) => {
        const debut = performance.now()
        const reponse = refus(motDePasse)
        expect(performance.now() - debut).toBeLessThan(3000)
        if ([...motDePasse].length > LONGUEUR_MAX) expect(reponse).not.toBeNull()
      }),
      { numRuns: 100 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Echeance, echeanceEnMots, echeancePourPartenaire } from '@/lib/demandes/echeance'
import { ajouterJours } from '@/lib/socle/temps'

const AUJOURDHUI = '2026-03-12'
const due = (jours: number, autres: Partial<Echeance> = {}): Echeance => ({
  echeanceLe: ajouterJours(AUJOURDHUI, jours),
  suspendue: false,
  seuilAlerteJours: 5,
  ...autres,
})
const caisse = (echeance: Echeance) => echeanceEnMots(echeance, AUJOURDHUI)
const partenaire = (echeance: Echeance) => echeancePourPartenaire(echeance, AUJOURDHUI)

describe('the deadline of a demande', () => {
  it.each([
    [12, 'dans 12\u00A0jours', 'loin', 'réponse avant le 24\u00A0mars'],
    [6, 'dans 6\u00A0jours', 'loin', 'réponse avant le 18\u00A0mars'],
    [5, 'dans 5\u00A0jours', 'bientot', 'réponse dans 5\u00A0jours'],
    [3, 'dans 3\u00A0jours', 'bientot', 'réponse dans 3\u00A0jours'],
    [1, 'demain', 'bientot', 'réponse demain'],
    [0, 'aujourd’hui', 'bientot', 'réponse aujourd’hui'],
    [-1, 'en retard d’un jour', 'retard', 'en retard d’un jour'],
    [-2, 'en retard de 2\u00A0jours', 'retard', 'en retard de 2\u00A0jours'],
  ] as const)('in %i days reads «%s»', (jours, mots, ton, pourPartenaire) => {
    expect(caisse(due(jours))).toEqual({ mots, ton })
    expect(partenaire(due(jours))).toEqual({ mots: pourPartenaire, ton })
  })

  it('names the year when it is the next one, and the first of a month', () => {
    expect(partenaire(due(0, { echeanceLe: '2027-01-01' })).mots).toBe('réponse avant le 1er\u00A0janvier 2027')
  })

  it('says nothing more once closed, and «suspendu» while the clock is stopped, even late', () => {
    expect(caisse(due(-4, { suspendue: true }))).toEqual({ mots: 'suspendu', ton: 'suspendu' })
    expect(caisse(due(-4, { close: true, suspendue: true }))).toEqual({ mots: '', ton: 'aucune' })
    expect(partenaire(due(0, { echeanceLe: null }))).toEqual({ mots: '', ton: 'aucune' })
  })

  it('is late exactly after its day, and soon within the threshold', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 30 }), (jours, seuilAlerteJours) => {
        const { ton } = caisse(due(jours, { seuilAlerteJours }))
        expect(ton).toBe(jours < 0 ? 'retard' : jours <= Math.max(1, seuilAlerteJours) ? 'bientot' : 'loin')
        expect(partenaire(due(jours, { seuilAlerteJours })).ton).toBe(ton)
      }),
    )
  })
})

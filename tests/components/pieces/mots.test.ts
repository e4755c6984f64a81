import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bilan, poids, refusAvantEnvoi } from '@/components/pieces/mots'
import { taille } from '@/lib/socle/format'

const limites = { parFichier: 10_000_000, parDemande: 40_000_000 }

describe('words about the pieces', () => {
  it('tell a size as the rest of the portal does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000_000 }), (octets) => {
        expect(poids(octets)).toBe(taille(octets))
      }),
    )
  })

  it('refuse before sending a file that is empty, too heavy, or one too many', () => {
    expect(refusAvantEnvoi({ name: 'a.pdf', size: 0 }, 0, limites)).toMatch(/est vide/)
    expect(refusAvantEnvoi({ name: 'a.pdf', size: 10_000_001 }, 0, limites)).toMatch(/10\u00A0Mo par fichier/)
    expect(refusAvantEnvoi({ name: 'a.pdf', size: 5_000_000 }, 36_000_000, limites)).toMatch(/dépasserait 40\u00A0Mo/)
    expect(refusAvantEnvoi({ name: 'a.pdf', size: 10_000_000 }, 30_000_000, limites)).toBeNull()
  })

  it('sum up the list in one sentence', () => {
    expect(bilan(['prete', 'envoi', 'analyse', 'refus', 'a_fournir', 'facultative'])).toBe(
      '1 est prête, 2 sont en cours d’envoi, 1 est à reprendre et 1 est à fournir.',
    )
    expect(bilan(['prete', 'prete'])).toBe('2 sont prêtes.')
    expect(bilan([])).toBe('')
  })
})

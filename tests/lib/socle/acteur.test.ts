import { describe, expect, it } from 'vitest'
import { type Acteur, aDroit, perimetre } from '@/lib/socle/acteur'
import { type Famille, familles } from '@/tests/architecture/droits/declares'
import { ecartsDesDroits } from '@/tests/architecture/droits/table'

it('each right is had by those of the table, alone or by several roles together, and by what is left of a partenaire at its end', () => {
  expect(ecartsDesDroits(aDroit)).toEqual([])
})

describe('the rows told to PostgreSQL', () => {
  const complet = {
    caisse: { id: 'k' },
    partenaire: { id: 'p' },
    structure: { id: 's' },
    caissesOuvertes: [{ id: 'o' }],
  }
  const reglages = (famille: Famille, plus: Partial<Acteur> = {}) => {
    const acteur = { ...familles[famille], ...complet, compteId: 'c', ...plus } as unknown as Acteur
    const { agentCaisseId, referentCaisseId, dpoCaisseId, structureId, gestionnaireStructureId } = perimetre(acteur)
    return { agentCaisseId, referentCaisseId, dpoCaisseId, structureId, gestionnaireStructureId }
  }
  const rien = {
    agentCaisseId: undefined,
    referentCaisseId: undefined,
    dpoCaisseId: undefined,
    structureId: undefined,
    gestionnaireStructureId: undefined,
  }

  it.each<[Famille, Partial<ReturnType<typeof reglages>>]>([
    ['technicien', { structureId: 's' }],
    ['gestionnaire', { gestionnaireStructureId: 's' }],
    ['agent', { agentCaisseId: 'k' }],
    ['référent', { referentCaisseId: 'k' }],
    ['DPO', { dpoCaisseId: 'k' }],
    ['administrateur', {}],
  ])('open to a %s what its rights need, and no more', (famille, siens) => {
    expect(reglages(famille)).toEqual({ ...rien, ...siens })
  })

  it('no longer let a gestionnaire manage once the last convention is over', () => {
    expect(reglages('gestionnaire', { termine: true })).toEqual(rien)
  })
})

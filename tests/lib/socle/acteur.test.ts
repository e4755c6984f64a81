import { describe, expect, it } from 'vitest'
import { type Acteur, aDroit, type Droit, perimetre } from '@/lib/socle/acteur'
import { ayants, type Famille, familles, nomsFamilles } from '@/tests/architecture/droits/declares'

const partenaires: Famille[] = ['technicien', 'gestionnaire']
const tous = nomsFamilles
const caisse: Famille[] = ['agent', 'référent', 'DPO']

/** Who has each right (règles du domaine, §1 and 3), told a second time: a change of the first one alone is a mistake. */
const table: Record<Droit, Famille[]> = {
  'compte.soi': tous,
  'demande.deposer': ['technicien'],
  'demande.suivre': ['technicien'],
  'demande.voir': ['agent'],
  'demande.traiter': ['agent'],
  'modele.gerer': ['agent', 'référent'],
  'absence.gerer': ['agent', 'référent'],
  'piece.voir': ['technicien', 'agent'],
  'equipe.gerer': ['gestionnaire'],
  'convention.voir': ['gestionnaire', 'référent'],
  'revue.voir': ['gestionnaire', 'référent'],
  'habilitation.demander': partenaires,
  'incident.signaler': [...partenaires, ...caisse],
  'annuaire.voir': [...partenaires, ...caisse],
  'caisse.voir': caisse,
  'partenaire.gerer': ['référent'],
  'caisse.regler': ['référent'],
  'comptes_caisse.gerer': ['référent', 'administrateur'],
  'double_authentification.reinitialiser': ['gestionnaire', 'référent', 'administrateur'],
  'caisse.parametrer': ['référent', 'administrateur'],
  'journal.voir': ['DPO', 'administrateur'],
  'personnes.traiter': ['DPO'],
  'conservation.voir': ['référent', 'DPO'],
  'violation.declarer': [...partenaires, ...caisse],
  'violation.traiter': ['DPO'],
  administrer: ['administrateur'],
}

/** What is left of a partenaire whose last convention is over: to read, to report, and one's own account. */
const apresLaFin: Droit[] = [
  'compte.soi',
  'piece.voir',
  'convention.voir',
  'revue.voir',
  'habilitation.demander',
  'incident.signaler',
  'annuaire.voir',
  'violation.declarer',
]

describe('rights', () => {
  it.each(Object.entries(table) as [Droit, Famille[]][])('%s', (droit, voulues) => {
    expect(ayants(droit)).toEqual(voulues)
  })

  it('of the caisse side are never had by a role written on another profile', () => {
    const faux = { profil: 'technicien', roles: ['agent', 'referent', 'dpo'] } as const
    const siens = { profil: 'technicien', roles: [] } as const
    for (const droit of Object.keys(table) as Droit[])
      expect([droit, aDroit({ ...faux, roles: [...faux.roles] }, droit)]).toEqual([
        droit,
        aDroit({ ...siens, roles: [] }, droit),
      ])
  })

  it('of a caisse-side account are those of its roles together', () => {
    const tout = { profil: 'caisse', roles: ['agent', 'referent', 'dpo'] } as const
    for (const [droit, voulues] of Object.entries(table) as [Droit, Famille[]][])
      expect([droit, aDroit({ ...tout, roles: [...tout.roles] }, droit)]).toEqual([
        droit,
        voulues.some((famille) => caisse.includes(famille)),
      ])
  })

  it('of a partenaire whose last convention is over only let it read and report', () => {
    for (const droit of Object.keys(table) as Droit[])
      for (const famille of partenaires) {
        const apres = aDroit({ ...familles[famille], termine: true }, droit)
        const attendu = aDroit(familles[famille], droit) && apresLaFin.includes(droit)
        expect([droit, famille, apres]).toEqual([droit, famille, attendu])
      }
  })
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

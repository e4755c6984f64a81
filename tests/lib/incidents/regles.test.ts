import { describe, expect, it } from 'vitest'
import { type Auteur, type Cible, inactiveTout, peutSignaler } from '@/lib/incidents/regles'

const auteur = (profil: string, valeurs: Partial<Auteur> = {}): Auteur => ({
  compteId: 'moi',
  profil,
  roles: profil === 'caisse' ? ['agent'] : [],
  structureId: profil === 'technicien' || profil === 'gestionnaire' ? 'ici' : null,
  caisseId: profil === 'caisse' ? 'orvelle' : null,
  ...valeurs,
})
const cible = (profil: string, valeurs: Partial<Cible> = {}): Cible => ({
  id: 'autre',
  profil,
  etat: 'actif',
  structureId: profil === 'technicien' || profil === 'gestionnaire' ? 'ici' : null,
  partenaireId: profil === 'technicien' || profil === 'gestionnaire' ? 'ccas' : null,
  caisseId: profil === 'caisse' ? 'orvelle' : null,
  ...valeurs,
})

const technicien = auteur('technicien')
const gestionnaire = auteur('gestionnaire')
const agent = auteur('caisse')
const referent = auteur('caisse', { roles: ['referent'] })
const administrateur = auteur('administrateur')
const tous = { technicien, gestionnaire, agent, referent, administrateur }

const qui = (peut: (un: Auteur) => boolean) => Object.entries(tous).flatMap(([nom, un]) => (peut(un) ? [nom] : []))

describe('an account is reported', () => {
  it('by its holder, but for an administrateur, whom another one closes', () => {
    const soi = (un: Auteur) => cible(un.profil, { id: 'moi' })
    expect(qui((un) => peutSignaler(un, soi(un), 'vol'))).toEqual(['technicien', 'gestionnaire', 'agent', 'referent'])
  })

  it('by those of its structure, and of the caisses that see its partenaire', () => {
    for (const profil of ['technicien', 'gestionnaire']) {
      expect(qui((un) => peutSignaler(un, cible(profil), 'vol'))).toEqual([
        'technicien',
        'gestionnaire',
        'agent',
        'referent',
      ])
      const ailleurs = cible(profil, { structureId: 'ailleurs' })
      expect(qui((un) => peutSignaler(un, ailleurs, 'vol'))).toEqual(['agent', 'referent'])
    }
    // Of no structure, one is a colleague of nobody.
    const sans = auteur('technicien', { structureId: null })
    expect(peutSignaler(sans, cible('caisse'), 'vol')).toBe(false)
  })

  it('by the colleagues of its caisse, and of no other', () => {
    expect(qui((un) => peutSignaler(un, cible('caisse'), 'vol'))).toEqual(['agent', 'referent'])
    expect(qui((un) => peutSignaler(un, cible('caisse', { caisseId: 'valmire' }), 'vol'))).toEqual([])
    expect(qui((un) => peutSignaler(un, cible('administrateur'), 'vol'))).toEqual([])
  })

  it('for an exclusion by a référent alone, of a partenaire’s account that is not its own', () => {
    expect(qui((un) => peutSignaler(un, cible('technicien'), 'exclusion'))).toEqual(['referent'])
    expect(qui((un) => peutSignaler(un, cible('caisse'), 'exclusion'))).toEqual([])
    expect(qui((un) => peutSignaler(un, cible('technicien', { id: 'moi' }), 'exclusion'))).toEqual([])
  })
})

it('the report closes one’s own account, a technicien for its gestionnaire, anyone for a référent', () => {
  expect(qui((un) => inactiveTout(un, cible(un.profil, { id: 'moi' })))).toEqual(Object.keys(tous))
  expect(qui((un) => inactiveTout(un, cible('technicien')))).toEqual(['gestionnaire', 'referent'])
  expect(qui((un) => inactiveTout(un, cible('gestionnaire')))).toEqual(['referent'])
  expect(qui((un) => inactiveTout(un, cible('caisse')))).toEqual(['referent'])
})

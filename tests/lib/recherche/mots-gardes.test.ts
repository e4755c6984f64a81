import fc from 'fast-check'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { lireRecherche } from '@/lib/recherche/adresse-de-recherche'
import { avecMots, garderMots, oublierRecherches } from '@/lib/recherche/mots-gardes'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'
import { cle } from '@/tests/factories/nir'

const base = await baseDeTest()
const monde = await fabriquePartenariat(await atelierDeTest(base))
const proprietaire = new pg.Pool({ connectionString: base.migration, max: 1 })
afterAll(() => proprietaire.end())
const heures = (n: number) => new Date(Date.now() + n * 3_600_000)

describe('words typed in a search box', () => {
  it('are given back to their account alone, under the id of the address', async () => {
    const [agent, collegue] = [await acteurDe(monde.agent.id), await acteurDe(monde.referent.id)]
    const r = await garderMots(agent, 'Lefèvbre Zoé', new Date())
    expect(await avecMots(agent, { r, vue: 'toutes' })).toEqual({ r, vue: 'toutes', q: 'Lefèvbre Zoé' })
    expect(await avecMots(collegue, { r, vue: 'toutes' })).toEqual({ vue: 'toutes', perdue: 'oui' })
  })

  it('are never read from the address, nor asked of the database for an id that is none', async () => {
    const agent = await acteurDe(monde.agent.id)
    for (const r of [undefined, '', "' OR true --", ['a', 'b']])
      expect(await avecMots(agent, { q: 'Lefèvbre', r })).not.toHaveProperty('q')
  })

  it('are forgotten after twelve hours: by their account at its next search, by the worker for all', async () => {
    const agent = await acteurDe(monde.agent.id)
    const vieille = await garderMots(agent, 'Ancienne', heures(-13))
    expect(await avecMots(agent, { r: vieille })).toEqual({ perdue: 'oui' })
    await garderMots(agent, 'Nouvelle', new Date())
    const restantes = async () =>
      (await proprietaire.query<{ mots: string }>('SELECT mots FROM recherche_gardee')).rows.map(({ mots }) => mots)
    expect(await restantes()).not.toContain('Ancienne')
    await oublierRecherches(heures(13))
    expect(await restantes()).toEqual([])
  })
})

describe('the address of a search', () => {
  it('bears the filters that were chosen and the id, never what was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 100 }),
        fc.constantFrom('file', 'demandes', 'equipe'),
        (q, page) => {
          const { adresse } = lireRecherche(new URLSearchParams({ page, q, vue: 'toutes', service: '', apres: 'x' }))
          expect(adresse('ID')).toMatch(/^\/(caisse\/file|demandes|equipe)\?vue=toutes&r=ID(#liste)?$/)
        },
      ),
    )
  })

  it('lets no field of the form carry words in the place of a filter', () => {
    const champs = new URLSearchParams({ page: 'file', q: 'a', partenaire: 'Zoé Lefèvre', 'x y': '1', agent: 'moi' })
    expect(lireRecherche(champs).adresse(null)).toBe('/caisse/file?agent=moi')
  })

  it('takes a NIR out of the words before they are kept, and says so where the page can', () => {
    const treize = '2850576540123'
    const nir = `${treize} ${cle(treize)}`
    const lue = lireRecherche(new URLSearchParams({ page: 'caisse', q: `Lefèvre ${nir}` }))
    expect(lue.mots).toBe('Lefèvre')
    expect(lue.adresse('ID')).toBe('/caisse/recherche?refus=nir&r=ID')
  })
})

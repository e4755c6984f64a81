import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datesDeLaConvention, type SourcesChronologie } from '@/lib/conventions/chronologie'
import type { Cycle, Part } from '@/lib/conventions/cycle'
import { avecFin, type CaisseBornee, prevoir, type SituationAcces } from '@/lib/conventions/prevision'
import { accesOuvert } from '@/lib/conventions/regles'
import { ajouterJours } from '@/lib/socle/temps'

const cycle: Cycle = { effetLe: '2025-04-01', dureeMois: 12, taciteReconduction: true, preavisMois: 3 }
const part: Part = {
  etat: 'en_vigueur',
  utilisationEffetLe: '2025-04-01',
  finLe: null,
  miseEnDemeureLe: null,
  miseEnDemeureEcheanceLe: null,
}
const denoncee: Part = { ...part, etat: 'denoncee', finLe: '2026-03-31', causeFin: 'denonciation' }
const caisse = (caisseId: string, valeurs: Partial<CaisseBornee> = {}): CaisseBornee => ({
  caisseId,
  nom: `CPAM ${caisseId}`,
  cycle,
  part,
  suspendueLe: null,
  demandesOuvertes: 0,
  ...valeurs,
})
const situation = (valeurs: Partial<SituationAcces> = {}): SituationAcces => ({
  caisses: [caisse('A'), caisse('B', { part: denoncee, demandesOuvertes: 7 })],
  ailleurs: [],
  structures: [],
  inactivations: [],
  gestionnaires: 2,
  comptes: 15,
  ...valeurs,
})
const JOUR = '2026-03-12'

describe('what will happen on a day', () => {
  it('is told caisse by caisse: one is renewed, the other has closed, the accounts stay', () => {
    const { caisses, comptes, avertis } = prevoir(situation(), JOUR, '2026-04-01')
    expect(caisses[0]).toMatchObject({
      ouvert: true,
      reconduction: { le: '2026-04-01', jusquau: '2027-03-31' },
      fermeture: false,
    })
    expect(caisses[1]).toMatchObject({
      ouvert: false,
      raison: 'termine',
      depuis: '2026-04-01',
      fermeture: true,
      demandesOuvertes: 7,
    })
    expect(comptes).toMatchObject({ total: 15, sort: 'ouverts', fermesLe: null, ailleurs: false })
    expect(avertis).toEqual({ gestionnaires: 2, jours: ['2026-03-17', '2026-03-31'] })
  })

  it('closes every account when the last caisse ends, and only then', () => {
    const seule = situation({ caisses: [caisse('B', { part: denoncee })] })
    expect(prevoir(seule, JOUR, '2026-03-31').comptes.sort).toBe('ouverts')
    expect(prevoir(seule, JOUR, '2026-04-01').comptes).toMatchObject({ sort: 'fermes', fermesLe: '2026-04-01' })
    const ailleurs = situation({ ...seule, ailleurs: [{ etat: 'en_vigueur', finLe: null, cycle: null }] })
    expect(prevoir(ailleurs, JOUR, '2026-04-01').comptes).toMatchObject({ sort: 'ouverts', ailleurs: true })
  })

  it('shows what an act would change, before it is decided', () => {
    const avant = situation({ caisses: [caisse('A')] })
    const apres = avecFin(avant, 'A', { finLe: '2026-03-19', causeFin: 'resiliation' })
    expect(prevoir(avant, JOUR, '2026-03-20').caisses[0]?.ouvert).toBe(true)
    expect(prevoir(apres, JOUR, '2026-03-20')).toMatchObject({ comptes: { sort: 'fermes', fermesLe: '2026-03-20' } })
  })

  it('says a suspension, a draft, an access to come, a structure that opens', () => {
    const dite = prevoir(
      situation({
        caisses: [
          caisse('A', { suspendueLe: '2026-03-01' }),
          caisse('B', { part: { ...part, etat: 'brouillon' } }),
          caisse('C', { part: { ...part, etat: 'signee', utilisationEffetLe: '2026-06-01' } }),
        ],
        structures: [
          { nom: 'Nord', ouvreLe: null, comptes: 3 },
          { nom: 'Sud', ouvreLe: '2026-05-01', comptes: 4 },
        ],
        inactivations: ['2026-03-20', '2026-09-01'],
      }),
      JOUR,
      '2026-05-01',
    )
    expect(dite.caisses.map(({ raison }) => raison)).toEqual(['suspendu', 'non_signe', 'a_venir'])
    expect(dite.structures).toEqual([{ nom: 'Sud', ouvreLe: '2026-05-01', comptes: 4, ouverte: true }])
    expect(dite.comptes.inactivations).toBe(1)
  })

  it('agrees with the access rule on every day', () => {
    const parts = fc.record({
      etat: fc.constantFrom('brouillon', 'signee', 'en_vigueur', 'denoncee', 'mise_en_demeure', 'resiliee', 'echue'),
      debut: fc.integer({ min: -400, max: 60 }),
      fin: fc.option(fc.integer({ min: -60, max: 400 })),
      suspendue: fc.boolean(),
    })
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 500 }), ({ etat, debut, fin, suspendue }, dans) => {
        const jour = ajouterJours(JOUR, dans)
        const utilisationEffetLe = ajouterJours(JOUR, debut)
        const finLe = fin === null ? null : ajouterJours(JOUR, fin)
        const ligne = caisse('A', {
          cycle: { ...cycle, effetLe: utilisationEffetLe },
          part: { ...part, etat, utilisationEffetLe, finLe },
          suspendueLe: suspendue ? JOUR : null,
        })
        const [dite] = prevoir(situation({ caisses: [ligne] }), JOUR, jour).caisses
        expect(dite?.ouvert).toBe(
          accesOuvert({ caisseId: 'A', etat, effetLe: utilisationEffetLe, finLe, suspendue }, null, jour),
        )
      }),
    )
  })
})

describe('the dates of a convention', () => {
  const sources: SourcesChronologie = {
    partenaire: { nom: 'CCAS', signeLe: '2025-02-03' },
    tiers: [],
    effetLe: '2025-04-01',
    parts: [
      { caisseId: 'A', nom: 'CPAM A', cycle, part, signeeLe: '2025-02-03', utilisationSigneeLe: '2025-02-03' },
      {
        caisseId: 'B',
        nom: 'CPAM B',
        cycle,
        part: denoncee,
        signeeLe: '2025-02-03',
        utilisationSigneeLe: '2025-02-03',
      },
    ],
    avenants: [{ id: '1', objet: 'rendez-vous', signeLe: '2025-09-12', effetLe: '2025-09-12', caisseIds: ['A', 'B'] }],
    evenements: [{ id: 'e', type: 'denoncee', le: '2025-12-09' }],
    structures: [],
    revues: ['2026-05-15'],
    caisseId: 'A',
  }

  it('go from the signature to the last day to denounce, today among them', () => {
    expect(datesDeLaConvention(sources, JOUR).map(({ type, le }) => [le, type])).toEqual([
      ['2025-02-03', 'signature'],
      ['2025-04-01', 'effet'],
      ['2025-09-12', 'avenant'],
      ['2025-12-09', 'evenement'],
      ['2026-03-12', 'aujourdhui'],
      ['2026-03-31', 'fin'],
      ['2026-04-01', 'reconduction'],
      ['2026-05-15', 'revue'],
      ['2026-12-31', 'limite'],
    ])
  })

  it('say who renews, and for whom nothing is left', () => {
    const dates = datesDeLaConvention(sources, JOUR)
    expect(dates.find(({ type }) => type === 'reconduction')).toMatchObject({
      caisses: ['CPAM A'],
      toutes: false,
      jusquau: '2027-03-31',
      mois: 12,
    })
    expect(datesDeLaConvention({ ...sources, caisseId: 'B' }, JOUR).some(({ type }) => type === 'limite')).toBe(false)
  })
})

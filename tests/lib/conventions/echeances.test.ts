import { expect, it } from 'vitest'
import { echeancesDesConventions } from '@/lib/conventions/queries'
import { conventionDeCaisse, conventionsDuPartenaire } from '@/lib/conventions/queries-detail'
import { conventionsDeCaisse } from '@/lib/conventions/queries-liste'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { enDate } from '@/lib/socle/jour'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { caisse, referent, gestionnaire, convention, cadre } = await fabriquePartenariat(atelier)
await atelier.tx.convention.update({ where: { id: convention.id }, data: { effetLe: enDate('2024-08-01') } })
const ailleurs = await fabriquePartenariat(atelier)
const acteur = await acteurDe(referent.id)

type Part = Parameters<typeof fabriqueConvention>[1]['caisses'][number]
async function lier(effetLe: string, part: Partial<Part> = {}, valeurs: { taciteReconduction?: boolean } = {}) {
  const partenaire = await fabriquePartenaire(atelier)
  return fabriqueConvention(atelier, {
    partenaireId: partenaire.id,
    effetLe: enDate(effetLe),
    preavisMois: 3,
    ...valeurs,
    caisses: [{ caisseId: caisse.id, ...part }],
  })
}

const echeances = (jour: string) =>
  avecPerimetre(perimetre(acteur), (tx) => echeancesDesConventions(tx, caisse.id, jour))

it('what awaits the référent is told in time, the nearest first, and not too soon', async () => {
  const reconduite = await lier('2025-04-01')
  const finie = await lier('2025-04-11', { finLe: enDate('2026-04-10') }, { taciteReconduction: false })
  const limite = await lier('2025-07-01')
  const demeure = await lier('2024-10-01', {
    etat: 'mise_en_demeure',
    miseEnDemeureLe: enDate('2026-02-01'),
    miseEnDemeureEcheanceLe: enDate('2026-03-01'),
  })
  const projet = await lier('2026-04-05', { etat: 'brouillon', signeeLe: null, utilisationEffetLe: null })
  const dites = (await echeances('2026-03-12')).map(({ type, le, conventionId }) => [le, type, conventionId])
  expect(dites).toEqual([
    ['2026-03-01', 'mise_en_demeure_depassee', demeure.id],
    ['2026-03-31', 'limite_denonciation', limite.id],
    ['2026-04-01', 'reconduction', reconduite.id],
    ['2026-04-05', 'signature', projet.id],
    ['2026-04-10', 'fin', finie.id],
  ])
  expect((await echeances('2026-02-10')).map(({ type }) => type)).toEqual(['mise_en_demeure', 'fin'])

  const lignes = await conventionsDeCaisse(acteur, '', new Date('2026-03-12T10:00:00Z'))
  expect(lignes.map(({ filtre }) => filtre)).toEqual([
    'a_surveiller',
    'a_surveiller',
    'brouillons',
    'en_cours',
    'en_cours',
    'en_cours',
  ])
})

it('a référent reads its conventions with the number of open demandes, which it may not read; others see nothing', async () => {
  await fabriqueDemande(atelier, cadre)
  const vue = await conventionDeCaisse(acteur, convention.id)
  expect(vue?.situation.caisses[0]?.demandesOuvertes).toBe(1)
  expect(vue?.comptes).toEqual({ gestionnaires: 1, techniciens: 1 })
  expect(await conventionDeCaisse(await acteurDe(ailleurs.referent.id), convention.id)).toBeNull()
  expect(await conventionDeCaisse(acteur, "'; DROP TABLE convention; --")).toBeNull()
})

it('a gestionnaire reads the conventions of its partenaire, once signed', async () => {
  const { conventions } = await conventionsDuPartenaire(await acteurDe(gestionnaire.id))
  expect(conventions.map(({ convention: { id } }) => id)).toEqual([convention.id])
})

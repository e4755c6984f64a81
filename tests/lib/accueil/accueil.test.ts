import { expect, it } from 'vitest'
import { accueilDeLaCaisse } from '@/lib/accueil/queries'
import { revuesDeLaCaisse } from '@/lib/revues/queries-caisse'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier

it('names whose revue is late, as the follow-up of the revues does, and no longer once the convention is over', async () => {
  const { referent, partenaire, caisse } = await fabriquePartenariat(atelier)
  const structure = await tx.structure.findFirstOrThrow({ where: { partenaireId: partenaire.id } })
  await tx.revueHabilitation.create({
    data: { partenaireId: partenaire.id, structureId: structure.id, echeanceLe: new Date('2020-01-31') },
  })
  const acteur = await acteurDe(referent.id)
  const toutes = { etat: 'toutes', page: 1 } as const
  expect((await accueilDeLaCaisse(acteur)).referent?.revuesEnRetard).toEqual([partenaire.nom])
  expect((await revuesDeLaCaisse(acteur, toutes)).nombres.retard).toBe(1)
  await tx.conventionCaisse.updateMany({
    where: { caisseId: caisse.id, partenaireId: partenaire.id },
    data: { etat: 'echue', finLe: new Date('2020-12-31') },
  })
  expect((await accueilDeLaCaisse(acteur)).referent?.revuesEnRetard).toEqual([])
  expect((await revuesDeLaCaisse(acteur, toutes)).nombres.retard).toBe(0)
})

it('names the partenaires that have more accounts than places', async () => {
  const { referent, partenaire } = await fabriquePartenariat(atelier)
  const acteur = await acteurDe(referent.id)
  expect((await accueilDeLaCaisse(acteur)).referent?.auDelaDuQuota).toEqual([])
  const structure = await tx.structure.findFirstOrThrow({ where: { partenaireId: partenaire.id } })
  const {
    id: _,
    identifiant,
    ...modele
  } = await tx.compte.findFirstOrThrow({
    where: { structureId: structure.id, profil: 'gestionnaire' },
  })
  for (let rang = 0; rang < 6; rang++)
    await tx.compte.create({ data: { ...modele, preferences: {}, identifiant: `${identifiant}-${rang}` } })
  const { id, nom } = partenaire
  expect((await accueilDeLaCaisse(acteur)).referent?.auDelaDuQuota).toEqual([{ id, nom }])
})

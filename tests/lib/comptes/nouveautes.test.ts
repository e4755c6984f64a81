import { expect, it } from 'vitest'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const { caisse, structure, partenaire, cadre, agent, technicien } = await fabriquePartenariat(atelier)
const collegue = await fabriqueCompte(atelier, {
  profil: 'technicien',
  partenaireId: partenaire.id,
  structureId: structure.id,
})
const nonLus = async (id: string) => (await acteurDe(id)).nonLus

it('knows with the session what a technicien has to read: its demandes, where its access is open', async () => {
  const { id } = await fabriqueDemande(atelier, cadre, { agent, etat: 'prise_en_charge' })
  await fabriqueDemande(atelier, cadre, { agent, etat: 'prise_en_charge' })
  expect(await nonLus(technicien.id)).toBe(0)
  await tx.demande.update({ where: { id }, data: { nonLusPartenaire: 3, nonLusCaisse: 1 } })
  expect([await nonLus(technicien.id), await nonLus(collegue.id), await nonLus(agent.id)]).toEqual([1, 0, 0])
  // Once the perimeter is set, the number of somebody else can't be asked for.
  const [lu] = await avecPerimetre(
    perimetre(await acteurDe(collegue.id)),
    (t) => t.$queryRaw<{ n: unknown }[]>`SELECT ep_non_lus(${technicien.id}::uuid) AS n`,
  )
  expect(lu?.n).toEqual({})
  await tx.suspension.create({
    data: { caisseId: caisse.id, partenaireId: partenaire.id, motif: 'Essai', debutLe: new Date('2026-01-01') },
  })
  expect(await nonLus(technicien.id)).toBe(0)
})

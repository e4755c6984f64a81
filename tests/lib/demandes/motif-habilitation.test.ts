import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { choisirMotif } from '@/lib/demandes/creer-brouillon'
import { deposerDemande } from '@/lib/demandes/deposer-demande'
import { lireBrouillon } from '@/lib/demandes/queries-brouillon'
import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { caisse, partenaire, structure, technicien } = await fabriquePartenariat(atelier)
const acteur = await acteurDe(technicien.id)
const motif = motifNational('comptes_gestionnaire')
const choix = { service: 'contact' as const, motif: motif.id, variante: {} }

it('leads to the structured request, at the caisse that was chosen, without a draft', async () => {
  const seconde = await fabriqueCaisse(atelier)
  await fabriqueConvention(atelier, { partenaireId: partenaire.id, caisses: [{ caisseId: seconde.id }] })
  const deux = await acteurDe(technicien.id)
  for (const caisseId of [caisse.id, seconde.id]) {
    const { vers } = await agir(deux, (c) => choisirMotif(c, { ...choix, id: randomUUID(), caisseId }))
    expect(vers).toBe(`/habilitations/nouvelle?caisse=${caisseId}`)
  }
  expect(await atelier.tx.brouillon.count()).toBe(0)
})

it('is no longer filed as an ordinary demande, even from an old draft', async () => {
  const { id } = await atelier.tx.brouillon.create({
    data: {
      compteId: technicien.id,
      partenaireId: partenaire.id,
      structureId: structure.id,
      service: 'contact',
      caisseId: caisse.id,
      motifId: motif.id,
      donnees: { besoin: { message: 'Un gestionnaire s’en va.' } },
    },
  })
  expect(await lireBrouillon(acteur, id)).toBe('motif_ferme')
  await expect(agir(acteur, (c) => deposerDemande(c, { id, attestations: {} }))).rejects.toMatchObject({
    code: 'etat_change',
  })
})

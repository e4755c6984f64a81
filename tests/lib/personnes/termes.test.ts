import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { termesDuDossier } from '@/lib/personnes/termes'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const maintenant = new Date('2026-04-10T09:00:00Z')
const atelier = await atelierDeTest(base, 'termes', maintenant)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier, { caisse: { reglages: { conservationDemandeMois: 24 } } })
const ailleurs = await fabriquePartenariat(atelier)

test('each dossier of a person says when it goes by itself, and what holds it', async () => {
  const id = randomUUID()
  const demande = async (valeurs: { closeLe?: Date; limiteeLe?: Date; contenuEffaceLe?: Date }) => {
    const { id: demandeId, reference } = await fabriqueDemande(atelier, ici.cadre, {
      agent: ici.agent,
      motif: 'puma',
      etat: valeurs.closeLe ? 'traitee' : 'prise_en_charge',
    })
    await tx.demande.update({ where: { id: demandeId }, data: valeurs })
    return { demandeId, reference }
  }
  const close = new Date('2025-12-31T23:30:00Z')
  const dossiers = {
    ouverte: await demande({}),
    aVenir: await demande({ closeLe: close }),
    passee: await demande({ closeLe: new Date('2024-03-01T09:00:00Z') }),
    limitee: await demande({ closeLe: close, limiteeLe: maintenant }),
    retenue: await demande({ closeLe: close }),
    effacee: await demande({ closeLe: close, contenuEffaceLe: maintenant }),
  }
  await tx.demandePersonne.create({
    data: {
      id,
      caisseId: ici.caisse.id,
      reference: 'P26-0900',
      type: 'effacement',
      canal: 'courrier',
      recueLe: new Date('2026-04-01'),
      echeanceLe: new Date('2026-05-01'),
      nomNaissance: 'Kervella',
      prenom: 'Anaïs',
      objet: 'Tout effacer.',
      creeParId: ici.dpo.id,
      creeLe: maintenant,
    },
  })
  await tx.dossierPersonne.createMany({
    data: Object.values(dossiers).map(({ demandeId }) => ({
      demandePersonneId: id,
      demandeId,
      caisseId: ici.caisse.id,
      retenuLe: maintenant,
    })),
  })
  await tx.retenue.create({
    data: {
      id: randomUUID(),
      caisseId: ici.caisse.id,
      demandeId: dossiers.retenue.demandeId,
      raison: 'Contentieux.',
      jusquau: new Date('2026-06-01'),
      poseeParId: ici.dpo.id,
      poseeLe: maintenant,
    },
  })
  const lus = await termesDuDossier(await acteurDe(ici.dpo.id, maintenant), id, maintenant)
  const terme = (nom: keyof typeof dossiers) => lus.find(({ id: lu }) => lu === dossiers[nom].demandeId)
  expect(lus).toHaveLength(6)
  expect(terme('ouverte')).toMatchObject({ termeLe: null, retenue: null, reference: dossiers.ouverte.reference })
  expect(terme('aVenir')).toMatchObject({ termeLe: '2028-01-01', retenue: null })
  expect(terme('passee')).toMatchObject({ termeLe: '2026-03-01', retenue: null })
  expect(terme('limitee')).toMatchObject({ retenue: 'limitee' })
  expect(terme('retenue')).toMatchObject({ retenue: 'retenue' })
  expect(terme('effacee')).toMatchObject({ effaceLe: maintenant })
  for (const autre of [ailleurs.dpo, ici.agent, ici.technicien])
    expect(await termesDuDossier(await acteurDe(autre.id, maintenant), id, maintenant)).toEqual([])
})

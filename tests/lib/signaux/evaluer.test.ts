import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { journaliserLePasse, type LignePassee } from '@/lib/journal/ecrire'
import { evaluerSignaux } from '@/lib/signaux/evaluer'
import { signauxAVoir } from '@/lib/signaux/queries'
import { avecTravaux } from '@/lib/socle/base'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
await fabriqueCompte(atelier, { profil: 'administrateur' })
await tx.reglagesCaisse.update({ where: { caisseId: ici.caisse.id }, data: { lecturesParHeure: 5 } })

const maintenant = new Date('2026-03-12T09:00:00Z')
const dans = (secondes: number) => new Date(maintenant.getTime() + secondes * 1_000)
const ecrire = (lignes: LignePassee[]) => avecTravaux((t) => journaliserLePasse(t, lignes))

const lecture = (secondes: number, monde = ici): LignePassee => ({
  action: 'demande.consultee',
  le: dans(secondes),
  acteur: { compteId: monde.agent.id, profil: 'caisse', caisse: { id: monde.caisse.id } },
  objetType: 'demande',
  objetId: randomUUID(),
})

const courriels = () => tx.courriel.findMany({ where: { modele: 'signaux_journal' }, orderBy: { creeLe: 'asc' } })

test('a number set by the caisse raises one signal, told once to its DPO, that grows with what goes on', async () => {
  await ecrire([1, 2, 3, 4].map((seconde) => lecture(seconde)))
  expect(await evaluerSignaux(dans(20))).toBe(0)
  await ecrire([25, 26].map((seconde) => lecture(seconde)))
  expect(await evaluerSignaux(dans(40))).toBe(1)
  const [courriel, ...autres] = await courriels()
  expect(autres).toEqual([])
  expect(courriel?.compteId).toBe(ici.dpo.id)
  expect(JSON.stringify(courriel?.donnees)).not.toContain(ici.agent.nom)

  await ecrire([45, 46, 47].map((seconde) => lecture(seconde)))
  expect(await evaluerSignaux(dans(60))).toBe(0)
  expect(await tx.signal.findMany()).toMatchObject([
    { type: 'lectures', caisseId: ici.caisse.id, compteId: ici.agent.id, nombre: 9, repere: 5 },
  ])
  expect(await evaluerSignaux(dans(3_000))).toBe(0)
  expect(await courriels()).toHaveLength(1)
  expect(await tx.journal.count({ where: { action: 'signal.leve' } })).toBe(1)
})

test('waits for the DPO of the caisse alone', async () => {
  const lus = [ici.dpo, ici.referent, ici.agent, ailleurs.dpo].map(async ({ id }) => signauxAVoir(await acteurDe(id)))
  expect(await Promise.all(lus)).toEqual([1, 0, 0, 0])
})

test('another caisse keeps its own number', async () => {
  await ecrire(Array.from({ length: 30 }, (_, rang) => lecture(4_000 + rang, ailleurs)))
  expect(await evaluerSignaux(dans(4_100))).toBe(0)
})

test('a spraying is told to the administrateur and to the DPO of each caisse whose accounts are aimed at', async () => {
  const comptes = [...Array.from({ length: 10 }, () => null), ici.technicien.id, ailleurs.agent.id]
  await ecrire(
    comptes.map((objetId, rang) => ({
      action: 'connexion.refusee',
      le: dans(8_000 + rang),
      adresse: '203.0.113.9',
      objetType: 'compte',
      ...(objetId && { objetId }),
    })),
  )
  expect(await evaluerSignaux(dans(8_030))).toBe(3)
  const leves = await tx.signal.findMany({ where: { type: 'pulverisation' } })
  expect(new Set(leves.map(({ caisseId }) => caisseId))).toEqual(new Set([null, ici.caisse.id, ailleurs.caisse.id]))
  expect(await courriels()).toHaveLength(4)
  expect(await evaluerSignaux(dans(8_050))).toBe(0)
})

test('a new device is told where the account works; each once', async () => {
  const appareil = (secondes: number): LignePassee => ({
    action: 'connexion.nouvel_appareil',
    le: dans(secondes),
    acteur: { compteId: ici.technicien.id, profil: 'technicien', partenaire: { id: ici.partenaire.id } },
  })
  await ecrire([appareil(20_000)])
  expect(await evaluerSignaux(dans(20_010))).toBe(1)
  expect(await evaluerSignaux(dans(20_030))).toBe(0)
  await ecrire([appareil(20_040)])
  expect(await evaluerSignaux(dans(20_050))).toBe(1)
  const leves = await tx.signal.findMany({ where: { type: 'nouvel_appareil' } })
  expect(leves.map(({ caisseId }) => caisseId)).toEqual([ici.caisse.id, ici.caisse.id])
})

test('what came while the worker was stopped is looked at when it starts again', async () => {
  await ecrire([30_000, 30_001, 30_002, 30_003, 30_004].map((seconde) => lecture(seconde)))
  expect(await evaluerSignaux(dans(30_000 + 5 * 3_600))).toBe(1)
})

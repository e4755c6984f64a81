import { beforeEach, describe, expect, it } from 'vitest'
import { autresCanaux } from '@/lib/maintenance/autres-canaux'
import { maintenances } from '@/lib/maintenance/queries'
import {
  annulerMaintenance,
  enregistrerMaintenance,
  entrerEnMaintenance,
  sortirDeMaintenance,
} from '@/lib/maintenance/tenir-maintenance'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const maintenant = new Date('2026-11-24T09:00:00Z')
const heure = (heures: number) => new Date(maintenant.getTime() + heures * 3_600_000)
const atelier = await atelierDeTest(await baseDeTest(), 'maintenance', maintenant)
const { tx } = atelier
const { caisse, referent } = await fabriquePartenariat(atelier)
const administrateur = await acteurDe((await fabriqueCompte(atelier, { profil: 'administrateur' })).id, maintenant)
const autre = await acteurDe(referent.id, maintenant)

beforeEach(() => tx.maintenance.deleteMany())

const annoncer = (debut: number, fin: number, plus: object = {}, quand = maintenant) =>
  agir(
    administrateur,
    (contexte) =>
      enregistrerMaintenance(contexte, {
        id: '',
        debutLe: heure(debut),
        finLe: heure(fin),
        preavisHeures: 24,
        texte: '',
        ...plus,
      }),
    quand,
  )
const seule = async () => tx.maintenance.findFirstOrThrow()

describe('a maintenance', () => {
  it('is announced, changed, then cancelled: it is in no list of what comes', async () => {
    await annoncer(24, 26)
    const { id, version } = await seule()
    await annoncer(25, 27, { id, version, texte: 'Plus tard.' })
    expect(await seule()).toMatchObject({ debutLe: heure(25), finLe: heure(27), texte: 'Plus tard.', version: 2 })
    await expect(annoncer(25, 28, { id, version })).rejects.toMatchObject({ code: 'etat_change' })
    await agir(administrateur, (contexte) => annulerMaintenance(contexte, { id, version: 2 }), maintenant)
    const { aVenir, passees } = await maintenances(administrateur, maintenant)
    expect([aVenir.length, passees.length]).toEqual([0, 1])
    await annoncer(25, 27)
  })

  it('does not begin in the past, nor over another one', async () => {
    await expect(annoncer(-1, 2)).rejects.toMatchObject({ erreurs: { debutHeure: expect.stringContaining('passé') } })
    await annoncer(24, 26)
    await expect(annoncer(25, 30)).rejects.toMatchObject({ message: expect.stringContaining('déjà prévue') })
    await annoncer(26, 27)
    // What two administrateurs would announce at once, the database refuses.
    const { id: _, ...meme } = await seule()
    await expect(tx.maintenance.create({ data: { ...meme, id: crypto.randomUUID() } })).rejects.toThrow(
      /maintenance_seule/,
    )
  })

  it('entered at once, runs: its end moves, it is not cancelled but left, and nothing is left twice', async () => {
    await agir(administrateur, (contexte) => entrerEnMaintenance(contexte, { duree: 60, texte: '' }), maintenant)
    const { id } = await seule()
    expect(await seule()).toMatchObject({ debutLe: maintenant, finLe: heure(1) })
    // Whatever the beginning that is sent, it has begun.
    await annoncer(5, 3, { id, version: 1 }, heure(0.5))
    expect(await seule()).toMatchObject({ debutLe: maintenant, finLe: heure(3) })
    await expect(annoncer(0, 0.4, { id, version: 2 }, heure(0.5))).rejects.toMatchObject({ code: 'saisie' })
    const sortir = (quand: Date) =>
      agir(administrateur, (contexte) => sortirDeMaintenance(contexte, { id, version: 2 }), quand)
    await expect(
      agir(administrateur, (contexte) => annulerMaintenance(contexte, { id, version: 2 }), heure(1)),
    ).rejects.toMatchObject({ code: 'etat_change' })
    await sortir(heure(2))
    expect((await seule()).finLe).toEqual(heure(2))
    await expect(sortir(heure(2))).rejects.toMatchObject({ message: 'Cette maintenance est terminée.' })
  })

  it('is announced by an administrateur only, whatever the code asks for', async () => {
    await annoncer(24, 26)
    const { id } = await seule()
    const ecrire = agir(autre, (contexte) => entrerEnMaintenance(contexte, { duree: 60, texte: '' }), maintenant)
    await expect(ecrire).rejects.toThrow(/row-level security/)
    await expect(
      agir(autre, (contexte) => annulerMaintenance(contexte, { id, version: 1 }), maintenant),
    ).rejects.toMatchObject({ code: 'etat_change' })
  })
})

it('says where to write: what the caisse keeps for that, else its support and its box', async () => {
  const types = async () =>
    (await autresCanaux()).find(({ id }) => id === caisse.id)?.contacts.map(({ type, theme }) => theme ?? type)
  await tx.contactCaisse.createMany({
    data: ['support', 'partenariat', 'dpo'].map((type) => ({
      caisseId: caisse.id,
      type,
      courriel: `${type}@x.example`,
    })),
  })
  expect(new Set(await types())).toEqual(new Set(['support', 'partenariat']))
  await tx.contactCaisse.create({
    data: { caisseId: caisse.id, type: 'secours', theme: 'Demandes urgentes', telephone: '0102030405' },
  })
  expect(await types()).toEqual(['Demandes urgentes'])
})

import { expect, it } from 'vitest'
import { accesFermes } from '@/lib/conventions/acces-fermes'
import { aDroit } from '@/lib/socle/acteur'
import { suspensionDe } from '@/lib/suspensions/queries'
import { leverSuspension, suspendrePartenaire } from '@/lib/suspensions/suspendre-partenaire'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const motif = 'Un même compte servait à plusieurs personnes.'

async function avecDeuxCaisses() {
  const ici = await fabriquePartenariat(atelier)
  const seconde = await fabriqueCaisse(atelier)
  await fabriqueConvention(atelier, { partenaireId: ici.partenaire.id, caisses: [{ caisseId: seconde.id }] })
  const autreReferent = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: seconde.id, roles: ['referent'] })
  return { ici, seconde, autreReferent, partenaireId: ici.partenaire.id }
}

it('closes at once the access to one caisse, tells why, and brings it back', async () => {
  const { ici, seconde, partenaireId } = await avecDeuxCaisses()
  await tx.contactPartenaire.create({
    data: { partenaireId, type: 'referent', nom: 'Direction', courriel: 'direction@essai.example' },
  })
  const referent = await acteurDe(ici.referent.id)
  expect((await acteurDe(ici.technicien.id)).caissesOuvertes).toHaveLength(2)
  await agir(referent, (c) => suspendrePartenaire(c, { partenaireId, motif }))

  const technicien = await acteurDe(ici.technicien.id)
  expect(technicien.caissesOuvertes.map(({ id }) => id)).toEqual([seconde.id])
  expect(technicien.caissesSuspendues).toEqual([{ id: ici.caisse.id, nom: ici.caisse.nom, motif }])
  expect(await accesFermes(technicien)).toMatchObject([{ raison: 'suspendue', motif, caisse: { id: ici.caisse.id } }])
  expect(await tx.courriel.findMany({ where: { modele: 'acces_suspendu' }, select: { destinataire: true } })).toEqual(
    expect.arrayContaining([{ destinataire: ici.gestionnaire.courriel }, { destinataire: 'direction@essai.example' }]),
  )
  const { enCours } = (await suspensionDe(referent, partenaireId)) ?? {}
  await agir(referent, (c) => leverSuspension(c, { id: enCours?.id ?? '', motif: 'C’est réglé.' }))
  expect((await acteurDe(ici.technicien.id)).caissesOuvertes).toHaveLength(2)
  expect(await tx.courriel.count({ where: { modele: 'acces_retabli', compteId: ici.gestionnaire.id } })).toBe(1)
  await expect(
    agir(referent, (c) => leverSuspension(c, { id: enCours?.id ?? '', motif: 'Encore.' })),
  ).rejects.toMatchObject({ code: 'etat_change' })
})

it('is decided once, however many référents click, and by each caisse for itself', async () => {
  const { ici, partenaireId, autreReferent } = await avecDeuxCaisses()
  const referent = await acteurDe(ici.referent.id)
  const essais = await Promise.allSettled(
    Array.from({ length: 5 }, () => agir(referent, (c) => suspendrePartenaire(c, { partenaireId, motif }))),
  )
  expect(essais.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const autre = await acteurDe(autreReferent.id)
  const { id } = await tx.suspension.findFirstOrThrow({ where: { partenaireId } })
  await expect(agir(autre, (c) => leverSuspension(c, { id, motif: 'Non.' }))).rejects.toMatchObject({
    code: 'introuvable',
  })
  expect((await suspensionDe(autre, partenaireId))?.enCours).toBeNull()
})

it('knows no partenaire of another caisse, nor one whose convention is over', async () => {
  const { ici, partenaireId } = await avecDeuxCaisses()
  const ailleurs = await fabriquePartenariat(atelier)
  await expect(
    agir(await acteurDe(ailleurs.referent.id), (c) => suspendrePartenaire(c, { partenaireId, motif })),
  ).rejects.toMatchObject({ code: 'introuvable' })
  await tx.conventionCaisse.updateMany({
    where: { partenaireId, caisseId: ici.caisse.id },
    data: { etat: 'echue', finLe: new Date('2026-01-01') },
  })
  await expect(
    agir(await acteurDe(ici.referent.id), (c) => suspendrePartenaire(c, { partenaireId, motif })),
  ).rejects.toMatchObject({ code: 'etat_change' })
})

it('puts the accounts out on the day after the last end, though no night has run, and says why', async () => {
  const ici = await fabriquePartenariat(atelier)
  await tx.conventionCaisse.updateMany({
    where: { partenaireId: ici.partenaire.id },
    data: { finLe: new Date('2027-03-31') },
  })
  const leDernierSoir = new Date('2027-03-31T20:00:00Z')
  const leLendemain = new Date('2027-04-01T08:00:00Z')
  expect((await acteurDe(ici.technicien.id, leDernierSoir)).caissesOuvertes).toHaveLength(1)
  const technicien = await acteurDe(ici.technicien.id, leLendemain)
  expect(technicien).toMatchObject({ caissesOuvertes: [], termine: true })
  expect(await accesFermes(technicien, leLendemain)).toMatchObject([{ raison: 'terminee', finLe: '2027-03-31' }])
  const gestionnaire = await acteurDe(ici.gestionnaire.id, leLendemain)
  expect(aDroit(gestionnaire, 'equipe.gerer')).toBe(false)
  expect(aDroit(await acteurDe(ici.gestionnaire.id, leDernierSoir), 'equipe.gerer')).toBe(true)
})

it('ends a convention without tacit renewal at its term, even where no last day was written', async () => {
  const ici = await fabriquePartenariat(atelier)
  await tx.convention.updateMany({
    where: { partenaireId: ici.partenaire.id },
    data: { effetLe: new Date('2026-04-01'), dureeMois: 12, taciteReconduction: false },
  })
  await tx.conventionCaisse.updateMany({
    where: { partenaireId: ici.partenaire.id },
    data: { utilisationEffetLe: new Date('2026-04-01') },
  })
  expect((await acteurDe(ici.technicien.id, new Date('2027-03-31T20:00:00Z'))).caissesOuvertes).toHaveLength(1)
  expect((await acteurDe(ici.technicien.id, new Date('2027-04-01T08:00:00Z'))).caissesOuvertes).toEqual([])
})

import { expect, it } from 'vitest'
import { appliquerConservation } from '@/lib/conservation/appliquer-conservation'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const jourMs = 86_400_000
const dans = (jours: number) => new Date(Date.now() + jours * jourMs)
const jour = (n: number) => new Date(dans(n).toISOString().slice(0, 10))

it('an ended caisse keeps the accounts it had, and sees no later account, revue, report nor contact; its demandes stay', async () => {
  const ici = await fabriquePartenariat(atelier)
  const demande = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, etat: 'traitee' })
  const { id: partenaireId } = ici.partenaire
  // Another caisse goes on with the partenaire.
  const autre = await fabriqueCaisse(atelier)
  await fabriqueConvention(atelier, { partenaireId, caisses: [{ caisseId: autre.id }] })
  await tx.compte.updateMany({ where: { partenaireId }, data: { creeLe: dans(-90) } })
  await tx.conventionCaisse.updateMany({
    where: { caisseId: ici.caisse.id },
    data: { etat: 'echue', finLe: jour(-30), causeFin: 'terme' },
  })
  const nouveau = await fabriqueCompte(atelier, { profil: 'technicien', partenaireId, structureId: ici.structure.id })
  await tx.compte.update({ where: { id: nouveau.id }, data: { creeLe: dans(-5) } })
  await tx.contactPartenaire.create({ data: { partenaireId, type: 'dpo', nom: 'Anaïs Kervella', courriel: 'a@b.fr' } })
  await tx.revueHabilitation.create({
    data: { partenaireId, structureId: ici.structure.id, ouverteLe: dans(-5), echeanceLe: jour(20) },
  })
  await tx.signalementCompte.create({
    data: { compteId: nouveau.id, partenaireId, type: 'perte', description: 'Poste égaré', signaleLe: dans(-2) },
  })

  const referent = await acteurDe(ici.referent.id)
  const lu = await avecPerimetre(perimetre(referent), async (web) => ({
    comptes: (await web.compte.findMany({ where: { partenaireId }, select: { id: true } })).map(({ id }) => id),
    contacts: await web.contactPartenaire.count({ where: { partenaireId } }),
    revues: await web.revueHabilitation.count({ where: { partenaireId } }),
    signalements: await web.signalementCompte.count({ where: { partenaireId } }),
  }))
  expect(lu.comptes).toContain(ici.technicien.id)
  expect(lu.comptes).not.toContain(nouveau.id)
  expect(lu).toMatchObject({ contacts: 0, revues: 0, signalements: 0 })

  const agent = await acteurDe(ici.agent.id)
  expect(await avecPerimetre(perimetre(agent), (web) => web.demande.count({ where: { id: demande.id } }))).toBe(1)
  const technicien = await acteurDe(ici.technicien.id)
  expect(await avecPerimetre(perimetre(technicien), (web) => web.demande.count({ where: { id: demande.id } }))).toBe(0)
  const voisin = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: autre.id, roles: ['referent'] })
  expect(
    await avecPerimetre(perimetre(await acteurDe(voisin.id)), (web) => web.compte.count({ where: { id: nouveau.id } })),
  ).toBe(1)
})

it('a draft made from a public SIRET shows no contact, structure nor account of an organisation that another caisse holds', async () => {
  const tenu = await fabriquePartenariat(atelier)
  const { id: partenaireId } = tenu.partenaire
  await tx.contactPartenaire.create({
    data: { partenaireId, type: 'referent', nom: 'Yann Le Bihan', courriel: 'y@b.fr' },
  })
  const curieux = await fabriquePartenariat(atelier)
  const convention = await tx.convention.create({ data: { partenaireId, intitule: 'Projet' } })
  await tx.conventionCaisse.create({
    data: { conventionId: convention.id, caisseId: curieux.caisse.id, partenaireId, etat: 'brouillon' },
  })
  const vu = await avecPerimetre(perimetre(await acteurDe(curieux.referent.id)), async (web) => [
    await web.contactPartenaire.count({ where: { partenaireId } }),
    await web.structure.count({ where: { partenaireId } }),
    await web.compte.count({ where: { partenaireId } }),
  ])
  expect(vu).toEqual([0, 0, 0])
})

it('five years after the last end, documents, signatories and contacts go; dates and states stay', async () => {
  const ici = await fabriquePartenariat(atelier)
  const { id: partenaireId } = ici.partenaire
  const part = await tx.conventionCaisse.findFirstOrThrow({ where: { caisseId: ici.caisse.id } })
  await tx.conventionCaisse.update({
    where: { id: part.id },
    data: { etat: 'resiliee', finLe: jour(-10), motifFin: 'Manquement', causeFin: 'resiliation' },
  })
  await tx.convention.update({ where: { id: part.conventionId }, data: { partenaireSignataire: 'Maëlle Guivarc’h' } })
  await tx.contactPartenaire.create({ data: { partenaireId, type: 'dpo', nom: 'Anaïs Kervella' } })
  const piece = await tx.pieceJointe.create({
    data: {
      nomFichier: 'convention.pdf',
      typeMime: 'application/pdf',
      taille: 3,
      empreinte: '',
      cleVersion: 1,
      etat: 'saine',
      cleEnveloppee: new Uint8Array([1, 2, 3]),
      deposeeParId: ici.referent.id,
    },
  })
  await tx.documentConvention.create({
    data: { conventionId: part.conventionId, caisseId: ici.caisse.id, pieceJointeId: piece.id, type: 'convention' },
  })

  await appliquerConservation(dans(4.9 * 365.25))
  expect(await tx.pieceJointe.count({ where: { id: piece.id } })).toBe(1)
  await appliquerConservation(dans(5.1 * 365.25))
  expect(await tx.pieceJointe.count({ where: { id: piece.id } })).toBe(0)
  expect(await tx.contactPartenaire.count({ where: { partenaireId } })).toBe(0)
  expect(await tx.convention.findUniqueOrThrow({ where: { id: part.conventionId } })).toMatchObject({
    partenaireSignataire: null,
  })
  expect(await tx.conventionCaisse.findUniqueOrThrow({ where: { id: part.id } })).toMatchObject({
    etat: 'resiliee',
    finLe: jour(-10),
    motifFin: null,
  })
  expect(await tx.journal.count({ where: { action: 'convention.effacee', objetId: part.conventionId } })).toBe(1)
})

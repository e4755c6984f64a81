import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { appliquerConservation } from '@/lib/conservation/appliquer-conservation'
import { mesDonnees } from '@/lib/mes-donnees/donnees'
import { supprimerCompte } from '@/lib/nuit/supprimer-compte'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, avecTravaux } from '@/lib/socle/base'
import { navigateurEnMots, pageQuittee } from '@/lib/support/contexte'
import { mesDysfonctionnements, ticketDe, ticketsRecus } from '@/lib/support/queries'
import { preciserSchema, signalerDysfonctionnementSchema, traiterSupportSchema } from '@/lib/support/schema'
import { preciserDysfonctionnement, signalerDysfonctionnement } from '@/lib/support/signaler-dysfonctionnement'
import { traiterDysfonctionnement } from '@/lib/support/traiter-dysfonctionnement'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const atelier = await atelierDeTest(await baseDeTest(), 'support')
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const technicien = await acteurDe(ici.technicien.id)
const gestionnaire = await acteurDe(ici.gestionnaire.id)
const referent = await acteurDe(ici.referent.id)
const agent = await acteurDe(ici.agent.id)
const etranger = await acteurDe(ailleurs.referent.id)
const administrateur = await acteurDe((await fabriqueCompte(atelier, { profil: 'administrateur' })).id)

const saisie = (plus: object = {}) =>
  signalerDysfonctionnementSchema.parse({
    id: randomUUID(),
    activite: 'Je joignais un avis d’imposition.',
    constat: 'Le bouton ne répond pas.',
    gene: 'bloque',
    page: '/demandes/[reference]',
    navigateur: 'Firefox sur Windows version 144',
    largeur: '1280',
    ...plus,
  })
async function signaler(acteur: Acteur = technicien, plus: object = {}, maintenant = new Date()) {
  const lue = saisie(plus)
  await agir(acteur, (contexte) => signalerDysfonctionnement(contexte, lue), maintenant)
  return lue.id
}
const preciser = (acteur: Acteur, id: string) =>
  agir(acteur, (contexte) =>
    preciserDysfonctionnement(contexte, preciserSchema.parse({ id, texte: 'Encore ce matin.' })),
  )
async function traiter(acteur: Acteur, id: string, suite: string, texte = 'C’est corrigé.') {
  const { version } = await tx.dysfonctionnement.findUniqueOrThrow({ where: { id } })
  return agir(acteur, (contexte) =>
    traiterDysfonctionnement(contexte, traiterSupportSchema.parse({ id, version, suite, texte })),
  )
}
const lu = (id: string) => tx.dysfonctionnement.findUniqueOrThrow({ where: { id } })
const courriels = (id: string) =>
  tx.courriel.findMany({ where: { donnees: { path: ['lien'], equals: `/support/${id}` } }, orderBy: { id: 'asc' } })
const prevenus = async (id: string, modele: string) =>
  (await courriels(id)).flatMap((courriel) => (courriel.modele === modele ? [courriel.compteId] : []))

describe('what goes with a ticket', () => {
  it('is the pattern of the page one comes from, never its address', () => {
    expect(pageQuittee('https://portail.example/demandes/26-009030?q=Martin')).toBe('/demandes/[reference]')
    expect(pageQuittee('https://portail.example/caisse/file')).toBe('/caisse/file')
    expect(pageQuittee('https://portail.example/support/signaler')).toBeNull()
    for (const origine of [null, '', 'rien', 'https://ailleurs.example/inconnue'])
      expect(pageQuittee(origine)).toBeNull()
    expect(navigateurEnMots('Mozilla/5.0 (Windows NT 10.0; rv:144.0) Gecko/20100101 Firefox/144.0')).toBe(
      'Firefox sur Windows version 144',
    )
  })

  it('is left out when it can’t be read, and refused by the database where it holds a number', async () => {
    const forge = { page: '/demandes/26-009030', largeur: 'large', navigateur: '<script>', incident: '' }
    expect(saisie(forge)).toMatchObject({ page: null, largeur: null, navigateur: null })
    const donnees = { id: randomUUID(), caisseId: ici.caisse.id, compteId: technicien.compteId, profil: 'technicien' }
    const textes = { activite: 'a', constat: 'b', gene: 'gene', creeLe: new Date(), dernierLe: new Date() }
    await expect(
      tx.dysfonctionnement.create({ data: { ...donnees, ...textes, page: '/demandes/26-009030' } }),
    ).rejects.toThrow()
  })

  it('holds no NIR, and says so at the field', () => {
    const lecture = signalerDysfonctionnementSchema.safeParse({
      ...saisie(),
      constat: 'Le dossier 2 69 05 49 588 157 80',
    })
    expect(lecture.error?.issues[0]?.path).toEqual(['constat'])
  })
})

describe('a ticket', () => {
  it('goes to the référents of the caisse, once, and is read by them, its writer and the national support only', async () => {
    const lue = saisie()
    for (let envoi = 0; envoi < 2; envoi += 1)
      await agir(technicien, (contexte) => signalerDysfonctionnement(contexte, lue))
    expect(await prevenus(lue.id, 'support_recu')).toEqual([ici.referent.id])
    const [courriel] = await courriels(lue.id)
    expect(JSON.stringify(courriel)).not.toContain('bouton ne répond')
    expect((await mesDysfonctionnements(technicien)).map(({ id }) => id)).toContain(lue.id)
    for (const acteur of [technicien, referent, administrateur]) expect(await ticketDe(acteur, lue.id)).not.toBeNull()
    for (const acteur of [gestionnaire, agent, etranger]) expect(await ticketDe(acteur, lue.id)).toBeNull()
    expect((await ticketDe(referent, lue.id))?.auteur).toBe(
      `${ici.technicien.prenom} ${ici.technicien.nom}, ${ici.partenaire.nom}`,
    )
  })

  it('is grouped by page of the portal, the page most told of first', async () => {
    const seul = await signaler(agent, { page: '/caisse/file' })
    await signaler(gestionnaire)
    const groupes = await ticketsRecus(referent, 'ouverts')
    expect(groupes.map(({ page, lignes }) => [page, lignes.length])).toEqual([
      ['Une demande', 2],
      ['File des demandes', 1],
    ])
    expect(groupes[1]?.lignes[0]?.id).toBe(seul)
    expect((await ticketDe(agent, seul))?.suites).toEqual([])
    expect(await ticketsRecus(etranger, 'ouverts')).toEqual([])
    expect(await ticketsRecus(administrateur, 'ouverts')).toEqual([])
    expect((await ticketsRecus(administrateur, 'caisses')).length).toBe(2)
  })

  it('is answered: the writer is told, reads it, and opens it again by adding to it', async () => {
    const id = await signaler()
    await traiter(referent, id, 'repondre', 'Essayez avec un autre fichier.')
    expect(await lu(id)).toMatchObject({ etat: 'en_cours', national: false })
    await traiter(referent, id, 'resoudre')
    expect(await prevenus(id, 'support_repondu')).toEqual([ici.technicien.id, ici.technicien.id])
    expect((await ticketDe(technicien, id))?.echanges.map(({ texte }) => texte)).toEqual([
      'Essayez avec un autre fichier.',
      'C’est corrigé.',
    ])
    await preciser(technicien, id)
    expect(await lu(id)).toMatchObject({ etat: 'en_cours' })
    expect(await prevenus(id, 'support_complete')).toEqual([ici.referent.id])
  })

  it('is passed to the national support, which answers, resolves or gives it back; one side holds it at a time', async () => {
    const id = await signaler()
    await expect(traiter(administrateur, id, 'resoudre')).rejects.toMatchObject({ code: 'introuvable' })
    await traiter(referent, id, 'transmettre', 'Cela dépasse la caisse.')
    expect(await lu(id)).toMatchObject({ etat: 'transmis', national: true })
    expect(await prevenus(id, 'support_recu')).toContain(administrateur.compteId)
    await expect(traiter(referent, id, 'resoudre')).rejects.toMatchObject({ code: 'introuvable' })
    expect((await ticketDe(referent, id))?.suites).toEqual([])
    await traiter(administrateur, id, 'rendre', 'Le fichier dépasse la limite de la caisse.')
    expect(await lu(id)).toMatchObject({ etat: 'en_cours', national: false })
    await traiter(referent, id, 'transmettre', 'Non, la limite est respectée.')
    await traiter(administrateur, id, 'resoudre')
    await preciser(technicien, id)
    expect(await lu(id)).toMatchObject({ etat: 'transmis', national: true })
  })

  it('is answered with words, on the version that was read, by its référents only', async () => {
    const id = await signaler()
    for (const suite of ['repondre', 'resoudre', 'transmettre', 'rendre'])
      expect(traiterSupportSchema.safeParse({ id, version: 1, suite, texte: '' }).success).toBe(false)
    await expect(traiter(etranger, id, 'resoudre')).rejects.toMatchObject({ code: 'introuvable' })
    await expect(traiter(referent, id, 'rendre')).rejects.toMatchObject({ code: 'etat_change' })
    const perimee = traiterSupportSchema.parse({ id, version: 9, suite: 'prendre' })
    await expect(agir(referent, (contexte) => traiterDysfonctionnement(contexte, perimee))).rejects.toMatchObject({
      code: 'etat_change',
    })
    await expect(preciser(gestionnaire, id)).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('goes to the caisse that a partenaire of several chooses, and to none that it has no convention with', async () => {
    const autre = await fabriquePartenariat(atelier)
    await fabriqueConvention(atelier, {
      partenaireId: ici.partenaire.id,
      caisses: [{ caisseId: autre.caisse.id }],
    })
    const id = await signaler(technicien, { caisseId: autre.caisse.id })
    expect(await prevenus(id, 'support_recu')).toEqual([autre.referent.id])
    for (const caisseId of ['', ailleurs.caisse.id])
      await expect(signaler(technicien, { caisseId })).rejects.toMatchObject({
        erreurs: { caisseId: expect.any(String) },
      })
  })

  it('of an administrateur is for the national support', async () => {
    const id = await signaler(administrateur, { page: '/administration/cgu' })
    expect(await lu(id)).toMatchObject({ caisseId: null, etat: 'transmis', national: true })
    expect((await ticketDe(administrateur, id))?.suites).toEqual(['repondre', 'resoudre'])
  })
})

describe('the database itself', () => {
  const ecrire = (acteur: Acteur, travail: Parameters<typeof avecPerimetre<unknown>>[1]) =>
    avecPerimetre(perimetre(acteur), travail)
  const ligne = { activite: 'a', constat: 'b', gene: 'gene', creeLe: new Date(), dernierLe: new Date() }

  it('refuses a ticket in the name of another, to a caisse without a tie, or already resolved', async () => {
    const soi = { ...ligne, compteId: technicien.compteId, partenaireId: ici.partenaire.id, profil: 'technicien' }
    for (const faux of [
      { compteId: gestionnaire.compteId },
      { caisseId: ailleurs.caisse.id },
      { partenaireId: ailleurs.partenaire.id },
      { etat: 'resolu' },
      { national: true, etat: 'transmis' },
    ])
      await expect(
        ecrire(technicien, (web) =>
          web.dysfonctionnement.createMany({
            data: [{ id: randomUUID(), caisseId: ici.caisse.id, ...soi, ...faux }],
          }),
        ),
      ).rejects.toThrow()
  })

  it('refuses an answer that its side may not give, and changes by who does not hold it', async () => {
    const id = await signaler(gestionnaire, { caisseId: ici.caisse.id })
    const echange = (acteur: Acteur, cote: string, etat: string | null = null) =>
      ecrire(acteur, (web) =>
        web.echangeSupport.createMany({
          data: [
            {
              id: randomUUID(),
              dysfonctionnementId: id,
              auteurId: acteur.compteId,
              cote,
              texte: 'x',
              etat,
              ecritLe: new Date(),
            },
          ],
        }),
      )
    for (const [acteur, cote, etat] of [
      [technicien, 'auteur', null],
      [gestionnaire, 'caisse', null],
      [gestionnaire, 'auteur', 'resolu'],
      [etranger, 'caisse', null],
      [administrateur, 'national', null],
      [referent, 'national', null],
    ] as const)
      await expect(echange(acteur, cote, etat)).rejects.toThrow()
    for (const acteur of [gestionnaire, agent, etranger, administrateur])
      expect(
        await ecrire(acteur, (web) => web.dysfonctionnement.updateMany({ where: { id }, data: { etat: 'resolu' } })),
      ).toEqual({ count: 0 })
  })
})

describe('what is kept', () => {
  it('is told to its writer, goes with the account, and two years after the last word', async () => {
    const parti = await fabriqueCompte(atelier, {
      profil: 'technicien',
      partenaireId: ici.partenaire.id,
      structureId: ici.structure.id,
    })
    const vieux = await signaler(referent, {}, new Date(Date.now() - 800 * 86_400_000))
    const id = await signaler(await acteurDe(parti.id), { caisseId: ici.caisse.id })
    const { dysfonctionnements } = await mesDonnees(await acteurDe(parti.id), '192.0.2.1')
    expect(dysfonctionnements).toMatchObject([{ page: '/demandes/[reference]', constat: 'Le bouton ne répond pas.' }])
    await tx.compte.update({ where: { id: parti.id }, data: { etat: 'inactif' } })
    await avecTravaux((travaux) => supprimerCompte(travaux, parti.id, new Date()))
    await appliquerConservation(new Date())
    expect(await tx.dysfonctionnement.count({ where: { id: { in: [vieux, id] } } })).toBe(0)
    expect(await tx.dysfonctionnement.count()).toBeGreaterThan(0)
  })
})

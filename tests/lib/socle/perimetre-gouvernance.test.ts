import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { journaliser } from '@/lib/journal/ecrire'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecConnexion, avecPerimetre, type Transaction } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention, fabriqueStructure } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const voisins = await fabriquePartenariat(atelier)
const autreStructure = await fabriqueStructure(atelier, { partenaireId: ici.partenaire.id })
const lieu = { partenaireId: ici.partenaire.id, structureId: ici.structure.id }
const technicienVoisin = await fabriqueCompte(atelier, {
  profil: 'technicien',
  partenaireId: ici.partenaire.id,
  structureId: autreStructure.id,
})
const secondGestionnaire = await fabriqueCompte(atelier, { profil: 'gestionnaire', ...lieu })
const administrateur = await fabriqueCompte(atelier, { profil: 'administrateur' })

const acteurs = {
  technicien: await acteurDe(ici.technicien.id),
  gestionnaire: await acteurDe(ici.gestionnaire.id),
  agent: await acteurDe(ici.agent.id),
  dpo: await acteurDe(ici.dpo.id),
  referent: await acteurDe(ici.referent.id),
  referentAilleurs: await acteurDe(ailleurs.referent.id),
  administrateur: await acteurDe(administrateur.id),
}
type Qui = keyof typeof acteurs

/** What a fault in the product could let a person write: the rows touched, 0 when PostgreSQL refuses. */
async function essayer(acteur: Acteur, ecrire: (tx: Transaction) => Promise<{ count: number }>): Promise<number> {
  try {
    return (await avecPerimetre(perimetre(acteur), ecrire)).count
  } catch (erreur) {
    expect(String(erreur)).toMatch(/permission denied|row-level security|droit refusé|denied/i)
    return 0
  }
}

const compter = (nom: Qui, ecrire: (tx: Transaction) => Promise<{ count: number }>) => essayer(acteurs[nom], ecrire)
const compte = (id: string, data: Prisma.CompteUpdateManyMutationInput) => (t: Transaction) =>
  t.compte.updateMany({ where: { id }, data })
const tous = Object.keys(acteurs) as Qui[]

describe('an account', () => {
  it('gives itself no role, no name, no address, and does not put off its own end', async () => {
    await tx.compte.update({
      where: { id: ici.gestionnaire.id },
      data: { inactivationPrevueLe: new Date('2027-01-31') },
    })
    for (const qui of tous) {
      const { compteId } = acteurs[qui]
      expect(await compter(qui, compte(compteId, { roles: ['agent', 'referent', 'dpo'] })), qui).toBe(0)
      expect(await compter(qui, compte(compteId, { courriel: 'autre@essai.example' })), qui).toBe(0)
      expect(await compter(qui, compte(compteId, { nom: 'Autre' })), qui).toBe(0)
    }
    expect(await compter('gestionnaire', compte(ici.gestionnaire.id, { inactivationPrevueLe: null }))).toBe(0)
    await tx.compte.update({ where: { id: ici.gestionnaire.id }, data: { inactivationPrevueLe: null } })
  })

  it('changes no account that is not its own to manage', async () => {
    const cibles = [ici.referent, ici.agent, ici.gestionnaire, ici.technicien, technicienVoisin, administrateur]
    const permis: Partial<Record<Qui, string[]>> = {
      gestionnaire: [ici.technicien.id],
      referent: [ici.agent.id, ici.gestionnaire.id],
      administrateur: [ici.referent.id, ici.agent.id],
    }
    for (const qui of tous)
      for (const { id } of cibles) {
        const attendu = permis[qui]?.includes(id) ? 1 : 0
        expect(await compter(qui, compte(id, { prenom: `Camille-${qui}` })), `${qui} ${id}`).toBe(attendu)
      }
  })

  it('starts with an invitation made in one’s own name, never active, never with the roles of a caisse', async () => {
    const nouveau = (data: object) => (t: Transaction) =>
      t.compte.createMany({
        data: [
          {
            identifiant: randomUUID(),
            profil: 'technicien',
            civilite: 'madame',
            nom: 'Kervella',
            prenom: 'Anaïs',
            fonction: 'Assistante sociale',
            courriel: 'a.kervella@essai.example',
            creeParId: ici.gestionnaire.id,
            ...lieu,
            ...data,
          },
        ],
      })
    expect(await compter('gestionnaire', nouveau({}))).toBe(1)
    for (const abus of [
      { etat: 'actif' },
      { roles: ['referent'] },
      { creeParId: ici.referent.id },
      { profil: 'gestionnaire' },
      { structureId: autreStructure.id },
      { profil: 'caisse', partenaireId: null, structureId: null, caisseId: ici.caisse.id },
    ])
      expect(await compter('gestionnaire', nouveau(abus)), JSON.stringify(abus)).toBe(0)
    const deLaCaisse = { profil: 'caisse', partenaireId: null, structureId: null, creeParId: ici.referent.id }
    expect(await compter('referent', nouveau({ ...deLaCaisse, caisseId: ailleurs.caisse.id }))).toBe(0)
    expect(await compter('referent', nouveau({ ...deLaCaisse, profil: 'administrateur' }))).toBe(0)
    expect(await compter('agent', nouveau({ ...deLaCaisse, caisseId: ici.caisse.id, creeParId: ici.agent.id }))).toBe(0)
  })

  it('once closed after a report, deleted, or at the sign-in, does not come back by the hand of a gestionnaire', async () => {
    const ferme = await fabriqueCompte(atelier, { profil: 'technicien', etat: 'inactif', ...lieu })
    const retablir = compte(ferme.id, { etat: 'actif' })
    await tx.signalementCompte.create({
      data: {
        compteId: ferme.id,
        partenaireId: ici.partenaire.id,
        type: 'fraude',
        description: 'x',
        suite: 'inactive',
      },
    })
    expect(await compter('gestionnaire', retablir)).toBe(0)
    await expect(avecConnexion(retablir)).rejects.toThrow(/permission denied/)
    const supprime = await fabriqueCompte(atelier, { profil: 'technicien', etat: 'inactif', ...lieu })
    await tx.compte.update({ where: { id: supprime.id }, data: { supprimeLe: new Date() } })
    for (const qui of ['gestionnaire', 'referent'] as const)
      expect(await compter(qui, compte(supprime.id, { etat: 'actif' }))).toBe(0)
  })

  it('keeps its secrets: nobody else reads or writes a password, a session or a link', async () => {
    await tx.jeton.create({
      data: { compteId: ici.technicien.id, type: 'activation', empreinte: randomUUID(), expireLe: new Date() },
    })
    for (const qui of tous.filter((nom) => nom !== 'technicien')) {
      const du = { where: { compteId: ici.technicien.id } }
      const lus = await avecPerimetre(perimetre(acteurs[qui]), async (t) => [
        await t.jeton.count(du),
        await t.session.count(du),
        await t.authentification.count(du),
      ])
      expect(lus, qui).toEqual([0, 0, 0])
      const lien = { compteId: ici.technicien.id, type: 'mot_de_passe', empreinte: randomUUID(), expireLe: new Date() }
      expect(await compter(qui, (t) => t.jeton.createMany({ data: [lien] })), qui).toBe(0)
      expect(await compter(qui, (t) => t.jeton.createMany({ data: [{ ...lien, type: 'activation' }] })), qui).toBe(0)
    }
  })
})

describe('a convention', () => {
  it('has its dates moved by its own caisse alone, and never goes back to a draft that could be deleted', async () => {
    const [part] = ici.convention.caisses
    const where = { id: part?.id }
    const prolonger = (t: Transaction) =>
      t.conventionCaisse.updateMany({ where, data: { finLe: new Date('2030-01-01') } })
    for (const qui of tous.filter((nom) => nom !== 'referent')) expect(await compter(qui, prolonger), qui).toBe(0)
    expect(
      await compter('referent', (t) => t.conventionCaisse.updateMany({ where, data: { etat: 'brouillon' } })),
    ).toBe(0)
    expect(await compter('referent', (t) => t.conventionCaisse.deleteMany({ where }))).toBe(0)
    expect(
      await compter('referent', (t) =>
        t.conventionCaisse.updateMany({ where, data: { partenaireId: ailleurs.partenaire.id } }),
      ),
    ).toBe(0)
  })

  it('of others is not joined by who knows its id, nor turned to another partenaire', async () => {
    const part = { conventionId: ici.convention.id, caisseId: ailleurs.caisse.id, partenaireId: ici.partenaire.id }
    const joindre = (data: object) => (t: Transaction) =>
      t.conventionCaisse.createMany({ data: [{ ...part, ...data }] })
    expect(await compter('referentAilleurs', joindre({}))).toBe(0)
    expect(await compter('referentAilleurs', joindre({ etat: 'en_vigueur' }))).toBe(0)
    expect(
      await compter(
        'referentAilleurs',
        joindre({ conventionId: ailleurs.convention.id, partenaireId: ici.partenaire.id }),
      ),
    ).toBe(0)
  })

  it('shared by two caisses keeps the avenants and the signatories that one of them recorded', async () => {
    const commune = await fabriqueConvention(atelier, {
      partenaireId: voisins.partenaire.id,
      caisses: [
        { caisseId: voisins.caisse.id, utilisationEffetLe: null },
        { caisseId: ici.caisse.id, etat: 'brouillon' },
      ],
      signataires: [{ organisme: 'CARSAT d’Orvelle' }],
    })
    const conventionId = commune.id
    const avenant = await tx.avenant.create({
      data: {
        conventionId,
        objet: 'Durée',
        signeLe: new Date('2026-01-01'),
        effetLe: new Date('2026-01-01'),
        caisseIds: [voisins.caisse.id],
      },
    })
    const changer = (data: Prisma.AvenantUpdateManyMutationInput) => (t: Transaction) =>
      t.avenant.updateMany({ where: { id: avenant.id }, data })
    expect(await compter('referent', changer({ dureeMois: 1 }))).toBe(0)
    expect(await compter('referent', changer({ caisseIds: [ici.caisse.id] }))).toBe(0)
    expect(await compter('referent', (t) => t.avenant.deleteMany({ where: { conventionId } }))).toBe(0)
    expect(await compter('referent', (t) => t.signataire.deleteMany({ where: { conventionId } }))).toBe(0)
    expect(await compter('referent', changer({ caisseIds: { push: ici.caisse.id } }))).toBe(1)
  })

  it('does not open the file of a demande by calling it a document', async () => {
    const demande = await fabriqueDemande(atelier, ici.cadre, { etat: 'transmise' })
    const piece = await tx.pieceJointe.create({
      data: {
        demandeId: demande.id,
        caisseId: ici.caisse.id,
        structureId: ici.structure.id,
        nomFichier: 'avis.pdf',
        typeMime: 'application/pdf',
        taille: 10,
        empreinte: 'x',
        cleEnveloppee: Buffer.from('x'),
        cleVersion: 1,
        deposeeParId: ici.technicien.id,
      },
    })
    await tx.documentConvention.create({
      data: { conventionId: ici.convention.id, caisseId: ici.caisse.id, pieceJointeId: piece.id, type: 'annexe' },
    })
    for (const qui of ['referent', 'gestionnaire', 'dpo', 'administrateur', 'referentAilleurs'] as const)
      expect(
        await avecPerimetre(perimetre(acteurs[qui]), (t) => t.pieceJointe.count({ where: { id: piece.id } })),
        qui,
      ).toBe(0)
  })

  it('lets a caisse suspend its own partenaires, in its own name', async () => {
    const suspendre = (caisseId: string, partenaireId: string) => (t: Transaction) =>
      t.suspension.createMany({ data: [{ caisseId, partenaireId, motif: 'Essai' }] })
    expect(await compter('referent', suspendre(ailleurs.caisse.id, ailleurs.partenaire.id))).toBe(0)
    expect(await compter('referent', suspendre(ici.caisse.id, ailleurs.partenaire.id))).toBe(0)
    for (const qui of ['agent', 'dpo', 'administrateur', 'gestionnaire'] as const)
      expect(await compter(qui, suspendre(ici.caisse.id, ici.partenaire.id)), qui).toBe(0)
  })
})

describe('what proves', () => {
  it('a signed revue keeps its rows, and is signed by who acts', async () => {
    const revue = { ...lieu, echeanceLe: new Date('2027-01-01') }
    const signee = await tx.revueHabilitation.create({
      data: { ...revue, signeeLe: new Date(), signeeParId: secondGestionnaire.id },
    })
    const ouverte = await tx.revueHabilitation.create({ data: revue })
    const ligne = { revueId: signee.id, compteId: ici.technicien.id }
    await tx.ligneRevue.create({ data: { ...ligne, decision: 'garder' } })
    for (const qui of tous) {
      expect(
        await compter(qui, (t) => t.ligneRevue.updateMany({ where: ligne, data: { revueId: ouverte.id } })),
        qui,
      ).toBe(0)
      expect(
        await compter(qui, (t) => t.ligneRevue.updateMany({ where: ligne, data: { decision: 'inactiver' } })),
        qui,
      ).toBe(0)
      expect(
        await compter(qui, (t) =>
          t.revueHabilitation.updateMany({ where: { id: signee.id }, data: { signeeLe: null, signeeParId: null } }),
        ),
        qui,
      ).toBe(0)
    }
    const signer = (signeeParId: string) => (t: Transaction) =>
      t.revueHabilitation.updateMany({ where: { id: ouverte.id }, data: { signeeLe: new Date(), signeeParId } })
    expect(await compter('referent', signer(ici.referent.id))).toBe(0)
    expect(await compter('gestionnaire', signer(secondGestionnaire.id))).toBe(0)
    expect(await compter('gestionnaire', signer(ici.gestionnaire.id))).toBe(1)
  })

  it('a report and a request keep their words, and a report names an account of the partenaire', async () => {
    const signalement = await tx.signalementCompte.create({
      data: { compteId: ici.technicien.id, partenaireId: ici.partenaire.id, type: 'vol', description: 'Volé.' },
    })
    const demande = await tx.demandeHabilitation.create({
      data: {
        ...lieu,
        caisseId: ici.caisse.id,
        type: 'creation',
        donnees: {},
        deposeeParId: ici.gestionnaire.id,
        echeanceLe: new Date('2027-01-01'),
      },
    })
    const { id } = signalement
    for (const qui of tous) {
      expect(
        await compter(qui, (t) => t.signalementCompte.updateMany({ where: { id }, data: { description: 'Rien.' } })),
        qui,
      ).toBe(0)
      expect(
        await compter(qui, (t) =>
          t.demandeHabilitation.updateMany({ where: { id: demande.id }, data: { donnees: { nom: 'Autre' } } }),
        ),
        qui,
      ).toBe(0)
    }
    const signaler = (compteId: string) => (t: Transaction) =>
      t.signalementCompte.createMany({
        data: [
          {
            compteId,
            partenaireId: ici.partenaire.id,
            type: 'vol',
            description: 'x',
            signaleParId: acteurs.technicien.compteId,
          },
        ],
      })
    expect(await compter('technicien', signaler(ailleurs.technicien.id))).toBe(0)
    expect(await compter('technicien', signaler(ici.gestionnaire.id))).toBe(1)
    expect(
      await compter('gestionnaire', (t) =>
        t.demandeHabilitation.updateMany({
          where: { id: demande.id },
          data: { etat: 'appliquee', traiteeParId: ici.referent.id },
        }),
      ),
    ).toBe(0)
  })

  it('the journal and the histories are not written in the name of another', async () => {
    const autre = { ...acteurs.technicien, compteId: ailleurs.agent.id }
    for (const qui of tous) {
      expect(
        await compter(qui, async (t) => {
          await journaliser(t, { action: 'compte.inactive', acteur: { ...autre, compteId: ailleurs.dpo.id } })
          return { count: 1 }
        }),
        qui,
      ).toBe(0)
    }
    const evenement = { conventionId: ici.convention.id, caisseId: ici.caisse.id, type: 'modifiee' }
    expect(
      await compter('referent', (t) =>
        t.evenementConvention.createMany({ data: [{ ...evenement, auteurId: ici.agent.id }] }),
      ),
    ).toBe(0)
  })
})

describe('the functions that read beyond the perimeter', () => {
  const appeler = (acteur: Acteur | null, sql: string, ...valeurs: string[]) => {
    const lire = (t: Transaction) => t.$queryRawUnsafe<Record<string, unknown>[]>(sql, ...valeurs)
    return acteur ? avecPerimetre(perimetre(acteur), lire) : avecPerimetre({ profil: 'technicien' }, lire)
  }

  it('answer nobody, and no one who is not concerned', async () => {
    for (const qui of [null, acteurs.technicien, acteurs.gestionnaire, acteurs.agent, acteurs.referent]) {
      expect(await appeler(qui, 'SELECT * FROM ep_places($1::uuid, now()::date)', ailleurs.structure.id)).toEqual([])
      expect(await appeler(qui, 'SELECT ep_parts($1::uuid) AS r', ailleurs.partenaire.id)).toEqual([{ r: [] }])
      expect(await appeler(qui, 'SELECT * FROM ep_referents_a_prevenir($1::uuid)', ailleurs.partenaire.id)).toEqual([])
      expect(await appeler(qui, 'SELECT * FROM ep_referents_lies($1::uuid)', ailleurs.partenaire.id)).toEqual([])
      expect(await appeler(qui, 'SELECT * FROM ep_travail_en_cours($1::uuid)', ailleurs.technicien.id)).toEqual([])
      expect(await appeler(qui, 'SELECT * FROM ep_demandes_ouvertes($1::uuid)', ailleurs.partenaire.id)).toEqual([])
      expect(await appeler(qui, 'SELECT ep_demandes_au_nom($1::uuid) AS r', ailleurs.agent.id)).toEqual([{ r: 0 }])
      expect(await appeler(qui, 'SELECT ep_portee_reglages($1::uuid, NULL) AS r', ailleurs.caisse.id)).toEqual([
        { r: null },
      ])
      expect(await appeler(qui, 'SELECT ep_mot_de_passe_tient($1::uuid, now()) AS r', ailleurs.technicien.id)).toEqual([
        { r: false },
      ])
    }
    for (const qui of [null, acteurs.technicien, acteurs.agent]) {
      expect(await appeler(qui, 'SELECT * FROM ep_partenaire_connu($1)', ailleurs.partenaire.siret)).toEqual([])
      await expect(appeler(qui, 'SELECT ep_identifiant_libre($1)', ici.agent.identifiant)).rejects.toThrow(
        /permission denied/,
      )
    }
  })

  it('tell a référent that another caisse suspends the partenaire they share, never why', async () => {
    await fabriqueConvention(atelier, {
      partenaireId: ici.partenaire.id,
      caisses: [{ caisseId: ailleurs.caisse.id }],
    })
    await tx.suspension.create({
      data: { caisseId: ici.caisse.id, partenaireId: ici.partenaire.id, motif: 'Comptes partagés' },
    })
    const dites = async (acteur: Acteur) =>
      JSON.stringify(await appeler(acteur, 'SELECT ep_parts($1::uuid) AS r', ici.partenaire.id))
    expect(await dites(acteurs.referentAilleurs)).toContain('debutLe')
    expect(await dites(acteurs.referentAilleurs)).not.toContain('Comptes partagés')
    expect(await dites(acteurs.referent)).toContain('Comptes partagés')
    expect(await dites(acteurs.gestionnaire)).toContain('Comptes partagés')
  })
})

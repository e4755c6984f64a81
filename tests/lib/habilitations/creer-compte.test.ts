import { beforeEach, describe, expect, it } from 'vitest'
import { creerCompte } from '@/lib/habilitations/creer-compte'
import { placesDeLaStructure } from '@/lib/habilitations/places'
import type { Identite } from '@/lib/habilitations/schema'
import type { Acteur } from '@/lib/socle/acteur'
import { dateAParis } from '@/lib/socle/temps'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'
import { identite } from './identite-de-test'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)

type Monde = Awaited<ReturnType<typeof fabriquePartenariat>>
let monde: Monde
let gestionnaire: Acteur
let referent: Acteur
let domaine: string

async function installer(valeurs?: Parameters<typeof fabriquePartenariat>[1]) {
  monde = await fabriquePartenariat(atelier, valeurs)
  domaine = monde.partenaire.domaines[0] ?? ''
  gestionnaire = await acteurDe(monde.gestionnaire.id)
  referent = await acteurDe(monde.referent.id)
}
beforeEach(() => installer())

const technicien = (acteur: Acteur, valeurs: Partial<Identite> = {}, structureId = monde.structure.id) =>
  agir(acteur, (contexte) =>
    creerCompte(contexte, {
      profil: 'technicien',
      structureId,
      identite: identite(domaine, valeurs),
      attestation: true,
    }),
  )
const nouveauGestionnaire = (acteur: Acteur, valeurs: Partial<Identite> = {}) =>
  agir(acteur, (contexte) =>
    creerCompte(contexte, {
      profil: 'gestionnaire',
      structureId: monde.structure.id,
      identite: identite(domaine, valeurs),
    }),
  )

describe('a technicien', () => {
  it('is created by a gestionnaire: invited by e-mail, with an identifiant and the words attested', async () => {
    const { id, identifiant } = await technicien(gestionnaire, { prenom: 'Maëlle', nom: 'Le Gall-Fournier' })
    expect(identifiant).toMatch(/^orvelle-mlegall\d*$/)
    expect(await atelier.tx.compte.findUniqueOrThrow({ where: { id } })).toMatchObject({
      profil: 'technicien',
      etat: 'attente_activation',
      creeParId: monde.gestionnaire.id,
      structureId: monde.structure.id,
      telephone: '0500001234',
      courriel: `mlegallfournier@${domaine}`,
    })
    const [attestation] = await atelier.tx.attestationTechnicien.findMany({ where: { compteId: id } })
    expect(attestation).toMatchObject({ attesteParId: monde.gestionnaire.id })
    expect(attestation?.texte).toContain('Maëlle Le Gall-Fournier est salariée ou bénévole du CCAS')
    expect(attestation?.texte).toContain('antivirus')
    expect(attestation?.texte).toContain('hébergée en Europe')
    expect(await atelier.tx.courriel.findMany({ where: { compteId: id } })).toMatchObject([
      { modele: 'activation', destinataire: `mlegallfournier@${domaine}`, etat: 'a_envoyer' },
    ])
  })

  it('never takes an identifiant that someone has, even beyond what its maker sees', async () => {
    const premier = await technicien(gestionnaire, { prenom: 'Ana', nom: 'Quillien' })
    await installer()
    const second = await technicien(gestionnaire, { prenom: 'Ana', nom: 'Quillien' })
    expect([premier.identifiant, second.identifiant]).toEqual(['orvelle-aquillien', 'orvelle-aquillien2'])
  })

  it('needs the three attestations', async () => {
    const sans = agir(gestionnaire, (contexte) =>
      creerCompte(contexte, { profil: 'technicien', structureId: monde.structure.id, identite: identite(domaine) }),
    )
    await expect(sans).rejects.toMatchObject({ erreurs: { attestation: expect.stringContaining('trois') } })
  })

  it('has a professional address: declared, or under a declared domain', async () => {
    await technicien(gestionnaire, { courriel: `a@social.${domaine}` })
    for (const courriel of ['a@gmail.com', 'a@laposte.net', 'a@autre.example', `a@pas${domaine}`])
      await expect(technicien(gestionnaire, { courriel })).rejects.toMatchObject({
        erreurs: { courriel: expect.any(String) },
      })
  })

  it('is not created twice with one address, while a person may also be gestionnaire', async () => {
    const courriel = `double@${domaine}`
    await technicien(gestionnaire, { courriel })
    await expect(technicien(gestionnaire, { courriel, nom: 'Autre' })).rejects.toMatchObject({
      erreurs: { courriel: expect.stringContaining('a déjà un compte de technicien') },
    })
    await nouveauGestionnaire(referent, { courriel })
    await expect(nouveauGestionnaire(referent, { courriel })).rejects.toMatchObject({
      erreurs: { courriel: expect.stringContaining('a déjà un compte de gestionnaire') },
    })
  })

  it('who left and comes back is restored rather than created again; a namesake’s address may serve again', async () => {
    const courriel = `parti@${domaine}`
    await fabriqueCompte(atelier, {
      profil: 'technicien',
      etat: 'inactif',
      prenom: 'Élodie',
      nom: 'Brévent',
      courriel,
      partenaireId: monde.partenaire.id,
      structureId: monde.structure.id,
    })
    await expect(technicien(gestionnaire, { courriel, prenom: 'Elodie', nom: 'Brevent' })).rejects.toMatchObject({
      erreurs: { courriel: expect.stringContaining('rétablissez-le') },
    })
    await technicien(gestionnaire, { courriel, prenom: 'Paul', nom: 'Ganivet' })
  })

  it('is not limited where no caisse sets a quota, and is where one of them does', async () => {
    await technicien(gestionnaire)
    expect(
      (await agir(gestionnaire, ({ tx }) => placesDeLaStructure(tx, monde.structure.id, dateAParis(new Date()))))
        .techniciens,
    ).toEqual({
      quota: null,
      occupees: 2,
      libres: null,
      depassement: 0,
    })
    await atelier.tx.reglagesCaisse.update({
      where: { caisseId: monde.caisse.id },
      data: { quotaTechniciensActif: true },
    })
    for (let n = 0; n < 3; n += 1) await technicien(gestionnaire, { nom: `Suivant ${'abc'[n]}` })
    await expect(technicien(gestionnaire, { nom: 'Sixième' })).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringMatching(/quota est de 5 comptes de techniciens pour 8 membres.*5 sont occupés.*Inactivez/),
    })
    await atelier.tx.conventionCaisse.updateMany({
      where: { caisseId: monde.caisse.id },
      data: { finLe: new Date('2026-01-01'), etat: 'echue' },
    })
    await technicien(gestionnaire, { nom: 'Sixième' })
  })
})

describe('a gestionnaire', () => {
  it('is created by the référent, within the quota, which a pending invitation fills', async () => {
    const { id } = await nouveauGestionnaire(referent)
    expect(await atelier.tx.compte.findUniqueOrThrow({ where: { id } })).toMatchObject({ profil: 'gestionnaire' })
    await expect(nouveauGestionnaire(referent, { nom: 'Troisième' })).rejects.toMatchObject({
      message: expect.stringContaining('2 comptes de gestionnaires pour 8 membres'),
    })
  })

  it('has one seat left and fifty creations come at once: exactly one account', async () => {
    const essais = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => nouveauGestionnaire(referent, { nom: `Essai${'a'.repeat(n)}` })),
    )
    expect(essais.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const essai of essais)
      if (essai.status === 'rejected') expect(essai.reason).toMatchObject({ code: 'etat_change' })
    expect(await atelier.tx.compte.count({ where: { structureId: monde.structure.id, profil: 'gestionnaire' } })).toBe(
      2,
    )
  })

  it('keeps its account when the members shrink: the structure is shown as over its quota', async () => {
    await installer({ partenaire: { nombreMembres: 40, structures: [{ nombreMembres: 40 }] } })
    for (const nom of ['A', 'B', 'C', 'D']) await nouveauGestionnaire(referent, { nom })
    await atelier.tx.structure.update({ where: { id: monde.structure.id }, data: { nombreMembres: 9 } })
    const places = await agir(gestionnaire, ({ tx }) =>
      placesDeLaStructure(tx, monde.structure.id, dateAParis(new Date())),
    )
    expect(places.gestionnaires).toEqual({ quota: 2, occupees: 5, libres: 0, depassement: 3 })
    expect(await acteurDe(monde.gestionnaire.id)).toMatchObject({ profil: 'gestionnaire' })
  })

  it('is counted on the other side of what a new caisse may see', async () => {
    const nouvelle = await fabriquePartenariat(atelier)
    await atelier.tx.conventionCaisse.updateMany({
      where: { partenaireId: monde.partenaire.id },
      data: { etat: 'resiliee', finLe: new Date('2026-01-01') },
    })
    await atelier.tx.conventionCaisse.create({
      data: {
        conventionId: monde.convention.id,
        caisseId: nouvelle.caisse.id,
        partenaireId: monde.partenaire.id,
        etat: 'brouillon',
      },
    })
    const leur = await acteurDe(nouvelle.referent.id)
    await nouveauGestionnaire(leur, { nom: 'Deuxième' })
    await expect(nouveauGestionnaire(leur, { nom: 'Troisième' })).rejects.toMatchObject({ code: 'etat_change' })
  })
})

describe('nobody else', () => {
  it('creates an account: not a technicien, an agent, a gestionnaire elsewhere, nor a référent of another caisse', async () => {
    const ailleurs = await fabriquePartenariat(atelier)
    const autres = [monde.technicien, monde.agent, monde.dpo, monde.referent, ailleurs.gestionnaire, ailleurs.referent]
    for (const { id } of autres) {
      const acteur = await acteurDe(id)
      await expect(technicien(acteur)).rejects.toMatchObject({ code: 'introuvable' })
    }
    for (const { id } of [
      monde.technicien,
      monde.agent,
      monde.gestionnaire,
      ailleurs.gestionnaire,
      ailleurs.referent,
    ]) {
      const acteur = await acteurDe(id)
      await expect(nouveauGestionnaire(acteur)).rejects.toMatchObject({ code: 'introuvable' })
    }
  })

  it('invites a gestionnaire where another caisse alone has a convention left, though it still reads the structure', async () => {
    const suivante = await fabriquePartenariat(atelier)
    await atelier.tx.conventionCaisse.create({
      data: {
        conventionId: monde.convention.id,
        caisseId: suivante.caisse.id,
        partenaireId: monde.partenaire.id,
        etat: 'en_vigueur',
      },
    })
    await atelier.tx.conventionCaisse.updateMany({
      where: { caisseId: monde.caisse.id },
      data: { etat: 'echue', finLe: new Date('2026-01-01') },
    })
    expect(await agir(referent, ({ tx }) => tx.structure.count({ where: { id: monde.structure.id } }))).toBe(1)
    await expect(nouveauGestionnaire(referent)).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('passes the row-level rules by asking for another structure of the same partenaire', async () => {
    await installer({ partenaire: { structures: [{ nom: 'Nord' }, { nom: 'Sud' }] } })
    const [, sud] = await atelier.tx.structure.findMany({
      where: { partenaireId: monde.partenaire.id },
      orderBy: { nom: 'asc' },
    })
    await expect(technicien(gestionnaire, {}, sud?.id)).rejects.toMatchObject({ code: 'introuvable' })
    const brut = agir(gestionnaire, ({ tx }) =>
      tx.compte.createMany({
        data: [
          {
            ...identite(domaine),
            identifiant: 'forcee',
            profil: 'technicien',
            partenaireId: monde.partenaire.id,
            structureId: sud?.id,
          },
        ],
      }),
    )
    await expect(brut).rejects.toThrow(/row-level security/)
  })
})

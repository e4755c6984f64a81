import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { demanderCreation, demanderInactivation } from '@/lib/demandes-habilitation/deposer-demande'
import { retirerDemande } from '@/lib/demandes-habilitation/retirer-demande'
import { confirmerLigne } from '@/lib/revues/confirmer-ligne'
import { feuilleDeLaRevue } from '@/lib/revues/exporter-revue'
import { ouvrirRevue } from '@/lib/revues/ouvrir-revue'
import { lireRevue, revueEnCours } from '@/lib/revues/queries'
import { aOuvrir, revuesDeLaCaisse } from '@/lib/revues/queries-caisse'
import { signerRevue } from '@/lib/revues/signer-revue'
import { ouvrirRevues, relancerLesRetards, relancerUneRevue } from '@/lib/revues/suivre-revues'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, baseTravaux } from '@/lib/socle/base'
import { lireSession } from '@/lib/socle/lire-session'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const maintenant = new Date()
const dans = (n: number) => ajouterJours(dateAParis(maintenant), n)

async function creerScene() {
  const monde = await fabriquePartenariat(atelier)
  const lieu = { partenaireId: monde.partenaire.id, structureId: monde.structure.id }
  const autre = await fabriqueCompte(atelier, { profil: 'technicien', creeParId: monde.gestionnaire.id, ...lieu })
  const collegue = await fabriqueCompte(atelier, { profil: 'gestionnaire', ...lieu })
  return {
    ...monde,
    lieu,
    autre,
    collegue,
    a: await acteurDe(monde.gestionnaire.id),
    b: await acteurDe(collegue.id),
    decideur: await acteurDe(monde.referent.id),
  }
}

let scene: Awaited<ReturnType<typeof creerScene>>
let revueId: string
beforeEach(async () => {
  scene = await creerScene()
  const revue = await ouvrirRevue(baseTravaux(), { ...scene.lieu, ouverteParId: null, maintenant })
  revueId = revue?.id ?? ''
})

type Decision = 'garder' | 'inactiver'
const decider = (
  compteId: string,
  decision: Decision,
  vue: '' | Decision | 'demander' = '',
  acteur: Acteur = scene.a,
) => agir(acteur, (c) => confirmerLigne(c, { id: revueId, compteId, decision, vue }))
const lire = async (acteur = scene.a) => {
  const revue = await lireRevue(acteur, revueId)
  if (!revue) throw new Error('revue introuvable')
  return revue
}
const signer = async (acteur = scene.a, vues?: string) => {
  const lues = vues ?? (await lire(acteur)).vues
  return agir(acteur, (c) => signerRevue(c, { id: revueId, vues: lues, atteste: 'oui' }))
}
const toutDecider = async (inactives: string[] = []) => {
  for (const { compte } of (await lire()).lignes)
    await decider(compte.id, inactives.includes(compte.id) ? 'inactiver' : 'garder')
}

describe('opening', () => {
  it('takes every account that is not inactive, once, with the delay of the caisse, and writes to the gestionnaires', async () => {
    await fabriqueCompte(atelier, { profil: 'technicien', etat: 'inactif', ...scene.lieu })
    const revue = await lire()
    expect(revue.lignes).toHaveLength(4)
    expect(revue.echeanceLe).toBe(dans(30))
    expect(await ouvrirRevue(tx, { ...scene.lieu, ouverteParId: null, maintenant })).toBeNull()
    const courriels = await tx.courriel.findMany({
      where: { donnees: { path: ['lien'], equals: `/equipe/revue/${revueId}` } },
    })
    expect(courriels.map(({ modele, destinataire }) => [modele, destinataire]).sort()).toEqual(
      [scene.gestionnaire, scene.collegue].map(({ courriel }) => ['revue_ouverte', courriel]).sort(),
    )
  })

  it('opens one only when asked twice at once', async () => {
    await tx.revueHabilitation.deleteMany({ where: { id: revueId } })
    const ouvertures = await Promise.all(
      [1, 2, 3].map(() => ouvrirRevue(baseTravaux(), { ...scene.lieu, ouverteParId: null, maintenant })),
    )
    expect(ouvertures.filter(Boolean)).toHaveLength(1)
  })

  it('takes the shortest delay of the live caisses, even one that the référent does not see', async () => {
    await tx.revueHabilitation.deleteMany({ where: { id: revueId } })
    const seconde = await fabriqueCaisse(atelier, { reglages: { revueDelaiJours: 10, intervalleRevueMois: 3 } })
    await fabriqueConvention(atelier, { partenaireId: scene.partenaire.id, caisses: [{ caisseId: seconde.id }] })
    const finie = await fabriqueCaisse(atelier, { reglages: { revueDelaiJours: 2 } })
    await fabriqueConvention(atelier, {
      partenaireId: scene.partenaire.id,
      caisses: [{ caisseId: finie.id, etat: 'echue', finLe: new Date(dans(-10)) }],
    })
    await agir(scene.decideur, (c) => ouvrirRevues(c, { portee: 'structure', id: scene.structure.id }))
    expect(await revueEnCours(scene.a)).toMatchObject({ echeanceLe: dans(10), total: 4, confirmes: 0 })
  })

  it('does nothing without an account or a live convention', async () => {
    const vide = await fabriquePartenaire(atelier)
    const ouverture = { structureId: vide.structure.id, partenaireId: vide.id, ouverteParId: null, maintenant }
    expect(await ouvrirRevue(tx, ouverture)).toBeNull()
  })
})

describe('deciding', () => {
  it('is kept line by line, renews the attestation of a technicien, and goes to the next line', async () => {
    const [premiere, suivante] = (await lire()).lignes
    if (!premiere || !suivante) throw new Error('deux lignes')
    const { vers } = await decider(premiere.compte.id, 'garder')
    expect(vers).toContain(`#compte-${suivante.compte.id}`)
    const attestations = await tx.attestationTechnicien.findMany({
      where: { compteId: premiere.compte.id, attesteParId: scene.gestionnaire.id },
      orderBy: { attesteeLe: 'desc' },
    })
    expect(attestations[0]?.attesteeLe.getTime()).toBeGreaterThan(maintenant.getTime() - 1_000)
    const revue = await lire(scene.b)
    expect(revue.restent).toBe(3)
    expect(revue.lignes[0]).toMatchObject({ decision: 'garder', decideePar: expect.any(String) })
  })

  it('sees a decision of a colleague, and never erases one it has not seen', async () => {
    const compteId = scene.technicien.id
    await decider(compteId, 'inactiver', '', scene.b)
    await expect(decider(compteId, 'garder')).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringMatching(/a décidé entre-temps.+À inactiver/),
    })
    await decider(compteId, 'inactiver')
    await decider(compteId, 'garder', 'inactiver')
    expect((await lire()).lignes.find(({ compte }) => compte.id === compteId)?.decision).toBe('garder')
  })

  it('adds the accounts made since, drops those inactivated meanwhile, and says so', async () => {
    const nouveau = await fabriqueCompte(atelier, { profil: 'technicien', ...scene.lieu })
    expect((await lire()).lignes).toHaveLength(5)
    await decider(nouveau.id, 'garder')
    await tx.compte.update({ where: { id: scene.autre.id }, data: { etat: 'inactif', inactiveLe: maintenant } })
    expect((await lire()).lignes).toHaveLength(4)
    await expect(decider(scene.autre.id, 'garder')).rejects.toMatchObject({
      message: expect.stringContaining('sort de la revue'),
    })
  })

  it('leaves gestionnaires to the caisse: confirmed, or asked for', async () => {
    await expect(decider(scene.collegue.id, 'inactiver')).rejects.toMatchObject({
      message: expect.stringContaining('Seule la caisse'),
    })
    const id = randomUUID()
    const depot = {
      id,
      caisseId: scene.caisse.id,
      justification: '',
      compteId: scene.collegue.id,
      souhaiteeLe: dans(20),
    }
    await agir(scene.a, (c) => demanderInactivation(c, depot))
    const ligne = async () => (await lire()).lignes.find(({ compte }) => compte.id === scene.collegue.id)
    expect((await ligne())?.decision).toBe('demander')
    await expect(decider(scene.collegue.id, 'garder', 'demander')).rejects.toMatchObject({
      message: expect.stringContaining('retirez d’abord'),
    })
    await agir(scene.a, (c) => retirerDemande(c, { id }))
    expect((await ligne())?.decision).toBeNull()
  })

  it('is for the structure only', async () => {
    const ailleurs = await acteurDe((await fabriquePartenariat(atelier)).gestionnaire.id)
    expect(await lireRevue(ailleurs, revueId)).toBeNull()
    await expect(decider(scene.technicien.id, 'garder', '', ailleurs)).rejects.toMatchObject({ code: 'introuvable' })
    await expect(signer(ailleurs, 'x')).rejects.toMatchObject({ code: 'introuvable' })
    const technicien = await acteurDe(scene.technicien.id)
    expect(await avecPerimetre(perimetre(technicien), (web) => web.ligneRevue.count())).toBe(0)
  })
})

describe('signing', () => {
  it('is refused while a line is not decided, and names it', async () => {
    await decider(scene.technicien.id, 'garder')
    await expect(signer()).rejects.toMatchObject({
      message: expect.stringContaining('3\u00A0comptes restent à confirmer'),
    })
  })

  it('inactivates what is not kept, at once, and freezes the table', async () => {
    const session = await fabriqueSession(atelier, scene.autre.id)
    await toutDecider([scene.autre.id])
    await signer()
    expect(await lireSession(session, maintenant)).toBeNull()
    const revue = await lire()
    expect(revue).toMatchObject({ signeePar: `${scene.gestionnaire.prenom} ${scene.gestionnaire.nom}` })
    expect(revue.lignes).toHaveLength(4)
    expect(await revueEnCours(scene.a)).toBeNull()
    expect(await tx.journal.count({ where: { action: 'compte.inactive', objetId: scene.autre.id } })).toBe(1)
    await expect(decider(scene.technicien.id, 'inactiver', 'garder', scene.b)).rejects.toMatchObject({
      message: expect.stringMatching(/déjà signée par .+, /),
    })
  })

  it('signs what was shown: a decision changed meanwhile is to be read again', async () => {
    await toutDecider()
    const { vues } = await lire()
    await decider(scene.autre.id, 'inactiver', 'garder', scene.b)
    await expect(signer(scene.a, vues)).rejects.toMatchObject({
      message: expect.stringContaining('Une décision a changé'),
    })
  })

  it('happens once when two gestionnaires sign together', async () => {
    await toutDecider([scene.autre.id])
    const { vues } = await lire()
    const issues = await Promise.allSettled([signer(scene.a, vues), signer(scene.b, vues), signer(scene.a, vues)])
    expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const issue of issues)
      if (issue.status === 'rejected')
        expect(issue.reason).toMatchObject({ code: 'etat_change', message: expect.stringContaining('déjà signée') })
  })

  it('is exported whole, open or signed, for both sides', async () => {
    await toutDecider([scene.autre.id])
    const ouverte = feuilleDeLaRevue(await lire(scene.decideur))
    expect(ouverte.lignes.map((ligne) => ligne[8]).sort()).toEqual(['Gardé', 'Gardé', 'Gardé', 'À inactiver'])
    await signer()
    const signee = feuilleDeLaRevue(await lire(scene.decideur))
    expect(signee.lignes.map((ligne) => ligne[8]).sort()).toEqual(['Gardé', 'Gardé', 'Gardé', 'Inactivé'])
    const ailleurs = await acteurDe((await fabriquePartenariat(atelier)).referent.id)
    expect(await lireRevue(ailleurs, revueId)).toBeNull()
  })
})

describe('the caisse', () => {
  const filtres = { q: undefined, etat: 'toutes' as const, page: 1 }

  it('sees where each structure stands, who is late, and the next day', async () => {
    await decider(scene.technicien.id, 'garder')
    const [ligne] = (await revuesDeLaCaisse(scene.decideur, filtres)).lignes
    expect(ligne).toMatchObject({ comptes: 4, ouverte: { confirmes: 1, retard: false }, prochaineLe: null })
    await tx.revueHabilitation.update({ where: { id: revueId }, data: { echeanceLe: new Date(dans(-2)) } })
    const retard = await revuesDeLaCaisse(scene.decideur, { ...filtres, etat: 'retard' })
    expect(retard).toMatchObject({ total: 1, nombres: { retard: 1 } })
    await tx.revueHabilitation.update({ where: { id: revueId }, data: { signeeLe: new Date() } })
    const [signee] = (await revuesDeLaCaisse(scene.decideur, filtres)).lignes
    expect(signee).toMatchObject({ ouverte: null, derniere: { id: revueId, le: dateAParis(new Date()) } })
    expect(signee?.prochaineLe?.slice(0, 4)).toBe(String(Number(dans(0).slice(0, 4)) + 1))
  })

  it('reminds one structure, once a day, and all the late ones', async () => {
    await agir(scene.decideur, (c) => relancerUneRevue(c, { id: revueId }))
    await expect(agir(scene.decideur, (c) => relancerUneRevue(c, { id: revueId }))).rejects.toMatchObject({
      message: expect.stringContaining('déjà été relancée aujourd’hui'),
    })
    await expect(agir(scene.decideur, relancerLesRetards)).rejects.toMatchObject({ code: 'etat_change' })
    const passee = { echeanceLe: new Date(dans(-2)), relanceeLe: new Date(dans(-1)) }
    await tx.revueHabilitation.update({ where: { id: revueId }, data: passee })
    expect((await agir(scene.decideur, relancerLesRetards)).vers).toContain('relances=1')
    const ailleurs = await acteurDe((await fabriquePartenariat(atelier)).referent.id)
    await expect(agir(ailleurs, (c) => relancerUneRevue(c, { id: revueId }))).rejects.toMatchObject({
      code: 'introuvable',
    })
  })

  it('opens for one structure, one partenaire or all of its own, and for no other caisse', async () => {
    const grand = await fabriquePartenaire(atelier, {
      structures: [{ nom: 'Nord' }, { nom: 'Sud' }, { nom: 'Est', ouvreLe: new Date(dans(30)) }],
    })
    await fabriqueConvention(atelier, { partenaireId: grand.id, caisses: [{ caisseId: scene.caisse.id }] })
    for (const { id: structureId } of grand.structures)
      await fabriqueCompte(atelier, { profil: 'gestionnaire', partenaireId: grand.id, structureId })
    expect((await aOuvrir(scene.decideur, { portee: 'toutes' })).possibles).toHaveLength(2)
    expect((await agir(scene.decideur, (c) => ouvrirRevues(c, { portee: 'partenaire', id: grand.id }))).vers).toContain(
      'ouvertes=2',
    )
    await expect(agir(scene.decideur, (c) => ouvrirRevues(c, { portee: 'toutes' }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    const ailleurs = await acteurDe((await fabriquePartenariat(atelier)).referent.id)
    await expect(agir(ailleurs, (c) => ouvrirRevues(c, { portee: 'partenaire', id: grand.id }))).rejects.toMatchObject({
      code: 'introuvable',
    })
  })
})

it('a request to create an account changes no line of the revue', async () => {
  const identite = {
    civilite: 'madame' as const,
    nom: 'Esposito',
    prenom: 'Chiara',
    fonction: 'Adjointe',
    telephone: '0261910099',
  }
  await tx.compte.update({ where: { id: scene.collegue.id }, data: { etat: 'inactif' } })
  const depot = { id: randomUUID(), caisseId: scene.caisse.id, justification: '', ...identite }
  await agir(scene.a, (c) => demanderCreation(c, { ...depot, courriel: `c@${scene.partenaire.domaines[0]}` }))
  expect((await lire()).restent).toBe(3)
})

import { describe, expect, it } from 'vitest'
import {
  creerGestionnaire,
  inactiverGestionnaire,
  modifierGestionnaire,
  remettreLienGestionnaire,
  renvoyerLienGestionnaire,
  retablirGestionnaire,
} from '@/lib/partenaires/gestionnaires'
import { comptePourCaisse } from '@/lib/partenaires/queries-comptes'
import { fichePourCaisse } from '@/lib/partenaires/queries-fiche'
import type { Contexte } from '@/lib/socle/action'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

Object.assign(process.env, { URL_PUBLIQUE: 'http://localhost:3000' })
const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier

const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const referent = await acteurDe(ici.referent.id)
const autreReferent = await acteurDe(ailleurs.referent.id)

const dans = (jours: number) => ajouterJours(dateAParis(new Date()), jours)

let rang = 0
const identite = (domaine: string) => {
  rang += 1
  return {
    civilite: 'madame' as const,
    nom: `Aubry${rang}`,
    prenom: 'Lise',
    fonction: 'Directrice',
    telephone: '0500001234',
    courriel: `lise.aubry${rang}@${domaine}`,
  }
}

/** A partenaire of the caisse with as many active gestionnaires. */
async function equipe(gestionnaires: number, part: object = {}, membres = 8) {
  const { id: partenaireId, structure, domaines } = await fabriquePartenaire(atelier, { nombreMembres: membres })
  await fabriqueConvention(atelier, { partenaireId, caisses: [{ caisseId: ici.caisse.id, ...part }] })
  const lieu = { partenaireId, structureId: structure.id }
  const comptes = []
  for (let i = 0; i < gestionnaires; i += 1)
    comptes.push(await fabriqueCompte(atelier, { profil: 'gestionnaire', ...lieu }))
  return { ...lieu, domaine: domaines[0] ?? '', comptes }
}

const creer = (equipe: { structureId: string; domaine: string }, valeurs: object = {}, acteur = referent) =>
  agir(acteur, (contexte) =>
    creerGestionnaire(contexte, { structureId: equipe.structureId, ...identite(equipe.domaine), ...valeurs }),
  )

const lire = (id: string) => tx.compte.findUniqueOrThrow({ where: { id } })

describe('a gestionnaire created by a référent', () => {
  it('is invited by mail, takes a seat, and is shown with a link unused', async () => {
    const lieu = await equipe(1)
    const { journal } = await creer(lieu)
    const compte = await lire(journal?.objetId ?? '')
    expect(compte).toMatchObject({ profil: 'gestionnaire', etat: 'attente_activation', creeParId: ici.referent.id })
    const vue = await fichePourCaisse(referent, lieu.partenaireId)
    expect(vue?.situation.places[lieu.structureId]?.gestionnaires).toMatchObject({ quota: 2, occupees: 2, libres: 0 })
    expect(vue?.comptes.find(({ id }) => id === compte.id)?.invitation).toMatchObject({ etat: 'en_route' })
    await expect(creer(lieu)).rejects.toMatchObject({ code: 'etat_change', message: expect.stringContaining('quota') })
  })

  it('wants a signed convention of this caisse, in force or about to be', async () => {
    for (const etat of ['brouillon', 'echue', 'resiliee']) {
      const fini = etat === 'brouillon' ? {} : { finLe: new Date('2026-01-31') }
      await expect(creer(await equipe(0, { etat, ...fini }))).rejects.toMatchObject({
        code: 'etat_change',
        message: expect.stringContaining('convention signée'),
      })
    }
    for (const etat of ['signee', 'mise_en_demeure']) await creer(await equipe(0, { etat }))
    // Signed elsewhere is not signed here.
    await expect(creer(await equipe(0), {}, autreReferent)).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('has a professional address, of a declared domain', async () => {
    const lieu = await equipe(0)
    for (const courriel of ['lise@gmail.com', 'lise@ailleurs.example'])
      await expect(creer(lieu, { courriel })).rejects.toMatchObject({ erreurs: { courriel: expect.any(String) } })
  })

  it('is beyond an agent, a gestionnaire and another caisse', async () => {
    const lieu = await equipe(1)
    for (const id of [ici.agent.id, lieu.comptes[0]?.id ?? '', ailleurs.referent.id])
      await expect(creer(lieu, {}, await acteurDe(id))).rejects.toMatchObject({ code: 'introuvable' })
    expect(await tx.compte.count({ where: { structureId: lieu.structureId } })).toBe(1)
  })
})

describe('managing a gestionnaire', () => {
  it('changes its identity, never that of a technicien', async () => {
    const lieu = await equipe(1)
    const compte = await lire(lieu.comptes[0]?.id ?? '')
    const voulu = { compteId: compte.id, version: compte.version, ...identite(lieu.domaine) }
    await agir(referent, (contexte) => modifierGestionnaire(contexte, voulu))
    expect(await lire(compte.id)).toMatchObject({ nom: voulu.nom, courriel: voulu.courriel, version: 2 })
    await expect(agir(referent, (contexte) => modifierGestionnaire(contexte, voulu))).rejects.toMatchObject({
      code: 'etat_change',
    })
    const technicien = await fabriqueCompte(atelier, {
      profil: 'technicien',
      partenaireId: lieu.partenaireId,
      structureId: lieu.structureId,
    })
    const surTechnicien = { ...voulu, compteId: technicien.id, version: 1 }
    await expect(agir(referent, (contexte) => modifierGestionnaire(contexte, surTechnicien))).rejects.toMatchObject({
      code: 'introuvable',
    })
    await expect(
      agir(autreReferent, (contexte) => modifierGestionnaire(contexte, { ...voulu, version: 2 })),
    ).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('brings back an account only under a signed convention, like one it would create', async () => {
    const { partenaireId, structureId } = await equipe(0, { etat: 'echue', finLe: new Date('2026-01-31') })
    const { id: compteId } = await fabriqueCompte(atelier, {
      profil: 'gestionnaire',
      etat: 'inactif',
      partenaireId,
      structureId,
      creeLe: new Date('2026-01-15'),
    })
    await expect(agir(referent, (contexte) => retablirGestionnaire(contexte, { compteId }))).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('convention signée'),
    })
  })

  it('is no way round to a technicien: it is closed, brought back or invited by its gestionnaire', async () => {
    const lieu = await equipe(1)
    const deLaStructure = { partenaireId: lieu.partenaireId, structureId: lieu.structureId }
    const actif = await fabriqueCompte(atelier, { profil: 'technicien', ...deLaStructure })
    const inactif = await fabriqueCompte(atelier, { profil: 'technicien', etat: 'inactif', ...deLaStructure })
    const invite = await fabriqueCompte(atelier, { profil: 'technicien', etat: 'attente_activation', ...deLaStructure })
    const actes: ((contexte: Contexte) => Promise<unknown>)[] = [
      (contexte) => inactiverGestionnaire(contexte, { compteId: actif.id, motif: 'depart', le: null }),
      (contexte) => retablirGestionnaire(contexte, { compteId: inactif.id }),
      (contexte) => renvoyerLienGestionnaire(contexte, { compteId: invite.id }),
      (contexte) => remettreLienGestionnaire(contexte, { compteId: invite.id }),
    ]
    for (const acte of actes) await expect(agir(referent, acte)).rejects.toMatchObject({ code: 'introuvable' })
    expect([(await lire(actif.id)).etat, (await lire(inactif.id)).etat]).toEqual(['actif', 'inactif'])
    expect(await tx.courriel.count({ where: { compteId: invite.id } })).toBe(0)
  })

  it('closes the account on the wished day, or at once, as the caisse has set', async () => {
    const lieu = await equipe(3)
    const [un, deux] = lieu.comptes
    const inactiver = (compteId = '', le: string | null = null) =>
      agir(referent, (contexte) => inactiverGestionnaire(contexte, { compteId, motif: 'depart', le }))
    const prevue = await inactiver(un?.id, dans(20))
    expect(prevue.journal).toMatchObject({ action: 'compte.inactivation_prevue', details: { le: dans(20) } })
    expect(await lire(un?.id ?? '')).toMatchObject({ etat: 'actif', inactivationPrevueLe: new Date(dans(20)) })
    await agir(referent, (contexte) => retablirGestionnaire(contexte, { compteId: un?.id ?? '' }))
    expect(await lire(un?.id ?? '')).toMatchObject({ inactivationPrevueLe: null })

    await tx.reglagesCaisse.update({
      where: { caisseId: ici.caisse.id },
      data: { inactivationGestionnaire: 'immediate' },
    })
    expect((await inactiver(deux?.id, dans(20))).journal).toMatchObject({ action: 'compte.inactive' })
    expect(await lire(deux?.id ?? '')).toMatchObject({ etat: 'inactif', motifInactivation: 'Départ de la structure' })
    await tx.reglagesCaisse.update({
      where: { caisseId: ici.caisse.id },
      data: { inactivationGestionnaire: 'date_souhaitee' },
    })
  })

  it('never closes the last active gestionnaire: a successor comes first', async () => {
    const lieu = await equipe(1)
    const compteId = lieu.comptes[0]?.id ?? ''
    const inactiver = () =>
      agir(referent, (contexte) => inactiverGestionnaire(contexte, { compteId, motif: 'depart', le: null }))
    await expect(inactiver()).rejects.toMatchObject({ message: expect.stringContaining('successeur') })
    expect(await comptePourCaisse(referent, lieu.partenaireId, compteId)).toMatchObject({ autresGestionnaires: 0 })
    await creer(lieu)
    // Not yet active, the successor could not take over.
    await expect(inactiver()).rejects.toMatchObject({ code: 'etat_change' })
    expect((await lire(compteId)).etat).toBe('actif')
  })

  it('sends the link again, or gives one to hand over, shown in the answer alone', async () => {
    const lieu = await equipe(1)
    const compteId = (await creer(lieu)).journal?.objetId ?? ''
    await agir(referent, (contexte) => renvoyerLienGestionnaire(contexte, { compteId }))
    expect(await tx.courriel.count({ where: { compteId, modele: 'activation' } })).toBe(2)
    const remis = await agir(referent, (contexte) => remettreLienGestionnaire(contexte, { compteId }))
    expect((remis.donnees as { lien: string }).lien).toMatch(/http:\/\/localhost:3000\/activation\/[\w-]{43}$/)
    expect(JSON.stringify(remis.journal)).not.toContain('activation/')
    for (const acte of [renvoyerLienGestionnaire, remettreLienGestionnaire])
      await expect(agir(autreReferent, (contexte) => acte(contexte, { compteId }))).rejects.toMatchObject({
        code: 'introuvable',
      })
  })

  it('shows the cause of an invitation that came back', async () => {
    const lieu = await equipe(1)
    const compteId = (await creer(lieu)).journal?.objetId ?? ''
    await tx.courriel.updateMany({ where: { compteId }, data: { etat: 'echec', erreur: '550 5.1.1 User unknown' } })
    expect((await comptePourCaisse(referent, lieu.partenaireId, compteId))?.invitation).toMatchObject({
      etat: 'refusee',
      cause: expect.stringContaining('n’existe pas'),
    })
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { creerJeton } from '@/lib/comptes/creer-jeton'
import { lireJeton } from '@/lib/comptes/jetons'
import { creerCompte } from '@/lib/habilitations/creer-compte'
import { inactiverCompte, programmerInactivation } from '@/lib/habilitations/inactiver-compte'
import { modifierCompte } from '@/lib/habilitations/modifier-compte'
import { remettreLien, renvoyerActivation } from '@/lib/habilitations/remettre-lien'
import { retablirCompte } from '@/lib/habilitations/retablir-compte'
import type { Identite } from '@/lib/habilitations/schema'
import type { Acteur } from '@/lib/socle/acteur'
import { avecConnexion } from '@/lib/socle/base'
import { lireSession } from '@/lib/socle/lire-session'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'
import { identite } from './identite-de-test'

process.env.URL_PUBLIQUE = 'http://localhost:3412'
const base = await baseDeTest()
const atelier = await atelierDeTest(base)

let monde: Awaited<ReturnType<typeof fabriquePartenariat>>
let gestionnaire: Acteur
let referent: Acteur
let domaine: string

beforeEach(async () => {
  monde = await fabriquePartenariat(atelier)
  domaine = monde.partenaire.domaines[0] ?? ''
  gestionnaire = await acteurDe(monde.gestionnaire.id)
  referent = await acteurDe(monde.referent.id)
})

const lire = (id: string) => atelier.tx.compte.findUniqueOrThrow({ where: { id } })
const courriels = async (compteId: string) =>
  (await atelier.tx.courriel.findMany({ where: { compteId }, orderBy: { creeLe: 'asc' } })).map(
    ({ modele, destinataire }) => `${modele} ${destinataire}`,
  )
const compteDe = (valeurs: Partial<Parameters<typeof fabriqueCompte>[1]> = {}) =>
  fabriqueCompte(atelier, {
    profil: 'technicien',
    partenaireId: monde.partenaire.id,
    structureId: monde.structure.id,
    creeParId: monde.gestionnaire.id,
    ...valeurs,
  })
const inviter = (nom = 'Audouard') =>
  agir(gestionnaire, (contexte) =>
    creerCompte(contexte, {
      profil: 'technicien',
      structureId: monde.structure.id,
      identite: identite(domaine, { nom }),
      attestation: true,
    }),
  )
const modifier = (acteur: Acteur, compteId: string, valeurs: Partial<Identite>, version = 1) =>
  agir(acteur, (contexte) => modifierCompte(contexte, { compteId, version, identite: identite(domaine, valeurs) }))
const inactiver = (acteur: Acteur, compteId: string) =>
  agir(acteur, (contexte) => inactiverCompte(contexte, { compteId, motif: 'Départ de la structure' }))
const retablir = (acteur: Acteur, compteId: string, maintenant?: Date) =>
  agir(acteur, (contexte) => retablirCompte(contexte, compteId), maintenant)

/** Everybody who may not manage a technicien of this structure. */
async function etrangers() {
  const ailleurs = await fabriquePartenariat(atelier)
  const { id: partenaireId } = monde.partenaire
  const annexe = await atelier.tx.structure.create({ data: { partenaireId, nom: 'Annexe', nombreMembres: 3 } })
  const voisin = await compteDe({ profil: 'gestionnaire', structureId: annexe.id, creeParId: null })
  const chezEux = [ailleurs.gestionnaire, ailleurs.technicien, ailleurs.referent]
  return Promise.all([monde.technicien, monde.agent, monde.dpo, voisin, ...chezEux].map(({ id }) => acteurDe(id)))
}

describe('changing an account', () => {
  it('of a technicien is for the gestionnaire, who tells both addresses when it changes', async () => {
    const { id, courriel } = monde.technicien
    await modifier(gestionnaire, id, { nom: 'Nouveau', courriel: `nouvelle@${domaine}` })
    expect(await lire(id)).toMatchObject({ nom: 'Nouveau', courriel: `nouvelle@${domaine}`, version: 2 })
    expect((await courriels(id)).sort()).toEqual(
      [`compte_adresse ${courriel}`, `compte_adresse nouvelle@${domaine}`].sort(),
    )
  })

  it('tells nobody when the address stays', async () => {
    const { id } = await inviter()
    const avant = await courriels(id)
    await modifier(gestionnaire, id, { fonction: 'Conseillère' })
    expect(await courriels(id)).toEqual(avant)
  })

  it('invites again at the new address while the link is unused, and the link sent to the old one opens nothing', async () => {
    const { id } = await inviter()
    const lien = await agir(gestionnaire, (contexte) => remettreLien(contexte, id))
    await modifier(gestionnaire, id, { courriel: `juste@${domaine}` })
    expect(await courriels(id)).toEqual([`activation caudouard@${domaine}`, `activation juste@${domaine}`])
    const jeton = lien.split('/').at(-1) ?? ''
    const lu = await avecConnexion((tx) => lireJeton(tx, jeton, 'activation', new Date()))
    expect(lu.etat).toBe('utilise')
  })

  it('is refused on a version that has moved on, on an inactive account, at an address outside the domains', async () => {
    const { id } = monde.technicien
    await modifier(gestionnaire, id, {})
    await expect(modifier(gestionnaire, id, {})).rejects.toMatchObject({ code: 'etat_change' })
    await expect(modifier(gestionnaire, id, { courriel: 'a@free.fr' }, 2)).rejects.toMatchObject({
      erreurs: { courriel: expect.stringContaining('grand public') },
    })
    const autre = await compteDe({ courriel: `prise@${domaine}` })
    await expect(modifier(gestionnaire, id, { courriel: autre.courriel }, 2)).rejects.toMatchObject({
      erreurs: { courriel: expect.stringContaining('a déjà un compte') },
    })
    await inactiver(gestionnaire, autre.id)
    await expect(modifier(gestionnaire, autre.id, {}, 2)).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('of a gestionnaire is for the référent alone, who changes no technicien', async () => {
    const { id } = monde.gestionnaire
    await modifier(referent, id, { nom: 'Changée' })
    expect(await lire(id)).toMatchObject({ nom: 'Changée' })
    await expect(modifier(gestionnaire, id, {}, 2)).rejects.toMatchObject({ code: 'introuvable' })
    await expect(modifier(referent, monde.technicien.id, {})).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('is nobody else’s', async () => {
    for (const acteur of await etrangers())
      for (const { id } of [monde.technicien, monde.gestionnaire])
        await expect(modifier(acteur, id, {})).rejects.toMatchObject({ code: 'introuvable' })
  })
})

describe('inactivating', () => {
  it('a technicien is for any gestionnaire, whoever created it: its sessions end, it is told without a reason', async () => {
    const autre = await acteurDe((await compteDe({ profil: 'gestionnaire', creeParId: null })).id)
    const { id, courriel } = monde.technicien
    const session = await fabriqueSession(atelier, id)
    expect(await lireSession(session)).not.toBeNull()
    await inactiver(autre, id)
    expect(await lire(id)).toMatchObject({ etat: 'inactif', motifInactivation: 'Départ de la structure' })
    expect(await lireSession(session)).toBeNull()
    expect(await courriels(id)).toEqual([`compte_inactive ${courriel}`])
    const [mail] = await atelier.tx.courriel.findMany({ where: { compteId: id } })
    expect(mail?.donnees).not.toHaveProperty('motif')
    await expect(inactiver(autre, id)).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('ends the links of an invitation that was still open', async () => {
    const { id } = await inviter()
    const lien = await agir(gestionnaire, (contexte) => remettreLien(contexte, id))
    await inactiver(gestionnaire, id)
    const lu = await avecConnexion((tx) => lireJeton(tx, lien.split('/').at(-1) ?? '', 'activation', new Date()))
    expect(lu.etat).not.toBe('valable')
  })

  it('the last active gestionnaire is refused: a successor comes first, and must have activated the account', async () => {
    await expect(inactiver(referent, monde.gestionnaire.id)).rejects.toMatchObject({
      message: expect.stringMatching(/dernier gestionnaire actif.*successeur/),
    })
    const successeur = await compteDe({ profil: 'gestionnaire', etat: 'attente_activation', creeParId: null })
    await expect(inactiver(referent, monde.gestionnaire.id)).rejects.toMatchObject({ code: 'etat_change' })
    await inactiver(referent, successeur.id)
  })

  it('a gestionnaire attaches its techniciens to the one who remains, and leaves them active', async () => {
    const restant = await compteDe({ profil: 'gestionnaire', creeParId: null })
    const parti = await compteDe({ etat: 'inactif' })
    await inactiver(referent, monde.gestionnaire.id)
    for (const { id } of [monde.technicien, parti]) expect((await lire(id)).creeParId).toBe(restant.id)
    expect((await lire(monde.technicien.id)).etat).toBe('actif')
  })

  it('two gestionnaires at once leaves one', async () => {
    const autre = await compteDe({ profil: 'gestionnaire', creeParId: null })
    const essais = await Promise.allSettled([monde.gestionnaire, autre].map(({ id }) => inactiver(referent, id)))
    expect(essais.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is planned for a day to come, and kept by who changes their mind', async () => {
    const { id } = monde.technicien
    const maintenant = new Date('2026-11-22T09:00:00Z')
    const prevoir = (le: string) =>
      agir(
        gestionnaire,
        (contexte) => programmerInactivation(contexte, { compteId: id, le, motif: 'Départ' }),
        maintenant,
      )
    await expect(prevoir('2026-11-22')).rejects.toMatchObject({ erreurs: { le: expect.any(String) } })
    await prevoir('2026-11-23')
    expect(await lire(id)).toMatchObject({ etat: 'actif', inactivationPrevueLe: new Date('2026-11-23') })
    await retablir(gestionnaire, id)
    expect(await lire(id)).toMatchObject({ etat: 'actif', inactivationPrevueLe: null })
    await expect(retablir(gestionnaire, id)).rejects.toMatchObject({ code: 'etat_change' })
    const dernier = agir(
      referent,
      (contexte) =>
        programmerInactivation(contexte, { compteId: monde.gestionnaire.id, le: '2026-12-23', motif: 'Départ' }),
      maintenant,
    )
    await expect(dernier).rejects.toMatchObject({ message: expect.stringContaining('dernier gestionnaire') })
  })

  it('is nobody else’s', async () => {
    for (const acteur of await etrangers())
      await expect(inactiver(acteur, monde.technicien.id)).rejects.toMatchObject({ code: 'introuvable' })
    await expect(inactiver(gestionnaire, monde.gestionnaire.id)).rejects.toMatchObject({ code: 'introuvable' })
    expect((await lire(monde.technicien.id)).etat).toBe('actif')
  })
})

describe('bringing back', () => {
  const avecMotDePasse = (motDePasseLe = new Date()) =>
    compteDe({
      etat: 'inactif',
      inactiveLe: new Date(),
      motDePasseHash: 'x',
      motDePasseLe,
      courriel: `retour@${domaine}`,
    })

  it('gives the account back as it was, and says so', async () => {
    const { id, courriel } = await avecMotDePasse()
    await retablir(gestionnaire, id)
    expect(await lire(id)).toMatchObject({ etat: 'actif', inactiveLe: null, motifInactivation: null })
    expect(await courriels(id)).toEqual([`compte_retabli ${courriel}`])
    await expect(retablir(gestionnaire, id)).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('asks for a new password where it was never set, or is older than the rule', async () => {
    await atelier.tx.parametre.upsert({
      where: { cle: 'mot_de_passe_mois' },
      create: { cle: 'mot_de_passe_mois', valeur: 6 },
      update: { valeur: 6 },
    })
    const vieux = await avecMotDePasse(new Date(Date.now() - 200 * 86_400_000))
    const jamais = await compteDe({ etat: 'inactif', inactiveLe: new Date() })
    for (const { id, courriel } of [vieux, jamais]) {
      await retablir(gestionnaire, id)
      expect((await lire(id)).etat).toBe('attente_activation')
      expect(await courriels(id)).toEqual([`activation ${courriel}`])
    }
  })

  it('is within the quota, and never a second account at one address', async () => {
    const { id, courriel } = await avecMotDePasse()
    const remplacant = await compteDe({ courriel })
    await expect(retablir(gestionnaire, id)).rejects.toMatchObject({
      message: expect.stringContaining('a déjà un compte'),
    })
    await atelier.tx.compte.update({ where: { id: remplacant.id }, data: { courriel: `autre@${domaine}` } })
    await atelier.tx.reglagesCaisse.update({
      where: { caisseId: monde.caisse.id },
      data: { quotaTechniciensActif: true },
    })
    for (let n = 0; n < 3; n += 1) await compteDe()
    await expect(retablir(gestionnaire, id)).rejects.toMatchObject({ message: expect.stringContaining('quota') })
  })

  it('after a report is for the caisse alone', async () => {
    const { id } = await avecMotDePasse()
    await atelier.tx.signalementCompte.create({
      data: {
        compteId: id,
        partenaireId: monde.partenaire.id,
        type: 'fraude',
        description: 'essai',
        suite: 'inactive',
      },
    })
    await expect(retablir(gestionnaire, id)).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('signalement'),
    })
    await retablir(referent, id)
    expect((await lire(id)).etat).toBe('actif')
  })

  it('does not reach a deleted account, and is nobody else’s', async () => {
    const { id } = await avecMotDePasse()
    for (const acteur of await etrangers())
      await expect(retablir(acteur, id)).rejects.toMatchObject({ code: 'introuvable' })
    await atelier.tx.compte.update({ where: { id }, data: { supprimeLe: new Date() } })
    await expect(retablir(gestionnaire, id)).rejects.toMatchObject({ code: 'introuvable' })
  })
})

describe('a link to hand over', () => {
  it('opens the account, as the ones sent before still do', async () => {
    const { id } = await inviter()
    const envoye = await avecConnexion((tx) =>
      creerJeton(tx, { compteId: id, type: 'activation', maintenant: new Date() }),
    )
    const remis = await agir(gestionnaire, (contexte) => remettreLien(contexte, id))
    expect(remis).toMatch(/^http:\/\/localhost:3412\/activation\/[\w-]{43}$/)
    for (const lien of [envoye, remis]) {
      const lu = await avecConnexion((tx) => lireJeton(tx, lien.split('/').at(-1) ?? '', 'activation', new Date()))
      expect(lu).toMatchObject({ etat: 'valable', compte: { id } })
    }
  })

  it('has no use for an account already active, nor for anyone who does not manage it', async () => {
    await expect(agir(gestionnaire, (contexte) => remettreLien(contexte, monde.technicien.id))).rejects.toMatchObject({
      message: expect.stringContaining('déjà activé'),
    })
    const { id } = await inviter()
    for (const acteur of await etrangers())
      await expect(agir(acteur, (contexte) => remettreLien(contexte, id))).rejects.toMatchObject({
        code: 'introuvable',
      })
  })

  it('leaves by e-mail again three times an hour at most', async () => {
    const { id } = await inviter()
    const renvoyer = () => agir(gestionnaire, (contexte) => renvoyerActivation(contexte, id))
    await renvoyer()
    await renvoyer()
    await expect(renvoyer()).rejects.toMatchObject({ code: 'trop_de_tentatives' })
    expect(await courriels(id)).toHaveLength(3)
  })
})

it('lets nobody change an account beside these rules: the row-level security holds by itself', async () => {
  const ecrire = (acteur: Acteur, id: string) =>
    agir(acteur, ({ tx }) => tx.compte.updateMany({ where: { id }, data: { nom: 'Forcé' } }))
  for (const acteur of await etrangers()) {
    // One's own name is refused aloud, that of another is out of sight.
    const essai = await ecrire(acteur, monde.gestionnaire.id)
    expect(essai.count).toBe(0)
  }
  expect((await ecrire(gestionnaire, monde.technicien.id)).count).toBe(1)
  await expect(ecrire(gestionnaire, monde.gestionnaire.id)).rejects.toThrow(/permission denied/)
})

import { beforeEach, describe, expect, it } from 'vitest'
import { remettreLien, renvoyerActivation, retablirCompteCaisse } from '@/lib/comptes-caisse/activer-compte'
import { creerAdministrateur, creerCompteCaisse } from '@/lib/comptes-caisse/creer-compte'
import { inactiverCompteCaisse } from '@/lib/comptes-caisse/inactiver-compte'
import { modifierAdministrateur, modifierCompteCaisse } from '@/lib/comptes-caisse/modifier-compte'
import { administrateurs, compteDeLaCaisse, comptesDeLaCaisse } from '@/lib/comptes-caisse/queries'
import { schemaNouveauCompte } from '@/lib/comptes-caisse/schema'
import type { Identite } from '@/lib/habilitations/schema'
import { lireSession } from '@/lib/socle/lire-session'
import { creerPremierAdministrateur } from '@/prisma/administrateur'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

process.env.URL_PUBLIQUE ??= 'http://localhost:3000'
const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const administrateur = await acteurDe((await fabriqueCompte(atelier, { profil: 'administrateur' })).id)
const referent = await acteurDe(ici.referent.id)

let rang = 0
const identite = (valeurs: Partial<Identite> = {}): Identite => ({
  civilite: 'madame',
  nom: 'Kervella',
  prenom: 'Anaïs',
  fonction: 'Référente partenariats',
  telephone: '0102030405',
  courriel: `agent${(rang += 1)}@cpam-orvelle.example`,
  ...valeurs,
})

const compte = (id: string) => atelier.tx.compte.findUniqueOrThrow({ where: { id } })
const idDe = (suite: { journal?: { objetId?: string } }) => suite.journal?.objetId ?? ''
const creer = async (roles: ('agent' | 'referent' | 'dpo')[], qui = referent, caisseId = ici.caisse.id) =>
  idDe(await agir(qui, (contexte) => creerCompteCaisse(contexte, { ...identite(), caisseId, roles })))
const activer = (id: string) => atelier.tx.compte.update({ where: { id }, data: { etat: 'actif' } })

beforeEach(async () => {
  await atelier.tx.compte.updateMany({
    where: { profil: 'caisse', roles: { has: 'referent' }, caisseId: ici.caisse.id, etat: 'actif' },
    data: { etat: 'inactif' },
  })
  await atelier.tx.compte.updateMany({ where: { id: ici.referent.id }, data: { etat: 'actif', roles: ['referent'] } })
})

describe('an account of a caisse', () => {
  it('whose address changes tells both addresses, so that nobody takes it in silence; the journal says what changed', async () => {
    for (const [profil, qui] of [
      ['caisse', referent],
      ['administrateur', administrateur],
    ] as const) {
      const cible = await fabriqueCompte(atelier, {
        profil,
        caisseId: profil === 'caisse' ? ici.caisse.id : null,
        roles: profil === 'caisse' ? ['agent'] : [],
      })
      const { id: compteId, version, courriel: ancien } = cible
      const saisie = { ...identite(), compteId, version }
      const suite = await agir(qui, (contexte) =>
        profil === 'caisse'
          ? modifierCompteCaisse(contexte, { ...saisie, roles: ['agent'] })
          : modifierAdministrateur(contexte, saisie),
      )
      const partis = await atelier.tx.courriel.findMany({ where: { compteId, modele: 'compte_adresse' } })
      expect(partis.map(({ destinataire }) => destinataire).sort()).toEqual([ancien, saisie.courriel].sort())
      expect(suite.journal?.details).toMatchObject({ champs: expect.stringContaining('courriel') })
      await atelier.tx.compte.update({ where: { id: compteId }, data: { etat: 'inactif' } })
    }
  })

  it('is created by its référent or by an administrateur, waits for its holder and is invited by mail', async () => {
    for (const qui of [referent, administrateur]) {
      const id = await creer(['agent', 'dpo'], qui)
      expect(await compte(id)).toMatchObject({
        profil: 'caisse',
        caisseId: ici.caisse.id,
        roles: ['agent', 'dpo'],
        etat: 'attente_activation',
        creeParId: qui.compteId,
      })
      expect(await atelier.tx.courriel.count({ where: { compteId: id, modele: 'activation' } })).toBe(1)
    }
  })

  it('has a readable identifiant of its own', async () => {
    const [premier, second] = [await compte(await creer(['agent'])), await compte(await creer(['agent']))]
    expect(premier.identifiant).toMatch(/^cpam-orvelle-akervella\d*$/)
    expect(second.identifiant).not.toBe(premier.identifiant)
  })

  it('is out of reach of the référent of another caisse', async () => {
    const autre = await acteurDe(ailleurs.referent.id)
    const id = await creer(['agent'])
    await expect(creer(['agent'], autre)).rejects.toMatchObject({ code: 'introuvable' })
    await expect(agir(autre, (c) => remettreLien(c, { compteId: id }))).rejects.toMatchObject({ code: 'introuvable' })
    expect(await compteDeLaCaisse(autre, id, ici.caisse.id)).toBeNull()
    expect(await comptesDeLaCaisse(autre, ici.caisse.id)).toEqual([])
  })

  it('needs a role, among the three', () => {
    const saisie = { ...identite(), caisseId: ici.caisse.id }
    expect(schemaNouveauCompte.safeParse(saisie).error?.issues[0]?.message).toBe('Choisissez au moins un rôle')
    expect(schemaNouveauCompte.safeParse({ ...saisie, roles: ['administrateur'] }).success).toBe(false)
  })

  it('is refused for a consumer mailbox, and for somebody who already has one', async () => {
    const essayer = (courriel: string) =>
      agir(referent, (contexte) =>
        creerCompteCaisse(contexte, { ...identite({ courriel }), caisseId: ici.caisse.id, roles: ['agent'] }),
      )
    await expect(essayer('a.kervella@gmail.com')).rejects.toMatchObject({
      erreurs: { courriel: expect.stringContaining('grand public') },
    })
    await expect(essayer(ici.agent.courriel)).rejects.toMatchObject({
      erreurs: { courriel: expect.stringContaining('Ajoutez-lui un rôle') },
    })
  })

  it('created twice at once for one address exists once', async () => {
    const meme = identite()
    const essais = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        agir(referent, (c) => creerCompteCaisse(c, { ...meme, caisseId: ici.caisse.id, roles: ['agent'] })),
      ),
    )
    expect(essais.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('roles', () => {
  it('act on the next request of the person', async () => {
    const id = await creer(['agent'])
    await activer(id)
    const { version, ...reste } = await compte(id)
    await agir(referent, (c) =>
      modifierCompteCaisse(c, {
        ...identite({ courriel: reste.courriel }),
        compteId: id,
        version,
        roles: ['agent', 'referent'],
      }),
    )
    expect((await acteurDe(id)).roles).toEqual(['agent', 'referent'])
  })

  it('are not changed by their holder', async () => {
    const { version, courriel } = await compte(ici.referent.id)
    await expect(
      agir(referent, (c) =>
        modifierCompteCaisse(c, {
          ...identite({ courriel }),
          compteId: ici.referent.id,
          version,
          roles: ['agent', 'referent'],
        }),
      ),
    ).rejects.toMatchObject({ code: 'etat_change', message: expect.stringContaining('votre propre compte') })
  })

  it('are not changed over those a colleague has just changed', async () => {
    const id = await creer(['agent'])
    const { version, courriel } = await compte(id)
    const changer = (roles: ('agent' | 'dpo')[]) =>
      agir(referent, (c) => modifierCompteCaisse(c, { ...identite({ courriel }), compteId: id, version, roles }))
    await changer(['dpo'])
    await expect(changer(['agent', 'dpo'])).rejects.toMatchObject({ code: 'etat_change' })
  })
})

describe('the last active référent of a caisse', () => {
  const inactiver = async (id: string, qui = administrateur) => {
    const { version } = await compte(id)
    return agir(qui, (c) => inactiverCompteCaisse(c, { compteId: id, version, motif: 'Départ', demandes: 'garder' }))
  }

  it('can neither be inactivated nor lose the role, even by the administrateur; one who has not activated is no successor', async () => {
    await creer(['referent'])
    await expect(inactiver(ici.referent.id)).rejects.toMatchObject({
      message: expect.stringContaining('dernier référent'),
    })
    const { version, courriel } = await compte(ici.referent.id)
    const retirer = agir(administrateur, (c) =>
      modifierCompteCaisse(c, { ...identite({ courriel }), compteId: ici.referent.id, version, roles: ['agent'] }),
    )
    await expect(retirer).rejects.toMatchObject({ message: expect.stringContaining('dernier référent') })
  })

  it('leaves a successor behind, who is the one to close its account', async () => {
    const second = await creer(['referent'])
    await activer(second)
    await expect(inactiver(ici.referent.id, referent)).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('votre propre compte'),
    })
    expect((await compte(ici.referent.id)).etat).toBe('actif')
    await inactiver(ici.referent.id, await acteurDe(second))
    expect((await compte(ici.referent.id)).etat).toBe('inactif')
    await atelier.tx.compte.update({ where: { id: second }, data: { etat: 'inactif' } })
  })

  it('is one of two, whoever clicks first', async () => {
    const second = await creer(['referent'])
    await activer(second)
    const essais = await Promise.allSettled([inactiver(ici.referent.id), inactiver(second)])
    expect(essais.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await atelier.tx.compte.update({ where: { id: second }, data: { etat: 'inactif' } })
  })
})

describe('an inactivated agent', () => {
  it('loses its sessions and its links at once, is told, and leaves its demandes to be taken again', async () => {
    const demande = await fabriqueDemande(atelier, ici.cadre, {
      agent: ici.agent,
      motif: 'puma',
      etat: 'prise_en_charge',
    })
    const session = await fabriqueSession({ tx: atelier.tx, maintenant: new Date() }, ici.agent.id)
    expect(await compteDeLaCaisse(referent, ici.agent.id, ici.caisse.id)).toMatchObject({ demandesOuvertes: 1 })
    expect(await compteDeLaCaisse(administrateur, ici.agent.id, ici.caisse.id)).toMatchObject({ demandesOuvertes: 1 })
    const { version } = await compte(ici.agent.id)
    await agir(referent, (c) =>
      inactiverCompteCaisse(c, { compteId: ici.agent.id, version, motif: 'Changement de poste', demandes: 'garder' }),
    )
    expect(await lireSession(session)).toBeNull()
    expect(await atelier.tx.demande.findUniqueOrThrow({ where: { id: demande.id } })).toMatchObject({
      ouverte: true,
      agentId: null,
      etat: 'prise_en_charge',
    })
    const avis = await atelier.tx.courriel.findFirst({ where: { compteId: ici.agent.id, modele: 'compte_inactive' } })
    expect(avis?.destinataire).toBe(ici.agent.courriel)
  })

  it('comes back through a new link, and keeps its roles', async () => {
    await agir(referent, (c) => retablirCompteCaisse(c, { compteId: ici.agent.id }))
    expect(await compte(ici.agent.id)).toMatchObject({ etat: 'attente_activation', roles: ['agent'], inactiveLe: null })
    await activer(ici.agent.id)
  })
})

describe('an activation', () => {
  it('can be sent again three times an hour, or handed over as a link', async () => {
    const id = await creer(['agent'])
    const renvoyer = () => agir(referent, (c) => renvoyerActivation(c, { compteId: id }))
    await renvoyer()
    await renvoyer()
    await expect(renvoyer()).rejects.toMatchObject({ code: 'trop_de_tentatives' })
    const { message } = await agir(referent, (c) => remettreLien(c, { compteId: id }))
    expect(message).toMatch(/\/activation\/[\w-]{43}$/)
    expect(await atelier.tx.jeton.count({ where: { compteId: id, type: 'activation', utiliseLe: null } })).toBe(1)
  })

  it('has no link once the account is active', async () => {
    await expect(agir(referent, (c) => remettreLien(c, { compteId: ici.agent.id }))).rejects.toMatchObject({
      code: 'etat_change',
    })
  })
})

describe('administrateurs', () => {
  it('create each other; the last active one stays; a référent never sees them', async () => {
    const id = idDe(await agir(administrateur, (c) => creerAdministrateur(c, identite())))
    expect(await compte(id)).toMatchObject({ profil: 'administrateur', roles: [], caisseId: null })
    expect(await administrateurs(referent)).toEqual([])
    const autre = await fabriqueCompte(atelier, { profil: 'administrateur' })
    const moi = await compte(administrateur.compteId)
    const lui = await acteurDe(autre.id)
    await agir(administrateur, (c) =>
      modifierAdministrateur(c, { ...identite({ nom: 'Le Bihan' }), compteId: id, version: 1 }),
    )
    expect((await compte(id)).nom).toBe('Le Bihan')
    await atelier.tx.compte.update({ where: { id: autre.id }, data: { etat: 'inactif' } })
    await expect(
      agir(lui, (c) =>
        inactiverCompteCaisse(c, { compteId: moi.id, version: moi.version, motif: 'Départ', demandes: 'garder' }),
      ),
    ).rejects.toMatchObject({ message: expect.stringContaining('dernier administrateur') })
  })

  it('are not changed as the accounts of a caisse are, nor these as theirs', async () => {
    const national = await fabriqueCompte(atelier, { profil: 'administrateur' })
    const { version: versionAgent } = await compte(ici.agent.id)
    await expect(
      agir(administrateur, (c) =>
        modifierCompteCaisse(c, { ...identite(), compteId: national.id, version: 1, roles: ['referent'] }),
      ),
    ).rejects.toMatchObject({ code: 'introuvable' })
    await expect(
      agir(administrateur, (c) =>
        modifierAdministrateur(c, { ...identite(), compteId: ici.agent.id, version: versionAgent }),
      ),
    ).rejects.toMatchObject({ code: 'introuvable' })
    expect((await compte(ici.agent.id)).version).toBe(versionAgent)
    await atelier.tx.compte.update({ where: { id: national.id }, data: { etat: 'inactif' } })
  })

  it('read no demande, no assuré, no message and no file', async () => {
    await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'puma', etat: 'prise_en_charge' })
    await agir(administrateur, async ({ tx }) => {
      expect(await tx.demande.count()).toBe(0)
      expect(await tx.message.count()).toBe(0)
      expect(await tx.evenement.count()).toBe(0)
      expect(await tx.pieceJointe.count()).toBe(0)
      expect(await tx.brouillon.count()).toBe(0)
    })
  })
})

describe('the first administrateur of an installation', () => {
  const saisie = { prenom: 'Alix', nom: 'Montagnac', courriel: 'alix.montagnac@appui.example' }
  const lancer = (valeurs = saisie) =>
    atelier.tx.$transaction((tx) => creerPremierAdministrateur(tx, valeurs, new Date()))

  it('is refused where one is active, and gets another link where the first was lost', async () => {
    await expect(lancer()).rejects.toThrow('déjà actif')
    await atelier.tx.compte.updateMany({ where: { profil: 'administrateur' }, data: { etat: 'inactif' } })
    const premier = await lancer()
    expect(premier.identifiant).toBe('national-amontagnac')
    expect(premier.lien).toMatch(/\/activation\/[\w-]{43}$/)
    const second = await lancer()
    expect(second.identifiant).toBe(premier.identifiant)
    expect(second.lien).not.toBe(premier.lien)
    await expect(lancer({ ...saisie, courriel: 'pas une adresse' })).rejects.toThrow()
    await atelier.tx.compte.updateMany({ where: { id: administrateur.compteId }, data: { etat: 'actif' } })
  })
})

import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { accueilDeLaCaisse } from '@/lib/accueil/queries'
import { courrielsDeLaDemande, courrielsEnEchec } from '@/lib/notifications/queries'
import { reglerBoite } from '@/lib/notifications/regler-boite'
import { marquerVu, renvoyerCourriel } from '@/lib/notifications/suivre-echec'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const acteurs = {
  technicien: await acteurDe(ici.technicien.id),
  gestionnaire: await acteurDe(ici.gestionnaire.id),
  agent: await acteurDe(ici.agent.id),
  dpo: await acteurDe(ici.dpo.id),
  referent: await acteurDe(ici.referent.id),
  referentAilleurs: await acteurDe(ailleurs.referent.id),
  technicienAilleurs: await acteurDe(ailleurs.technicien.id),
}
const demande = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, etat: 'prise_en_charge' })

async function echec(valeurs: object = {}) {
  const id = randomUUID()
  await tx.courriel.create({
    data: {
      id,
      messageId: `<${id}@portail.example>`,
      modele: 'message_recu',
      objet: `Demande ${demande.reference}`,
      destinataire: 'ancienne@essai.example',
      compteId: ici.technicien.id,
      demandeId: demande.id,
      caisseId: ici.caisse.id,
      donnees: { reference: demande.reference, caisse: 'CPAM' },
      etat: 'echec',
      erreur: '550 5.1.1 user unknown',
      echecLe: new Date(),
      ...valeurs,
    },
  })
  return id
}
const deCompte = { modele: 'activation', demandeId: null, caisseId: null, donnees: {}, objet: 'Activez votre compte' }

beforeEach(() => tx.courriel.deleteMany())

describe('mails that did not arrive', () => {
  it('are listed for the référent of the caisse, demandes and accounts, without what they were about', async () => {
    const ids = [
      await echec(),
      await echec({ ...deCompte, compteId: ici.gestionnaire.id }),
      await echec({ ...deCompte, compteId: ici.agent.id }),
    ]
    await echec({ etat: 'envoye' })
    await echec({ ...deCompte, compteId: ailleurs.gestionnaire.id })
    const { lignes, aVoir } = await courrielsEnEchec(acteurs.referent)
    expect(new Set(lignes.map(({ id }) => id))).toEqual(new Set(ids))
    expect(aVoir).toBe(3)
    expect(lignes.find(({ id }) => id === ids[0])).toMatchObject({
      compte: { identifiant: ici.technicien.identifiant },
      structure: { id: ici.structure.id },
    })
    expect(JSON.stringify(lignes)).not.toContain(demande.reference)
    expect((await accueilDeLaCaisse(acteurs.referent)).referent?.courrielsEnEchec).toBe(3)
  })

  it('are out of reach of everybody else, and their rows of the référent too', async () => {
    const id = await echec()
    for (const [nom, acteur] of Object.entries(acteurs)) {
      if (nom === 'referent') continue
      expect((await courrielsEnEchec(acteur)).lignes, nom).toEqual([])
      await expect(
        agir(acteur, (c) => marquerVu(c, { id })),
        nom,
      ).rejects.toMatchObject({ code: 'introuvable' })
      await expect(
        agir(acteur, (c) => renvoyerCourriel(c, { id })),
        nom,
      ).rejects.toMatchObject({ code: 'introuvable' })
    }
    expect(await agir(acteurs.referent, (c) => c.tx.courriel.count())).toBe(0)
    expect((await tx.courriel.findUniqueOrThrow({ where: { id } })).vuLe).toBeNull()
  })

  it('are marked as seen, once', async () => {
    const id = await echec()
    await agir(acteurs.referent, (c) => marquerVu(c, { id }))
    await expect(agir(acteurs.referent, (c) => marquerVu(c, { id }))).rejects.toMatchObject({ code: 'introuvable' })
    expect((await courrielsEnEchec(acteurs.referent)).lignes).toEqual([])
    expect((await courrielsEnEchec(acteurs.referent, { vus: true })).lignes).toHaveLength(1)
  })

  it('are sent again once, to the address of today, with a job of their own', async () => {
    const id = await echec()
    const boite = await echec({ compteId: null })
    await tx.structure.update({ where: { id: ici.structure.id }, data: { courriel: 'accueil@essai.example' } })
    await agir(acteurs.referent, (c) => renvoyerCourriel(c, { id }))
    await agir(acteurs.referent, (c) => renvoyerCourriel(c, { id: boite }))
    await expect(agir(acteurs.referent, (c) => renvoyerCourriel(c, { id }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    const repartis = await tx.courriel.findMany({ where: { etat: 'a_envoyer' } })
    expect(new Set(repartis.map(({ destinataire }) => destinataire))).toEqual(
      new Set([ici.technicien.courriel, 'accueil@essai.example']),
    )
    for (const { id: nouveau, messageId } of repartis) {
      expect(messageId).toContain(nouveau)
      expect(
        await tx.$queryRaw<unknown[]>`SELECT 1 FROM pgboss.job WHERE data->>'courrielId' = ${nouveau}`,
      ).toHaveLength(1)
    }
  })

  it('are not sent again to an account closed since', async () => {
    const id = await echec()
    await tx.compte.update({ where: { id: ici.technicien.id }, data: { etat: 'inactif' } })
    await expect(agir(acteurs.referent, (c) => renvoyerCourriel(c, { id }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    await tx.compte.update({ where: { id: ici.technicien.id }, data: { etat: 'actif' } })
  })
})

describe('mails about a demande', () => {
  it('are read in it: all by the agent, those of its side by the technicien, none by others', async () => {
    await echec({ etat: 'envoye', texte: 'Bonjour' })
    await echec({ compteId: null, destinataire: 'accueil@essai.example' })
    await echec({ modele: 'message_partenaire', compteId: ici.agent.id })
    const lire = async (qui: keyof typeof acteurs) =>
      (await courrielsDeLaDemande(acteurs[qui], demande.reference))?.courriels.length
    expect(await lire('agent')).toBe(3)
    expect(await lire('technicien')).toBe(2)
    for (const qui of ['technicienAilleurs', 'referentAilleurs', 'gestionnaire', 'referent'] as const)
      expect(await lire(qui), qui).toBeUndefined()
    // The address of the agent is not read by a fault of the screen either.
    const vus = await agir(acteurs.technicien, (c) => c.tx.courriel.findMany({ where: { demandeId: demande.id } }))
    expect(vus.map(({ modele }) => modele)).not.toContain('message_partenaire')
  })
})

describe('the shared mailbox', () => {
  const regler = (courriel: string) => agir(acteurs.gestionnaire, (c) => reglerBoite(c, { courriel }))
  const boite = async () => (await tx.structure.findUniqueOrThrow({ where: { id: ici.structure.id } })).courriel

  it('is set by a gestionnaire at a declared domain, and taken away', async () => {
    const { domaines } = ici.partenaire
    await regler(`accueil@${domaines[0]}`)
    expect(await boite()).toBe(`accueil@${domaines[0]}`)
    await expect(regler('accueil@gmail.com')).rejects.toMatchObject({ code: 'saisie' })
    await expect(regler('accueil@autre-organisme.example')).rejects.toMatchObject({ code: 'saisie' })
    expect(await boite()).toBe(`accueil@${domaines[0]}`)
    await regler('')
    expect(await boite()).toBeNull()
  })

  it('is all that a gestionnaire changes of its structure, and of no other', async () => {
    const changer = (id: string, data: object) =>
      agir(acteurs.gestionnaire, (c) => c.tx.structure.updateMany({ where: { id }, data }))
    await expect(changer(ici.structure.id, { nom: 'Autre' })).rejects.toThrow(/permission denied/)
    await expect(changer(ici.structure.id, { nombreMembres: 500 })).rejects.toThrow(/permission denied/)
    expect(await changer(ailleurs.structure.id, { courriel: 'x@y.example' })).toEqual({ count: 0 })
    const parTechnicien = agir(acteurs.technicien, (c) =>
      c.tx.structure.updateMany({ where: { id: ici.structure.id }, data: { courriel: 'x@y.example' } }),
    )
    expect(await parTechnicien).toEqual({ count: 0 })
  })
})

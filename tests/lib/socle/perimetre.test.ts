import { describe, expect, it } from 'vitest'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecConnexion, avecPerimetre, baseWeb, type Transaction } from '@/lib/socle/base'
import { Prisma } from '@/lib/socle/prisma/client'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)

const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const etats = ['transmise', 'prise_en_charge', 'attente_complement', 'complement_recu', 'traitee', 'annulee'] as const
for (const monde of [ici, ailleurs]) {
  for (const etat of etats) await fabriqueDemande(atelier, monde.cadre, { etat, agent: monde.agent })
  await atelier.tx.brouillon.create({
    data: {
      compteId: monde.technicien.id,
      partenaireId: monde.partenaire.id,
      structureId: monde.structure.id,
      service: 'contact',
    },
  })
}
const [premiere] = await atelier.tx.demande.findMany({ where: { caisseId: ici.caisse.id }, take: 1 })
await atelier.tx.message.create({
  data: {
    demandeId: premiere?.id ?? '',
    caisseId: ici.caisse.id,
    structureId: ici.structure.id,
    cote: 'caisse',
    interne: true,
    auteurId: ici.agent.id,
    texte: 'Vu avec le service des droits.',
  },
})

/** Every row of every table the web role may read, with no filter at all. */
async function toutLire(tx: Transaction): Promise<Record<string, Record<string, unknown>[]>> {
  const lignes: Record<string, Record<string, unknown>[]> = {}
  for (const modele of Object.values(Prisma.ModelName)) {
    const nom = modele.charAt(0).toLowerCase() + modele.slice(1)
    const droit = await tx.$queryRaw<{ lit: boolean }[]>`
      SELECT has_table_privilege(current_user, ${modele.replace(/(?<!^)[A-Z]/g, (lettre) => `_${lettre}`).toLowerCase()}, 'SELECT') AS lit`
    if (!droit[0]?.lit) continue
    const delegue = tx[nom as 'demande'] as unknown as { findMany(): Promise<Record<string, unknown>[]> }
    lignes[modele] = await delegue.findMany()
  }
  return lignes
}

const lire = (acteur: Acteur) => avecPerimetre(perimetre(acteur), toutLire)

/** Tables that say nothing of a person or a partenaire, open to all. */
const deReference = [
  'Caisse',
  'ReglagesCaisse',
  'DelaiPrestation',
  'ContactCaisse',
  'Parametre',
  'VersionCgu',
  'Motif',
  'MotifCaisse',
  'ServiceCaisse',
  'PieceAttendue',
  'Attestation',
  'Battement',
  'Maintenance',
]

const etrangers = new Set<unknown>([
  ailleurs.caisse.id,
  ailleurs.partenaire.id,
  ailleurs.structure.id,
  ailleurs.technicien.id,
  ailleurs.gestionnaire.id,
  ailleurs.agent.id,
  ailleurs.referent.id,
  ailleurs.dpo.id,
  ailleurs.convention.id,
])

describe('queries without any filter', () => {
  it.each([
    ['technicien', () => ici.technicien.id],
    ['gestionnaire', () => ici.gestionnaire.id],
    ['agent', () => ici.agent.id],
    ['référent', () => ici.referent.id],
    ['DPO', () => ici.dpo.id],
  ])('give a %s no row of another caisse, partenaire or person', async (_profil, compte) => {
    const lues = await lire(await acteurDe(compte()))
    const trop = Object.entries(lues)
      .filter(([table]) => !deReference.includes(table))
      .flatMap(([table, lignes]) =>
        lignes.filter((ligne) => Object.values(ligne).some((valeur) => etrangers.has(valeur))).map(() => table),
      )
    expect(trop).toEqual([])
  })

  it('give a technicien the demandes of its structure, and an agent those of its caisse: all six', async () => {
    for (const compte of [ici.technicien, ici.agent]) {
      const { Demande, Message } = await lire(await acteurDe(compte.id))
      expect(Demande).toHaveLength(etats.length)
      expect(Message?.length).toBeGreaterThan(0)
    }
  })

  it.each([
    ['gestionnaire', () => ici.gestionnaire.id],
    ['référent', () => ici.referent.id],
    ['DPO', () => ici.dpo.id],
  ])('give a %s no demande, message, file, event or draft', async (_profil, compte) => {
    const lues = await lire(await acteurDe(compte()))
    for (const table of ['Demande', 'Message', 'PieceJointe', 'Evenement', 'Lecture', 'RendezVous', 'Brouillon'])
      expect(lues[table], table).toEqual([])
  })

  it('never give a technicien an internal note, or an event kept from the partenaire', async () => {
    const { Message, Evenement } = await lire(await acteurDe(ici.technicien.id))
    expect(Message?.filter(({ interne }) => interne)).toEqual([])
    expect(Evenement?.filter(({ visiblePartenaire }) => !visiblePartenaire)).toEqual([])
  })

  it('give a technicien its own drafts only, and an agent none', async () => {
    expect((await lire(await acteurDe(ici.technicien.id))).Brouillon).toHaveLength(1)
    expect((await lire(await acteurDe(ici.agent.id))).Brouillon).toEqual([])
  })

  it('give the secrets of one account to nobody else', async () => {
    for (const compte of [ici.technicien, ici.agent, ici.referent]) {
      const { Session } = await lire(await acteurDe(compte.id))
      expect(Session?.filter(({ compteId }) => compteId !== compte.id)).toEqual([])
    }
  })

  it('give nothing of anyone outside a perimeter, and no demande before sign-in', async () => {
    const dehors = await baseWeb().$transaction(toutLire)
    for (const [table, lignes] of Object.entries(dehors))
      if (!deReference.includes(table)) expect(lignes, table).toEqual([])
    const connexion = await avecConnexion(toutLire)
    for (const table of ['Demande', 'Message', 'PieceJointe', 'Evenement', 'Brouillon', 'Lecture', 'Courriel'])
      expect(connexion[table], table).toEqual([])
  })

  it('leave nothing of a perimeter on the connection it used', async () => {
    const acteur = await acteurDe(ici.agent.id)
    await Promise.all(Array.from({ length: 40 }, () => avecPerimetre(perimetre(acteur), (tx) => tx.demande.count())))
    const dehors = await Promise.all(Array.from({ length: 40 }, () => baseWeb().demande.count()))
    expect(new Set(dehors)).toEqual(new Set([0]))
  })
})

describe('writing outside the perimeter', () => {
  it('lets an agent change nothing of another caisse', async () => {
    const acteur = await acteurDe(ici.agent.id)
    const { count } = await avecPerimetre(perimetre(acteur), (tx) =>
      tx.demande.updateMany({ where: { caisseId: ailleurs.caisse.id }, data: { urgent: true } }),
    )
    expect(count).toBe(0)
  })

  it('lets nobody move a demande to another caisse', async () => {
    const acteur = await acteurDe(ici.agent.id)
    await expect(
      avecPerimetre(perimetre(acteur), (tx) => tx.demande.updateMany({ data: { caisseId: ailleurs.caisse.id } })),
    ).rejects.toThrow(/permission denied|row-level security/)
  })

  it('lets a technicien neither raise its own rights nor activate a colleague', async () => {
    const acteur = await acteurDe(ici.technicien.id)
    await expect(
      avecPerimetre(perimetre(acteur), (tx) =>
        tx.compte.updateMany({ where: { id: acteur.compteId }, data: { profil: 'administrateur' } }),
      ),
    ).rejects.toThrow(/permission denied/)
    const { count } = await avecPerimetre(perimetre(acteur), (tx) =>
      tx.compte.updateMany({ where: { id: ici.gestionnaire.id }, data: { etat: 'actif' } }),
    )
    expect(count).toBe(0)
  })
})

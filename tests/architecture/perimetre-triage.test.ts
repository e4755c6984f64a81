import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
// The partenaire of here has access to the other caisse too; another partenaire shares the caisse of here.
await fabriqueConvention(atelier, { partenaireId: ici.partenaire.id, caisses: [{ caisseId: ailleurs.caisse.id }] })
await fabriqueConvention(atelier, { partenaireId: ailleurs.partenaire.id, caisses: [{ caisseId: ici.caisse.id }] })
const collegue = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: ici.caisse.id, roles: ['agent'] })
const voisin = await fabriqueCompte(atelier, {
  profil: 'technicien',
  partenaireId: ici.partenaire.id,
  structureId: ici.structure.id,
})
const acteurs = {
  technicien: await acteurDe(ici.technicien.id),
  voisin: await acteurDe(voisin.id),
  gestionnaire: await acteurDe(ici.gestionnaire.id),
  agent: await acteurDe(ici.agent.id),
  collegue: await acteurDe(collegue.id),
  referent: await acteurDe(ici.referent.id),
  dpo: await acteurDe(ici.dpo.id),
  agentAilleurs: await acteurDe(ailleurs.agent.id),
  technicienAilleurs: await acteurDe(ailleurs.technicien.id),
}
type Qui = keyof typeof acteurs
const tous = Object.keys(acteurs) as Qui[]
const sauf = (...permis: Qui[]) => tous.filter((qui) => !permis.includes(qui))

type Ecriture = (tx: Transaction) => Promise<{ count: number } | number>

/** What a fault in the product could let a person write: the rows touched, 0 when PostgreSQL refuses. */
async function essayer(acteur: Acteur, ecrire: Ecriture): Promise<number> {
  try {
    const touchees = await avecPerimetre(perimetre(acteur), ecrire)
    return typeof touchees === 'number' ? touchees : touchees.count
  } catch (erreur) {
    expect(`${erreur} ${JSON.stringify(erreur)}`).toMatch(/permission denied|row-level security|denied/i)
    return 0
  }
}
const compter = (qui: Qui, ecrire: Ecriture) => essayer(acteurs[qui], ecrire)
const lire = <T>(qui: Qui, requete: (tx: Transaction) => Promise<T>) => avecPerimetre(perimetre(acteurs[qui]), requete)

const suivie = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, etat: 'prise_en_charge', motif: 'puma' })
const nouvelle = await fabriqueDemande(atelier, ici.cadre, { etat: 'transmise', motif: 'puma' })
const etrangere = await fabriqueDemande(
  atelier,
  { caisse: ici.caisse, structure: ailleurs.structure, auteur: ailleurs.technicien },
  { agent: ici.agent, etat: 'prise_en_charge', motif: 'puma' },
)
const lieuDe = ({ id, caisseId, structureId }: { id: string; caisseId: string; structureId: string }) => ({
  demandeId: id,
  caisseId,
  structureId,
})
const demande = (id: string, data: Prisma.DemandeUncheckedUpdateManyInput) => (t: Transaction) =>
  t.demande.updateMany({ where: { id }, data })
const equipe = (caisseId: string, nom: string) => tx.equipe.create({ data: { caisseId, nom } })

describe('a demande', () => {
  it('keeps its person, its proofs and what it is, whoever writes', async () => {
    const abus: Prisma.DemandeUncheckedUpdateManyInput[] = [
      { nomNaissance: 'Autre' },
      { dateNaissance: new Date('1990-01-01') },
      { clePersonne: 'autre' },
      { attestations: [] },
      { demandeLieeId: etrangere.id },
      { version: 0 },
      { caisseId: ailleurs.caisse.id },
    ]
    for (const qui of tous)
      for (const data of abus) expect(await compter(qui, demande(suivie.id, data)), JSON.stringify([qui, data])).toBe(0)
  })

  it('is not made urgent, closed, given nor timed by the partenaire', async () => {
    const abus: Prisma.DemandeUncheckedUpdateManyInput[] = [
      { urgent: !suivie.urgent },
      { echeanceLe: new Date('2020-01-01') },
      { triLe: new Date('2020-01-01') },
      { delaiJours: 1 },
      { seuilAlerteJours: 99 },
      { agentId: collegue.id },
      { agentId: null },
      { procedureOrdinaire: true },
      { details: {} },
      { objet: 'Autre' },
      { etat: 'traitee', ouverte: false, issue: 'accord', closeLe: new Date() },
      { etat: 'annulee', ouverte: false, closeLe: new Date() },
      { etat: 'transmise' },
      { etat: 'complement_recu' },
    ]
    for (const qui of ['technicien', 'voisin'] as const)
      for (const data of abus) expect(await compter(qui, demande(suivie.id, data)), JSON.stringify([qui, data])).toBe(0)
    expect(await compter('technicien', demande(suivie.id, { nonLusPartenaire: 0 }))).toBe(1)
    expect(await compter('agent', demande(suivie.id, { urgent: !suivie.urgent }))).toBe(1)
  })

  it('goes to an agent and to a team of its caisse only, and is not cancelled by the caisse', async () => {
    const la = await equipe(ailleurs.caisse.id, 'Ailleurs')
    const notre = await equipe(ici.caisse.id, 'Ici')
    expect(await compter('agent', demande(suivie.id, { agentId: ailleurs.agent.id }))).toBe(0)
    expect(await compter('agent', demande(suivie.id, { agentId: ici.technicien.id }))).toBe(0)
    expect(await compter('agent', demande(suivie.id, { equipeId: la.id }))).toBe(0)
    expect(await compter('agent', demande(nouvelle.id, { etat: 'annulee', ouverte: false }))).toBe(0)
    expect(await compter('agent', demande(suivie.id, { equipeId: notre.id, agentId: collegue.id }))).toBe(1)
  })

  it('is filed in one’s own name, at an open caisse, followed by nobody', async () => {
    const { id: _, ...modele } = nouvelle
    const deposer = (data: object) => (t: Transaction) =>
      t.demande.createMany({
        data: [
          {
            ...(modele as Prisma.DemandeCreateManyInput),
            id: randomUUID(),
            reference: `26-${Math.floor(1e6 + Math.random() * 9e6)}`,
            ...data,
          },
        ],
      })
    expect(await compter('technicien', deposer({}))).toBe(1)
    const la = await equipe(ailleurs.caisse.id, 'Dépôt')
    for (const abus of [
      { auteurId: voisin.id },
      { partenaireId: ailleurs.partenaire.id },
      { structureId: ailleurs.structure.id },
      { agentId: ici.agent.id },
      { equipeId: la.id },
      { etat: 'prise_en_charge' },
      { demandeLieeId: etrangere.id },
      { transfereeDeId: ailleurs.caisse.id },
    ])
      expect(await compter('technicien', deposer(abus)), JSON.stringify(abus)).toBe(0)
    for (const qui of sauf('technicien')) expect(await compter(qui, deposer({})), qui).toBe(0)
    expect(await compter('agent', deposer({ auteurId: ici.agent.id }))).toBe(0)
  })
})

describe('what hangs on a demande', () => {
  const mot = (qui: Qui, data: object = {}) => ({
    ...lieuDe(suivie),
    cote: acteurs[qui].caisse ? 'caisse' : 'partenaire',
    auteurId: acteurs[qui].compteId,
    texte: 'Bonjour',
    ...data,
  })
  const ecrire =
    (qui: Qui, data: object = {}) =>
    (t: Transaction) =>
      t.message.createMany({ data: [mot(qui, data) as Prisma.MessageCreateManyInput] })

  it('a message is that of who writes it, on its own side, on a demande it reads', async () => {
    expect(await compter('technicien', ecrire('technicien'))).toBe(1)
    expect(await compter('agent', ecrire('agent'))).toBe(1)
    for (const abus of [
      { auteurId: voisin.id },
      { auteurId: ici.agent.id, cote: 'caisse' },
      { cote: 'caisse' },
      { demandeId: etrangere.id },
      { caisseId: ailleurs.caisse.id },
      { retireLe: new Date() },
    ])
      expect(await compter('technicien', ecrire('technicien', abus)), JSON.stringify(abus)).toBe(0)
    expect(await compter('agent', ecrire('agent', { auteurId: ici.technicien.id, cote: 'partenaire' }))).toBe(0)
    expect(await compter('agent', ecrire('agent', { structureId: ailleurs.structure.id }))).toBe(0)
    for (const qui of sauf('technicien', 'voisin', 'agent', 'collegue'))
      expect(await compter(qui, ecrire(qui)), qui).toBe(0)
  })

  it('a message cannot enter the words by which another partenaire finds its demande', async () => {
    await compter('technicien', ecrire('technicien', { demandeId: etrangere.id, texte: 'empoisonnement' }))
    const trouvees = await lire(
      'technicienAilleurs',
      (t) => t.$queryRaw<unknown[]>`SELECT id FROM ep_rechercher('empoisonnement', '{}', NULL, NULL, NULL, 20)`,
    )
    expect(trouvees).toEqual([])
  })

  it('a row of the history is signed by who acts, on its side', async () => {
    const inscrire = (data: object) => (t: Transaction) =>
      t.evenement.createMany({
        data: [{ ...lieuDe(suivie), type: 'traitee', auteurId: ici.technicien.id, cote: 'partenaire', ...data }],
      })
    expect(await compter('technicien', inscrire({}))).toBe(1)
    for (const abus of [
      { cote: 'caisse' },
      { cote: 'automatique', auteurId: null },
      { auteurId: null },
      { demandeId: etrangere.id },
      { caisseId: ailleurs.caisse.id },
      { visiblePartenaire: false },
    ])
      expect(await compter('technicien', inscrire(abus)), JSON.stringify(abus)).toBe(0)
  })

  it('a receipt of reading is that of who reads', async () => {
    await tx.lecture.createMany({
      data: [{ ...lieuDe(suivie), compteId: ici.agent.id, cote: 'caisse', vueLe: new Date('2026-01-01') }],
      skipDuplicates: true,
    })
    const lireLa = (data: object) => (t: Transaction) =>
      t.lecture.createMany({
        data: [{ ...lieuDe(nouvelle), compteId: ici.technicien.id, cote: 'partenaire', vueLe: new Date(), ...data }],
        skipDuplicates: true,
      })
    for (const abus of [{ compteId: voisin.id }, { cote: 'caisse' }, { demandeId: etrangere.id }])
      expect(await compter('technicien', lireLa(abus)), JSON.stringify(abus)).toBe(0)
    for (const qui of sauf('agent'))
      expect(
        await compter(qui, (t) =>
          t.lecture.updateMany({ where: { compteId: ici.agent.id }, data: { vueLe: new Date() } }),
        ),
        qui,
      ).toBe(0)
    expect(
      await compter('agent', (t) =>
        t.lecture.updateMany({ where: { compteId: ici.agent.id }, data: { cote: 'partenaire' } }),
      ),
    ).toBe(0)
  })

  it('a message is withdrawn by its writer, in the minutes of the server and not in those it says', async () => {
    const ancien = await tx.message.create({
      data: mot('technicien', {
        envoyeLe: new Date(Date.now() - 3 * 86_400_000),
        ecritLe: new Date(Date.now() - 3 * 86_400_000),
      }) as Prisma.MessageUncheckedCreateInput,
    })
    const retirer = (id: string, retireLe: Date) => (t: Transaction) =>
      t.message.updateMany({ where: { id }, data: { retireLe } })
    const peuApres = new Date(ancien.envoyeLe.getTime() + 60_000)
    for (const qui of tous) expect(await compter(qui, retirer(ancien.id, peuApres)), qui).toBe(0)
    expect(
      await compter('technicien', ecrire('technicien', { id: randomUUID(), ecritLe: new Date('2030-01-01') })),
    ).toBe(0)
    const id = randomUUID()
    expect(await compter('technicien', ecrire('technicien', { id }))).toBe(1)
    const maintenant = new Date(Date.now() + 1_000)
    for (const qui of sauf('technicien')) expect(await compter(qui, retirer(id, maintenant)), qui).toBe(0)
    for (const data of [{ texte: 'Autre' }, { envoyeLe: new Date() }, { interne: true }])
      expect(await compter('technicien', (t) => t.message.updateMany({ where: { id }, data }))).toBe(0)
    expect(await compter('technicien', retirer(id, maintenant))).toBe(1)
    for (const qui of tous) {
      expect(await lire(qui, (t) => t.message.count({ where: { id, texte: { not: '' } } }))).toBe(0)
      await expect(lire(qui, (t) => t.texteRetire.count())).rejects.toThrow(/denied/)
    }
  })

  it('a mail enters the thread of a demande that its writer reads, and is read by those it is about', async () => {
    const envoyer = (data: object) => (t: Transaction) =>
      t.courriel.createMany({
        data: [{ messageId: randomUUID(), modele: 'message_recu', destinataire: 'a@essai.example', ...data }],
      })
    expect(await compter('technicien', envoyer({ demandeId: suivie.id }))).toBe(1)
    for (const abus of [
      { demandeId: etrangere.id },
      { demandeId: suivie.id, etat: 'envoye' },
      { demandeId: suivie.id, texte: 'Un faux' },
      { demandeId: suivie.id, porteSurId: randomUUID() },
    ])
      expect(await compter('technicien', envoyer(abus)), JSON.stringify(abus)).toBe(0)
    // A demande that came from another caisse: what its agents got stays theirs.
    const interne = await tx.courriel.create({
      data: {
        messageId: randomUUID(),
        modele: 'message_partenaire',
        destinataire: ailleurs.agent.courriel,
        compteId: ailleurs.agent.id,
        demandeId: suivie.id,
        caisseId: ailleurs.caisse.id,
        etat: 'echec',
      },
    })
    for (const qui of sauf('agentAilleurs'))
      expect(await lire(qui, (t) => t.courriel.count({ where: { id: interne.id } })), qui).toBe(0)
    await tx.courriel.update({ where: { id: interne.id }, data: { caisseId: ici.caisse.id } })
    const echecs = await lire('referent', (t) => t.$queryRaw<{ id: string }[]>`SELECT id FROM ep_courriels_en_echec()`)
    expect(echecs.map(({ id }) => id)).not.toContain(interne.id)
  })
})

describe('a file', () => {
  const ligne = (data: object = {}) => ({
    id: randomUUID(),
    ...lieuDe(suivie),
    sens: 'entrante',
    nomFichier: 'avis.pdf',
    typeMime: 'application/pdf',
    taille: 10,
    empreinte: 'x',
    cleEnveloppee: Buffer.from('x'),
    cleVersion: 1,
    deposeeParId: ici.technicien.id,
    ...data,
  })
  const recevoir = (data: object) => (t: Transaction) => t.pieceJointe.createMany({ data: [ligne(data)] })
  const changer = (id: string, data: Prisma.PieceJointeUncheckedUpdateManyInput) => (t: Transaction) =>
    t.pieceJointe.updateMany({ where: { id }, data })

  it('is received in one’s own name, to be analysed', async () => {
    expect(await compter('technicien', recevoir({}))).toBe(1)
    for (const abus of [
      { deposeeParId: voisin.id },
      { etat: 'saine' },
      { etat: 'non_analysee' },
      { sens: 'sortante' },
      { caisseId: ailleurs.caisse.id },
      { demandeId: etrangere.id },
      { demandeId: null },
      { demandeId: null, caisseId: null, structureId: ailleurs.structure.id },
      { brouillonId: randomUUID() },
    ])
      expect(await compter('technicien', recevoir(abus)), JSON.stringify(abus)).toBe(0)
  })

  it('is handed to no partenaire without habilitation, even without a demande or in two steps', async () => {
    const sortante = { sens: 'sortante', deposeeParId: ici.agent.id }
    expect(await compter('agent', recevoir(sortante))).toBe(0)
    expect(await compter('agent', recevoir({ ...sortante, enPreparation: true }))).toBe(0)
    expect(await compter('agent', recevoir({ ...sortante, demandeId: null }))).toBe(0)
    const id = randomUUID()
    await compter('agent', recevoir({ ...sortante, id, demandeId: null, caisseId: null, structureId: null }))
    for (const data of [
      { caisseId: ici.caisse.id, structureId: ici.structure.id },
      { structureId: ici.structure.id },
      lieuDe(suivie),
      { demandeId: suivie.id },
    ])
      expect(await compter('agent', changer(id, data)), JSON.stringify(data)).toBe(0)
    expect(await lire('technicien', (t) => t.pieceJointe.count({ where: { id } }))).toBe(0)
    const part = { caisseId: ici.caisse.id, partenaireId: ici.partenaire.id }
    for (const qui of sauf('referent'))
      expect(
        await compter(qui, (t) => t.conventionCaisse.updateMany({ where: part, data: { habiliteDocuments: true } })),
        qui,
      ).toBe(0)
  })

  it('that was filed is neither erased, nor moved, nor dated again, nor given to a draft that would take it away', async () => {
    const part = { caisseId: ici.caisse.id, partenaireId: ici.partenaire.id }
    await tx.conventionCaisse.updateMany({ where: part, data: { habiliteDocuments: true } })
    const remise = await tx.pieceJointe.create({
      data: ligne({ sens: 'sortante', deposeeParId: ici.agent.id, etat: 'saine' }),
    })
    const deposee = await tx.pieceJointe.create({ data: ligne({ etat: 'saine' }) })
    const recu = { pieceJointeId: remise.id, ...lieuDe(suivie) }
    await tx.telechargement.create({ data: { ...recu, compteId: ici.technicien.id } })
    const brouillonId = randomUUID()
    await tx.brouillon.create({
      data: {
        id: brouillonId,
        compteId: ici.technicien.id,
        partenaireId: ici.partenaire.id,
        structureId: ici.structure.id,
        service: 'dossier',
      },
    })
    for (const qui of tous)
      for (const { id } of [remise, deposee]) {
        expect(await compter(qui, (t) => t.pieceJointe.deleteMany({ where: { id } })), qui).toBe(0)
        for (const data of [
          { brouillonId },
          { deposeeLe: new Date('2020-01-01') },
          { demandeId: null },
          { caisseId: ailleurs.caisse.id },
          { enPreparation: true },
          { deposeeParId: acteurs[qui].compteId },
          { etat: 'infectee' },
        ])
          expect(await compter(qui, changer(id, data)), JSON.stringify([qui, data])).toBe(0)
      }
    for (const qui of tous) expect(await compter(qui, (t) => t.telechargement.deleteMany({})), qui).toBe(0)
    // A receipt says who downloads, and not who did not.
    for (const [qui, compteId] of [
      ['technicien', voisin.id],
      ['agent', ici.agent.id],
      ['technicienAilleurs', ailleurs.technicien.id],
    ] as const)
      expect(await compter(qui, (t) => t.telechargement.createMany({ data: [{ ...recu, compteId }] })), qui).toBe(0)
    await tx.conventionCaisse.updateMany({ where: part, data: { habiliteDocuments: false } })
    expect(await lire('technicien', (t) => t.pieceJointe.count({ where: { id: remise.id } }))).toBe(0)
  })

  it('prepared by a colleague is not sent, erased nor read by a statement that names no row', async () => {
    const enPreparation = await tx.pieceJointe.create({ data: ligne({ enPreparation: true, deposeeParId: voisin.id }) })
    for (const qui of ['technicien', 'agent', 'collegue', 'technicienAilleurs'] as const) {
      await compter(qui, (t) => t.$executeRaw`UPDATE piece_jointe SET "enPreparation" = false`)
      await compter(qui, (t) => t.$executeRaw`DELETE FROM piece_jointe`)
      expect(await lire(qui, (t) => t.pieceJointe.count({ where: { id: enPreparation.id } })), qui).toBe(0)
    }
    expect(await tx.pieceJointe.findUnique({ where: { id: enPreparation.id } })).toMatchObject({ enPreparation: true })
    const message = await tx.message.create({
      data: { ...lieuDe(suivie), cote: 'partenaire', auteurId: ici.technicien.id, texte: 'x' },
    })
    const deposee = await tx.pieceJointe.create({ data: ligne({}) })
    expect(await compter('technicien', changer(deposee.id, { messageId: message.id }))).toBe(0)
  })
})

describe('rendez-vous', () => {
  const demain = (heures: number) => new Date(Date.now() + 86_400_000 + heures * 3_600_000)
  const plage = (data: object = {}) => ({
    id: randomUUID(),
    caisseId: ici.caisse.id,
    agentId: ici.agent.id as string | null,
    mode: 'telephone',
    debutLe: demain(0),
    finLe: demain(3),
    dureeMinutes: 30,
    creeeParId: ici.agent.id,
    ...data,
  })
  const creneau = (data: object = {}) => ({
    id: randomUUID(),
    caisseId: ici.caisse.id,
    agentId: ici.agent.id as string | null,
    mode: 'telephone',
    debutLe: demain(0),
    finLe: demain(1),
    ...data,
  })

  it('a slot is cut from a plage of the caisse, and takes no time of an agent of another one', async () => {
    const notre = await tx.plage.create({ data: plage() })
    const creer = (data: object) => (t: Transaction) =>
      t.creneau.createMany({ data: [{ plageId: notre.id, ...creneau(data) }] })
    for (const abus of [
      { agentId: ailleurs.agent.id },
      { agentId: collegue.id },
      { caisseId: ailleurs.caisse.id },
      { capacite: 50 },
      { debutLe: demain(10), finLe: demain(11) },
      { pris: 1 },
    ])
      expect(await compter('agent', creer(abus)), JSON.stringify(abus)).toBe(0)
    for (const qui of sauf('agent', 'collegue')) expect(await compter(qui, creer({})), qui).toBe(0)
    expect(await compter('agent', creer({}))).toBe(1)
    for (const data of [{ pris: 0 }, { capacite: 9 }, { ferme: false }])
      expect(await compter('agent', (t) => t.creneau.updateMany({ data }))).toBe(0)
    const deAilleurs = (data: object) => (t: Transaction) => t.plage.createMany({ data: [plage(data)] })
    expect(await compter('agent', deAilleurs({ agentId: ailleurs.agent.id }))).toBe(0)
    expect(await compter('agent', deAilleurs({ creeeParId: collegue.id }))).toBe(0)
    expect(await compter('agent', deAilleurs({ caisseId: ailleurs.caisse.id }))).toBe(0)
  })

  it('a plage with a rendez-vous is not taken away, and its slot neither', async () => {
    const tenue = await tx.plage.create({ data: plage({ agentId: null }) })
    const pris = await tx.creneau.create({ data: { plageId: tenue.id, ...creneau({ agentId: null }) } })
    const { debutLe, finLe } = pris
    const fixe = { mode: 'telephone', etat: 'fixe', debutLe, finLe, creneauId: pris.id }
    const rendezVous = await tx.rendezVous.create({ data: { ...lieuDe(suivie), ...fixe } })
    for (const qui of tous) {
      expect(await compter(qui, (t) => t.plage.deleteMany({ where: { id: tenue.id } })), qui).toBe(0)
      expect(await compter(qui, (t) => t.creneau.deleteMany({ where: { id: pris.id } })), qui).toBe(0)
    }
    await compter('agent', (t) => t.$executeRaw`DELETE FROM plage`)
    expect(await tx.creneau.count({ where: { id: pris.id } })).toBe(1)
    const changer = (data: object) => (t: Transaction) =>
      t.rendezVous.updateMany({ where: { id: rendezVous.id }, data })
    for (const abus of [
      { etat: 'honore' },
      { annulePar: 'caisse', etat: 'annule' },
      { creneauId: null },
      { debutLe: demain(5) },
      { lieu: 'Chez moi' },
      { demandeId: nouvelle.id },
    ])
      expect(await compter('technicien', changer(abus)), JSON.stringify(abus)).toBe(0)
    for (const qui of ['gestionnaire', 'referent', 'dpo', 'agentAilleurs', 'technicienAilleurs'] as const) {
      expect(await compter(qui, changer({ raison: 'x' })), qui).toBe(0)
      expect(await lire(qui, (t) => t.rendezVous.count({ where: { id: rendezVous.id } })), qui).toBe(0)
    }
    // Slots of the caisse that are not offered to it.
    expect(await lire('technicienAilleurs', (t) => t.creneau.count())).toBe(0)
    expect(await lire('technicien', (t) => t.creneau.count())).toBe(1)
  })

  it('a partenaire proposes no slot to itself', async () => {
    const libre = await tx.plage.create({ data: plage({ agentId: null }) })
    const autre = await tx.creneau.create({
      data: { plageId: libre.id, ...creneau({ agentId: null, debutLe: demain(1), finLe: demain(2) }) },
    })
    const rendezVous = await tx.rendezVous.findFirstOrThrow({ where: { demandeId: suivie.id } })
    const offre = {
      rendezVousId: rendezVous.id,
      creneauId: autre.id,
      caisseId: ici.caisse.id,
      structureId: ici.structure.id,
    }
    const proposer = (data: object) => (t: Transaction) =>
      t.propositionCreneau.createMany({ data: [{ ...offre, ...data }] })
    for (const qui of sauf('agent', 'collegue')) expect(await compter(qui, proposer({})), qui).toBe(0)
    expect(await compter('agent', proposer({ structureId: ailleurs.structure.id }))).toBe(0)
  })
})

describe('the house of a caisse', () => {
  it('is set by its référent, kept by its agents, and read by nobody else', async () => {
    const notre = await equipe(ici.caisse.id, 'Accueil')
    const la = await equipe(ailleurs.caisse.id, 'Accueil')
    const motifAilleurs = await tx.motif.findFirstOrThrow({ where: { caisseId: null } })
    const inconnu = await fabriquePartenariat(atelier)
    const regle = await tx.regleRoutage.create({
      data: { caisseId: ici.caisse.id, service: 'contact', equipeId: notre.id },
    })
    const ecritures: [string, Qui[], Ecriture][] = [
      ['equipe', ['referent'], (t) => t.equipe.updateMany({ where: { id: notre.id }, data: { nom: 'Autre' } })],
      ['equipe ailleurs', [], (t) => t.equipe.updateMany({ where: { id: la.id }, data: { actif: false } })],
      [
        'membre',
        ['referent'],
        (t) =>
          t.membreEquipe.createMany({
            data: [{ equipeId: notre.id, compteId: ici.agent.id, caisseId: ici.caisse.id }],
            skipDuplicates: true,
          }),
      ],
      [
        'membre d’ailleurs',
        [],
        (t) =>
          t.membreEquipe.createMany({
            data: [{ equipeId: notre.id, compteId: ailleurs.agent.id, caisseId: ici.caisse.id }],
          }),
      ],
      [
        'règle vers une équipe d’ailleurs',
        [],
        (t) =>
          t.regleRoutage.createMany({
            data: [{ caisseId: ici.caisse.id, motifId: motifAilleurs.id, equipeId: la.id }],
          }),
      ],
      [
        'règle menée à une équipe d’ailleurs',
        [],
        (t) => t.regleRoutage.updateMany({ where: { id: regle.id }, data: { equipeId: la.id } }),
      ],
      [
        'règle sur un partenaire inconnu',
        [],
        (t) =>
          t.regleRoutage.createMany({
            data: [{ caisseId: ici.caisse.id, partenaireId: inconnu.partenaire.id, equipeId: notre.id }],
          }),
      ],
      [
        'absence d’un collègue',
        ['referent'],
        (t) =>
          t.absence.createMany({
            data: [
              {
                caisseId: ici.caisse.id,
                compteId: collegue.id,
                remplacantId: ici.agent.id,
                debutLe: new Date('2026-12-01'),
                finLe: new Date('2026-12-02'),
                creeeParId: ici.referent.id,
              },
            ],
          }),
      ],
      [
        'remplaçant d’ailleurs',
        [],
        (t) =>
          t.absence.createMany({
            data: [
              {
                caisseId: ici.caisse.id,
                compteId: ici.agent.id,
                remplacantId: ailleurs.agent.id,
                debutLe: new Date('2026-12-01'),
                creeeParId: ici.agent.id,
              },
            ],
          }),
      ],
      [
        'modèle ailleurs',
        [],
        (t) => t.modeleReponse.createMany({ data: [{ caisseId: inconnu.caisse.id, titre: 'x', texte: 'x' }] }),
      ],
      [
        'fermeture',
        ['referent'],
        (t) =>
          t.fermeture.createMany({
            data: [
              { caisseId: ici.caisse.id, debutLe: new Date('2027-01-01'), finLe: new Date('2027-01-01'), libelle: 'x' },
            ],
          }),
      ],
    ]
    for (const [nom, permis, ecrire] of ecritures)
      for (const qui of tous) expect(await compter(qui, ecrire), `${nom} par ${qui}`).toBe(permis.includes(qui) ? 1 : 0)
    for (const qui of ['technicien', 'gestionnaire', 'agentAilleurs', 'technicienAilleurs'] as const)
      expect(
        await lire(qui, async (t) => [
          await t.equipe.count({ where: { caisseId: ici.caisse.id } }),
          await t.membreEquipe.count({ where: { caisseId: ici.caisse.id } }),
          await t.absence.count({ where: { caisseId: ici.caisse.id } }),
          await t.modeleReponse.count({ where: { caisseId: ici.caisse.id } }),
          await t.compteurFile.count({ where: { caisseId: ici.caisse.id } }),
          await t.plage.count({ where: { caisseId: ici.caisse.id } }),
          await t.transfert.count(),
        ]),
        qui,
      ).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it('leaves the views and the bulk acts of an agent to that agent, and presence too', async () => {
    const vue = await tx.vueFile.create({
      data: { caisseId: ici.caisse.id, compteId: ici.agent.id, nom: 'Partagée', partagee: true, filtres: {} },
    })
    const privee = await tx.vueFile.create({
      data: { caisseId: ici.caisse.id, compteId: ici.agent.id, nom: 'Privée', filtres: {} },
    })
    const lot = await tx.actionGroupee.create({
      data: { id: randomUUID(), caisseId: ici.caisse.id, compteId: ici.agent.id, type: 'prendre', lignes: [] },
    })
    await tx.presence.create({
      data: { demandeId: suivie.id, compteId: ici.agent.id, caisseId: ici.caisse.id, vuLe: new Date() },
    })
    for (const qui of sauf('agent')) {
      // A référent tidies the shared ones.
      const partagee = qui === 'referent' ? privee : vue
      const renommer = (t: Transaction) => t.vueFile.updateMany({ where: { id: partagee.id }, data: { nom: 'x' } })
      expect(await compter(qui, renommer), qui).toBe(0)
      expect(await compter(qui, (t) => t.vueFile.deleteMany({ where: { id: partagee.id } })), qui).toBe(0)
      expect(await lire(qui, (t) => t.vueFile.count({ where: { id: privee.id } })), qui).toBe(0)
      expect(await lire(qui, (t) => t.actionGroupee.count({ where: { id: lot.id } })), qui).toBe(0)
      expect(await compter(qui, (t) => t.actionGroupee.updateMany({ data: { annuleeLe: new Date() } })), qui).toBe(0)
      expect(await compter(qui, (t) => t.presence.updateMany({ data: { ecrit: true } })), qui).toBe(0)
      expect(await compter(qui, (t) => t.presence.deleteMany({})), qui).toBe(0)
      await lire(qui, (t) => t.$queryRaw`SELECT ep_compter_vue(${privee.id}::uuid, 666, now())::text`)
    }
    expect(await tx.vueFile.findUnique({ where: { id: privee.id } })).toMatchObject({ compte: null })
    const presence = (demandeId: string) => (t: Transaction) =>
      t.presence.createMany({
        data: [{ demandeId, compteId: ailleurs.agent.id, caisseId: ailleurs.caisse.id, vuLe: new Date() }],
      })
    expect(await compter('agentAilleurs', presence(suivie.id))).toBe(0)
    const lier = (a: string, b: string, caisseId: string) => (t: Transaction) =>
      t.lienDemande.createMany({
        data: [{ aId: a < b ? a : b, bId: a < b ? b : a, caisseId, lieParId: ici.agent.id }],
      })
    for (const qui of sauf('agent'))
      expect(await compter(qui, lier(suivie.id, nouvelle.id, ici.caisse.id)), qui).toBe(0)
    expect(await compter('agent', lier(suivie.id, nouvelle.id, ici.caisse.id))).toBe(1)
    for (const qui of ['technicien', 'voisin', 'agentAilleurs', 'referent'] as const)
      expect(await lire(qui, (t) => t.lienDemande.count()), qui).toBe(0)
  })
})

describe('functions that read beyond the perimeter', () => {
  it('name the absences of nobody else', async () => {
    const parQui = (qui: Qui, id: string) =>
      lire(qui, (t) => t.$queryRaw<{ r: unknown[] }[]>`SELECT ep_remplacements(${id}::uuid) AS r`)
    const [notre] = await parQui('agent', ici.agent.id)
    expect(notre?.r).toHaveLength(1)
    for (const qui of sauf('agent')) expect((await parQui(qui, ici.agent.id))[0]?.r, qui).toEqual([])
    for (const qui of ['agentAilleurs'] as const)
      expect(
        await lire(
          qui,
          (t) => t.$queryRaw<unknown[]>`SELECT * FROM ep_remplacant(${collegue.id}::uuid, '2026-12-01'::date)`,
        ),
        qui,
      ).toEqual([])
  })

  it('do not tell a caisse why another one suspends a partenaire', async () => {
    await tx.suspension.create({
      data: { caisseId: ailleurs.caisse.id, partenaireId: ici.partenaire.id, motif: 'Secret', finLe: new Date() },
    })
    const [rang] = await lire(
      'agent',
      (t) => t.$queryRaw<{ parts: unknown }[]>`SELECT ep_parts_de_la_demande(${suivie.id}::uuid) AS parts`,
    )
    expect(JSON.stringify(rang?.parts)).toContain(ailleurs.caisse.id)
    expect(JSON.stringify(rang?.parts)).not.toContain('Secret')
    for (const qui of sauf('agent', 'collegue'))
      expect(
        await lire(
          qui,
          (t) => t.$queryRaw<{ parts: unknown }[]>`SELECT ep_parts_de_la_demande(${suivie.id}::uuid) AS parts`,
        ),
        qui,
      ).toEqual([{ parts: [] }])
  })

  it('move a demande for its agent only, where the partenaire has access today', async () => {
    const { motifId, objet } = suivie
    const cible = JSON.stringify({ motifId, objet, urgent: false, seuilAlerteJours: 5, triLe: new Date() })
    const transferer = (id: string, vers: string, quand: Date) => (t: Transaction) =>
      t.$executeRaw`SELECT ep_transferer_demande(${id}::uuid, ${vers}::uuid, 'x', ${quand}::timestamptz, ${cible}::jsonb)`
    const maintenant = new Date()
    for (const qui of sauf('agent', 'collegue'))
      expect(await compter(qui, transferer(suivie.id, ailleurs.caisse.id, maintenant)), qui).toBe(0)
    const finie = await fabriquePartenariat(atelier)
    await fabriqueConvention(atelier, {
      partenaireId: ici.partenaire.id,
      caisses: [{ caisseId: finie.caisse.id, finLe: new Date(Date.now() - 30 * 86_400_000) }],
    })
    expect(await compter('agent', transferer(suivie.id, finie.caisse.id, maintenant))).toBe(0)
    const avant = new Date(Date.now() - 40 * 86_400_000)
    expect(await compter('agent', transferer(suivie.id, finie.caisse.id, avant))).toBe(0)
    for (const table of ['transfert', 'auteur_transfere', 'texte_retire', 'compteur_file'] as const)
      for (const qui of tous)
        expect(await compter(qui, (t) => t.$executeRawUnsafe(`DELETE FROM ${table}`)), `${table} ${qui}`).toBe(0)
  })

  it('pin their path, and are asked by nobody who was not named', async () => {
    const libres = await tx.$queryRaw<{ nom: string; pourquoi: string }[]>`
      SELECT p.oid::regprocedure::text AS nom, CASE WHEN has_function_privilege('public', p.oid, 'EXECUTE') THEN 'public' ELSE 'chemin' END AS pourquoi
      FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace AND p.prorettype <> 'trigger'::regtype
        AND (has_function_privilege('public', p.oid, 'EXECUTE')
          OR NOT coalesce(p.proconfig && ARRAY['search_path=public, pg_temp'], false))`
    expect(libres).toEqual([])
    const reservees = [
      'ep_recompter_file()',
      'ep_oublier_mots(0, 1)',
      'ep_reindexer_recherche()',
      'ep_equipe_recoit(NULL, NULL)',
    ]
    for (const appel of reservees)
      for (const qui of ['agent', 'technicien', 'referent'] as const)
        await expect(
          lire(qui, (t) => t.$queryRawUnsafe(`SELECT ${appel}::text`)),
          appel,
        ).rejects.toThrow(/denied/)
  })
})

describe('the search', () => {
  it('is a schema that the web process does not enter', async () => {
    for (const requete of [
      'SELECT * FROM recherche.demande',
      'SELECT * FROM recherche.mot',
      `SELECT recherche.voisins('martin', '{}')`,
      `SELECT recherche.questions('martin', '{}', true, false)`,
      'DELETE FROM recherche.demande',
    ])
      for (const qui of ['agent', 'technicien'] as const)
        await expect(
          lire(qui, (t) => t.$queryRawUnsafe(requete)),
          requete,
        ).rejects.toThrow(/denied/)
  })
})

describe('every table', () => {
  it('has its rows limited, for its owner too', async () => {
    const ouvertes = await tx.$queryRaw<{ nom: string }[]>`
      SELECT c.relname AS nom FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
        AND c.relname <> '_prisma_migrations' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`
    expect(ouvertes).toEqual([])
  })
})

import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { appliquerConservation } from '@/lib/conservation/appliquer-conservation'
import { effacerDemande } from '@/lib/conservation/effacer-demande'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { ajouterNote, envoyerMessage } from '@/lib/demandes/envoyer-message'
import { clePersonne } from '@/lib/demandes/regles'
import { retirerMessage } from '@/lib/messages/retirer-message'
import { rangerFichier } from '@/lib/pieces-jointes/coffre'
import { stockage } from '@/lib/socle/stockage-actif'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'
import { chiffres } from './chiffres'
import { chercherPartout, enClair, fichiersDe, planter } from './residu'

const base = await baseDeTest()
const dossier = mkdtempSync(join(tmpdir(), 'ep-conservation-'))
process.env.STOCKAGE_DOSSIER = dossier
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`
const atelier = await atelierDeTest(base)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const agent = await acteurDe(ici.agent.id)
const technicien = await acteurDe(ici.technicien.id)

const jourMs = 86_400_000
const maintenant = new Date()
const dans = (jours: number) => new Date(maintenant.getTime() + jours * jourMs)
const mois = (n: number) => Math.ceil(n * 30.5)
const marque = 'zqxverra'

const personne = (nom: string) => ({
  civilite: 'madame' as const,
  nomNaissance: nom,
  nomUsage: `${nom}-Usage`,
  prenom: `${nom}prenom`,
  dateNaissance: '1931-02-03',
  departement: '00',
})

async function fichier(demande: { id: string; caisseId: string; structureId: string }, valeurs: object = {}) {
  const id = randomUUID()
  const enveloppe = await rangerFichier(id, Readable.from([Buffer.from(`contenu ${marque}`)]))
  const { caisseId, structureId } = demande
  const noms = { nomFichier: `${marque}.pdf`, typeMime: 'application/pdf', taille: 9, empreinte: 'x', etat: 'saine' }
  await tx.pieceJointe.create({
    data: {
      id,
      demandeId: demande.id,
      caisseId,
      structureId,
      deposeeParId: ici.technicien.id,
      ...noms,
      ...enveloppe,
      ...valeurs,
    },
  })
  return id
}

/** A whole life: messages, a withdrawn one, a note, files of both ways, rendez-vous, link, transfer, bulk act, mails, jobs. */
async function vieEntiere(nom = marque) {
  const autre = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, etat: 'prise_en_charge' })
  const ouverte = await fabriqueDemande(atelier, ici.cadre, {
    agent: ici.agent,
    etat: 'prise_en_charge',
    motif: 'c2s',
    personne: personne(nom),
  })
  const { id, reference } = ouverte
  const version = async () => (await tx.demande.findUniqueOrThrow({ where: { id } })).version
  await agir(technicien, async (c) =>
    envoyerMessage(c, { id, version: await version(), texte: `Bonjour, ${nom} attend.`, nature: 'message' } as never),
  )
  await agir(agent, (c) => ajouterNote(c, { id, texte: `Note sur ${nom}` } as never))
  await agir(agent, async (c) =>
    envoyerMessage(c, { id, version: await version(), texte: `Mot de trop sur ${nom}`, nature: 'message' } as never),
  )
  const message = await tx.message.findFirstOrThrow({
    where: { demandeId: id, cote: 'caisse', interne: false },
    orderBy: { envoyeLe: 'desc' },
  })
  await agir(agent, (c) => retirerMessage(c, { id: message.id } as never))
  const recu = await fichier(ouverte)
  const remis = await fichier(ouverte, { sens: 'sortante', expireLe: dans(3000), deposeeParId: ici.agent.id })
  const lieu = { demandeId: id, caisseId: ouverte.caisseId, structureId: ouverte.structureId }
  await tx.telechargement.create({ data: { ...lieu, pieceJointeId: remis, compteId: ici.technicien.id } })
  await tx.rendezVous.create({
    data: { ...lieu, mode: 'telephone', lieu: 'x', etat: 'honore', debutLe: dans(1), finLe: dans(1), raison: 'x' },
  })
  const [aId = '', bId = ''] = [id, autre.id].sort()
  await tx.lienDemande.create({ data: { aId, bId, caisseId: ouverte.caisseId, lieParId: ici.agent.id } })
  await tx.demande.update({ where: { id: autre.id }, data: { demandeLieeId: id } })
  await tx.transfert.create({
    data: {
      demandeId: id,
      reference,
      deCaisseId: ailleurs.caisse.id,
      versCaisseId: ici.caisse.id,
      partenaireId: ici.partenaire.id,
      raison: 'x',
      transfereeParId: ailleurs.agent.id,
    },
  })
  await tx.$executeRaw`SELECT recherche.apprendre(${ailleurs.caisse.id}::uuid, ARRAY[${nom}])`
  await tx.actionGroupee.create({
    data: {
      id: randomUUID(),
      caisseId: ouverte.caisseId,
      compteId: ici.agent.id,
      type: 'clore',
      total: 1,
      lignes: [{ demandeId: id, reference, fait: true, raison: marque, avant: { etat: 'prise_en_charge' } }],
    },
  })
  await tx.presence.create({
    data: { demandeId: id, compteId: ici.agent.id, caisseId: ouverte.caisseId, vuLe: maintenant },
  })
  await tx.retenue.create({
    data: {
      id: randomUUID(),
      demandeId: id,
      caisseId: ouverte.caisseId,
      raison: 'x',
      jusquau: dans(10),
      poseeLe: maintenant,
      poseeParId: ici.dpo.id,
    },
  })
  await tx.demande.update({
    where: { id },
    data: {
      etat: 'traitee',
      ouverte: false,
      issue: 'accord',
      closeLe: maintenant,
      nomRecherche: nom,
      clePersonne: clePersonne({ nomNaissance: nom, prenom: `${nom}prenom`, dateNaissance: '1931-02-03' } as never),
    },
  })
  return { id, reference, recu, remis, autre: autre.id }
}

describe('the purge of a demande past its time', () => {
  it('leaves no trace of the person in any table, in the search, in the jobs nor in the storage, and the same figures', async () => {
    const vie = await vieEntiere()
    const plantees = await planter(tx, vie.id, marque)
    for (const attendue of [
      'demande.nomNaissance',
      'demande.details',
      'message.texte',
      'texte_retire.texte',
      'piece_jointe.nomFichier',
      'rendez_vous.raison',
      'evenement.details',
      'courriel.texte',
      'courriel.donnees',
      'transfert.raison',
      'retenue.raison',
    ])
      expect(plantees).toContain(attendue)
    const avant = await chercherPartout(tx, [marque, '1931-02-03', '19310203'])
    for (const table of [
      'public.demande',
      'public.message',
      'public.texte_retire',
      'recherche.demande',
      'recherche.mot',
      'public.action_groupee',
    ])
      expect(
        avant.some((lieu) => lieu.startsWith(table)),
        table,
      ).toBe(true)
    expect(await fichiersDe(dossier)).toHaveLength(2)

    const jour = dans(mois(60) + 40)
    const figures = await chiffres(tx, jour)
    const bilan = await appliquerConservation(jour)
    expect(bilan.echecs).toBe(0)
    expect(bilan.caisses[ici.caisse.id]).toMatchObject({ demandes: 1 })

    expect(await chercherPartout(tx, [marque, '1931-02-03', '19310203'])).toEqual([])
    const restes = await fichiersDe(dossier)
    expect(restes).toEqual([])
    expect(await enClair(restes, marque)).toEqual([])
    expect(await chiffres(tx, jour)).toEqual(figures)
  })

  it('keeps the row, says when, and leaves one row of the journal that names it by its id', async () => {
    const squelette = await tx.demande.findFirstOrThrow({ where: { contenuEffaceLe: { not: null } } })
    expect(squelette).toMatchObject({
      etat: 'traitee',
      issue: 'accord',
      nomNaissance: null,
      clePersonne: '',
      details: {},
    })
    expect(squelette.comptesEffaces).toMatchObject({
      messages: 2,
      notes: 1,
      pieces: 1,
      documents: 1,
      telechargements: 1,
    })
    const lignes = await tx.journal.findMany({ where: { action: 'demande.effacee' } })
    expect(lignes.map(({ objetId, details }) => ({ objetId, details }))).toEqual([
      { objetId: squelette.id, details: {} },
    ])
    expect((await demandeDeCaisse(agent, squelette.reference))?.contenuEffaceLe).toEqual(squelette.contenuEffaceLe)
    expect((await demandeDePartenaire(technicien, squelette.reference))?.contenuEffaceLe).toEqual(
      squelette.contenuEffaceLe,
    )
  })

  it('run twice, does nothing more', async () => {
    const jour = dans(mois(60) + 40)
    const avant = await tx.demande.findMany({ orderBy: { id: 'asc' } })
    const bilan = await appliquerConservation(jour)
    expect(Object.values(bilan.caisses)).toEqual([{}, {}])
    expect(await tx.demande.findMany({ orderBy: { id: 'asc' } })).toEqual(avant)
  })

  it('keeps the words of a name that someone else bears at the caisse', async () => {
    const [un, autre] = [await vieEntiere('Homonymat'), await vieEntiere('Homonymat')]
    await tx.retenue.deleteMany({})
    const mot = () =>
      tx.$queryRaw`SELECT mot FROM recherche.mot WHERE mot = 'homonymat' AND "caisseId" = ${ici.caisse.id}::uuid`
    const plusTard = dans(mois(60) + 40)
    expect(await effacerDemande({ id: un.id, caisseId: ici.caisse.id }, plusTard)).toBe(true)
    expect(await mot()).toHaveLength(1)
    expect(await effacerDemande({ id: autre.id, caisseId: ici.caisse.id }, plusTard)).toBe(true)
    expect(await mot()).toHaveLength(0)
  })

  it('waits for its day, for the end of a hold, and for nothing else', async () => {
    const vie = await vieEntiere('Attente')
    const essayer = (jour: Date) => effacerDemande({ id: vie.id, caisseId: ici.caisse.id }, jour)
    await tx.retenue.updateMany({ where: { demandeId: vie.id }, data: { jusquau: dans(1800) } })
    expect(await essayer(dans(mois(60) - 40))).toBe(false)
    await tx.retenue.updateMany({ where: { demandeId: vie.id }, data: { jusquau: dans(1826) } })
    await tx.reglagesCaisse.update({ where: { caisseId: ici.caisse.id }, data: { conservationDemandeMois: 24 } })
    expect(await essayer(dans(mois(24) + 5))).toBe(false)
    await tx.retenue.updateMany({ where: { demandeId: vie.id }, data: { leveeLe: dans(800), leveeParId: ici.dpo.id } })
    expect(await essayer(dans(mois(24) + 5))).toBe(true)
    expect(await essayer(dans(mois(24) + 5))).toBe(false)
    expect(await stockage().existe(vie.recu)).toBe(false)
    await tx.reglagesCaisse.update({ where: { caisseId: ici.caisse.id }, data: { conservationDemandeMois: 60 } })
  })

  it('is the worker’s alone: the web process erases nothing, whatever it asks', async () => {
    const vie = await vieEntiere('Refus')
    for (const appel of [
      `SELECT ep_effacer_demande('${vie.id}', now() + interval '20 years')`,
      `SELECT ep_purger('courriels', NULL, now(), 1)`,
      `SELECT ep_effacer_fichiers('${ici.caisse.id}', now(), 1)`,
      `SELECT * FROM ep_effacer_conventions(now())`,
    ])
      await expect(agir(agent, (c) => c.tx.$queryRawUnsafe(appel))).rejects.toThrow(/permission denied/)
  })
})

it('takes nothing back once its content is gone: no message, file nor rendez-vous, and its figures do not change', async () => {
  const { id, caisseId, structureId, reference } = await tx.demande.findFirstOrThrow({
    where: { contenuEffaceLe: { not: null }, caisseId: ici.caisse.id },
  })
  await expect(
    agir(technicien, (c) => envoyerMessage(c, { id, version: 0, texte: 'Encore un mot', nature: 'message' } as never)),
  ).rejects.toMatchObject({ code: 'etat_change', message: expect.stringContaining('effacé') })
  const ecrire = (sql: string) => agir(agent, (c) => c.tx.$executeRawUnsafe(sql))
  await expect(
    ecrire(`INSERT INTO message (id, "demandeId", "caisseId", "structureId", cote, "auteurId", texte)
      VALUES (gen_random_uuid(), '${id}', '${caisseId}', '${structureId}', 'caisse', '${ici.agent.id}', 'x')`),
  ).rejects.toThrow(/effacé/)
  await expect(ecrire(`UPDATE demande SET issue = 'rejet' WHERE id = '${id}'`)).rejects.toThrow(/effacé/)
  await expect(
    ecrire(`UPDATE demande SET "contenuEffaceLe" = now() WHERE reference <> '${reference}'`),
  ).rejects.toThrow(/effacé/)
})

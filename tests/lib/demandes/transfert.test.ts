import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { envoyerComplement } from '@/lib/demandes/completer-demande'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { ajouterNote, envoyerMessage } from '@/lib/demandes/envoyer-message'
import { prendreEnCharge } from '@/lib/demandes/prendre-en-charge'
import { fileDAttente } from '@/lib/demandes/queries-caisse'
import { choixDeCorrection, transfertDe, transfertsDeLaCaisse } from '@/lib/demandes/queries-corrections'
import { transfererDemande } from '@/lib/demandes/transferer-demande'
import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const delai = (delaiJours: number) => [{ prestation: 'puma', delaiJours, seuilAlerteJours: 5 }]
const ici = await fabriquePartenariat(atelier, { caisse: { delais: delai(30) } })
const la = await fabriqueCaisse(atelier, { delais: delai(20) })
const fermee = await fabriqueCaisse(atelier)
const suspendue = await fabriqueCaisse(atelier)
for (const caisse of [la, suspendue])
  await fabriqueConvention(atelier, { partenaireId: ici.partenaire.id, caisses: [{ caisseId: caisse.id }] })
await atelier.tx.suspension.create({
  data: { caisseId: suspendue.id, partenaireId: ici.partenaire.id, motif: 'Essai', debutLe: new Date('2026-01-01') },
})
const compteLa = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: la.id, roles: ['agent'] })
const agent = await acteurDe(ici.agent.id)
const agentLa = await acteurDe(compteLa.id)
const technicien = await acteurDe(ici.technicien.id)

const deposeeLe = new Date(Date.now() - 10 * 86_400_000)
const cadre = { ...ici.cadre, delais: delai(30) }
const deposer = (valeurs = {}) =>
  fabriqueDemande(atelier, cadre, { agent: ici.agent, motif: 'puma', deposeeLe, ...valeurs })
const relire = (id: string) => atelier.tx.demande.findUniqueOrThrow({ where: { id } })
const transferer = async (id: string, valeurs: Partial<Parameters<typeof transfererDemande>[1]> = {}) =>
  agir(agent, async (c) =>
    transfererDemande(c, {
      id,
      version: (await relire(id)).version,
      caisse: la.id,
      motif: null,
      raison: 'La personne a déménagé.',
      ...valeurs,
    }),
  )
const joindre = (demandeId: string) =>
  atelier.tx.pieceJointe.create({
    data: {
      demandeId,
      caisseId: ici.caisse.id,
      structureId: ici.structure.id,
      nomFichier: 'a.pdf',
      typeMime: 'application/pdf',
      taille: 1,
      empreinte: 'x',
      cleEnveloppee: Buffer.from('x'),
      cleVersion: 1,
      etat: 'saine',
      deposeeParId: ici.technicien.id,
    },
  })
const toutes = { vue: 'toutes' as const }

describe('a demande filed at the wrong caisse', () => {
  it('goes to the right one with its first date, its files and its messages, and without the internal notes', async () => {
    const { id, reference } = await deposer({ etat: 'prise_en_charge' })
    await agir(agent, async (c) =>
      envoyerMessage(c, { id, version: (await relire(id)).version, texte: 'Je regarde.', nature: 'reponse' }),
    )
    await agir(agent, async (c) =>
      ajouterNote(c, { id, version: 0, texte: 'Ancienne adresse connue.', nature: 'note' }),
    )
    await joindre(id)
    await transferer(id)

    const arrivee = await demandeDeCaisse(agentLa, reference)
    expect(arrivee).toMatchObject({
      etat: 'transmise',
      agentId: null,
      transfereeDe: ici.caisse.nom,
      delaiJours: 20,
      deposeeLe,
      completeeLe: deposeeLe,
    })
    expect(arrivee?.messages.map(({ texte }) => texte)).toEqual(['Je regarde.'])
    expect(arrivee?.messages[0]?.auteur.nom).toBe(ici.agent.nom)
    expect(arrivee?.pieces).toHaveLength(1)
    expect(arrivee?.evenements.map(({ type }) => type)).not.toContain('note')
    expect((await fileDAttente(agentLa, toutes as never)).lignes.map((ligne) => ligne.reference)).toContain(reference)

    // The first caisse keeps the reference and the reason, and no longer the person.
    expect(await demandeDeCaisse(agent, reference)).toBeNull()
    expect((await fileDAttente(agent, toutes as never)).lignes.map((ligne) => ligne.reference)).not.toContain(reference)
    const trace = await transfertDe(agent, reference)
    expect(trace).toMatchObject({ vers: la.nom, raison: 'La personne a déménagé.', partenaire: ici.partenaire.nom })
    expect(Object.keys(trace ?? {}).join(' ')).not.toMatch(/personne|prenom|nomNaissance/)
    expect((await transfertsDeLaCaisse(agent, { sens: 'partis' })).lignes[0]).toMatchObject({
      reference,
      ouvrable: false,
    })
    expect((await transfertsDeLaCaisse(agentLa, { sens: 'arrives' })).lignes[0]).toMatchObject({
      reference,
      ouvrable: true,
    })
    expect(await transfertDe(agentLa, reference)).toBeNull()

    // The partenaire is told, and goes on at the same address.
    const vue = await demandeDePartenaire(technicien, reference)
    expect(vue).toMatchObject({ caisseId: la.id, deposeeLe })
    expect(vue?.messages.map(({ texte }) => texte)).toEqual(['Je regarde.'])
    expect(vue?.evenements.at(-1)).toMatchObject({
      type: 'transferee',
      details: { raison: 'La personne a déménagé.', vers: la.nom },
    })
    expect(await atelier.tx.courriel.count({ where: { demandeId: id, modele: 'demande_transferee' } })).toBe(1)

    await agir(agentLa, (c) => prendreEnCharge(c, { id }))
    expect((await demandeDePartenaire(technicien, reference))?.agent?.nom).toBe(compteLa.nom)
    const compteurs = (caisseId: string) =>
      atelier.tx.compteurFile.aggregate({ where: { caisseId, type: 'toutes' }, _sum: { n: true } })
    expect((await compteurs(la.id))._sum.n).toBe(1)
  })

  it('keeps waiting for the complément that was asked, which arrives at the new caisse', async () => {
    const { id } = await deposer({ etat: 'attente_complement' })
    await transferer(id)
    expect(await relire(id)).toMatchObject({
      etat: 'attente_complement',
      echeanceLe: null,
      caisseId: la.id,
      agentId: null,
    })
    await agir(technicien, (c) => envoyerComplement(c, { id, version: 0, texte: 'Le voici.' }))
    expect(await relire(id)).toMatchObject({ etat: 'complement_recu', delaiJours: 20 })
  })

  it('is routed by the rules of the other caisse, and its rendez-vous is cancelled', async () => {
    const equipe = await atelier.tx.equipe.create({ data: { caisseId: la.id, nom: 'Droits' } })
    await atelier.tx.regleRoutage.create({
      data: { caisseId: la.id, motifId: motifNational('puma').id, equipeId: equipe.id },
    })
    const { id } = await deposer()
    await atelier.tx.rendezVous.create({
      data: {
        demandeId: id,
        caisseId: ici.caisse.id,
        structureId: ici.structure.id,
        mode: 'telephone',
        etat: 'fixe',
        sequence: 2,
        debutLe: new Date(Date.now() + 86_400_000),
        finLe: new Date(Date.now() + 90_000_000),
      },
    })
    await transferer(id)
    // It leaves the calendars: the invitation that cancels goes with the number that the row then bears.
    const courriel = await atelier.tx.courriel.findFirstOrThrow({
      where: { demandeId: id, compteId: ici.technicien.id, modele: 'rendez_vous_annule' },
    })
    expect(courriel.donnees).toMatchObject({ rendezVous: { methode: 'CANCEL', sequence: 3 } })
    expect((await relire(id)).equipeId).toBe(equipe.id)
    expect(await atelier.tx.rendezVous.findFirst({ where: { demandeId: id } })).toMatchObject({
      etat: 'annule',
      sequence: 3,
      annulePar: 'caisse',
      caisseId: la.id,
    })
  })

  it('takes a motif of the other caisse where its own is not offered there', async () => {
    await atelier.tx.motifCaisse.create({
      data: { caisseId: la.id, motifId: motifNational('aide_financiere').id, actif: false },
    })
    const { id } = await deposer({ motif: 'aide_financiere' })
    await expect(transferer(id)).rejects.toMatchObject({
      erreurs: { motif: expect.stringContaining('choisissez celui') },
    })
    await transferer(id, { motif: { motifId: motifNational('c2s').id, variante: 'premiere' } })
    expect(await relire(id)).toMatchObject({ objet: 'C2S, première demande', caisseId: la.id })
  })

  it('comes back with its notes when the other caisse sends it back', async () => {
    const { id, reference } = await deposer({ etat: 'prise_en_charge' })
    await agir(agent, (c) => ajouterNote(c, { id, version: 0, texte: 'À nous finalement.', nature: 'note' }))
    await transferer(id)
    await agir(agentLa, async (c) =>
      transfererDemande(c, {
        id,
        version: (await relire(id)).version,
        caisse: ici.caisse.id,
        motif: null,
        raison: 'Elle relève de vous.',
      }),
    )
    const retour = await demandeDeCaisse(agent, reference)
    expect(retour?.messages.map(({ texte }) => texte)).toEqual(['À nous finalement.'])
    expect(retour?.delaiJours).toBe(30)
  })
})

describe('where it cannot go', () => {
  it('offers the caisses open to the partenaire, and orients it to the others', async () => {
    const demande = await deposer()
    const choix = await choixDeCorrection(agent, demande, 'transferer')
    expect(choix?.ouvertes.map(({ id }) => id)).toEqual([la.id])
    expect(choix?.autres.map(({ id }) => id)).toEqual(expect.arrayContaining([fermee.id, suspendue.id]))
    for (const caisse of [fermee.id, suspendue.id, ici.caisse.id, randomUUID()])
      await expect(transferer(demande.id, { caisse })).rejects.toMatchObject({ code: 'saisie' })
    expect((await relire(demande.id)).caisseId).toBe(ici.caisse.id)
  })

  it('is closed to a structure that is not open yet, and refused for a closed demande or on an old page', async () => {
    const demande = await deposer()
    await expect(transferer(demande.id, { version: demande.version - 1 })).rejects.toMatchObject({
      code: 'etat_change',
    })
    await atelier.tx.structure.update({ where: { id: ici.structure.id }, data: { ouvreLe: new Date('2100-01-01') } })
    await expect(transferer(demande.id)).rejects.toMatchObject({ code: 'saisie' })
    await atelier.tx.structure.update({ where: { id: ici.structure.id }, data: { ouvreLe: null } })
    const close = await deposer({ etat: 'traitee' })
    await expect(transferer(close.id)).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('is not done by a plain update, nor by a forged call of the function', async () => {
    const { id, motifId } = await deposer()
    const vers = { caisseId: la.id }
    for (const acteur of [agent, technicien])
      await expect(agir(acteur, ({ tx }) => tx.demande.updateMany({ where: { id }, data: vers }))).rejects.toThrow()
    await expect(
      agir(technicien, ({ tx }) => tx.demande.updateMany({ where: { id }, data: { deposeeLe: new Date() } })),
    ).rejects.toThrow(/ne se changent pas/)
    // Nor is a file moved, by who has both caisses open.
    const piece = await joindre(id)
    for (const data of [vers, { demandeId: null }])
      await expect(
        agir(technicien, ({ tx }) => tx.pieceJointe.updateMany({ where: { id: piece.id }, data })),
      ).rejects.toThrow(/permission denied/)
    const lue = { demandeId: id, structureId: ici.structure.id, compteId: technicien.compteId, cote: 'partenaire' }
    await atelier.tx.lecture.create({ data: { ...lue, caisseId: ici.caisse.id, vueLe: new Date() } })
    await expect(
      agir(technicien, ({ tx }) => tx.lecture.updateMany({ where: { demandeId: id }, data: vers })),
    ).rejects.toThrow(/permission denied/)
    const appeler = (acteur: typeof agent, caisse: string, motif = motifId) =>
      agir(
        acteur,
        ({ tx }) =>
          tx.$executeRaw`SELECT ep_transferer_demande(${id}::uuid, ${caisse}::uuid, 'x', now(), ${JSON.stringify({ motifId: motif, objet: 'x', triLe: new Date() })}::jsonb)`,
      )
    await expect(appeler(technicien, la.id)).rejects.toThrow(/seul un agent/)
    await expect(appeler(agentLa, la.id)).rejects.toThrow(/ne se transfère pas/)
    await expect(appeler(agent, fermee.id)).rejects.toThrow(/pas ouverte au partenaire/)
    await expect(appeler(agent, suspendue.id)).rejects.toThrow(/pas ouverte au partenaire/)
    await expect(appeler(agent, la.id, motifNational('aide_financiere').id)).rejects.toThrow(/motif n’est pas ouvert/)
    expect((await relire(id)).caisseId).toBe(ici.caisse.id)
  })
})

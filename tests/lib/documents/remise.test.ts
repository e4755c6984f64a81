import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { accuserTelechargement } from '@/lib/documents/accuser-telechargement'
import { posterDocument } from '@/lib/documents/poster-document'
import { prolongerDocument } from '@/lib/documents/prolonger-document'
import { verifierDestination } from '@/lib/pieces-jointes/destination'
import { pieceALire } from '@/lib/pieces-jointes/queries'
import type { Acteur } from '@/lib/socle/acteur'
import { baseTravaux } from '@/lib/socle/base'
import { ajouterJours, dateAParis, debutDuJour } from '@/lib/socle/temps'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const { caisse, partenaire, structure, cadre, agent, technicien, referent } = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const acteurs = {
  agent: await acteurDe(agent.id),
  technicien: await acteurDe(technicien.id),
  agentAilleurs: await acteurDe(ailleurs.agent.id),
  technicienAilleurs: await acteurDe(ailleurs.technicien.id),
  referent: await acteurDe(referent.id),
}
const demande = await fabriqueDemande(atelier, cadre, { agent, etat: 'prise_en_charge', motif: 'puma' })
const autreDemande = await fabriqueDemande(atelier, cadre, { agent, etat: 'prise_en_charge' })
const aujourdhui = dateAParis(new Date())
const jour = (decalage: number) => new Date(`${ajouterJours(aujourdhui, decalage)}T00:00:00Z`)

const convention = (data: {
  habiliteDocuments?: boolean
  finLe?: Date | null
  etat?: string
  utilisationEffetLe?: Date
}) => tx.conventionCaisse.updateMany({ where: { caisseId: caisse.id, partenaireId: partenaire.id }, data })
const habiliter = () =>
  convention({ habiliteDocuments: true, finLe: null, etat: 'en_vigueur', utilisationEffetLe: jour(-30) })

const ligne = (
  valeurs: {
    sens?: string
    demandeId?: string | null
    deposeeParId?: string
    expireLe?: Date
    structureId?: string
  } = {},
) => ({
  id: randomUUID(),
  demandeId: demande.id as string | null,
  caisseId: caisse.id,
  structureId: structure.id,
  sens: 'sortante',
  nomFichier: 'attestation.pdf',
  typeMime: 'application/pdf',
  taille: 1_000,
  empreinte: '',
  cleEnveloppee: Buffer.from('cle'),
  cleVersion: 1,
  etat: 'en_analyse',
  deposeeParId: agent.id,
  ...valeurs,
})

/** What a fault in the product could let a person write, by SQL as the role of the web: «permission denied», or the row. */
const inserer = (acteur: Acteur, valeurs: Parameters<typeof ligne>[0] = {}) => {
  const data = ligne({ deposeeParId: acteur.compteId, ...valeurs })
  return agir(acteur, (contexte) => contexte.tx.pieceJointe.createMany({ data: [data] })).then(
    () => data.id,
    (erreur: unknown) => {
      expect(String(erreur)).toMatch(/permission denied|row-level security/)
      return 'refus' as const
    },
  )
}

async function remettre() {
  await habiliter()
  const id = await inserer(acteurs.agent)
  expect(id).not.toBe('refus')
  return id
}

describe('a document in the portal', () => {
  it('goes to a partenaire habilité by a convention in force today, and to nobody else', async () => {
    await habiliter()
    expect(await inserer(acteurs.agent)).not.toBe('refus')
    for (const interdit of [
      { habiliteDocuments: false },
      { finLe: jour(-1) },
      { utilisationEffetLe: jour(1) },
      { etat: 'resiliee' },
      { etat: 'brouillon' },
    ]) {
      await habiliter()
      await convention(interdit)
      expect(await inserer(acteurs.agent), JSON.stringify(interdit)).toBe('refus')
      // The same in words, before the file is received.
      await expect(
        agir(acteurs.agent, (c) => verifierDestination(c.tx, acteurs.agent, { demande: demande.id, code: 'reponse' })),
        JSON.stringify(interdit),
      ).rejects.toThrow(/pas habilité/)
    }
    await habiliter()
    await convention({ finLe: jour(0) })
    expect(await inserer(acteurs.agent)).not.toBe('refus')
  })

  it('is refused to the worker too', async () => {
    await convention({ habiliteDocuments: false })
    await expect(baseTravaux().pieceJointe.createMany({ data: [ligne()] })).rejects.toThrow(/habilité/)
    await habiliter()
    await baseTravaux().pieceJointe.createMany({ data: [ligne()] })
  })

  it('has one way for each side: none is forged to go round the rule', async () => {
    await habiliter()
    expect(await inserer(acteurs.agent, { sens: 'entrante' })).toBe('refus')
    expect(await inserer(acteurs.technicien, { sens: 'sortante' })).toBe('refus')
    expect(await inserer(acteurs.technicien, { sens: 'entrante' })).not.toBe('refus')
    expect(await inserer(acteurs.agent, { structureId: ailleurs.structure.id })).toBe('refus')
    expect(await inserer(acteurs.agentAilleurs)).toBe('refus')
    expect(await inserer(acteurs.referent)).toBe('refus')
  })

  it('never changes demande nor way', async () => {
    const id = await remettre()
    for (const data of [{ sens: 'entrante' }, { demandeId: autreDemande.id }, { demandeId: null }, { etat: 'saine' }]) {
      const essai = agir(acteurs.agent, (c) => c.tx.pieceJointe.updateMany({ where: { id }, data }))
      await expect(essai, JSON.stringify(data)).rejects.toThrow(/permission denied/)
    }
    await expect(baseTravaux().pieceJointe.updateMany({ where: { id }, data: { sens: 'entrante' } })).rejects.toThrow(
      /permission denied/,
    )
  })

  it('closes to the partenaire with its habilitation, opens again with it, and stays with the caisse', async () => {
    const id = await remettre()
    expect((await pieceALire(acteurs.technicien, id)).id).toBe(id)
    await convention({ habiliteDocuments: false })
    await expect(pieceALire(acteurs.technicien, id)).rejects.toThrow()
    expect((await pieceALire(acteurs.agent, id)).id).toBe(id)
    await habiliter()
    await convention({ finLe: jour(-1) })
    await expect(pieceALire(acteurs.technicien, id)).rejects.toThrow()
    await habiliter()
    expect((await pieceALire(acteurs.technicien, id)).id).toBe(id)
    for (const autre of [acteurs.technicienAilleurs, acteurs.agentAilleurs])
      await expect(pieceALire(autre, id)).rejects.toThrow()
  })
})

describe('its last day', () => {
  const apres = (jours: number) => debutDuJour(ajouterJours(aujourdhui, jours + 1))

  it('comes from the settings of the caisse, whatever the writer says', async () => {
    await tx.reglagesCaisse.update({ where: { caisseId: caisse.id }, data: { documentDisponibleJours: 20 } })
    await habiliter()
    const id = await inserer(acteurs.agent, { expireLe: new Date('2099-01-01') })
    expect((await tx.pieceJointe.findUniqueOrThrow({ where: { id } })).expireLe).toEqual(apres(20))
  })

  it('is put off by the agent, as far as a new document, before it has passed', async () => {
    const id = await remettre()
    await tx.pieceJointe.update({ where: { id }, data: { expireLe: apres(2) } })
    await agir(acteurs.agent, (c) => prolongerDocument(c, { id }))
    const relire = async () => (await tx.pieceJointe.findUniqueOrThrow({ where: { id } })).expireLe
    expect(await relire()).toEqual(apres(20))
    await agir(acteurs.agent, (c) => prolongerDocument(c, { id }))
    expect(await relire()).toEqual(apres(20))
    await expect(agir(acteurs.agentAilleurs, (c) => prolongerDocument(c, { id }))).rejects.toMatchObject({
      code: 'introuvable',
    })

    await convention({ habiliteDocuments: false })
    await expect(agir(acteurs.agent, (c) => prolongerDocument(c, { id }))).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('plus habilité'),
    })
    await habiliter()

    for (const expireLe of [new Date('2099-01-01'), new Date(), null])
      for (const acteur of [acteurs.agent, acteurs.technicien])
        await expect(
          agir(acteur, (c) => c.tx.pieceJointe.updateMany({ where: { id }, data: { expireLe } })),
        ).rejects.toThrow(/permission denied/)

    await tx.pieceJointe.update({ where: { id }, data: { expireLe: new Date(Date.now() - 1_000) } })
    await expect(agir(acteurs.agent, (c) => prolongerDocument(c, { id }))).rejects.toThrow(/ajoutez-le de nouveau/)
  })
})

describe('the receipt of a download', () => {
  it('is kept each time, read by both sides, and stands once in the history', async () => {
    const id = await remettre()
    const piece = await pieceALire(acteurs.technicien, id)
    const le = new Date()
    await accuserTelechargement(acteurs.technicien, piece, le)
    await accuserTelechargement(acteurs.technicien, piece, le)
    for (const acteur of [acteurs.agent, acteurs.technicien])
      expect(await agir(acteur, (c) => c.tx.telechargement.count({ where: { pieceJointeId: id } }))).toBe(2)
    for (const acteur of [acteurs.agentAilleurs, acteurs.technicienAilleurs])
      expect(await agir(acteur, (c) => c.tx.telechargement.count({ where: { pieceJointeId: id } }))).toBe(0)
    expect(
      await tx.evenement.count({
        where: { demandeId: demande.id, type: 'document_telecharge', auteurId: technicien.id },
      }),
    ).toBe(1)
  })

  it('is not written for another, nor elsewhere, nor taken back', async () => {
    const pieceJointeId = await remettre()
    const recu = {
      pieceJointeId,
      demandeId: demande.id,
      caisseId: caisse.id,
      structureId: structure.id,
      compteId: technicien.id,
    }
    const ecrire = (data: typeof recu) =>
      agir(acteurs.technicien, (c) => c.tx.telechargement.createMany({ data: [data] }))
    await expect(ecrire({ ...recu, compteId: agent.id })).rejects.toThrow(/row-level security/)
    await expect(ecrire({ ...recu, caisseId: ailleurs.caisse.id })).rejects.toThrow(/row-level security/)
    await ecrire(recu)
    await expect(
      agir(acteurs.technicien, (c) => c.tx.telechargement.deleteMany({ where: { pieceJointeId } })),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('a document sent by post', () => {
  const enCours = () => fabriqueDemande(atelier, cadre, { agent, etat: 'prise_en_charge', motif: 'attestation_droits' })
  const saisie = (d: { id: string; version: number }, valeurs = {}) => ({
    id: d.id,
    version: d.version,
    document: 'Attestation de droits',
    posteLe: aujourdhui,
    issue: '',
    ...valeurs,
  })

  it('stands in the history with its day, and its author is told', async () => {
    const d = await enCours()
    await agir(acteurs.agent, (c) => posterDocument(c, saisie(d)))
    const [evenement] = await agir(acteurs.technicien, (c) =>
      c.tx.evenement.findMany({ where: { demandeId: d.id, type: 'document_poste' } }),
    )
    expect(evenement?.details).toEqual({ document: 'Attestation de droits', posteLe: aujourdhui })
    const courriels = await tx.courriel.findMany({ where: { demandeId: d.id, modele: 'document_poste' } })
    expect(courriels).toHaveLength(1)
    expect(JSON.stringify(courriels[0]?.donnees)).not.toContain('Attestation')
    expect((await tx.demande.findUniqueOrThrow({ where: { id: d.id } })).etat).toBe('prise_en_charge')
  })

  it('closes the demande at once when an outcome is chosen, and its answer says what left', async () => {
    const d = await enCours()
    await agir(acteurs.agent, (c) => posterDocument(c, saisie(d, { issue: 'envoye_courrier' })))
    expect(await tx.demande.findUniqueOrThrow({ where: { id: d.id } })).toMatchObject({
      etat: 'traitee',
      issue: 'envoye_courrier',
    })
    expect(
      await tx.message.findFirst({ where: { demandeId: d.id, cote: 'caisse' }, orderBy: { envoyeLe: 'desc' } }),
    ).toMatchObject({
      texte: expect.stringContaining('Attestation de droits'),
    })
  })

  it('asks what becomes of a rendez-vous still to come, and frees its hour when it is cancelled', async () => {
    const d = await enCours()
    const debutLe = new Date(Date.now() + 5 * 86_400_000)
    const rendezVous = await tx.rendezVous.create({
      data: {
        demandeId: d.id,
        caisseId: caisse.id,
        structureId: structure.id,
        agentId: agent.id,
        mode: 'telephone',
        etat: 'fixe',
        debutLe,
        finLe: new Date(debutLe.getTime() + 1_800_000),
      },
    })
    const poster = (valeurs = {}) =>
      agir(acteurs.agent, (c) => posterDocument(c, saisie(d, { issue: 'envoye_courrier', ...valeurs })))
    await expect(poster()).rejects.toMatchObject({
      erreurs: { rendezVous: expect.stringContaining('gardé ou annulé') },
    })
    await poster({ rendezVous: 'annuler' })
    expect(await tx.rendezVous.findUniqueOrThrow({ where: { id: rendezVous.id } })).toMatchObject({ etat: 'annule' })
  })

  it('is refused for a day to come, before the demande, on an old page, on a cancelled demande, and by another caisse', async () => {
    const d = await enCours()
    const essayer = (acteur: Acteur, valeurs = {}, voulue = d) =>
      agir(acteur, (c) => posterDocument(c, saisie(voulue, valeurs)))
    await expect(essayer(acteurs.agent, { posteLe: ajouterJours(aujourdhui, 1) })).rejects.toMatchObject({
      code: 'saisie',
    })
    await expect(essayer(acteurs.agent, { posteLe: '2001-01-01' })).rejects.toMatchObject({ code: 'saisie' })
    await expect(essayer(acteurs.agent, { version: d.version + 1 })).rejects.toMatchObject({ code: 'etat_change' })
    await expect(essayer(acteurs.agentAilleurs)).rejects.toMatchObject({ code: 'introuvable' })
    const annulee = await fabriqueDemande(atelier, cadre, { etat: 'annulee' })
    await expect(essayer(acteurs.agent, {}, annulee)).rejects.toMatchObject({ code: 'etat_change' })
    expect(await tx.evenement.count({ where: { demandeId: { in: [d.id, annulee.id] }, type: 'document_poste' } })).toBe(
      0,
    )
  })
})

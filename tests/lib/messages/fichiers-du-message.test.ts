import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { ajouterNote, envoyerMessage } from '@/lib/demandes/envoyer-message'
import { retirerMessage } from '@/lib/messages/retirer-message'
import { purgerFichiers } from '@/lib/pieces-jointes/purger-fichiers'
import { piecesDe } from '@/lib/pieces-jointes/queries'
import { recevoirPiece } from '@/lib/pieces-jointes/recevoir-piece'
import { supprimerPiece } from '@/lib/pieces-jointes/supprimer-piece'
import type { Acteur } from '@/lib/socle/acteur'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'
import { pdf } from '@/tests/lib/pieces-jointes/echantillons'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
process.env.STOCKAGE_DOSSIER = mkdtempSync(join(tmpdir(), 'ep-message-'))
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`
const monde = await fabriquePartenariat(atelier)
const collegue = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: monde.caisse.id, roles: ['agent'] })
const technicien = await acteurDe(monde.technicien.id)
const agent = await acteurDe(monde.agent.id)
const agent2 = await acteurDe(collegue.id)
const contenu = await pdf()

const deposer = (etat: 'prise_en_charge' | 'traitee' = 'prise_en_charge') =>
  fabriqueDemande(atelier, monde.cadre, { agent: monde.agent, motif: 'puma', etat })
const preparer = (qui: Acteur, demande: string, nom = 'courrier.pdf') =>
  recevoirPiece(
    qui,
    { demande, preparation: '1', code: 'message' },
    { nom, flux: Readable.from([contenu]) },
    '127.0.0.1',
  )
const habiliter = (habiliteDocuments: boolean) =>
  atelier.tx.conventionCaisse.updateMany({ where: { caisseId: monde.caisse.id }, data: { habiliteDocuments } })
const dernier = (demandeId: string) =>
  atelier.tx.message.findFirstOrThrow({
    where: { demandeId },
    orderBy: [{ envoyeLe: 'desc' }, { id: 'desc' }],
    include: { pieces: true },
  })
const ecrire = async (qui: Acteur, id: string, le = new Date()) => {
  const { version } = await atelier.tx.demande.findUniqueOrThrow({ where: { id } })
  await agir(qui, (c) => envoyerMessage(c, { id, version, texte: 'Voici.', nature: 'reponse' }), le)
  return dernier(id)
}

describe('files of a message', () => {
  it('are seen by their writer alone until it leaves, then by both sides, under it', async () => {
    const { id, reference } = await deposer()
    const un = await preparer(technicien, id, 'un.pdf')
    const deux = await preparer(technicien, id, 'deux.pdf')
    expect((await demandeDePartenaire(technicien, reference))?.preparees.map((piece) => piece.id)).toEqual([
      un.id,
      deux.id,
    ])
    expect((await piecesDe(technicien, { demande: id })).map((piece) => piece.id)).not.toContain(un.id)
    expect(await piecesDe(agent, { demande: id, preparation: '1' })).toEqual([])
    expect((await demandeDeCaisse(agent, reference))?.pieces.map((piece) => piece.id)).not.toContain(un.id)

    const message = await ecrire(technicien, id)
    expect(message.pieces.map((piece) => [piece.id, piece.enPreparation, piece.code]).sort()).toEqual(
      [
        [un.id, false, 'autre'],
        [deux.id, false, 'autre'],
      ].sort(),
    )
    const lue = await demandeDeCaisse(agent, reference)
    expect(lue?.pieces.filter(({ messageId }) => messageId === message.id)).toHaveLength(2)
    expect((await demandeDePartenaire(technicien, reference))?.preparees).toEqual([])
  })

  it('go to a partenaire habilité only, and out of sight with their message', async () => {
    const { id, reference } = await deposer()
    await habiliter(false)
    await expect(preparer(agent, id)).rejects.toMatchObject({ code: 'etat_change' })
    await habiliter(true)
    const piece = await preparer(agent, id)
    // A note keeps them for the answer; the answer of a colleague leaves without them.
    await agir(agent, (c) => ajouterNote(c, { id, version: 0, texte: 'À vérifier.', nature: 'note' }))
    expect((await ecrire(agent2, id)).pieces).toEqual([])
    const message = await ecrire(agent, id)
    expect(message.pieces.map((jointe) => jointe.id)).toEqual([piece.id])
    expect(message.pieces[0]?.expireLe).not.toBeNull()
    expect((await demandeDePartenaire(technicien, reference))?.pieces.map((lue) => lue.id)).toContain(piece.id)

    await agir(agent, (c) => retirerMessage(c, { id: message.id }))
    expect((await demandeDePartenaire(technicien, reference))?.pieces.map((lue) => lue.id)).not.toContain(piece.id)
    expect((await demandeDeCaisse(agent, reference))?.pieces.map((lue) => lue.id)).not.toContain(piece.id)
    await habiliter(false)
  })

  it('can be joined to what opens a closed demande again, taken out before, and by nobody else', async () => {
    const { id } = await deposer('traitee')
    const garde = await preparer(technicien, id, 'garde.pdf')
    const ote = await preparer(technicien, id, 'ote.pdf')
    await expect(supprimerPiece(agent, ote.id)).rejects.toMatchObject({ code: 'introuvable' })
    await supprimerPiece(technicien, ote.id)
    const message = await ecrire(technicien, id)
    expect(message.pieces.map((piece) => piece.id)).toEqual([garde.id])
    await expect(supprimerPiece(technicien, garde.id)).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('that the antivirus refuses are named by the message, and nothing else is lost', async () => {
    const { id, reference } = await deposer()
    const piece = await preparer(technicien, id, 'virus.pdf')
    await atelier.tx.pieceJointe.update({
      where: { id: piece.id },
      data: { etat: 'infectee', raisonRefus: '«\u00A0virus.pdf\u00A0» est refusé' },
    })
    const message = await ecrire(technicien, id)
    expect(message.texte).toBe('Voici.')
    const lue = (await demandeDeCaisse(agent, reference))?.pieces.find(({ messageId }) => messageId === message.id)
    expect(lue).toMatchObject({ etat: 'infectee', raisonRefus: expect.stringContaining('virus.pdf') })
  })

  it('never sent, are forgotten after a day', async () => {
    const { id } = await deposer()
    const vieille = await preparer(technicien, id)
    const recente = await preparer(technicien, id)
    const maintenant = new Date()
    await atelier.tx.pieceJointe.update({
      where: { id: vieille.id },
      data: { deposeeLe: new Date(maintenant.getTime() - 25 * 3_600_000) },
    })
    await purgerFichiers(maintenant)
    const restent = await atelier.tx.pieceJointe.findMany({ where: { demandeId: id, enPreparation: true } })
    expect(restent.map((piece) => piece.id)).toEqual([recente.id])
  })

  it('do not go to another demande nor to the message of another, whatever the product does', async () => {
    const { id } = await deposer()
    const piece = await preparer(technicien, id)
    const autre = await deposer()
    const message = await ecrire(agent, autre.id)
    await expect(
      agir(technicien, ({ tx }) =>
        tx.pieceJointe.updateMany({ where: { id: piece.id }, data: { messageId: message.id, enPreparation: false } }),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})

import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, it } from 'vitest'
import { prevenirAgent } from '@/lib/demandes/prevenir'
import { verrouillerDemande } from '@/lib/demandes/transition'
import { analyserPiece } from '@/lib/pieces-jointes/analyser-piece'
import { rangerFichier } from '@/lib/pieces-jointes/coffre'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { fabriquerPiece } from '@/prisma/seed/fabrique-pieces'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
// No scanner here: what it would have passed.
process.env.CLAMD = ''
process.env.STOCKAGE_DOSSIER = mkdtempSync(join(tmpdir(), 'ep-annonce-'))
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`
const { caisse, structure, cadre, agent, technicien } = await fabriquePartenariat(atelier)
const demande = await fabriqueDemande(atelier, cadre, { agent, etat: 'prise_en_charge' })

beforeEach(() => tx.courriel.deleteMany())
const modeles = async () => (await tx.courriel.findMany()).map(({ modele, destinataire }) => [modele, destinataire])

async function recue(valeurs: object) {
  const id = randomUUID()
  const { contenu } = await fabriquerPiece({ type: 'impots', nom: 'Anaïs Kervella', graine: 'annonce', format: 'pdf' })
  const enveloppe = await rangerFichier(id, Readable.from([contenu]))
  await tx.pieceJointe.create({
    data: {
      id,
      demandeId: demande.id,
      caisseId: caisse.id,
      structureId: structure.id,
      nomFichier: 'attestation.pdf',
      typeMime: 'application/pdf',
      taille: contenu.length,
      empreinte: '',
      ...enveloppe,
      deposeeParId: agent.id,
      ...valeurs,
    },
  })
  return id
}

describe('a delivered document', () => {
  it('is announced once, when it can be downloaded', async () => {
    const id = await recue({ sens: 'sortante' })
    expect(await modeles()).toEqual([])
    await analyserPiece(id)
    await analyserPiece(id)
    expect(await modeles()).toEqual([['document_remis', technicien.courriel]])
    // As well as a message, it is something to read for who follows the demande.
    expect((await tx.demande.findUniqueOrThrow({ where: { id: demande.id } })).nonLusPartenaire).toBe(1)
  })

  it('is announced by the message it goes with, when there is one; a piece of the partenaire is not announced', async () => {
    await analyserPiece(await recue({ sens: 'sortante', enPreparation: true }))
    await analyserPiece(await recue({ sens: 'entrante', deposeeParId: technicien.id }))
    expect(await modeles()).toEqual([])
  })
})

describe('an agent who is away', () => {
  it('is told with the colleague who stands in, of the day only', async () => {
    const collegue = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: caisse.id, roles: ['agent'] })
    const aujourdhui = dateAParis(new Date())
    const jour = (decalage: number) => new Date(`${ajouterJours(aujourdhui, decalage)}T00:00:00Z`)
    await tx.absence.create({
      data: {
        id: randomUUID(),
        caisseId: caisse.id,
        compteId: agent.id,
        remplacantId: collegue.id,
        creeeParId: agent.id,
        debutLe: jour(-1),
        finLe: jour(1),
      },
    })
    const prevenir = async () => {
      await tx.courriel.deleteMany()
      await agir(await acteurDe(technicien.id), async (c) =>
        prevenirAgent(c, await verrouillerDemande(c, demande.id), 'message_partenaire'),
      )
      return new Set((await modeles()).map(([, adresse]) => adresse))
    }
    expect(await prevenir()).toEqual(new Set([agent.courriel, collegue.courriel]))
    await tx.absence.updateMany({ data: { finLe: jour(-1) } })
    expect(await prevenir()).toEqual(new Set([agent.courriel]))
  })
})

import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { purgerBrouillons } from '@/lib/demandes/purger-brouillons'
import { rangerFichier } from '@/lib/pieces-jointes/coffre'
import { purgerFichiers } from '@/lib/pieces-jointes/purger-fichiers'
import { stockage } from '@/lib/socle/stockage-actif'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
process.env.STOCKAGE_DOSSIER = mkdtempSync(join(tmpdir(), 'ep-purge-'))
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`
const { technicien, structure, partenaire, agent, cadre } = await fabriquePartenariat(atelier)

async function brouillonAvecPiece(modifieLe: Date) {
  const { id } = await atelier.tx.brouillon.create({
    data: {
      compteId: technicien.id,
      structureId: structure.id,
      partenaireId: partenaire.id,
      service: 'dossier',
      modifieLe,
    },
  })
  const pieceId = randomUUID()
  const enveloppe = await rangerFichier(pieceId, Readable.from([Buffer.from('contenu')]))
  await atelier.tx.pieceJointe.create({
    data: {
      id: pieceId,
      brouillonId: id,
      nomFichier: 'a.pdf',
      typeMime: 'application/pdf',
      taille: 7,
      empreinte: '',
      deposeeParId: technicien.id,
      ...enveloppe,
    },
  })
  return { id, pieceId }
}

it('deletes drafts of more than 30 days and their files, once and only once, and leaves the others', async () => {
  const maintenant = new Date()
  const ilYA = (jours: number) => new Date(maintenant.getTime() - jours * 86_400_000)
  const ancien = await brouillonAvecPiece(ilYA(31))
  const recent = await brouillonAvecPiece(ilYA(29))
  const enCours = randomUUID()
  await rangerFichier(enCours, Readable.from([Buffer.from('pas encore de ligne')]))

  expect(await purgerBrouillons(maintenant)).toBe(1)
  expect(await purgerBrouillons(maintenant)).toBe(0)
  expect(await atelier.tx.brouillon.findMany({ select: { id: true } })).toEqual([{ id: recent.id }])

  expect(await purgerFichiers(maintenant)).toBe(0)
  const demain = new Date(maintenant.getTime() + 2 * 86_400_000)
  expect(await purgerFichiers(demain)).toBe(2)
  expect(await purgerFichiers(demain)).toBe(0)
  expect(await stockage().existe(ancien.pieceId)).toBe(false)
  expect(await stockage().existe(enCours)).toBe(false)
  expect(await stockage().existe(recent.pieceId)).toBe(true)
})

it('deletes the file of a delivered document past its last day, and keeps its row', async () => {
  const maintenant = new Date()
  const demande = await fabriqueDemande(atelier, cadre, { agent, etat: 'prise_en_charge' })
  const remettre = async (expireLe: Date) => {
    const id = randomUUID()
    const enveloppe = await rangerFichier(id, Readable.from([Buffer.from('contenu')]))
    const { caisseId, structureId } = demande
    const lieu = { demandeId: demande.id, caisseId, structureId, sens: 'sortante', deposeeParId: agent.id, expireLe }
    const fichier = { nomFichier: 'a.pdf', typeMime: 'application/pdf', taille: 7, empreinte: '', etat: 'saine' }
    await atelier.tx.pieceJointe.create({ data: { id, ...lieu, ...fichier, ...enveloppe } })
    return id
  }
  const dans = (jours: number) => new Date(maintenant.getTime() + jours * 86_400_000)
  const [passe, encore] = [await remettre(dans(1)), await remettre(dans(9))]
  await purgerFichiers(dans(3))
  expect(await stockage().existe(passe)).toBe(false)
  expect(await stockage().existe(encore)).toBe(true)
  expect(await atelier.tx.pieceJointe.count({ where: { id: { in: [passe, encore] } } })).toBe(2)
})

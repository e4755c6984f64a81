import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { analyserPiece } from '@/lib/pieces-jointes/analyser-piece'
import { rangerFichier } from '@/lib/pieces-jointes/coffre'
import { demarrerClamd, eicar } from '@/lib/processus/clamd'
import { stockage } from '@/lib/socle/stockage-actif'
import { fabriquerPiece } from '@/prisma/seed/fabrique-pieces'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const dossier = mkdtempSync(join(tmpdir(), 'ep-analyse-'))
process.env.STOCKAGE_DOSSIER = dossier
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`
const { cadre, technicien } = await fabriquePartenariat(atelier)
const clamd = await demarrerClamd({ dossier: mkdtempSync(join(tmpdir(), 'ep-clamd-')) })
afterAll(async () => clamd?.arreter())

async function deposer(contenu: Buffer, typeMime: string, nomFichier: string) {
  const demande = await fabriqueDemande(atelier, cadre)
  const id = randomUUID()
  const enveloppe = await rangerFichier(id, Readable.from([contenu]))
  await atelier.tx.pieceJointe.create({
    data: {
      id,
      demandeId: demande.id,
      caisseId: demande.caisseId,
      structureId: demande.structureId,
      nomFichier,
      typeMime,
      taille: contenu.length,
      empreinte: '',
      deposeeParId: technicien.id,
      ...enveloppe,
    },
  })
  return { id, demandeId: demande.id, relire: () => atelier.tx.pieceJointe.findUniqueOrThrow({ where: { id } }) }
}

const piece = (format: 'pdf' | 'jpeg', floue = false) =>
  fabriquerPiece({ type: 'impots', nom: 'Anaïs Kervella', graine: 'analyse', format, floue })

describe.runIf(clamd || process.env.CI)('with a real clamd', () => {
  it('passes a clean file, and says nothing of an image that can be read', async () => {
    process.env.CLAMD = clamd?.adresse ?? ''
    const { contenu, typeMime, nomFichier } = await piece('jpeg')
    const { id, relire } = await deposer(contenu, typeMime, nomFichier)
    await analyserPiece(id)
    expect(await relire()).toMatchObject({ etat: 'saine', alerteQualite: null })
    await analyserPiece(id)
    expect((await relire()).etat).toBe('saine')
  })

  it('warns of a blurred image, which stays a file the caisse may open', async () => {
    process.env.CLAMD = clamd?.adresse ?? ''
    const { contenu, typeMime, nomFichier } = await piece('jpeg', true)
    const { id, relire } = await deposer(contenu, typeMime, nomFichier)
    await analyserPiece(id)
    expect(await relire()).toMatchObject({ etat: 'saine', alerteQualite: 'floue' })
  })

  it('refuses an infected file, erases it, tells the author once, and keeps the demande', async () => {
    process.env.CLAMD = clamd?.adresse ?? ''
    const { contenu } = await piece('pdf')
    const { id, demandeId, relire } = await deposer(
      Buffer.concat([contenu, Buffer.from(eicar())]),
      'application/pdf',
      'avis.pdf',
    )
    await Promise.all([analyserPiece(id), analyserPiece(id)])
    expect((await relire()).etat).toBe('infectee')
    expect((await relire()).raisonRefus).toContain('antivirus')
    expect(await stockage().existe(id)).toBe(false)
    expect(await atelier.tx.courriel.count({ where: { demandeId, modele: 'piece_refusee' } })).toBe(1)
    expect(await atelier.tx.evenement.count({ where: { demandeId, type: 'piece_refusee' } })).toBe(1)
    expect(await atelier.tx.demande.count({ where: { id: demandeId, ouverte: true } })).toBe(1)
  })
})

it('leaves a file under analysis while the scanner does not answer', async () => {
  process.env.CLAMD = '127.0.0.1:9'
  const { contenu, typeMime, nomFichier } = await piece('pdf')
  const { id, relire } = await deposer(contenu, typeMime, nomFichier)
  await expect(analyserPiece(id)).rejects.toThrow()
  expect((await relire()).etat).toBe('en_analyse')
})

it('says that a file was not scanned where there is no scanner, and never does so in production', async () => {
  process.env.CLAMD = ''
  const { contenu, typeMime, nomFichier } = await piece('pdf')
  const { id, relire } = await deposer(contenu, typeMime, nomFichier)
  process.env.EP_MODE = 'production'
  await expect(analyserPiece(id)).rejects.toThrow(/CLAMD/)
  expect((await relire()).etat).toBe('en_analyse')
  process.env.EP_MODE = 'test'
  await analyserPiece(id)
  expect((await relire()).etat).toBe('non_analysee')
})

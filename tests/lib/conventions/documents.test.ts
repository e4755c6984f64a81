import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { documentALire, documentsDe } from '@/lib/conventions/document-a-lire'
import { recevoirDocument } from '@/lib/conventions/recevoir-document'
import { envoyerPiece } from '@/lib/pieces-jointes/envoyer-piece'
import { purgerFichiers } from '@/lib/pieces-jointes/purger-fichiers'
import { fabriquerPiece } from '@/prisma/seed/fabrique-pieces'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
process.env.STOCKAGE_DOSSIER = mkdtempSync(join(tmpdir(), 'ep-conventions-'))
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const referent = await acteurDe(ici.referent.id)
const gestionnaire = await acteurDe(ici.gestionnaire.id)
const etranger = await acteurDe(ailleurs.referent.id)
const maintenant = atelier.maintenant

const { contenu } = await fabriquerPiece({ type: 'convention', nom: 'CCAS', graine: 1, format: 'pdf' })
const deposer = (
  conventionId: string,
  { nom = 'convention.pdf', octets = contenu, type = 'convention', acteur = referent } = {},
) =>
  recevoirDocument({ acteur, adresse: '192.0.2.1', maintenant }, conventionId, type, {
    nom,
    flux: Readable.from([octets]),
  })

it('a PDF is kept with the convention, read by both sides once scanned, and never purged', async () => {
  const { id } = await deposer(ici.convention.id)
  const { pieceJointe } = await documentALire(referent, id)
  expect(pieceJointe).toMatchObject({ nomFichier: 'convention.pdf', etat: 'en_analyse', demandeId: null })
  expect(() => envoyerPiece(pieceJointe, false)).toThrow(/analyse/)
  await atelier.tx.pieceJointe.update({ where: { id: pieceJointe.id }, data: { etat: 'saine' } })
  expect(await purgerFichiers(new Date(maintenant.getTime() + 40 * 86_400_000))).toBe(0)
  const reponse = envoyerPiece((await documentALire(gestionnaire, id)).pieceJointe, false)
  expect(Buffer.from(await reponse.arrayBuffer())).toEqual(contenu)
  expect(await documentsDe(referent, ici.convention.id)).toMatchObject([{ id, nomFichier: 'convention.pdf' }])
  const traces = await atelier.tx.journal.findMany({ where: { action: 'convention.document' } })
  expect(traces).toHaveLength(1)
})

it('is refused when it is not a PDF, whatever its name, or of an unknown type', async () => {
  const { contenu: image } = await fabriquerPiece({ type: 'rib', nom: 'CCAS', graine: 1, format: 'jpeg' })
  await expect(deposer(ici.convention.id, { octets: image })).rejects.toMatchObject({
    code: 'saisie',
    message: expect.stringContaining('PDF'),
  })
  await expect(deposer(ici.convention.id, { type: 'autre' })).rejects.toMatchObject({ code: 'introuvable' })
})

it('is neither added nor read by another caisse, nor read by the partenaire of a draft', async () => {
  const { id } = await deposer(ici.convention.id)
  await expect(documentALire(etranger, id)).rejects.toMatchObject({ code: 'introuvable' })
  await expect(deposer(ici.convention.id, { acteur: etranger })).rejects.toMatchObject({ code: 'introuvable' })
  const brouillon = await fabriqueConvention(atelier, {
    partenaireId: ici.partenaire.id,
    caisses: [{ caisseId: ici.caisse.id, etat: 'brouillon', signeeLe: null, utilisationEffetLe: null }],
  })
  const { id: projet } = await deposer(brouillon.id)
  await expect(documentALire(gestionnaire, projet)).rejects.toMatchObject({ code: 'introuvable' })
  expect((await documentALire(referent, projet)).id).toBe(projet)
})

import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { archiveDeLaDemande } from '@/lib/demandes/archiver-demande'
import { rangerFichier } from '@/lib/pieces-jointes/coffre'
import type { Acteur } from '@/lib/socle/acteur'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'
import { lirePdf, lireZip } from '@/tests/lire-copie'

process.env.STOCKAGE_DOSSIER = mkdtempSync(join(tmpdir(), 'ep-archive-'))
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`
const base = await baseDeTest()
const maintenant = new Date('2026-04-10T09:00:00Z')
const atelier = await atelierDeTest(base, 'archive', maintenant)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const [agent, technicien, agentAilleurs, technicienAilleurs] = [
  await acteurDe(ici.agent.id, maintenant),
  await acteurDe(ici.technicien.id, maintenant),
  await acteurDe(ailleurs.agent.id, maintenant),
  await acteurDe(ailleurs.technicien.id, maintenant),
]
await tx.conventionCaisse.updateMany({
  where: { caisseId: ici.caisse.id, partenaireId: ici.partenaire.id },
  data: { habiliteDocuments: true },
})

const demande = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'puma', etat: 'prise_en_charge' })
await tx.pieceJointe.deleteMany({ where: { demandeId: demande.id } })

async function piece(nomFichier: string, valeurs: { sens?: string; etat?: string; expireLe?: Date }) {
  const id = randomUUID()
  const cle = await rangerFichier(id, Readable.from([Buffer.from(`contenu de ${nomFichier}`)]))
  await tx.pieceJointe.create({
    data: {
      id,
      demandeId: demande.id,
      caisseId: ici.caisse.id,
      structureId: ici.structure.id,
      sens: 'entrante',
      code: 'identite',
      nomFichier,
      typeMime: 'application/pdf',
      taille: 20,
      empreinte: '',
      etat: 'saine',
      deposeeParId: ici.technicien.id,
      deposeeLe: maintenant,
      ...cle,
      ...valeurs,
    },
  })
  return id
}
const [recue, infectee, remise, passee] = [
  await piece('carte Éloïse.pdf', {}),
  await piece('virus.pdf', { etat: 'infectee' }),
  await piece('attestation.pdf', { sens: 'sortante', expireLe: new Date('2026-05-01T00:00:00Z') }),
  await piece('ancienne.pdf', { sens: 'sortante', expireLe: new Date('2026-04-01T00:00:00Z') }),
]
const lieu = { demandeId: demande.id, caisseId: ici.caisse.id, structureId: ici.structure.id }
const message = (texte: string, valeurs: { interne?: boolean; retireLe?: Date } = {}) =>
  tx.message.create({
    data: { ...lieu, auteurId: ici.agent.id, cote: 'caisse', texte, envoyeLe: maintenant, ...valeurs },
  })
await message('Nous étudions votre dossier.')
await message('À revoir avec le service.', { interne: true })
await message('Envoyé par erreur.', { retireLe: maintenant })

async function ouvrir(acteur: Acteur) {
  const { flux } = await archiveDeLaDemande(acteur, demande.reference, '127.0.0.1', maintenant)
  const morceaux: Uint8Array[] = []
  for await (const morceau of flux) morceaux.push(morceau)
  const zip = lireZip(Buffer.concat(morceaux))
  const texte = lirePdf(zip.get(`demande-${demande.reference}.pdf`) ?? Buffer.alloc(0))
  const contenus = [...zip].filter(([nom]) => nom.startsWith('fichiers/')).map(([, contenu]) => contenu.toString())
  return { noms: [...zip.keys()].join('\n'), texte, contenus }
}

const lignes = (objetId: string, compteId: string) =>
  tx.journal.findMany({ where: { objetId, compteId }, select: { action: true } })

describe('a demande in one file', () => {
  it('holds what its technicien sees, with a receipt of the documents delivered, and no name of a person outside', async () => {
    const { noms, texte, contenus } = await ouvrir(technicien)
    expect(contenus).toEqual(['contenu de carte Éloïse.pdf', 'contenu de attestation.pdf'])
    expect(noms).not.toMatch(/lo.se|attestation\.pdf/)
    expect(texte).toContain('Nous étudions votre dossier.')
    expect(texte).toContain('Message retiré par son auteur.')
    for (const secret of ['À revoir avec le service.', 'Envoyé par erreur.', 'Note interne'])
      expect(texte).not.toContain(secret)
    expect(texte).toContain('virus.pdf, absent : infecté, détruit')
    expect(texte).toContain('ancienne.pdf, absent : son dernier jour de téléchargement est passé')
    expect(await tx.telechargement.count({ where: { pieceJointeId: remise, compteId: technicien.compteId } })).toBe(1)
    expect(await lignes(recue, technicien.compteId)).toEqual([{ action: 'piece.consultee' }])
    expect(await lignes(remise, technicien.compteId)).toEqual([{ action: 'document.telecharge' }])
    expect([...(await lignes(infectee, technicien.compteId)), ...(await lignes(passee, technicien.compteId))]).toEqual(
      [],
    )
  })

  it('holds the notes of the caisse for its agent, who leaves no receipt', async () => {
    const { texte, contenus } = await ouvrir(agent)
    expect(contenus).toHaveLength(2)
    expect(texte).toContain('À revoir avec le service.')
    expect(texte).not.toContain('Envoyé par erreur.')
    expect(await tx.telechargement.count({ where: { compteId: agent.compteId } })).toBe(0)
  })

  it('is not there for anyone else, nor once the demande is set apart', async () => {
    for (const acteur of [agentAilleurs, technicienAilleurs])
      await expect(ouvrir(acteur)).rejects.toMatchObject({ code: 'introuvable' })
    await tx.demande.update({ where: { id: demande.id }, data: { limiteeLe: maintenant } })
    for (const acteur of [agent, technicien])
      await expect(ouvrir(acteur)).rejects.toMatchObject({ code: 'introuvable' })
  })
})

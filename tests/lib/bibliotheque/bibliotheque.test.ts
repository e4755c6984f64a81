import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, it } from 'vitest'
import { ajouterLien, recevoirVersion } from '@/lib/bibliotheque/ajouter-version'
import {
  enregistrerDocument,
  publierDocument,
  retirerDocument,
  supprimerDocument,
} from '@/lib/bibliotheque/enregistrer-document'
import { bibliotheque, documentAVoir, documentsUtiles, versionALire } from '@/lib/bibliotheque/queries'
import { documentSchema, filtresSchema, lienSchema } from '@/lib/bibliotheque/schema'
import { appliquerConservation } from '@/lib/conservation/appliquer-conservation'
import { comptesDuPassage } from '@/lib/conservation/queries'
import { envoyerPiece } from '@/lib/pieces-jointes/envoyer-piece'
import { purgerFichiers } from '@/lib/pieces-jointes/purger-fichiers'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { stockage } from '@/lib/socle/stockage-actif'
import { dateAParis } from '@/lib/socle/temps'
import { fabriquerPiece } from '@/prisma/seed/fabrique-pieces'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const atelier = await atelierDeTest(await baseDeTest(), 'bibliotheque')
const { tx, maintenant } = atelier
process.env.STOCKAGE_DOSSIER = mkdtempSync(join(tmpdir(), 'ep-bibliotheque-'))
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const referent = await acteurDe(ici.referent.id)
const administrateur = await acteurDe((await fabriqueCompte(atelier, { profil: 'administrateur' })).id)
const technicien = await acteurDe(ici.technicien.id)
const agent = await acteurDe(ici.agent.id)
const voisin = await acteurDe(ailleurs.technicien.id)
const motif = await tx.motif.findFirstOrThrow({ where: { service: 'dossier', caisseId: null, prestation: 'c2s' } })
const { contenu } = await fabriquerPiece({ type: 'convention', nom: 'CCAS', graine: 1, format: 'pdf' })

const saisie = (plus: Record<string, unknown> = {}) =>
  documentSchema.parse({
    genre: 'formulaire',
    titre: 'Demande de complémentaire santé solidaire',
    description: 'Le formulaire à remplir avec la personne.',
    theme: 'Complémentaire santé',
    profils: ['technicien', 'gestionnaire'],
    ...plus,
  })
const decrire = async (plus: Record<string, unknown> = {}, acteur = referent) =>
  (await agir(acteur, (contexte) => enregistrerDocument(contexte, saisie(plus)))).journal?.objetId ?? ''
const lier = (id: string, lien = 'https://www.service.example/c2s', acteur = referent) =>
  agir(acteur, (contexte) => ajouterLien(contexte, lienSchema.parse({ id, lien })))
const deposer = (id: string, { octets = contenu, nom = 'formulaire.pdf', acteur = referent } = {}) =>
  recevoirVersion({ acteur, adresse: '192.0.2.1', maintenant }, id, { nom, flux: Readable.from([octets]) })
const analysees = (etat = 'saine') => tx.pieceJointe.updateMany({ where: { etat: 'en_analyse' }, data: { etat } })
const publier = (id: string, acteur = referent) => agir(acteur, (contexte) => publierDocument(contexte, { id }))
const enLigne = async (plus: Record<string, unknown> = {}, acteur = referent) => {
  const id = await decrire(plus, acteur)
  await lier(id, undefined, acteur)
  await publier(id, acteur)
  return id
}
const titres = async (acteur: typeof referent, filtres: Record<string, unknown> = {}) =>
  (await bibliotheque(acteur, filtresSchema.parse(filtres))).documents.map(({ titre }) => titre)

beforeEach(async () => {
  await tx.documentBibliotheque.deleteMany()
})

describe('a document', () => {
  it('is read once its file has passed; a new version takes its place when it has, and the others stay with the caisse', async () => {
    const id = await decrire()
    await expect(publier(id)).rejects.toMatchObject({ message: expect.stringContaining('Ajoutez') })
    await deposer(id)
    await expect(publier(id)).rejects.toMatchObject({ message: expect.stringContaining('analyse') })
    await analysees()
    await publier(id)
    const [premier] = (await bibliotheque(technicien, filtresSchema.parse({}))).documents
    expect(premier?.courante).toMatchObject({ numero: 1 })
    const premiere = premier?.courante?.id ?? ''
    const { pieceJointe } = await versionALire(technicien, premiere)
    expect(Buffer.from(await envoyerPiece(pieceJointe, false).arrayBuffer())).toEqual(contenu)
    await deposer(id)
    expect((await documentAVoir(technicien, id))?.courante).toMatchObject({ numero: 1 })
    await analysees('refusee')
    expect((await documentAVoir(technicien, id))?.courante).toMatchObject({ numero: 1 })
    await lier(id)
    const vu = await documentAVoir(technicien, id)
    expect(vu?.courante).toMatchObject({ numero: 3, lien: 'https://www.service.example/c2s' })
    expect(vu?.versions).toHaveLength(1)
    await expect(versionALire(technicien, premiere)).rejects.toMatchObject({ code: 'introuvable' })
    expect((await documentAVoir(agent, id))?.versions).toHaveLength(3)
    expect((await versionALire(agent, premiere)).numero).toBe(1)
    await expect(versionALire(voisin, premiere)).rejects.toMatchObject({ code: 'introuvable' })
    expect(await purgerFichiers(new Date(maintenant.getTime() + 40 * 86_400_000))).toBe(1)
  })

  it('is for nobody once withdrawn, comes back, and goes with its files while it is a draft', async () => {
    const id = await enLigne()
    await agir(referent, (contexte) => retirerDocument(contexte, { id }))
    expect([await titres(technicien), await titres(agent)]).toEqual([[], []])
    expect(await documentAVoir(technicien, id)).toBeNull()
    expect(await titres(referent, { vue: 'retires' })).toHaveLength(1)
    await publier(id)
    expect(await titres(technicien)).toHaveLength(1)
    await expect(agir(referent, (contexte) => supprimerDocument(contexte, { id }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    const brouillon = await decrire()
    await deposer(brouillon)
    expect(await documentAVoir(technicien, brouillon)).toBeNull()
    const avant = await tx.pieceJointe.count()
    await agir(referent, (contexte) => supprimerDocument(contexte, { id: brouillon }))
    expect(await tx.pieceJointe.count()).toBe(avant - 1)
  })

  it('is kept a time after its withdrawal, by the settings of its caisse, then goes with its versions and its files', async () => {
    const [id, enCours, national] = [await decrire(), await enLigne(), await enLigne({}, administrateur)]
    await deposer(id)
    await analysees()
    await lier(id)
    const { id: piece } = await tx.pieceJointe.findFirstOrThrow({ where: { versionDocument: { documentId: id } } })
    await publier(id)
    for (const [un, acteur] of [[id, referent] as const, [national, administrateur] as const])
      await agir(acteur, (contexte) => retirerDocument(contexte, { id: un }), maintenant)
    const apres = (mois: number, jours: number) => {
      const le = new Date(maintenant.getTime() + jours * 86_400_000)
      le.setUTCMonth(le.getUTCMonth() + mois)
      return le
    }
    const restent = async () =>
      (await tx.documentBibliotheque.findMany({ orderBy: { creeLe: 'asc' } })).map((lu) => lu.id).toSorted()
    const perimes = async (le: Date, durees?: { conservationBibliothequeMois: number }) =>
      (await avecPerimetre(perimetre(referent), (web) => comptesDuPassage(web, ici.caisse.id, le, durees))).bibliotheque

    expect(await documentAVoir(referent, id)).toMatchObject({ effacementLe: dateAParis(apres(12, 0)) })
    await appliquerConservation(apres(12, -2))
    expect(await restent()).toEqual([id, enCours, national].toSorted())
    expect([await perimes(apres(12, -2)), await perimes(apres(12, 2))]).toEqual([undefined, 1])
    // As someone thinks of shortening it.
    expect(await perimes(apres(3, 2), { conservationBibliothequeMois: 3 })).toBe(1)

    await tx.reglagesCaisse.update({
      where: { caisseId: ici.caisse.id },
      data: { conservationBibliothequeMois: 3 },
    })
    expect(await stockage().existe(piece)).toBe(true)
    expect((await appliquerConservation(apres(3, 2))).caisses[ici.caisse.id]).toMatchObject({ bibliotheque: 1 })
    expect(await restent()).toEqual([enCours, national].toSorted())
    expect(await tx.versionDocument.count({ where: { documentId: id } })).toBe(0)
    expect(await tx.pieceJointe.count({ where: { id: piece } })).toBe(0)
    expect(await stockage().existe(piece)).toBe(false)
    await appliquerConservation(apres(12, 2))
    expect(await restent()).toEqual([enCours])
  })

  it('is held by its caisse, or by the national support, and by nobody else', async () => {
    const id = await enLigne()
    const national = await enLigne({ titre: 'Partout' }, administrateur)
    await enLigne({ titre: 'Là-bas', caisses: [ailleurs.caisse.id] }, administrateur)
    await enLigne({ titre: 'Interne', profils: ['agent'] })
    expect((await titres(technicien)).toSorted()).toEqual(['Demande de complémentaire santé solidaire', 'Partout'])
    expect((await titres(voisin)).toSorted()).toEqual(['Là-bas', 'Partout'])
    expect(await titres(agent)).toContain('Interne')
    for (const acteur of [administrateur, await acteurDe(ailleurs.referent.id)]) {
      await expect(lier(id, undefined, acteur)).rejects.toMatchObject({ code: 'introuvable' })
      await expect(deposer(id, { acteur })).rejects.toMatchObject({ code: 'introuvable' })
    }
    await expect(lier(national)).rejects.toMatchObject({ code: 'introuvable' })
    await expect(decrire({ caisses: [ailleurs.caisse.id] })).rejects.toMatchObject({ code: 'saisie' })
    await expect(decrire({ motifs: [crypto.randomUUID()] })).rejects.toMatchObject({
      erreurs: { motifs: expect.any(String) },
    })
  })

  it('takes no file of something else, be it asked of the database itself', async () => {
    const id = await decrire()
    await deposer(id)
    const piece = await tx.pieceJointe.findFirstOrThrow({ where: { deposeeParId: ici.referent.id } })
    await tx.pieceJointe.update({ where: { id: piece.id }, data: { deposeeParId: ici.technicien.id } })
    const ajouter = (acteur: typeof referent, plus: Record<string, unknown>) =>
      avecPerimetre(perimetre(acteur), (web) =>
        web.versionDocument.createMany({
          data: [
            {
              id: crypto.randomUUID(),
              documentId: id,
              caisseId: ici.caisse.id,
              numero: 9,
              ajouteeLe: maintenant,
              ajouteeParId: acteur.compteId,
              ...plus,
            },
          ],
        }),
      )
    await expect(ajouter(referent, { pieceJointeId: piece.id })).rejects.toThrow(/row-level/)
    await expect(ajouter(technicien, { lien: 'https://a.example' })).rejects.toThrow(/row-level/)
    await expect(ajouter(referent, { lien: 'http://a.example' })).rejects.toThrow(/check/)
    await expect(ajouter(referent, {})).rejects.toThrow(/check/)
    expect(
      await avecPerimetre(perimetre(agent), (web) => web.documentBibliotheque.updateMany({ data: { titre: 'Autre' } })),
    ).toEqual({ count: 0 })
  })

  it.each([
    'http://a.example',
    'javascript:alert(1)',
    'https://moi:secret@a.example',
    'www.a.example',
    '',
  ])('links to no page at %s', (lien) => {
    expect(lienSchema.safeParse({ id: crypto.randomUUID(), lien }).success).toBe(false)
  })
})

describe('what is looked for', () => {
  it.each([
    ['complementaire', 'without accents'],
    ['Complémentaires santés', 'in the plural'],
    ['formulaire remplir', 'in the description'],
    ['solid', 'by its beginning'],
    ['complementaure', 'with a slip'],
    ['formulare solidiare', 'with two slips'],
    ['la demande de', 'with little words'],
  ])('is found by «%s»: %s', async (q) => {
    await enLigne()
    await enLigne({ titre: 'Carte Vitale perdue ou volée', description: 'Le dépliant.', theme: 'Carte Vitale' })
    expect(await titres(technicien, { q })).toEqual(['Demande de complémentaire santé solidaire'])
  })

  it('is nothing for a word that no document has, and stays within the theme and the service asked for', async () => {
    await enLigne({ services: ['dossier'] })
    await enLigne({ titre: 'Carte Vitale', description: 'Santé.', theme: 'Carte Vitale' })
    expect(await titres(technicien, { q: 'stationnement' })).toEqual([])
    expect(await titres(technicien, { q: '%_(' })).toHaveLength(0)
    expect(await titres(technicien, { theme: 'complementaire-sante' })).toHaveLength(1)
    expect(await titres(technicien, { service: 'dossier', q: 'sante' })).toHaveLength(1)
    expect(await titres(voisin, { q: 'sante' })).toEqual([])
  })

  it('puts a title before a description', async () => {
    await enLigne({ titre: 'Guide', description: 'Parle de la carte Vitale.' })
    await enLigne({ titre: 'Perte de carte Vitale', description: 'Dépliant.' })
    expect(await titres(technicien, { q: 'carte vitale' })).toEqual(['Perte de carte Vitale', 'Guide'])
  })
})

it('stands beside the demande it helps to file: its motif first, then its service, within its caisse', async () => {
  await enLigne({ titre: 'Du service', services: ['dossier'] })
  await enLigne({ titre: 'Z du motif', motifs: [motif.id] })
  await enLigne({ titre: 'D’un autre service', services: ['contact'] })
  await enLigne({ titre: 'Pour les agents', services: ['dossier'], profils: ['agent'] })
  const brouillon = await decrire({ titre: 'Sans fichier', services: ['dossier'] })
  await tx.documentBibliotheque.update({ where: { id: brouillon }, data: { etat: 'publie' } })
  const utiles = (acteur: typeof referent, caisseId: string) =>
    avecPerimetre(perimetre(acteur), (web) =>
      documentsUtiles(web, acteur, { caisseId, service: 'dossier', motifId: motif.id }),
    )
  expect((await utiles(technicien, ici.caisse.id)).map(({ titre }) => titre)).toEqual(['Z du motif', 'Du service'])
  expect(await utiles(technicien, ailleurs.caisse.id)).toEqual([])
})

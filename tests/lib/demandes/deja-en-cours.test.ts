import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { continuerQuandMeme, lireDejaEnCours } from '@/lib/demandes/deja-en-cours'
import { deposerDemande } from '@/lib/demandes/deposer-demande'
import { validerEtape } from '@/lib/demandes/enregistrer-brouillon'
import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { accordDonne, acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const monde = await fabriquePartenariat(atelier)
const technicien = await acteurDe(monde.technicien.id)

// Another partenaire of the same caisse, which has a demande for the same person.
const autre = await fabriquePartenaire(atelier)
await fabriqueConvention(atelier, { partenaireId: autre.id, caisses: [{ caisseId: monde.caisse.id }] })
const voisin = await fabriqueCompte(atelier, {
  profil: 'technicien',
  partenaireId: autre.id,
  structureId: autre.structure.id,
})

const identite = {
  civilite: 'madame' as const,
  nomNaissance: 'Kervella',
  nomUsage: '',
  prenom: 'Anaïs',
  departement: '29',
}
const personne = { ...identite, dateNaissance: '1988-04-03' }
const saisie = {
  ...identite,
  nomNaissance: 'KERVELLA',
  prenom: 'Anais',
  dateNaissance: { jour: '3', mois: '4', annee: '1988' },
}
const motif = motifNational('autre_contact')

const commencer = async (code = 'autre_contact') => {
  const { id } = await atelier.tx.brouillon.create({
    data: {
      id: randomUUID(),
      compteId: monde.technicien.id,
      partenaireId: monde.partenaire.id,
      structureId: monde.structure.id,
      service: motifNational(code).service,
      caisseId: monde.caisse.id,
      motifId: motifNational(code).id,
    },
  })
  return id
}
const nommer = (id: string, champs: Record<string, unknown> = saisie) =>
  agir(technicien, (c) => validerEtape(c, { id, etape: 'personne', ...champs }))

it('says nothing of the demandes of another partenaire for the same person', async () => {
  await fabriqueDemande(
    atelier,
    { caisse: monde.caisse, structure: autre.structure, auteur: voisin },
    { motif: 'autre_contact', personne },
  )
  const id = await commencer()
  expect(await nommer(id)).toMatchObject({ vers: `/demandes/brouillon/${id}/besoin` })
  expect(await lireDejaEnCours(technicien, id)).toBeNull()
})

it('interrupts as soon as the person is given, whatever the accents, the same motif first; once passed over, no more', async () => {
  const autreMotif = await fabriqueDemande(atelier, monde.cadre, { motif: 'puma', personne })
  const meme = await fabriqueDemande(atelier, monde.cadre, { motif: 'autre_contact', personne })
  await fabriqueDemande(atelier, monde.cadre, { motif: 'autre_contact', personne, etat: 'traitee', agent: monde.agent })
  await fabriqueDemande(atelier, monde.cadre, {
    motif: 'autre_contact',
    personne: { ...personne, dateNaissance: '1988-04-04' },
  })

  const id = await commencer()
  expect(await nommer(id)).toMatchObject({ vers: `/demandes/brouillon/${id}/deja` })
  const deja = await lireDejaEnCours(technicien, id)
  expect(deja?.demandes.map(({ reference, memeMotif }) => [reference, memeMotif])).toEqual([
    [meme.reference, true],
    [autreMotif.reference, false],
  ])
  expect(await agir(technicien, (c) => continuerQuandMeme(c, { id }))).toMatchObject({
    vers: `/demandes/brouillon/${id}/besoin`,
  })
  expect(await nommer(id)).toMatchObject({ vers: `/demandes/brouillon/${id}/besoin` })

  // Another person, then this one again with one demande more: asked again.
  expect(await nommer(id, { ...saisie, prenom: 'Yann' })).toMatchObject({ vers: `/demandes/brouillon/${id}/besoin` })
  await fabriqueDemande(atelier, monde.cadre, { motif: 'rdv_ame', personne })
  expect(await nommer(id)).toMatchObject({ vers: `/demandes/brouillon/${id}/deja` })
  await agir(technicien, (c) => continuerQuandMeme(c, { id }))

  await agir(technicien, (c) => validerEtape(c, { id, etape: 'besoin', message: 'Une autre question.' }))
  await agir(technicien, (c) =>
    deposerDemande(c, { id, attestations: { information_accord: 'oui' }, consentement: accordDonne() }),
  )
  const evenement = await atelier.tx.evenement.findFirstOrThrow({ where: { demandeId: id, type: 'deposee' } })
  expect(evenement.details).toEqual({ malgre: 3 })
})

it('is read by nobody but the writer of the draft', async () => {
  const id = await commencer()
  await nommer(id)
  expect(await lireDejaEnCours(await acteurDe(voisin.id), id)).toBeNull()
  await expect(agir(await acteurDe(voisin.id), (c) => continuerQuandMeme(c, { id }))).rejects.toMatchObject({
    code: 'introuvable',
  })
})

it('files no urgent dossier without its justificatif, for every motif where urgency is possible', async () => {
  const urgents = await atelier.tx.motif.findMany({ where: { urgencePossible: true } })
  expect(urgents.length).toBeGreaterThan(2)
  // Even where the list has lost it.
  const [sansPiece] = urgents
  await atelier.tx.pieceAttendue.updateMany({
    where: { motifId: sansPiece?.id, exigence: 'urgence' },
    data: { actif: false },
  })
  for (const { id: motifId, code, variantes } of urgents) {
    const id = await commencer(code)
    const variante = (variantes as { code: string }[])[0]?.code ?? null
    await atelier.tx.brouillon.update({ where: { id }, data: { variante, motifId } })
    await nommer(id, { ...saisie, prenom: 'Gaël' })
    await agir(technicien, (c) => validerEtape(c, { id, etape: 'besoin', situation: 'Sans droits.', urgent: 'oui' }))
    const essai = agir(technicien, (c) =>
      validerEtape(c, {
        id,
        etape: 'pieces',
        absente: { justificatif_urgence: 'oui' },
        absentes: { justificatif_urgence: 'Perdu.' },
      }),
    )
    await expect(essai).rejects.toMatchObject({
      erreurs: { 'piece.justificatif_urgence': expect.stringContaining('Ajoutez') },
    })
    await expect(
      agir(technicien, (c) =>
        deposerDemande(c, { id, attestations: { information_accord: 'oui' }, consentement: accordDonne() }),
      ),
    ).rejects.toMatchObject({ code: 'saisie' })
  }
})

it('takes the delay that the caisse sets for the motif before that of the prestation, and freezes both', async () => {
  const { id: motifId } = motif
  await atelier.tx.motifCaisse.create({
    data: { caisseId: monde.caisse.id, motifId, delaiJours: 7, seuilAlerteJours: 2 },
  })
  const id = await commencer()
  await nommer(id, { ...saisie, prenom: 'Loïc' })
  await agir(technicien, (c) => validerEtape(c, { id, etape: 'besoin', message: 'Une question.' }))
  await agir(technicien, (c) =>
    deposerDemande(c, { id, attestations: { information_accord: 'oui' }, consentement: accordDonne() }),
  )
  await atelier.tx.motifCaisse.updateMany({ where: { motifId }, data: { delaiJours: 50, seuilAlerteJours: 9 } })
  expect(await atelier.tx.demande.findUnique({ where: { id } })).toMatchObject({
    delaiJours: 7,
    delaiOrdinaireJours: 7,
    seuilAlerteJours: 2,
  })
})

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { choisirMotif } from '@/lib/demandes/creer-brouillon'
import { deposerDemande } from '@/lib/demandes/deposer-demande'
import { enregistrerBrouillon, validerEtape } from '@/lib/demandes/enregistrer-brouillon'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { accordDonne, acteurDe, agir, atelierDeTest } from '@/tests/contexte'
import { cle } from '@/tests/factories/nir'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const monde = await fabriquePartenariat(atelier)
const technicien = await acteurDe(monde.technicien.id)
await atelier.tx.delaiPrestation.createMany({
  data: [{ caisseId: monde.caisse.id, prestation: 'c2s', delaiJours: 31, seuilAlerteJours: 4 }],
  skipDuplicates: true,
})

const personne = {
  civilite: 'madame',
  nomNaissance: 'L’Hénoret',
  nomUsage: 'Saint-Cœur',
  prenom: 'Zoé-Maï',
  dateNaissance: { jour: '29', mois: '2', annee: '1988' },
  departement: '2A',
}
const aucune: Record<string, string> = {}

async function brouillon(code: string, donnees: object, variante: string | null = null): Promise<string> {
  const motif = await atelier.tx.motif.findFirstOrThrow({ where: { code, caisseId: null } })
  const { id } = await atelier.tx.brouillon.create({
    data: {
      compteId: monde.technicien.id,
      partenaireId: monde.partenaire.id,
      structureId: monde.structure.id,
      service: motif.service,
      caisseId: monde.caisse.id,
      motifId: motif.id,
      variante,
      donnees,
    },
  })
  return id
}

const deposer = (id: string, attestations: Record<string, 'oui'> = { information_accord: 'oui' }) =>
  agir(technicien, (contexte) => deposerDemande(contexte, { id, attestations, consentement: accordDonne() }))

async function refus(promesse: Promise<unknown>): Promise<ErreurMetier> {
  const erreur = await promesse.then(
    () => null,
    (raison: unknown) => raison,
  )
  if (!(erreur instanceof ErreurMetier)) throw new Error(`Un refus était attendu : ${String(erreur)}`)
  return erreur
}

/** Every piece of the motif, as said missing with a reason. */
async function toutesAbsentes(code: string): Promise<Record<string, string>> {
  const pieces = await atelier.tx.pieceAttendue.findMany({ where: { motif: { code, caisseId: null } } })
  return Object.fromEntries(pieces.map((piece) => [piece.code, 'Égarée dans le déménagement']))
}

async function joindre(brouillonId: string, code: string, etat = 'saine') {
  await atelier.tx.pieceJointe.create({
    data: {
      brouillonId,
      code,
      etat,
      nomFichier: `${code}.pdf`,
      typeMime: 'application/pdf',
      taille: 1,
      empreinte: '',
      cleEnveloppee: new Uint8Array(60),
      cleVersion: 1,
      deposeeParId: monde.technicien.id,
    },
  })
}

describe('a person', () => {
  it('is not born after the day of the act, whatever the clock of the machine', async () => {
    const id = await brouillon('c2s', {}, 'premiere')
    const valider = (quand: string) =>
      agir(
        technicien,
        (contexte) => validerEtape(contexte, { id, etape: 'personne', ...personne }),
        new Date(`${quand}T12:00:00Z`),
      )
    await expect(valider('1988-02-28')).rejects.toMatchObject({
      code: 'saisie',
      erreurs: { dateNaissance: expect.stringContaining('doit être passée') },
    })
    await expect(valider('1988-02-29')).resolves.toHaveProperty('vers')
  })
})

describe('filing', () => {
  it('freezes the words and the delay of the day, and keeps what was said of missing pieces', async () => {
    const absentes = await toutesAbsentes('c2s')
    const id = await brouillon(
      'c2s',
      { personne, besoin: { situation: 'Sans droits depuis janvier.', urgent: 'non' }, absentes },
      'premiere',
    )
    await joindre(id, 'identite')
    await deposer(id)
    const demande = await atelier.tx.demande.findUniqueOrThrow({ where: { id }, include: { pieces: true } })
    expect(demande).toMatchObject({
      objet: 'C2S, première demande',
      prestation: 'c2s',
      delaiJours: 31,
      seuilAlerteJours: 4,
      urgent: false,
      nomRecherche: 'zoe mai l henoret saint coeur',
      departement: '2A',
      etat: 'transmise',
    })
    expect(demande.reference).toMatch(/^\d{2}-\d{6,}$/)
    expect(demande.pieces).toMatchObject([{ code: 'identite', brouillonId: null, caisseId: monde.caisse.id }])
    expect(demande.attestations).toMatchObject([
      { code: 'information_accord', texte: expect.stringContaining('informée') },
    ])
    await atelier.tx.delaiPrestation.updateMany({ where: { caisseId: monde.caisse.id }, data: { delaiJours: 99 } })
    expect((await atelier.tx.demande.findUniqueOrThrow({ where: { id } })).delaiJours).toBe(31)
  })

  it('gives one demande for twenty parallel submissions, and the same confirmation to all', async () => {
    const id = await brouillon('autre_contact', { personne, besoin: { message: 'Bonjour', demandeLiee: '' } })
    const suites = await Promise.all(Array.from({ length: 20 }, () => deposer(id)))
    expect(new Set(suites.map(({ vers }) => vers)).size).toBe(1)
    expect(await atelier.tx.demande.count({ where: { id } })).toBe(1)
    expect(await atelier.tx.courriel.count({ where: { demandeId: id } })).toBe(1)
  })

  it('names the step that is incomplete, and files nothing', async () => {
    const id = await brouillon('autre_contact', { besoin: { message: '' } })
    const { erreurs } = await refus(deposer(id))
    expect(Object.keys(erreurs ?? {})).toEqual(['etape.personne', 'etape.besoin'])
    expect(await atelier.tx.demande.count({ where: { id } })).toBe(0)
    expect(await atelier.tx.brouillon.count({ where: { id } })).toBe(1)
  })

  it('asks for the attestation', async () => {
    const id = await brouillon('autre_contact', { personne, besoin: { message: 'Bonjour', demandeLiee: '' } })
    expect((await refus(deposer(id, aucune as Record<string, 'oui'>))).erreurs).toHaveProperty([
      'attestations.information_accord',
    ])
  })

  it('wants the justificatif of an urgent dossier, which can’t be said missing, nor be an infected file', async () => {
    const absentes = await toutesAbsentes('puma')
    const [urgence] = await atelier.tx.pieceAttendue.findMany({
      where: { exigence: 'urgence', motif: { code: 'puma' } },
    })
    const id = await brouillon('puma', {
      personne,
      besoin: { situation: 'Soins prévus demain.', urgent: 'oui' },
      absentes,
    })
    expect((await refus(deposer(id))).erreurs).toHaveProperty(['etape.pieces'])
    await joindre(id, urgence?.code ?? '', 'infectee')
    expect((await refus(deposer(id))).erreurs).toHaveProperty(['etape.pieces'])
    await joindre(id, urgence?.code ?? '', 'en_analyse')
    await deposer(id)
    const demande = await atelier.tx.demande.findUniqueOrThrow({ where: { id } })
    expect(demande).toMatchObject({ urgent: true, delaiJours: 10 })
    expect(JSON.stringify(demande.piecesAbsentes)).not.toContain(urgence?.code)
  })

  it('files nothing at a caisse that has closed, or for a motif hidden meanwhile, and keeps the draft', async () => {
    const autre = await fabriquePartenariat(atelier)
    const acteur = await acteurDe(autre.technicien.id)
    const motif = await atelier.tx.motif.findFirstOrThrow({ where: { code: 'autre_contact', caisseId: null } })
    const { id } = await atelier.tx.brouillon.create({
      data: {
        compteId: autre.technicien.id,
        partenaireId: autre.partenaire.id,
        structureId: autre.structure.id,
        service: 'contact',
        caisseId: autre.caisse.id,
        motifId: motif.id,
        donnees: { personne, besoin: { message: 'Bonjour', demandeLiee: '' } },
      },
    })
    const essayer = (qui = acteur) =>
      agir(qui, (contexte) =>
        deposerDemande(contexte, { id, attestations: { information_accord: 'oui' }, consentement: accordDonne() }),
      )
    await atelier.tx.motifCaisse.create({ data: { caisseId: autre.caisse.id, motifId: motif.id, actif: false } })
    expect((await refus(essayer())).code).toBe('etat_change')
    await atelier.tx.motifCaisse.deleteMany({ where: { caisseId: autre.caisse.id } })
    await atelier.tx.conventionCaisse.updateMany({
      where: { caisseId: autre.caisse.id },
      data: { etat: 'resiliee', finLe: new Date('2020-01-01') },
    })
    expect((await refus(essayer(await acteurDe(autre.technicien.id)))).code).toBe('etat_change')
    expect(await atelier.tx.brouillon.count({ where: { id } })).toBe(1)
  })
})

describe('a draft', () => {
  it('stores no NIR, whatever the field, and says where it stands', async () => {
    const id = await brouillon('autre_contact', {})
    const treize = '2870799123456'
    const nir = `${treize}${cle(treize)}`
    const { erreurs } = await refus(
      agir(technicien, (contexte) =>
        enregistrerBrouillon(contexte, { id, etape: 'besoin', message: `Elle m’a donné son numéro : ${nir}` }),
      ),
    )
    expect(erreurs?.message).toContain('Elle m’a donné son numéro')
    expect(JSON.stringify((await atelier.tx.brouillon.findUniqueOrThrow({ where: { id } })).donnees)).toBe('{}')
  })

  it('tells the second of two windows, and overwrites nothing', async () => {
    const id = await brouillon('autre_contact', {})
    const taper = (version: number, message: string) =>
      agir(technicien, (contexte) => enregistrerBrouillon(contexte, { id, etape: 'besoin', version, message }))
    await taper(1, 'première fenêtre')
    expect((await refus(taper(1, 'seconde fenêtre'))).code).toBe('etat_change')
    expect(JSON.stringify((await atelier.tx.brouillon.findUniqueOrThrow({ where: { id } })).donnees)).toContain(
      'première fenêtre',
    )
  })

  it('starts once for a double click, and belongs to its author alone', async () => {
    const motif = await atelier.tx.motif.findFirstOrThrow({ where: { code: 'autre_contact', caisseId: null } })
    const id = randomUUID()
    const saisie = { id, service: 'contact' as const, caisseId: monde.caisse.id, motif: motif.id, variante: {} }
    await Promise.all(Array.from({ length: 5 }, () => agir(technicien, (contexte) => choisirMotif(contexte, saisie))))
    expect(await atelier.tx.brouillon.count({ where: { id } })).toBe(1)
    const autre = await acteurDe((await fabriquePartenariat(atelier)).technicien.id)
    expect(
      (await refus(agir(autre, (contexte) => validerEtape(contexte, { id, etape: 'besoin', message: 'x' })))).code,
    ).toBe('introuvable')
  })
})

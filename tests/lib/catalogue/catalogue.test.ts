import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attestationsDemandees, motifsOuverts, piecesDemandees } from '@/lib/caisses/catalogue'
import { enregistrerAttestation } from '@/lib/catalogue/enregistrer-attestation'
import { activerMotif, creerMotif, modifierMotif } from '@/lib/catalogue/enregistrer-motif'
import { enregistrerPiece } from '@/lib/catalogue/enregistrer-piece'
import { motifDuCatalogue } from '@/lib/catalogue/queries'
import { reglerParametres } from '@/lib/catalogue/regler-parametres'
import { codeDepuis, coderVariantes, piecesOrphelines } from '@/lib/catalogue/regles'
import { schemaMotif, schemaParametres, schemaPiece } from '@/lib/catalogue/schema'
import { deposerDemande } from '@/lib/demandes/deposer-demande'
import { lireSession } from '@/lib/socle/lire-session'
import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { accordDonne, acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const ici = await fabriquePartenariat(atelier)
const administrateur = await acteurDe((await fabriqueCompte(atelier, { profil: 'administrateur' })).id)
const portee = { caisseId: ici.caisse.id, partenaireId: ici.partenaire.id }

const motif = (code: string) => atelier.tx.motif.findUniqueOrThrow({ where: { id: motifNational(code).id } })
const saisieDe = ({ id, version, libelle, libelleCourt, aide, ordre, ...m }: Awaited<ReturnType<typeof motif>>) => ({
  id,
  version,
  libelle,
  libelleCourt,
  aide,
  ordre,
  assureRequis: m.assureRequis,
  urgent: m.urgent,
  urgencePossible: m.urgencePossible,
  prestation: m.prestation as 'c2s' | null,
  variantes: m.variantes as { code: string; libelle: string }[],
})
const modifier = async (code: string, valeurs: Partial<ReturnType<typeof saisieDe>>) => {
  const saisie = { ...saisieDe(await motif(code)), ...valeurs }
  return agir(administrateur, (c) => modifierMotif(c, saisie))
}
const nouveau = {
  service: 'document' as const,
  libelle: 'Relevé de paiements',
  libelleCourt: 'Relevé',
  aide: null,
  ordre: 5,
  assureRequis: true,
  urgent: false,
  urgencePossible: false,
  prestation: null,
  variantes: [{ code: '', libelle: 'Année en cours' }],
}

describe('codes', () => {
  it('are unique, stable and plain, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30, unit: 'grapheme' }), { maxLength: 8 }), (libelles) => {
        const variantes = coderVariantes(
          libelles.map((libelle) => ({ code: '', libelle })),
          [],
        )
        const codes = variantes.map(({ code }) => code)
        expect(new Set(codes).size).toBe(codes.length)
        for (const code of codes) expect(code).toMatch(/^[a-z0-9_]+$/)
        expect(coderVariantes(variantes, variantes)).toEqual(variantes)
      }),
    )
    expect(codeDepuis('Carte Vitale, volée', ['carte_vitale_volee'])).toBe('carte_vitale_volee_2')
  })

  it('typed by hand name nothing known', () => {
    expect(coderVariantes([{ code: 'inconnu', libelle: 'Perte' }], [{ code: 'vol', libelle: 'Vol' }])).toEqual([
      { code: 'perte', libelle: 'Perte' },
    ])
  })
})

describe('a national motif', () => {
  it('once created is offered by every caisse, with its words', async () => {
    const { journal } = await agir(administrateur, (c) => creerMotif(c, nouveau))
    const ouverts = await motifsOuverts(atelier.tx, { ...portee, service: 'document' })
    expect(ouverts[0]).toMatchObject({ id: journal?.objetId, code: 'releve', variantes: [{ code: 'annee_en_cours' }] })
    await expect(agir(administrateur, (c) => creerMotif(c, nouveau))).rejects.toMatchObject({
      erreurs: { libelle: expect.any(String) },
    })
  })

  it('changed for the future leaves filed demandes their words', async () => {
    const demande = await fabriqueDemande(atelier, ici.cadre, { motif: 'attestation_droits' })
    await modifier('attestation_droits', { libelle: 'Attestation vitale', libelleCourt: 'Attestation vitale' })
    const relue = await atelier.tx.demande.findUniqueOrThrow({ where: { id: demande.id } })
    expect(relue).toMatchObject({
      objet: demande.objet,
      echeanceLe: demande.echeanceLe,
      delaiJours: demande.delaiJours,
    })
    expect(demande.objet).not.toBe('Attestation vitale')
  })

  it('is changed by one administrateur at a time, and never both always and possibly urgent', async () => {
    const saisie = saisieDe(await motif('ceam'))
    const changer = (valeurs: Partial<typeof saisie>) =>
      agir(administrateur, (c) => modifierMotif(c, { ...saisie, ...valeurs }))
    await expect(changer({ urgent: true, urgencePossible: true })).rejects.toMatchObject({
      erreurs: { urgencePossible: expect.any(String) },
    })
    await changer({ aide: 'Pour un départ proche.' })
    await expect(changer({ aide: 'Écrasé' })).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('keeps the codes of its variantes, and none that only a piece hangs on may go', async () => {
    const { variantes } = saisieDe(await motif('c2s'))
    await modifier('c2s', { variantes: variantes.map((v) => ({ ...v, libelle: `${v.libelle} (2027)` })) })
    expect(saisieDe(await motif('c2s')).variantes.map(({ code }) => code)).toEqual(['premiere', 'renouvellement'])
    const retirer = modifier('c2s', { variantes: [variantes[1] as { code: string; libelle: string }] })
    await expect(retirer).rejects.toMatchObject({ erreurs: { 'variantes.0.libelle': expect.any(String) } })
    expect(piecesOrphelines([{ libelle: 'RIB', variantes: ['a'], actif: false }], [])).toEqual([])
  })

  it('retired is offered nowhere, keeps its demandes, and comes back', async () => {
    const { id, version } = await motif('notification')
    const demande = await fabriqueDemande(atelier, ici.cadre, { motif: 'notification' })
    const visible = async () =>
      (await motifsOuverts(atelier.tx, { ...portee, service: 'document' })).some((ouvert) => ouvert.id === id)
    await agir(administrateur, (c) => activerMotif(c, { id, version, actif: false }))
    expect(await visible()).toBe(false)
    expect(await atelier.tx.demande.count({ where: { id: demande.id, ouverte: true } })).toBe(1)
    await agir(administrateur, (c) => activerMotif(c, { id, version: version + 1, actif: true }))
    expect(await visible()).toBe(true)
  })

  it('says what a change touches: caisses that show, hide or rename it, drafts, open demandes', async () => {
    const id = motifNational('puma').id
    const avant = (await motifDuCatalogue(administrateur, id))?.portee
    const cache = await fabriqueCaisse(atelier, { motifs: [{ motifId: id, actif: false }] })
    const renomme = await fabriqueCaisse(atelier, { motifs: [{ motifId: id, libelle: 'Droits de base' }] })
    await fabriqueDemande(atelier, ici.cadre, { motif: 'puma' })
    const { portee: apres } = (await motifDuCatalogue(administrateur, id)) ?? {}
    expect(apres?.ouvertes).toBe((avant?.ouvertes ?? 0) + 1)
    expect(apres).toMatchObject({ cachent: [cache.nom], renomment: [renomme.nom] })
    expect(apres?.montrent).toEqual(expect.arrayContaining([ici.caisse.nom, renomme.nom]))
  })

  it('of a caisse is out of reach of the administrateur, and a national one of a référent', async () => {
    const local = await atelier.tx.motif.create({
      data: { code: 'local', service: 'document', caisseId: ici.caisse.id, libelle: 'Local', libelleCourt: 'Local' },
    })
    expect(await motifDuCatalogue(administrateur, local.id)).toBeNull()
    const referent = await acteurDe(ici.referent.id)
    const saisie = saisieDe(await motif('ceam'))
    await expect(agir(referent, (c) => modifierMotif(c, saisie))).rejects.toMatchObject({ code: 'etat_change' })
    await expect(agir(referent, (c) => creerMotif(c, { ...nouveau, libelle: 'Pirate' }))).rejects.toThrow()
  })
})

describe('a piece of a motif', () => {
  const piece = {
    libelle: 'Livret de famille',
    aide: null,
    exigence: 'suggeree' as const,
    variantes: [],
    ordre: 90,
    actif: true,
  }
  const enregistrer = async (code: string, valeurs: Partial<typeof piece> & { id?: string; exigence?: 'urgence' }) => {
    const { id: motifId, version } = await motif(code)
    return agir(administrateur, (c) => enregistrerPiece(c, { ...piece, motifId, version, ...valeurs }))
  }
  const demandees = (code: string) =>
    piecesDemandees(atelier.tx, { motifId: motifNational(code).id, variante: null, urgent: false })

  it('is asked for once added, and no longer once retired: it is not deleted', async () => {
    await enregistrer('puma', {})
    const ajoutee = (await demandees('puma')).find(({ libelle }) => libelle === piece.libelle)
    expect(ajoutee).toMatchObject({ code: 'livret_de_famille', requise: false })
    const { id } = await atelier.tx.pieceAttendue.findFirstOrThrow({ where: { code: 'livret_de_famille' } })
    await enregistrer('puma', { id, actif: false })
    expect((await demandees('puma')).map(({ code }) => code)).not.toContain('livret_de_famille')
    expect(await atelier.tx.pieceAttendue.count({ where: { id } })).toBe(1)
  })

  it('is refused under the name of another, for an unknown variante, or for urgency where there is none', async () => {
    const { libelle } = (await demandees('puma'))[0] ?? { libelle: '' }
    await expect(enregistrer('puma', { libelle })).rejects.toMatchObject({ erreurs: { libelle: expect.any(String) } })
    const variantes = ['inconnue'] as never[]
    await expect(enregistrer('puma', { variantes })).rejects.toMatchObject({
      erreurs: { variantes: expect.any(String) },
    })
    await expect(enregistrer('aide_financiere', { exigence: 'urgence' as never })).rejects.toMatchObject({
      erreurs: { exigence: expect.any(String) },
    })
    const ailleurs = await atelier.tx.pieceAttendue.findFirstOrThrow({ where: { motifId: motifNational('c2s').id } })
    await expect(enregistrer('puma', { id: ailleurs.id })).rejects.toMatchObject({ code: 'introuvable' })
    expect(schemaPiece.safeParse({}).error?.issues.map(({ path }) => path[0])).toContain('exigence')
  })
})

describe('the words of a demande', () => {
  it('are those of the day it was filed: object, pieces and attestations', async () => {
    const technicien = await acteurDe(ici.technicien.id)
    const id = crypto.randomUUID()
    const { technicien: auteur, structure, partenaire } = ici
    await atelier.tx.brouillon.create({
      data: {
        id,
        compteId: auteur.id,
        partenaireId: partenaire.id,
        structureId: structure.id,
        service: 'signalement',
        caisseId: ici.caisse.id,
        motifId: motifNational('autre_signalement').id,
        donnees: {
          personne: {
            civilite: 'madame',
            nomNaissance: 'Kervella',
            nomUsage: '',
            prenom: 'Anaïs',
            dateNaissance: { jour: '3', mois: '4', annee: '1988' },
            departement: '29',
          },
          besoin: {
            obstacles: ['demarches'],
            situation: 'Elle ne sait pas à qui s’adresser.',
            dejaTente: '',
            telephone: '0612345678',
            moment: 'matin',
            precisionAppel: '',
          },
        },
      },
    })
    await agir(technicien, (c) =>
      deposerDemande(c, { id, attestations: { information_accord: 'oui' }, consentement: accordDonne() }),
    )
    const courriers = await atelier.tx.pieceAttendue.findFirstOrThrow({
      where: { motifId: motifNational('autre_signalement').id },
    })
    const { version } = await motif('autre_signalement')
    await agir(administrateur, (c) =>
      enregistrerPiece(c, {
        ...courriers,
        exigence: 'suggeree',
        libelle: 'Tout autre chose',
        version,
      }),
    )
    await modifier('autre_signalement', { libelleCourt: 'Rebaptisé' })
    const { objet, libellesPieces, attestations } = await atelier.tx.demande.findUniqueOrThrow({ where: { id } })
    expect(objet).toBe('Autre difficulté')
    expect(libellesPieces).toEqual([{ code: courriers.code, libelle: courriers.libelle }])
    expect(attestations).toMatchObject([{ code: 'information_accord' }])
  })
})

describe('attestations and parameters', () => {
  it('an attestation is added, changed, retired; the ones attested stay as they were', async () => {
    const saisie = { condition: 'toujours' as const, service: null, aide: null, ordre: 20, actif: true }
    const demandees = () => attestationsDemandees(atelier.tx, { service: 'document', assureRequis: false })
    await agir(administrateur, (c) => enregistrerAttestation(c, { ...saisie, texte: 'J’ai vérifié ma demande.' }))
    const [ajoutee] = await demandees()
    expect(ajoutee?.texte).toBe('J’ai vérifié ma demande.')
    const { code = '' } = ajoutee ?? {}
    await agir(administrateur, (c) => enregistrerAttestation(c, { ...saisie, code, texte: 'Autre', actif: false }))
    expect(await demandees()).toEqual([])
    await expect(
      agir(administrateur, (c) => enregistrerAttestation(c, { ...saisie, code: 'inconnu', texte: 'x' })),
    ).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('the age of passwords acts on the next request, and is bounded', async () => {
    const vieux = await fabriqueCompte(atelier, {
      profil: 'administrateur',
      motDePasseHash: 'x',
      motDePasseLe: new Date(Date.now() - 100 * 86_400_000),
    })
    const session = await fabriqueSession({ tx: atelier.tx, maintenant: new Date() }, vieux.id)
    expect((await lireSession(session))?.reste).toBeNull()
    await agir(administrateur, (c) => reglerParametres(c, { dureeMois: 3 }))
    expect((await lireSession(session))?.reste).toBe('mot_de_passe')
    for (const mois of ['0', '37', '-1', 'douze', ''])
      expect(schemaParametres.safeParse({ dureeMois: mois }).success).toBe(false)
  })

  it('a form of motif is refused without words, and reads its lines in order', () => {
    expect(
      schemaMotif.safeParse({ id: crypto.randomUUID(), version: '1', ordre: 'x' }).error?.issues.length,
    ).toBeGreaterThan(2)
    const lu = schemaMotif.parse({
      id: crypto.randomUUID(),
      version: '1',
      libelle: 'a',
      libelleCourt: 'b',
      aide: '',
      ordre: '10',
      variantes: { '0': { code: 'x', libelle: 'Un' }, '1': { libelle: '' }, '2': { libelle: 'Deux' } },
    })
    expect(lu.variantes).toEqual([
      { code: 'x', libelle: 'Un' },
      { code: '', libelle: 'Deux' },
    ])
    expect(lu).toMatchObject({ aide: null, prestation: null, urgent: false })
  })
})

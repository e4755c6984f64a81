import { describe, expect, it } from 'vitest'
import { abandonnerConvention } from '@/lib/conventions/abandonner-convention'
import { ajouterAvenant, signerAvenant } from '@/lib/conventions/avenants'
import { creerConvention } from '@/lib/conventions/creer-convention'
import { denoncerConvention, retirerDenonciation } from '@/lib/conventions/denoncer-convention'
import { habiliterDocuments } from '@/lib/conventions/habiliter-documents'
import { leverMiseEnDemeure, mettreEnDemeure, resilierConvention } from '@/lib/conventions/mettre-en-demeure'
import { modifierConvention } from '@/lib/conventions/modifier-convention'
import type { SaisieCreation, SaisieSignature } from '@/lib/conventions/schema'
import { signerConvention } from '@/lib/conventions/signer-convention'
import { perimetre } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { avecPerimetre } from '@/lib/socle/base'
import { enDate, jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const jourJ = new Date('2026-03-12T10:00:00Z')
const le = (jour: string) => new Date(`${jour}T10:00:00Z`)

const ici = await fabriqueCaisse(atelier, {
  reglages: { delaiMiseEnDemeureJours: 0, delaiMiseEnDemeurePortailJours: 30 },
  contacts: [{ type: 'partenariat', courriel: 'partenariat@ici.example' }],
})
const voisine = await fabriqueCaisse(atelier, {
  contacts: [{ type: 'partenariat', courriel: 'partenariat@voisine.example' }],
})
const referentDe = async (caisseId: string) =>
  acteurDe((await fabriqueCompte(atelier, { profil: 'caisse', caisseId, roles: ['referent'] })).id)
const referente = await referentDe(ici.id)
const collegue = await referentDe(ici.id)
const voisin = await referentDe(voisine.id)

async function partenaireAvecGestionnaire() {
  const partenaire = await fabriquePartenaire(atelier, {
    contacts: [{ type: 'referent', nom: 'Direction', courriel: 'direction@partenaire.example' }],
  })
  const gestionnaire = await fabriqueCompte(atelier, {
    profil: 'gestionnaire',
    partenaireId: partenaire.id,
    structureId: partenaire.structure.id,
  })
  return { partenaire, gestionnaire }
}

type Valeurs = Partial<Parameters<typeof fabriqueConvention>[1]>
type PartVoulue = Partial<Parameters<typeof fabriqueConvention>[1]['caisses'][number]>

/** In force since 1 April 2025, for a year, renewed, with three months' notice. */
async function enVigueur(valeurs: Valeurs = {}, part: PartVoulue = {}, partVoisine?: PartVoulue) {
  const { partenaire, gestionnaire } = await partenaireAvecGestionnaire()
  // Once the part has ended, the caisse sees no account made later.
  await tx.compte.update({ where: { id: gestionnaire.id }, data: { creeLe: enDate('2025-04-01') } })
  const convention = await fabriqueConvention(atelier, {
    partenaireId: partenaire.id,
    effetLe: enDate('2025-04-01'),
    preavisMois: 3,
    ...valeurs,
    caisses: [{ caisseId: ici.id, ...part }, ...(partVoisine ? [{ caisseId: voisine.id, ...partVoisine }] : [])],
  })
  return { id: convention.id, version: 1, partenaire, gestionnaire }
}

const partDe = (conventionId: string, caisseId = ici.id) =>
  tx.conventionCaisse.findUniqueOrThrow({ where: { conventionId_caisseId: { conventionId, caisseId } } })
const typesDe = async (conventionId: string) =>
  (await tx.evenementConvention.findMany({ where: { conventionId }, orderBy: { le: 'asc' } })).map(({ type }) => type)
const courrielsA = async (destinataire: string) =>
  (await tx.courriel.findMany({ where: { destinataire } })).map(({ modele }) => modele).sort()

const texte = (partenaireId: string, valeurs: Partial<SaisieCreation> = {}): SaisieCreation => ({
  partenaireId,
  intitule: 'Accès aux droits',
  effetLe: '2026-04-01',
  dureeMois: 12,
  taciteReconduction: 'oui',
  preavisMois: 3,
  tiers: [],
  referentId: null,
  caisses: [],
  ...valeurs,
})
const signatures = (id: string, valeurs: Partial<SaisieSignature> = {}): SaisieSignature => ({
  id,
  version: 1,
  partenaireSigneLe: '2026-03-02',
  partenaireSignataire: 'Solange Aubry, directrice',
  tiers: {},
  signeeLe: '2026-03-02',
  utilisationSigneeLe: '2026-03-02',
  utilisationEffetLe: '2026-04-01',
  ...valeurs,
})

type Champs = Record<string, string | RegExp>
const refus = (champs: Champs) => ({
  code: 'saisie',
  erreurs: Object.fromEntries(Object.entries(champs).map(([nom, mots]) => [nom, expect.stringMatching(mots)])),
})
const faire = (travail: (contexte: Contexte) => Promise<Suite>, quand = jourJ, qui = referente) =>
  agir(qui, travail, quand)

/** A draft by the caisse, with another caisse and a third party invited. */
async function brouillon(valeurs: Partial<SaisieCreation> = {}) {
  const { partenaire, gestionnaire } = await partenaireAvecGestionnaire()
  // A caisse knows a partenaire once a draft binds them: its first one is written with it.
  await fabriqueConvention(atelier, {
    partenaireId: partenaire.id,
    caisses: [{ caisseId: ici.id, etat: 'brouillon', signeeLe: null, utilisationEffetLe: null }],
  })
  const { journal } = await faire((c) => creerConvention(c, texte(partenaire.id, valeurs)))
  return { id: journal?.objetId ?? '', partenaire, gestionnaire }
}

describe('a draft', () => {
  it('invites other caisses and third parties, and opens nothing', async () => {
    const { id } = await brouillon({ caisses: [voisine.id, ici.id], tiers: ['CARSAT du Centre'] })
    expect((await partDe(id)).etat).toBe('brouillon')
    expect((await partDe(id, voisine.id)).etat).toBe('brouillon')
    expect(await tx.signataire.count({ where: { conventionId: id } })).toBe(1)
    expect(await courrielsA('partenariat@voisine.example')).toContain('convention_invitation')
    expect(await typesDe(id)).toEqual(['creee'])
  })

  it('is not written twice for the same effect, nor by a caisse that does not know the partenaire', async () => {
    const { partenaire } = await brouillon()
    await expect(faire((c) => creerConvention(c, texte(partenaire.id)))).rejects.toMatchObject(
      refus({ effetLe: /déjà/ }),
    )
    await expect(faire((c) => creerConvention(c, texte(partenaire.id)), jourJ, voisin)).rejects.toMatchObject({
      code: 'introuvable',
    })
  })

  it('changes until somebody has signed, and one of two référents wins', async () => {
    const { id, partenaire } = await brouillon({ tiers: ['CARSAT'] })
    const nouveau = { ...texte(partenaire.id, { dureeMois: 24, tiers: ['CARSAT', 'Préfecture'] }), id, version: 1 }
    await faire((c) => modifierConvention(c, nouveau))
    expect(await tx.signataire.count({ where: { conventionId: id } })).toBe(2)
    await expect(faire((c) => modifierConvention(c, nouveau), jourJ, collegue)).rejects.toMatchObject({
      code: 'etat_change',
    })
    const { version } = await partDe(id)
    await faire((c) => signerConvention(c, signatures(id, { version, signeeLe: null, utilisationSigneeLe: null })))
    await expect(faire((c) => modifierConvention(c, { ...nouveau, version: 3 }))).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('déjà'),
    })
    // Not even by SQL.
    await expect(
      avecPerimetre(perimetre(referente), (web) =>
        web.convention.updateMany({ where: { id }, data: { dureeMois: 6 } }),
      ),
    ).rejects.toThrow(/avenant/)
  })

  it('is given up, whole when nobody else holds it', async () => {
    const { id } = await brouillon({ caisses: [voisine.id] })
    await faire((c) => abandonnerConvention(c, { id, version: 1 }))
    expect(await tx.convention.count({ where: { id } })).toBe(1)
    await faire((c) => abandonnerConvention(c, { id, version: 1 }), jourJ, voisin)
    expect(await tx.convention.count({ where: { id } })).toBe(0)
  })
})

describe('signing', () => {
  it('is complete once caisse, partenaire and third parties have signed; the other caisse signs for itself', async () => {
    const { id, gestionnaire } = await brouillon({ caisses: [voisine.id], tiers: ['CARSAT'] })
    await faire((c) => signerConvention(c, signatures(id)))
    expect((await partDe(id)).etat).toBe('brouillon')
    const { id: tiers } = await tx.signataire.findFirstOrThrow({ where: { conventionId: id } })
    await faire((c) => signerConvention(c, signatures(id, { version: 2, tiers: { [tiers]: '2026-03-05' } })))
    const part = await partDe(id)
    expect(part).toMatchObject({ etat: 'signee', finLe: null, causeFin: null })
    expect((await partDe(id, voisine.id)).etat).toBe('brouillon')
    expect(await typesDe(id)).toEqual(['creee', 'signatures', 'signee'])
    expect(await courrielsA(gestionnaire.courriel)).toEqual(['convention_signee'])
    // The dates that are common are already there for the other caisse.
    await faire(
      (c) => signerConvention(c, signatures(id, { partenaireSigneLe: null, utilisationEffetLe: '2026-05-01' })),
      jourJ,
      voisin,
    )
    expect(await partDe(id, voisine.id)).toMatchObject({ etat: 'signee', utilisationEffetLe: enDate('2026-05-01') })
  })

  it('leaves the common dates as they are once another caisse is bound by them', async () => {
    const { id } = await brouillon({ caisses: [voisine.id] })
    await faire((c) => signerConvention(c, signatures(id)))
    const { partenaireSigneLe } = await tx.convention.findUniqueOrThrow({ where: { id } })
    await expect(
      faire((c) => signerConvention(c, signatures(id, { partenaireSigneLe: '2026-01-02' })), jourJ, voisin),
    ).rejects.toMatchObject({ erreurs: { partenaireSigneLe: expect.stringContaining('gardez cette date') } })
    await faire((c) => signerConvention(c, signatures(id)), jourJ, voisin)
    expect(await tx.convention.findUniqueOrThrow({ where: { id } })).toMatchObject({ partenaireSigneLe })
  })

  it('gives its last day to what does not renew itself', async () => {
    const { id } = await brouillon({ taciteReconduction: 'non' })
    await faire((c) => signerConvention(c, signatures(id)))
    expect(await partDe(id)).toMatchObject({ finLe: enDate('2027-03-31'), causeFin: 'terme' })
  })

  it('of a convention whose effect has passed puts it in force at once', async () => {
    const { id } = await brouillon({ effetLe: '2026-03-01' })
    await faire((c) => signerConvention(c, signatures(id, { utilisationEffetLe: '2026-03-10' })))
    expect((await partDe(id)).etat).toBe('en_vigueur')
    expect(await typesDe(id)).toEqual(['creee', 'signee', 'prise_effet'])
  })

  it.each([
    ['a signature to come', { signeeLe: '2026-03-13' }, { signeeLe: /passée/ }],
    [
      'an access before the convention',
      { utilisationEffetLe: '2026-03-31' },
      { utilisationEffetLe: /avant la convention/ },
    ],
    [
      'a portal signed before the convention',
      { utilisationSigneeLe: '2026-03-01' },
      { utilisationSigneeLe: /plus tard/ },
    ],
  ])('refuses %s', async (_nom, valeurs, champs) => {
    const { id } = await brouillon()
    await expect(faire((c) => signerConvention(c, signatures(id, valeurs)))).rejects.toMatchObject(
      refus(champs as Champs),
    )
  })

  it('refuses to overlap another convention of the same caisse, in words; and the database refuses too', async () => {
    const { partenaire } = await enVigueur()
    const { journal } = await faire((c) => creerConvention(c, texte(partenaire.id)))
    const id = journal?.objetId ?? ''
    await expect(faire((c) => signerConvention(c, signatures(id)))).rejects.toMatchObject(
      refus({ utilisationEffetLe: /couvre déjà ce partenaire.*avenant/ }),
    )
    await expect(
      tx.conventionCaisse.updateMany({
        where: { conventionId: id },
        data: { etat: 'signee', utilisationEffetLe: enDate('2026-04-01') },
      }),
    ).rejects.toThrow()
  })

  it('follows a convention that ends', async () => {
    const { partenaire } = await enVigueur(
      { taciteReconduction: false },
      { finLe: enDate('2026-03-31'), causeFin: 'terme' },
    )
    const { journal } = await faire((c) => creerConvention(c, texte(partenaire.id)))
    await faire((c) => signerConvention(c, signatures(journal?.objetId ?? '')))
    expect((await partDe(journal?.objetId ?? '')).etat).toBe('signee')
  })

  it('by two référents at once gives one signature', async () => {
    const { id } = await brouillon()
    const essais = await Promise.allSettled([
      faire((c) => signerConvention(c, signatures(id))),
      faire((c) => signerConvention(c, signatures(id)), jourJ, collegue),
    ])
    expect(essais.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await typesDe(id)).filter((type) => type === 'signee')).toHaveLength(1)
  })
})

describe('a dénonciation', () => {
  const denoncer =
    (id: string, valeurs = {}, version = 1) =>
    (contexte: Contexte) =>
      denoncerConvention(contexte, {
        id,
        version,
        par: 'caisse',
        le: '2025-12-09',
        finLe: '2026-03-31',
        motif: 'Réorganisation du territoire.',
        ...valeurs,
      })

  it('within its notice ends the part at the anniversary, tells the partenaire and the other caisse, and nobody else ends', async () => {
    const { id, gestionnaire } = await enVigueur({}, {}, {})
    await faire(denoncer(id), le('2025-12-10'))
    expect(await partDe(id)).toMatchObject({
      etat: 'denoncee',
      finLe: enDate('2026-03-31'),
      causeFin: 'denonciation',
      version: 2,
    })
    expect(await partDe(id, voisine.id)).toMatchObject({ etat: 'en_vigueur', finLe: null })
    const [evenement] = await tx.evenementConvention.findMany({ where: { conventionId: id, type: 'denoncee' } })
    expect(evenement).toMatchObject({
      auteurId: referente.compteId,
      justification: 'Réorganisation du territoire.',
      details: { le: '2025-12-09', par: 'caisse', finLe: '2026-03-31' },
    })
    expect(await courrielsA(gestionnaire.courriel)).toEqual(['convention_denoncee'])
    expect(await courrielsA('partenariat@voisine.example')).toContain('convention_denoncee')
  })

  it('too late is refused with the last day that was possible and the next end', async () => {
    const { id } = await enVigueur()
    await expect(faire(denoncer(id, { le: '2026-01-01' }), le('2026-01-02'))).rejects.toMatchObject(
      refus({ finLe: /31\s*décembre 2025.*31\s*mars 2027/ }),
    )
    await faire(denoncer(id, { le: '2026-01-01', finLe: '2027-03-31' }), le('2026-01-02'))
    expect((await partDe(id)).finLe).toEqual(enDate('2027-03-31'))
  })

  it.each([
    ['an end that is no anniversary', { finLe: '2026-06-30' }, { finLe: /anniversaire/ }],
    ['an end that has passed', { finLe: '2025-11-30' }, { finLe: /à venir/ }],
    ['a day to come', { le: '2025-12-11' }, { le: /passée/ }],
    ['a day before the effect', { le: '2025-03-01' }, { le: /avant/ }],
  ])('refuses %s', async (_nom, valeurs, champs) => {
    const { id } = await enVigueur()
    await expect(faire(denoncer(id, valeurs), le('2025-12-10'))).rejects.toMatchObject(refus(champs as Champs))
  })

  it('of what is already denounced, or of an aged page, is refused', async () => {
    const { id } = await enVigueur()
    const essais = await Promise.allSettled([
      faire(denoncer(id), le('2025-12-10')),
      faire(denoncer(id), le('2025-12-10'), collegue),
    ])
    expect(essais.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(faire(denoncer(id, {}, 2), le('2025-12-10'))).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('keeps in the history the effect that the night had not written yet', async () => {
    const { id } = await enVigueur({}, { etat: 'signee' })
    await faire(denoncer(id), le('2025-12-10'))
    expect(await typesDe(id)).toContain('prise_effet')
    expect((await partDe(id)).etat).toBe('denoncee')
  })

  it('may be taken back before its end, and not after', async () => {
    const fini = { etat: 'denoncee', finLe: enDate('2026-03-31'), causeFin: 'denonciation' }
    const { id } = await enVigueur({}, fini)
    const retirer = (c: Contexte) => retirerDenonciation(c, { id, version: 1, motif: 'Accord trouvé.' })
    await expect(faire(retirer, le('2026-04-01'))).rejects.toMatchObject({ code: 'etat_change' })
    await faire(retirer, le('2026-03-31'))
    expect(await partDe(id)).toMatchObject({ etat: 'en_vigueur', finLe: null, causeFin: null, motifFin: null })
  })

  it('is not taken back over a convention that follows', async () => {
    const fini = { etat: 'denoncee', finLe: enDate('2026-03-31'), causeFin: 'denonciation' }
    const { id, partenaire } = await enVigueur({}, fini)
    await fabriqueConvention(atelier, {
      partenaireId: partenaire.id,
      effetLe: enDate('2026-04-01'),
      caisses: [{ caisseId: ici.id, etat: 'signee' }],
    })
    await expect(faire((c) => retirerDenonciation(c, { id, version: 1, motif: 'Accord.' }))).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('couvre déjà'),
    })
  })
})

describe('a mise en demeure', () => {
  const mettre =
    (id: string, valeurs = {}) =>
    (contexte: Contexte) =>
      mettreEnDemeure(contexte, {
        id,
        version: 1,
        le: '2026-03-10',
        regime: 'portail',
        motif: 'Revue non signée.',
        ...valeurs,
      })
  const resilier = (id: string, version: number, effetLe: string) => (contexte: Contexte) =>
    resilierConvention(contexte, { id, version, effetLe, motif: 'Sans réponse.' })

  it('takes its time to cure from the settings of the text that is broken, and leaves access open', async () => {
    const { id, gestionnaire } = await enVigueur()
    await faire(mettre(id))
    expect(await partDe(id)).toMatchObject({
      etat: 'mise_en_demeure',
      finLe: null,
      miseEnDemeureEcheanceLe: enDate('2026-04-09'),
    })
    expect(await courrielsA(gestionnaire.courriel)).toEqual(['convention_mise_en_demeure'])
    await expect(faire(resilier(id, 2, '2026-03-20'))).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringMatching(/9\s*avril 2026/),
    })
    await faire((c) => leverMiseEnDemeure(c, { id, version: 2, motif: 'Revue signée.' }))
    expect(await partDe(id)).toMatchObject({ etat: 'en_vigueur', miseEnDemeureLe: null })
  })

  it('past its period may be résiliée, from a day to come that stops access by date alone', async () => {
    const { id } = await enVigueur()
    await faire(mettre(id))
    await faire(resilier(id, 2, '2026-04-15'), le('2026-04-09'))
    expect(await partDe(id)).toMatchObject({ causeFin: 'resiliation', finLe: enDate('2026-04-14') })
    await expect(
      faire((c) => leverMiseEnDemeure(c, { id, version: 3, motif: 'Trop tard.' }), le('2026-04-10')),
    ).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('without a period may be résiliée at once: access closes on the next request', async () => {
    const { id, gestionnaire } = await enVigueur()
    expect((await acteurDe(gestionnaire.id)).caissesOuvertes).toHaveLength(1)
    const { maintenant } = atelier
    const aujourdhui = dateAParis(maintenant)
    await faire(mettre(id, { regime: 'convention', le: aujourdhui }), maintenant)
    await faire(resilier(id, 2, aujourdhui), maintenant)
    expect((await partDe(id)).etat).toBe('resiliee')
    expect((await acteurDe(gestionnaire.id)).caissesOuvertes).toHaveLength(0)
    expect(await courrielsA(gestionnaire.courriel)).toEqual([
      'convention_mise_en_demeure_immediate',
      'convention_resiliee',
    ])
  })

  it('refuses a résiliation without it, in the past, or after the end already decided', async () => {
    const { id } = await enVigueur()
    await expect(faire(resilier(id, 1, '2026-03-20'))).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('mise en demeure'),
    })
    const depassee = {
      etat: 'mise_en_demeure',
      miseEnDemeureLe: enDate('2026-01-10'),
      miseEnDemeureEcheanceLe: enDate('2026-02-10'),
      finLe: enDate('2026-03-31'),
      causeFin: 'denonciation',
    }
    const { id: denoncee } = await enVigueur({}, depassee)
    await expect(faire(resilier(denoncee, 1, '2026-03-11'))).rejects.toMatchObject(refus({ effetLe: /passé/ }))
    await expect(faire(resilier(denoncee, 1, '2026-04-01'))).rejects.toMatchObject(refus({ effetLe: /finit déjà/ }))
  })

  it('refuses a day to come, and a second one', async () => {
    const { id } = await enVigueur()
    await expect(faire(mettre(id, { le: '2026-03-13' }))).rejects.toMatchObject(refus({ le: /aujourd’hui/ }))
    await faire(mettre(id))
    await expect(faire(mettre(id))).rejects.toMatchObject({ code: 'etat_change' })
  })
})

describe('an avenant', () => {
  const avenant =
    (id: string, valeurs = {}) =>
    (contexte: Contexte) =>
      ajouterAvenant(contexte, {
        id,
        version: 1,
        objet: 'Durée portée à deux ans',
        signeLe: '2026-03-02',
        effetLe: '2026-03-12',
        dureeMois: null,
        preavisMois: null,
        taciteReconduction: null,
        ...valeurs,
      })

  it('moves the last day of what does not renew itself, for the caisse that signs it', async () => {
    const fini = { finLe: enDate('2026-03-31'), causeFin: 'terme' }
    const { id } = await enVigueur({ taciteReconduction: false }, fini, fini)
    await faire(avenant(id, { dureeMois: 24 }))
    expect((await partDe(id)).finLe).toEqual(enDate('2027-03-31'))
    expect((await partDe(id, voisine.id)).finLe).toEqual(enDate('2026-03-31'))
    const { id: avenantId } = await tx.avenant.findFirstOrThrow({ where: { conventionId: id } })
    await faire((c) => signerAvenant(c, { id, version: 1, avenantId }), jourJ, voisin)
    expect((await partDe(id, voisine.id)).finLe).toEqual(enDate('2027-03-31'))
  })

  it('that stops the renewals gives a last day at once; one that allows them takes it away', async () => {
    const { id } = await enVigueur()
    await faire(avenant(id, { taciteReconduction: 'non' }))
    expect(await partDe(id)).toMatchObject({ finLe: enDate('2026-03-31'), causeFin: 'terme' })
    await faire(avenant(id, { version: 2, effetLe: '2026-03-20', taciteReconduction: 'oui' }))
    expect(await partDe(id)).toMatchObject({ finLe: null, causeFin: null })
  })

  it('changes the notice of the dénonciations to come', async () => {
    const { id } = await enVigueur()
    await faire(avenant(id, { preavisMois: 6 }))
    const trop = { id, version: 2, par: 'caisse' as const, le: '2026-10-15', finLe: '2027-03-31', motif: 'Fin.' }
    await expect(faire((c) => denoncerConvention(c, trop), le('2026-10-15'))).rejects.toMatchObject(
      refus({ finLe: /30\s*septembre 2026/ }),
    )
  })

  it.each([
    ['signed tomorrow', { signeLe: '2026-03-13', effetLe: '2026-03-14' }, { signeLe: /passée/ }],
    ['that begins before it is signed', { effetLe: '2026-03-01' }, { effetLe: /plus tard/ }],
    ['signed before the convention', { signeLe: '2025-01-01' }, { signeLe: /après la convention/ }],
  ])('is refused %s', async (_nom, valeurs, champs) => {
    const { id } = await enVigueur()
    await expect(faire(avenant(id, valeurs))).rejects.toMatchObject(refus(champs as Champs))
  })

  it('is refused on what is over, or whose end is decided when it would move it', async () => {
    const { id } = await enVigueur({}, { etat: 'echue', finLe: enDate('2026-01-31') })
    await expect(faire(avenant(id))).rejects.toMatchObject({ code: 'etat_change' })
    const fini = { etat: 'denoncee', finLe: enDate('2026-03-31'), causeFin: 'denonciation' }
    const { id: denoncee } = await enVigueur({}, fini)
    await expect(faire(avenant(denoncee, { dureeMois: 24 }))).rejects.toMatchObject(
      refus({ dureeMois: /dénonciation/ }),
    )
  })
})

it('tells who may receive documents, in the history', async () => {
  const { id } = await enVigueur()
  await faire((c) => habiliterDocuments(c, { id, version: 1, habilite: 'oui' }))
  expect((await partDe(id)).habiliteDocuments).toBe(true)
  expect(await typesDe(id)).toContain('habilitation')
})

describe('each caisse', () => {
  it('reads both parts and acts on its own only', async () => {
    const { id } = await enVigueur({}, {}, {})
    const voir = await avecPerimetre(perimetre(voisin), (web) =>
      web.conventionCaisse.findMany({ where: { conventionId: id } }),
    )
    expect(voir).toHaveLength(2)
    const { count } = await avecPerimetre(perimetre(voisin), (web) =>
      web.conventionCaisse.updateMany({ where: { conventionId: id, caisseId: ici.id }, data: { motifFin: 'x' } }),
    )
    expect(count).toBe(0)
    const { id: etrangere } = await enVigueur()
    await expect(
      faire((c) => habiliterDocuments(c, { id: etrangere, version: 1, habilite: 'oui' }), jourJ, voisin),
    ).rejects.toMatchObject({ code: 'introuvable' })
    expect(await avecPerimetre(perimetre(voisin), (web) => web.convention.count({ where: { id: etrangere } }))).toBe(0)
  })

  it('cannot delete what is signed', async () => {
    const { id } = await enVigueur()
    await avecPerimetre(perimetre(referente), (web) => web.conventionCaisse.deleteMany({ where: { conventionId: id } }))
    expect(jourDe((await partDe(id)).utilisationEffetLe)).toBe('2025-04-01')
  })
})

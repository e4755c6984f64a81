import { describe, expect, it } from 'vitest'
import { enregistrerContact, retirerContact } from '@/lib/reglages/enregistrer-contact'
import { enregistrerMotifPropre } from '@/lib/reglages/enregistrer-motif-propre'
import { enregistrerMotifs } from '@/lib/reglages/enregistrer-motifs'
import { enregistrerReglages } from '@/lib/reglages/enregistrer-reglages'
import { enregistrerServicesPartenaire } from '@/lib/reglages/enregistrer-services-partenaire'
import { type Section, sections } from '@/lib/reglages/modele'
import { reglagesEnMots, sectionAModifier, verifierSection } from '@/lib/reglages/queries'
import { motifsAModifier, verifierMotifs } from '@/lib/reglages/queries-motifs'
import { servicesDuPartenaire, verifierServicesPartenaire } from '@/lib/reglages/queries-partenaire'
import { contactCaisseSchema } from '@/lib/reglages/schema-contact'
import { motifPropreSchema } from '@/lib/reglages/schema-motif'
import { saisieDesValeurs } from '@/lib/reglages/section-tapee'
import type { Valeurs } from '@/lib/reglages/sections/definition'
import type { Acteur } from '@/lib/socle/acteur'
import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const referent = await acteurDe(ici.referent.id)
const etranger = await acteurDe(ailleurs.referent.id)
const administrateur = await acteurDe((await fabriqueCompte(atelier, { profil: 'administrateur' })).id)
const caisseId = ici.caisse.id

async function enregistrer(section: Section, change: Valeurs, acteur: Acteur = referent, versionDe = acteur) {
  const { version, valeurs } = await sectionAModifier(versionDe, caisseId, section)
  const saisie = { ...saisieDesValeurs({ ...valeurs, ...change }), caisseId, section, version }
  return agir(acteur, (contexte) => enregistrerReglages(contexte, saisie))
}

const reglages = () => atelier.tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId } })

const changements: Record<Section, [Valeurs, object]> = {
  delais: [{ 'delai.ame': '30', 'seuil.ame': '6', delaiReouvertureJours: '20' }, { delaiReouvertureJours: 20 }],
  habilitations: [
    { quotaTechniciensActif: 'oui', revueSuspensionJours: '15' },
    { quotaTechniciensActif: true, revueSuspensionJours: 15 },
  ],
  conventions: [
    { preavisRenouvellementMois: '3', delaiMiseEnDemeureJours: '0' },
    { preavisRenouvellementMois: 3, delaiMiseEnDemeureJours: 0 },
  ],
  'rendez-vous': [{ 'rendezVousModes[]': ['visio'] }, { rendezVousModes: ['visio'] }],
  services: [{ 'actifs[]': ['dossier', 'contact'], 'ordre.contact': '1', 'ordre.dossier': '2' }, {}],
  surveillance: [
    { lecturesParHeure: '30', telechargementsParHeure: '12' },
    { lecturesParHeure: 30, telechargementsParHeure: 12 },
  ],
  statistiques: [{ periodiciteStatistiques: 'trimestrielle' }, { periodiciteStatistiques: 'trimestrielle' }],
  fichiers: [
    { tailleFichierMo: '5', tailleDemandeMo: '25', documentDisponibleJours: '30' },
    { tailleMaxFichierOctets: 5_000_000, documentDisponibleJours: 30 },
  ],
  conservation: [{ delaiNotificationViolationHeures: '24' }, { delaiNotificationViolationHeures: 24 }],
}

describe('a section of settings', () => {
  it.each(
    sections,
  )('%s is kept as confirmed, told to the journal in words, and nothing else moves', async (section) => {
    const [change, attendu] = changements[section]
    const avant = await reglages()
    const suite = await enregistrer(section, change)
    expect(suite.vers).toBe(`/caisse/parametres?enregistre=${section}#${section}`)
    expect(suite.journal?.details).toMatchObject({ section })
    expect(Object.values(suite.journal?.details ?? {}).some((mots) => String(mots).includes(' → '))).toBe(true)
    expect(await reglages()).toEqual({
      ...avant,
      ...attendu,
      version: avant.version + 1,
      ...(section === 'fichiers' && { tailleMaxDemandeOctets: 25_000_000 }),
    })
  })

  it('keeps delays by prestation, and the services in the order of the caisse', async () => {
    expect(await atelier.tx.delaiPrestation.findMany({ where: { caisseId } })).toEqual([
      { caisseId, prestation: 'ame', delaiJours: 30, seuilAlerteJours: 6 },
    ])
    const services = await atelier.tx.serviceCaisse.findMany({ where: { caisseId }, orderBy: { ordre: 'asc' } })
    expect(services.filter(({ actif }) => actif).map(({ service }) => service)).toEqual(['contact', 'dossier'])
  })

  it('is refused when someone has changed the settings meanwhile, and loses nothing of theirs', async () => {
    const { version, valeurs } = await sectionAModifier(referent, caisseId, 'conservation')
    await enregistrer('statistiques', { periodiciteStatistiques: 'annuelle' })
    const saisie = { ...saisieDesValeurs(valeurs), caisseId, section: 'conservation' as const, version }
    await expect(agir(referent, (contexte) => enregistrerReglages(contexte, saisie))).rejects.toMatchObject({
      code: 'etat_change',
    })
  })

  it('saved twice at once, is saved once', async () => {
    const { version, valeurs } = await sectionAModifier(referent, caisseId, 'conservation')
    const saisie = {
      ...saisieDesValeurs({ ...valeurs, conservationDemandeMois: '36' }),
      caisseId,
      section: 'conservation' as const,
      version,
    }
    const issues = await Promise.allSettled(
      [1, 2].map(() => agir(referent, (contexte) => enregistrerReglages(contexte, saisie))),
    )
    expect(issues.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await reglages()).version).toBe(version + 1)
  })

  it('of another caisse is out of reach of a référent, in the use case and in the database; an administrateur sets any', async () => {
    await expect(enregistrer('conservation', {}, etranger, referent)).rejects.toMatchObject({ code: 'introuvable' })
    await expect(reglagesEnMots(etranger, caisseId)).rejects.toMatchObject({ code: 'introuvable' })
    const touchees = await agir(etranger, ({ tx }) =>
      tx.reglagesCaisse.updateMany({ where: { caisseId }, data: { delaiUrgentJours: 1 } }),
    )
    expect(touchees.count).toBe(0)
    const suite = await enregistrer('statistiques', { periodiciteStatistiques: 'trimestrielle' }, administrateur)
    expect(suite.vers).toBe(`/administration/caisses/${caisseId}/parametres?enregistre=statistiques#statistiques`)
  })

  it('is refused at its fields when it breaks a rule, even past the screen that checks', async () => {
    await expect(enregistrer('delais', { delaiUrgentJours: '-1' })).rejects.toMatchObject({
      code: 'saisie',
      erreurs: { delaiUrgentJours: expect.stringMatching(/négatif/) },
    })
  })
})

describe('what a change touches, counted in the database', () => {
  const effets = async (section: Section, change: Valeurs, acteur = referent) => {
    const { valeurs } = await sectionAModifier(acteur, caisseId, section)
    const verification = await verifierSection(acteur, { caisseId, section, valeurs: { ...valeurs, ...change } })
    if (verification.erreurs) throw new Error(JSON.stringify(verification.erreurs))
    return verification.effets.map(({ texte, liste }) => [texte, ...(liste ?? [])].join(' | ')).join(' ; ')
  }

  it('says which partenaires a quota of techniciens leaves over it, to the référent and to an administrateur', async () => {
    for (let rang = 0; rang < 5; rang += 1)
      await fabriqueCompte(atelier, {
        profil: 'technicien',
        partenaireId: ici.partenaire.id,
        structureId: ici.structure.id,
        creeParId: ici.gestionnaire.id,
      })
    await enregistrer('habilitations', { quotaTechniciensActif: 'non' })
    const attendu = `${ici.partenaire.nom}\u00A0: 6\u00A0techniciens, pour 5 au plus`
    expect(await effets('habilitations', { quotaTechniciensActif: 'oui' })).toContain(attendu)
    expect(await effets('habilitations', { quotaTechniciensActif: 'oui' }, administrateur)).toContain(attendu)
  })

  it('says how many demandes keep their frozen target, and how many closed ones a shorter reopening shuts', async () => {
    await fabriqueDemande(atelier, ici.cadre, { motif: 'ame' })
    await fabriqueDemande(atelier, ailleurs.cadre, { motif: 'ame' })
    const ilYA = (jours: number) => new Date(Date.now() - jours * 86_400_000)
    for (const jours of [2, 12, 15])
      await fabriqueDemande(atelier, ici.cadre, {
        motif: 'puma',
        etat: 'traitee',
        agent: ici.agent,
        deposeeLe: ilYA(jours + 10),
        dernierActeLe: ilYA(jours),
      })
    expect(await effets('delais', { 'delai.ame': '20' })).toMatch(/^1\u00A0demande ouverte sur ces délais garde/)
    expect(await effets('delais', { delaiReouvertureJours: '10' })).toMatch(
      /2\u00A0demandes closes depuis plus de 10\u00A0jours ne pourront plus/,
    )
  })

  it('counts for those who set the caisse, and for nobody else', async () => {
    const { tx } = atelier
    const lire = (acteur: Acteur) =>
      agir(
        acteur,
        ({ tx: web }) =>
          web.$queryRaw<
            { p: unknown; n: number }[]
          >`SELECT ep_portee_reglages(${caisseId}::uuid, NULL) AS p, ep_demandes_closes(${caisseId}::uuid, NULL, now()) AS n`,
      )
    expect(await tx.demande.count({ where: { caisseId } })).toBeGreaterThan(0)
    for (const compte of [ici.technicien, ici.gestionnaire, ici.agent, ici.dpo, ailleurs.referent])
      expect(await lire(await acteurDe(compte.id))).toEqual([{ p: null, n: 0 }])
    expect((await lire(referent))[0]?.p).toMatchObject({ partenaires: 1 })
  })
})

describe('the motifs of a service', () => {
  const puma = motifNational('puma')
  const regler = async (change: (valeurs: Valeurs) => Valeurs) => {
    const { version, valeurs } = await motifsAModifier(referent, caisseId, 'dossier')
    return { version, valeurs: change(valeurs) }
  }
  const sans = (valeurs: Valeurs, id: string): Valeurs => ({
    ...valeurs,
    'actifs[]': [valeurs['actifs[]'] ?? []].flat().filter((actif) => actif !== id),
  })

  it('are hidden and renamed after a count of the demandes and drafts that bear them', async () => {
    await fabriqueDemande(atelier, ici.cadre, { motif: 'puma' })
    await atelier.tx.brouillon.create({
      data: {
        compteId: ici.technicien.id,
        partenaireId: ici.partenaire.id,
        structureId: ici.structure.id,
        service: 'dossier',
        caisseId,
        motifId: puma.id,
      },
    })
    const { version, valeurs } = await regler((lues) => ({
      ...sans(lues, puma.id),
      [`libelle.${motifNational('c2s').id}`]: 'C2S, ici',
    }))
    const verification = await verifierMotifs(referent, { caisseId, service: 'dossier', valeurs })
    if (verification.erreurs) throw new Error(JSON.stringify(verification.erreurs))
    expect(verification.effets.map(({ texte }) => texte).join(' ')).toMatch(
      /PUMa.*1\u00A0demande ouverte le porte et suit son cours\u202F; 1\u00A0brouillon devra choisir un autre motif/,
    )
    await agir(referent, (contexte) =>
      enregistrerMotifs(contexte, { ...saisieDesValeurs(valeurs), caisseId, service: 'dossier', version }),
    )
    const lus = await motifsAModifier(referent, caisseId, 'dossier')
    expect(lus.motifs.find(({ id }) => id === puma.id)?.actif).toBe(false)
    expect(lus.motifs.map(({ libelle }) => libelle)).toContain('C2S, ici')
    expect(await atelier.tx.motifCaisse.count({ where: { caisseId, ordre: { not: null } } })).toBe(0)
    expect(await atelier.tx.motifCaisse.count({ where: { caisseId: ailleurs.caisse.id } })).toBe(0)
  })

  it('take the order asked for, and are never all hidden', async () => {
    const { version, valeurs } = await regler((lues) => ({ ...lues, [`ordre.${motifNational('ame').id}`]: '0' }))
    expect((await verifierMotifs(referent, { caisseId, service: 'dossier', valeurs })).erreurs).toBeDefined()
    const premier = { ...valeurs, [`ordre.${motifNational('ame').id}`]: '1', [`ordre.${puma.id}`]: '9' }
    await agir(referent, (contexte) =>
      enregistrerMotifs(contexte, { ...saisieDesValeurs(premier), caisseId, service: 'dossier', version }),
    )
    expect((await motifsAModifier(referent, caisseId, 'dossier')).motifs.at(-1)?.id).toBe(puma.id)
    const aucun = await verifierMotifs(referent, {
      caisseId,
      service: 'dossier',
      valeurs: { ...premier, 'actifs[]': [] },
    })
    expect(aucun.erreurs).toHaveProperty('actifs')
  })

  const propre = (change: object = {}) => ({
    caisseId,
    service: 'dossier',
    libelle: 'Fonds d’action locale',
    libelleCourt: 'Fonds local',
    assureRequis: 'oui',
    prestation: 'aide_financiere',
    pieces: { 0: { libelle: 'Devis', exigence: 'requise' }, 1: { libelle: '', exigence: 'requise' } },
    ...change,
  })
  const ecrire = async (change: object, acteur = referent) => {
    const { version } = await reglages()
    return agir(acteur, (contexte) =>
      enregistrerMotifPropre(contexte, motifPropreSchema.parse(propre({ version, ...change }))),
    )
  }

  it('are completed by the caisse’s own, with their pieces, whose codes hold when they are edited', async () => {
    await ecrire({})
    const motif = await atelier.tx.motif.findFirstOrThrow({ where: { caisseId }, include: { pieces: true } })
    expect(motif.pieces).toMatchObject([{ code: 'devis', libelle: 'Devis', exigence: 'requise' }])
    await ecrire({
      id: motif.id,
      libelle: 'Fonds d’action du territoire',
      pieces: {
        0: { code: 'devis', libelle: 'Devis signé', exigence: 'suggeree' },
        1: { libelle: 'Devis', exigence: 'requise' },
      },
    })
    const apres = await atelier.tx.motif.findUniqueOrThrow({
      where: { id: motif.id },
      include: { pieces: { orderBy: { ordre: 'asc' } } },
    })
    expect(apres).toMatchObject({ code: motif.code, libelle: 'Fonds d’action du territoire' })
    expect(apres.pieces.map(({ code, libelle }) => [code, libelle])).toEqual([
      ['devis', 'Devis signé'],
      ['devis_2', 'Devis'],
    ])
    await expect(ecrire({ id: puma.id })).rejects.toMatchObject({ code: 'introuvable' })
    await expect(ecrire({}, etranger)).rejects.toMatchObject({ code: 'introuvable' })
    await ecrire({ libelle: 'Par l’administration' }, administrateur)
  })

  it('refuse an urgency without its justificatif, and a NIR in their words', () => {
    const champs = (change: object) =>
      motifPropreSchema.safeParse(propre({ version: 1, ...change })).error?.issues.map(({ path }) => path.join('.'))
    expect(champs({ urgencePossible: 'oui' })).toEqual(['urgencePossible'])
    expect(
      champs({ urgencePossible: 'oui', pieces: { 0: { libelle: 'Certificat', exigence: 'urgence' } } }),
    ).toBeUndefined()
    expect(champs({ assureRequis: 'non' })).toEqual(['assureRequis'])
    expect(champs({ libelle: 'Dossier de 2 55 08 14 168 025 38' })).toEqual(['libelle'])
  })
})

describe('the services of one partenaire', () => {
  const partenaireId = ici.partenaire.id

  it('are closed on top of those of the caisse, for it alone', async () => {
    await enregistrer('services', { 'actifs[]': ['dossier', 'contact', 'document'] })
    const lus = await servicesDuPartenaire(referent, partenaireId)
    if (!lus) throw new Error('introuvable')
    expect(lus.fermesParLaCaisse.map(({ service }) => service)).toEqual(
      expect.arrayContaining(['signalement', 'rendez_vous']),
    )
    const valeurs: Valeurs = { ...lus.valeurs, 'services[]': ['dossier', 'contact'] }
    const verification = await verifierServicesPartenaire(referent, partenaireId, valeurs)
    if (!verification || verification.erreurs) throw new Error('une vérification était attendue')
    expect(verification.effets).toHaveLength(1)
    await agir(referent, (contexte) =>
      enregistrerServicesPartenaire(contexte, {
        partenaireId,
        version: lus.version,
        services: ['dossier', 'contact'],
        motifs: [valeurs['motifs[]'] ?? []].flat(),
      }),
    )
    expect(await atelier.tx.servicePartenaire.findMany({ where: { partenaireId } })).toEqual([
      { caisseId, partenaireId, service: 'document', actif: false },
    ])
  })

  it('keep a motif each, and do not exist for another caisse', async () => {
    const sansMotif = await verifierServicesPartenaire(referent, partenaireId, {
      'services[]': ['dossier'],
      'motifs[]': [],
    })
    expect(sansMotif?.erreurs).toHaveProperty('motifs-dossier')
    expect(await servicesDuPartenaire(etranger, partenaireId)).toBeNull()
    expect(await servicesDuPartenaire(referent, 'x')).toBeNull()
    await expect(
      agir(etranger, (contexte) =>
        enregistrerServicesPartenaire(contexte, { partenaireId, version: 1, services: [], motifs: [] }),
      ),
    ).rejects.toMatchObject({ code: 'introuvable' })
  })
})

describe('the contacts of a caisse', () => {
  const ecrire = async (contact: object, acteur = referent) => {
    const { version } = await reglages()
    const saisie = contactCaisseSchema.parse({ caisseId, version, ...contact })
    return agir(acteur, (contexte) => enregistrerContact(contexte, saisie))
  }

  it('are added, changed and taken away; the DPO is changed, never missing, and never two', async () => {
    await ecrire({ type: 'dpo', nom: 'Mme Lenoir', adresse: 'BP 1, 00100 Orvelle' })
    await expect(ecrire({ type: 'dpo', adresse: 'Ailleurs' })).rejects.toMatchObject({
      erreurs: { type: expect.any(String) },
    })
    const dpo = await atelier.tx.contactCaisse.findFirstOrThrow({ where: { caisseId, type: 'dpo' } })
    await ecrire({ type: 'dpo', id: dpo.id, adresse: 'BP 2, 00100 Orvelle' })
    expect(await atelier.tx.contactCaisse.findUnique({ where: { id: dpo.id } })).toMatchObject({
      adresse: 'BP 2, 00100 Orvelle',
      nom: null,
    })
    const retirer = async (id: string) =>
      agir(referent, async (contexte) =>
        retirerContact(contexte, { caisseId, id, version: (await reglages()).version }),
      )
    await expect(retirer(dpo.id)).rejects.toMatchObject({ code: 'etat_change' })
    await ecrire({ type: 'theme', theme: 'Invalidité', courriel: 'invalidite@essai.example' })
    const theme = await atelier.tx.contactCaisse.findFirstOrThrow({ where: { caisseId, type: 'theme' } })
    await retirer(theme.id)
    expect(await atelier.tx.contactCaisse.count({ where: { caisseId } })).toBe(1)
    await expect(ecrire({ type: 'theme', theme: 'X', courriel: 'a@b.fr' }, etranger)).rejects.toMatchObject({
      code: 'introuvable',
    })
  })

  it('can’t do without what makes them useful', () => {
    const champ = (contact: object) =>
      contactCaisseSchema
        .safeParse({ caisseId, version: 1, ...contact })
        .error?.issues.map(({ path }) => path.join('.'))
    expect(champ({ type: 'dpo', courriel: 'dpo@essai.example' })).toEqual(['adresse'])
    expect(champ({ type: 'partenariat', telephone: '0261910010' })).toEqual(['courriel'])
    expect(champ({ type: 'support' })).toEqual(['telephone'])
    expect(champ({ type: 'support', telephone: '3646' })).toBeUndefined()
    expect(champ({ type: 'theme', courriel: 'a@b.fr' })).toEqual(['theme'])
    expect(champ({ type: 'referent', courriel: 'a@b.fr' })).toEqual(['nom'])
    expect(champ({ type: 'theme', theme: 'IJ', telephone: '12' })).toEqual(['telephone'])
  })
})

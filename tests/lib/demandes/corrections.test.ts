import { describe, expect, it } from 'vitest'
import { changerUrgence } from '@/lib/demandes/changer-urgence'
import { corrigerMotif } from '@/lib/demandes/corriger-motif'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { demanderComplement } from '@/lib/demandes/demander-complement'
import { delierDemandes, lierDemandes } from '@/lib/demandes/lier-demandes'
import { noterProcedure } from '@/lib/demandes/noter-procedure'
import { fileDAttente } from '@/lib/demandes/queries-caisse'
import { resumeDe } from '@/lib/demandes/registre'
import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const delais = ['puma', 'c2s', 'ame'].map((prestation) => ({ prestation, delaiJours: 30, seuilAlerteJours: 5 }))
const monde = await fabriquePartenariat(atelier, { caisse: { delais } })
const ailleurs = await fabriquePartenariat(atelier)
const agent = await acteurDe(monde.agent.id)
const technicien = await acteurDe(monde.technicien.id)
const cadre = { ...monde.cadre, delais }

const deposeeLe = new Date('2026-10-01T09:00:00Z')
const le = new Date('2026-10-05T09:00:00Z')
const deposer = (valeurs = {}) =>
  fabriqueDemande(atelier, cadre, { agent: monde.agent, deposeeLe, dernierActeLe: le, ...valeurs })
const relire = (id: string) => atelier.tx.demande.findUniqueOrThrow({ where: { id } })
const jour = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
const dernier = (demandeId: string) =>
  atelier.tx.evenement.findFirstOrThrow({ where: { demandeId }, orderBy: [{ le: 'desc' }, { id: 'desc' }] })
const courriels = async (demandeId: string) =>
  (await atelier.tx.courriel.findMany({ where: { demandeId } })).map(({ modele }) => modele)
const motif = (code: string, variante: string | null = null) => ({ motifId: motifNational(code).id, variante })

describe('an urgency that is none', () => {
  const urgente = () => deposer({ motif: 'puma', urgent: true, etat: 'prise_en_charge' })

  it('is withdrawn with a reason: the ordinary delay comes back from the same receipt, and the partenaire is told', async () => {
    const { id, version } = await urgente()
    await atelier.tx.demande.update({ where: { id }, data: { delaiOrdinaireJours: 30 } })
    expect(jour((await relire(id)).echeanceLe)).toBe('2026-10-11')
    await agir(agent, (c) => changerUrgence(c, { id, version, sens: 'retirer', raison: 'Aucun soin n’est prévu.' }), le)
    const apres = await relire(id)
    expect(apres).toMatchObject({ urgent: false, delaiJours: 30, deposeeLe, completeeLe: deposeeLe })
    expect(jour(apres.echeanceLe)).toBe('2026-10-31')
    expect(jour(apres.triLe)).toBe('2026-10-31')
    expect(await dernier(id)).toMatchObject({
      type: 'urgence_retiree',
      visiblePartenaire: true,
      details: { raison: 'Aucun soin n’est prévu.', avant: '2026-10-11', apres: '2026-10-31' },
    })
    expect(await courriels(id)).toContain('urgence_retiree')

    await agir(
      agent,
      (c) => changerUrgence(c, { id, version: apres.version, sens: 'donner', raison: 'Opération avancée.' }),
      le,
    )
    expect(jour((await relire(id)).echeanceLe)).toBe('2026-10-11')
  })

  it('leaves a stopped clock stopped, and restarts it with the ordinary delay', async () => {
    const { id } = await urgente()
    await atelier.tx.demande.update({ where: { id }, data: { delaiOrdinaireJours: 30 } })
    await agir(
      agent,
      async (c) => demanderComplement(c, { id, version: (await relire(id)).version, texte: 'Il manque le RIB.' }),
      le,
    )
    const { version } = await relire(id)
    await agir(agent, (c) => changerUrgence(c, { id, version, sens: 'retirer', raison: 'Rien de pressé.' }), le)
    expect(await relire(id)).toMatchObject({ echeanceLe: null, delaiJours: 30, etat: 'attente_complement' })
  })

  it('announces nothing when the prestation has no delay, and is refused on an old page or a second time', async () => {
    const { id, version } = await deposer({ motif: 'situation_urgence', etat: 'prise_en_charge' })
    await expect(
      agir(agent, (c) => changerUrgence(c, { id, version: version - 1, sens: 'retirer', raison: 'Non.' })),
    ).rejects.toMatchObject({ code: 'etat_change' })
    await agir(agent, (c) => changerUrgence(c, { id, version, sens: 'retirer', raison: 'Non.' }))
    expect(await relire(id)).toMatchObject({ urgent: false, delaiJours: null, echeanceLe: null })
    await expect(
      agir(agent, (c) => changerUrgence(c, { id, version: version + 1, sens: 'retirer', raison: 'Non.' })),
    ).rejects.toThrow(/n’est plus urgente/)
  })
})

describe('a wrong motif', () => {
  it('is corrected in another service: dates, answers and files stay; delay, words and list of pieces change', async () => {
    const { id, version, details } = await deposer({
      motif: 'dossier_complexe',
      variante: 'ij',
      etat: 'prise_en_charge',
    })
    const avant = resumeDe('signalement', details)
    await agir(agent, (c) => corrigerMotif(c, { id, version, motif: motif('c2s', 'renouvellement') }), le)
    const apres = await relire(id)
    expect(apres).toMatchObject({
      service: 'dossier',
      objet: 'C2S, renouvellement',
      prestation: 'c2s',
      delaiJours: 30,
      delaiOrdinaireJours: 30,
      deposeeLe,
      agentId: agent.compteId,
    })
    expect(jour(apres.echeanceLe)).toBe('2026-10-31')
    expect(resumeDe('dossier', apres.details)).toEqual(avant)
    expect((apres.libellesPieces as { code: string }[]).map(({ code }) => code)).toContain('avis_imposition')
    expect(await dernier(id)).toMatchObject({ type: 'motif_corrige', visiblePartenaire: true })
    expect(await courriels(id)).toContain('motif_corrige')

    // And back: the answers are those of their own form again.
    await agir(
      agent,
      (c) => corrigerMotif(c, { id, version: apres.version, motif: motif('dossier_complexe', 'ij') }),
      le,
    )
    expect((await relire(id)).details).toEqual(details)
  })

  it('takes with it the urgency that came from it, and leaves the one that was declared', async () => {
    const parMotif = await deposer({ motif: 'situation_urgence', etat: 'prise_en_charge' })
    await agir(agent, (c) => corrigerMotif(c, { id: parMotif.id, version: parMotif.version, motif: motif('puma') }), le)
    expect(await relire(parMotif.id)).toMatchObject({ urgent: false, delaiJours: 30 })
    const declaree = await deposer({ motif: 'puma', urgent: true, etat: 'prise_en_charge' })
    await agir(
      agent,
      (c) => corrigerMotif(c, { id: declaree.id, version: declaree.version, motif: motif('ame', 'premiere') }),
      le,
    )
    expect(await relire(declaree.id)).toMatchObject({ urgent: true, delaiJours: 10, delaiOrdinaireJours: 30 })
  })

  it('is routed again while nobody follows it, and only then', async () => {
    const equipe = await atelier.tx.equipe.create({ data: { caisseId: monde.caisse.id, nom: 'Droits' } })
    await atelier.tx.regleRoutage.create({
      data: { caisseId: monde.caisse.id, service: 'dossier', equipeId: equipe.id },
    })
    const libre = await deposer({ motif: 'dossier_complexe' })
    await agir(agent, (c) => corrigerMotif(c, { id: libre.id, version: libre.version, motif: motif('puma') }), le)
    expect((await relire(libre.id)).equipeId).toBe(equipe.id)
    const suivie = await deposer({ motif: 'dossier_complexe', etat: 'prise_en_charge' })
    await agir(agent, (c) => corrigerMotif(c, { id: suivie.id, version: suivie.version, motif: motif('puma') }), le)
    expect((await relire(suivie.id)).equipeId).toBeNull()
    await atelier.tx.regleRoutage.deleteMany({})
  })

  it('is not replaced by a hidden one, one without its variante, the same, nor one that needs a person', async () => {
    const { id, version } = await deposer({ motif: 'puma', etat: 'prise_en_charge' })
    const refuse = (choix: ReturnType<typeof motif>, cible = id, v = version) =>
      expect(agir(agent, (c) => corrigerMotif(c, { id: cible, version: v, motif: choix }))).rejects.toMatchObject({
        code: 'saisie',
      })
    await refuse(motif('c2s'))
    await refuse(motif('c2s', 'inconnue'))
    await refuse(motif('puma'))
    const cache = { caisseId: monde.caisse.id, motifId: motifNational('aide_financiere').id }
    await atelier.tx.motifCaisse.create({ data: { ...cache, actif: false } })
    await refuse(motif('aide_financiere'))
    await atelier.tx.motifCaisse.deleteMany({ where: cache })
    const sans = await deposer({ motif: 'evolutions_reglementaires', etat: 'prise_en_charge' })
    await refuse(motif('puma'), sans.id, sans.version)
  })
})

describe('links and the flag', () => {
  it('link two demandes of the caisse, once, out of sight of the partenaire, and never beyond the caisse', async () => {
    const [a, b] = [await deposer(), await deposer({ etat: 'traitee' })]
    await agir(agent, (c) => lierDemandes(c, { id: a.id, reference: b.reference }))
    await agir(agent, (c) => lierDemandes(c, { id: b.id, reference: a.reference }))
    expect(await atelier.tx.lienDemande.count()).toBe(1)
    expect((await demandeDeCaisse(agent, b.reference))?.liees.map(({ reference }) => reference)).toEqual([a.reference])
    const vue = await demandeDePartenaire(technicien, a.reference)
    expect(vue?.evenements.map(({ type }) => type)).not.toContain('liee')
    const dehors = await fabriqueDemande(atelier, ailleurs.cadre)
    for (const reference of [a.reference, dehors.reference, '26-000000'])
      await expect(agir(agent, (c) => lierDemandes(c, { id: a.id, reference }))).rejects.toMatchObject({
        code: 'saisie',
      })
    await agir(agent, (c) => delierDemandes(c, { id: b.id, reference: a.reference }))
    expect(await atelier.tx.lienDemande.count()).toBe(0)
  })

  it('notes «procédure ordinaire possible» and takes it back, in the history of the caisse alone', async () => {
    const { id, reference } = await deposer({ etat: 'traitee' })
    const notees = async () =>
      (await fileDAttente(agent, { vue: 'closes', procedure: 'oui' })).lignes.map((ligne) => ligne.reference)
    await agir(agent, (c) => noterProcedure(c, { id, possible: 'oui', raison: 'Compte ameli ouvert.' }))
    expect(await relire(id)).toMatchObject({ procedureOrdinaire: true })
    expect(await notees()).toEqual([reference])
    await agir(agent, (c) => noterProcedure(c, { id, possible: 'non', raison: '' }))
    expect(await relire(id)).toMatchObject({ procedureOrdinaire: false })
    expect(await notees()).toEqual([])
    const vue = await demandeDePartenaire(technicien, reference)
    expect(vue?.evenements.map(({ type }) => type)).not.toContain('procedure_ordinaire')
  })
})

describe('other demandes of the person, for the agent', () => {
  it('are found over the whole caisse whatever the accents, the same motif said, those closed of late last', async () => {
    const autre = await fabriquePartenaire(atelier)
    await fabriqueConvention(atelier, { partenaireId: autre.id, caisses: [{ caisseId: monde.caisse.id }] })
    const personne = {
      civilite: 'madame' as const,
      nomNaissance: 'Le Bihan',
      nomUsage: '',
      prenom: 'Héloïse',
      dateNaissance: '1980-02-29',
      departement: '29',
    }
    const ici = await deposer({ motif: 'puma', personne })
    const meme = await deposer({
      motif: 'puma',
      personne: { ...personne, nomNaissance: 'LE BIHAN', prenom: 'Heloise' },
    })
    const close = await deposer({ motif: 'rdv_ame', personne, etat: 'traitee' })
    await deposer({ motif: 'puma', personne: { ...personne, dateNaissance: '1980-03-01' } })
    const lue = await demandeDeCaisse(agent, ici.reference, undefined, le)
    expect(lue?.memePersonne.map(({ reference, memeMotif, ouverte }) => [reference, memeMotif, ouverte])).toEqual([
      [meme.reference, true, true],
      [close.reference, false, false],
    ])
  })
})

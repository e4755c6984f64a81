import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { appliquerConservation } from '@/lib/conservation/appliquer-conservation'
import { natures } from '@/lib/conservation/natures'
import { apercuConservation, comptesDuPassage, registreDe } from '@/lib/conservation/queries'
import { registreEnFeuille, registreEnPdf } from '@/lib/conservation/registre-pdf'
import { leverRetenue, retenirDemande } from '@/lib/conservation/retenir-demande'
import { purgerBrouillons } from '@/lib/demandes/purger-brouillons'
import { executerNuit } from '@/lib/nuit/executer-nuit'
import { rangerFichier } from '@/lib/pieces-jointes/coffre'
import { sectionAModifier, verifierSection } from '@/lib/reglages/queries'
import { avecConnexion } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'
import { lireSession } from '@/lib/socle/lire-session'
import { stockage } from '@/lib/socle/stockage-actif'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
process.env.STOCKAGE_DOSSIER = mkdtempSync(join(tmpdir(), 'ep-durees-'))
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`
const atelier = await atelierDeTest(base)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const { caisse } = ici
const jourMs = 86_400_000
const maintenant = new Date()
const dans = (jours: number) => new Date(maintenant.getTime() + jours * jourMs)
const mois = (n: number) => Math.round(n * 30.44)
const clore = async (valeurs = {}) => {
  const demande = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, etat: 'traitee', ...valeurs })
  await tx.demande.update({ where: { id: demande.id }, data: { closeLe: maintenant } })
  return demande
}

async function fichier(demande: { id: string; caisseId: string; structureId: string }, valeurs = {}) {
  const id = randomUUID()
  const enveloppe = await rangerFichier(id, Readable.from([Buffer.from('contenu')]))
  const { caisseId, structureId } = demande
  const noms = { nomFichier: 'a.pdf', typeMime: 'application/pdf', taille: 7, empreinte: 'x', etat: 'saine' }
  const lieu = { demandeId: demande.id, caisseId, structureId, deposeeParId: ici.technicien.id }
  await tx.pieceJointe.create({ data: { id, ...lieu, ...noms, ...enveloppe, ...valeurs } })
  return id
}

describe('each kind of data, by an injected clock', () => {
  it('is kept until its day and not after; a night later the counts of the preview are at zero', async () => {
    const demande = await clore()
    const lieu = { demandeId: demande.id, caisseId: caisse.id, structureId: demande.structureId }
    const recu = await fichier(demande)
    const remis = await fichier(demande, { sens: 'sortante', expireLe: dans(90) })
    const rdv = await tx.rendezVous.create({
      data: {
        ...lieu,
        mode: 'telephone',
        lieu: '05 00 00 00 00',
        raison: 'Empêché',
        etat: 'annule',
        annulePar: 'caisse',
        debutLe: maintenant,
        finLe: maintenant,
      },
    })
    await tx.courriel.updateMany({
      where: { demandeId: demande.id },
      data: { creeLe: maintenant, caisseId: caisse.id, etat: 'envoye' },
    })
    const habilitation = await tx.demandeHabilitation.create({
      data: {
        caisseId: caisse.id,
        partenaireId: ici.partenaire.id,
        structureId: ici.structure.id,
        type: 'creation',
        donnees: { nom: 'Kervella' },
        justification: 'Arrivée',
        deposeeParId: ici.gestionnaire.id,
        echeanceLe: maintenant,
        etat: 'refusee',
        motifRefus: 'Doublon',
        traiteeLe: maintenant,
        traiteeParId: ici.referent.id,
      },
    })
    const incident = await tx.signalementCompte.create({
      data: {
        compteId: ici.technicien.id,
        partenaireId: ici.partenaire.id,
        type: 'perte',
        description: 'Poste égaré',
        traiteLe: maintenant,
      },
    })
    const session = await tx.session.create({ data: { compteId: ici.agent.id, expireLe: maintenant } })
    const lot = await tx.actionGroupee.create({
      data: { id: randomUUID(), caisseId: caisse.id, compteId: ici.agent.id, type: 'clore', lignes: [] },
    })

    const etat = async () => ({
      recu: await stockage().existe(recu),
      remis: await stockage().existe(remis),
      lieu: (await tx.rendezVous.findUniqueOrThrow({ where: { id: rdv.id } })).lieu !== null,
      courriels: (await tx.courriel.count({ where: { demandeId: demande.id } })) > 0,
      habilitation:
        (await tx.demandeHabilitation.findUniqueOrThrow({ where: { id: habilitation.id } })).justification !== null,
      incident: (await tx.signalementCompte.findFirst({ where: { id: incident.id } }))?.description === 'Poste égaré',
      session: (await tx.session.count({ where: { id: session.id } })) > 0,
      lot: (await tx.actionGroupee.count({ where: { id: lot.id } })) > 0,
      demande: (await tx.demande.findUniqueOrThrow({ where: { id: demande.id } })).contenuEffaceLe === null,
    })
    // In the order of their days: what goes between two clocks, and nothing else.
    const attendu = {
      recu: true,
      remis: true,
      lieu: true,
      courriels: true,
      habilitation: true,
      incident: true,
      session: true,
      lot: true,
      demande: true,
    }
    const etapes: [jour: number, parti: (keyof typeof attendu)[]][] = [
      [60, []],
      [mois(3) + 3, ['lot', 'remis']],
      [mois(6) + 3, ['session']],
      [mois(12) - 3, []],
      [mois(12) + 3, ['lieu', 'courriels']],
      [mois(24) - 3, []],
      [mois(24) + 3, ['recu', 'habilitation']],
      [mois(36) + 3, ['incident']],
      [mois(60) - 3, []],
      [mois(60) + 3, ['demande']],
    ]
    for (const [jour, partis] of etapes) {
      expect((await appliquerConservation(dans(jour))).echecs).toBe(0)
      for (const parti of partis) attendu[parti] = false
      expect(await etat(), `jour ${jour}`).toEqual(attendu)
    }
    const comptes = await tx.$transaction((t) => comptesDuPassage(t, caisse.id, dans(mois(60) + 3)))
    expect(comptes).toMatchObject({ demandes: 0, fichiers: 0, rendez_vous: 0, courriels: 0, habilitations: 0 })
    expect(await tx.passageConservation.count({ where: { caisseId: caisse.id } })).toBe(etapes.length)
  }, 120_000)

  it('drafts and accounts follow the night, and an old password must be changed', async () => {
    const technicien = await fabriqueCompte(atelier, {
      profil: 'technicien',
      partenaireId: ici.partenaire.id,
      structureId: ici.structure.id,
    })
    const brouillon = await tx.brouillon.create({
      data: {
        compteId: technicien.id,
        partenaireId: ici.partenaire.id,
        structureId: ici.structure.id,
        service: 'contact',
        modifieLe: maintenant,
      },
    })
    await purgerBrouillons(dans(29))
    expect(await tx.brouillon.count({ where: { id: brouillon.id } })).toBe(1)
    await purgerBrouillons(dans(31))
    expect(await tx.brouillon.count({ where: { id: brouillon.id } })).toBe(0)

    await tx.compte.update({ where: { id: technicien.id }, data: { etat: 'inactif', inactiveLe: maintenant } })
    const supprime = async () =>
      (await tx.compte.findUniqueOrThrow({ where: { id: technicien.id } })).supprimeLe !== null
    await executerNuit(dans(mois(6) - 5))
    expect(await supprime()).toBe(false)
    await executerNuit(dans(mois(6) + 3))
    expect(await supprime()).toBe(true)

    await tx.parametre.upsert({
      where: { cle: 'mot_de_passe_mois' },
      create: { cle: 'mot_de_passe_mois', valeur: 12 },
      update: { valeur: 12 },
    })
    await tx.authentification.create({
      data: { compteId: ici.agent.id, motDePasseHash: 'x', motDePasseLe: maintenant },
    })
    const reste = async (quand: Date) => {
      const sessionId = await avecConnexion((web) => fabriqueSession({ tx: web, maintenant: quand }, ici.agent.id))
      return (await lireSession(sessionId, quand))?.reste ?? null
    }
    expect(await reste(dans(mois(12) - 3))).toBeNull()
    expect(await reste(dans(mois(12) + 3))).toBe('mot_de_passe')
  }, 120_000)
})

describe('a demande never closed', () => {
  it('is told to its agent and to the référents, once, then goes thirty days later; an act takes the warning back', async () => {
    const monde = await fabriquePartenariat(atelier)
    const creer = async () => {
      const demande = await fabriqueDemande(atelier, monde.cadre, { agent: monde.agent, etat: 'prise_en_charge' })
      await tx.demande.update({ where: { id: demande.id }, data: { majLe: maintenant, agentId: monde.agent.id } })
      return demande
    }
    const [oubliee, reprise] = [await creer(), await creer()]
    const lire = (id: string) => tx.demande.findUniqueOrThrow({ where: { id } })
    const annonces = () =>
      tx.courriel.findMany({ where: { modele: 'effacement_annonce' }, orderBy: { compteId: 'asc' } })

    await appliquerConservation(dans(mois(24) - 40))
    expect(await annonces()).toEqual([])
    await appliquerConservation(dans(mois(24) - 20))
    const dites = await annonces()
    expect(dites.map(({ compteId }) => compteId).sort()).toEqual([monde.agent.id, monde.referent.id].sort())
    for (const { donnees } of dites) {
      expect((donnees as { lignes: string[] }).lignes.sort()).toEqual([oubliee.reference, reprise.reference].sort())
      expect(JSON.stringify(donnees)).not.toContain(oubliee.nomNaissance)
    }
    await appliquerConservation(dans(mois(24) - 19))
    expect(await annonces()).toHaveLength(2)

    await tx.demande.update({ where: { id: reprise.id }, data: { majLe: dans(mois(24) - 5) } })
    await appliquerConservation(dans(mois(24) + 5))
    expect((await lire(oubliee.id)).contenuEffaceLe).toBeNull()
    await appliquerConservation(dans(mois(24) + 15))
    const partie = await lire(oubliee.id)
    expect(partie).toMatchObject({ etat: 'annulee', ouverte: false, issue: null, nomNaissance: null })
    expect(partie.closeLe).toEqual(partie.contenuEffaceLe)
    expect(await lire(reprise.id)).toMatchObject({
      contenuEffaceLe: null,
      ouverte: true,
      nomNaissance: reprise.nomNaissance,
    })
  }, 60_000)
})

describe('who holds back', () => {
  it('a DPO or a référent holds a demande with a reason and a day, lifts it, and sees references only', async () => {
    const monde = await fabriquePartenariat(atelier)
    const [dpo, referent, agent] = [
      await acteurDe(monde.dpo.id),
      await acteurDe(monde.referent.id),
      await acteurDe(monde.agent.id),
    ]
    const demande = await fabriqueDemande(atelier, monde.cadre, { agent: monde.agent, etat: 'traitee' })
    await tx.demande.update({ where: { id: demande.id }, data: { closeLe: dans(-mois(61)) } })
    const jusquau = jourDe(dans(200))
    const saisie = { reference: demande.reference, raison: 'Contentieux', jusquau }
    const filtres = { genre: 'close' as const }
    expect((await apercuConservation(dpo, filtres)).lignes.map(({ reference }) => reference)).toEqual([
      demande.reference,
    ])
    expect(JSON.stringify(await apercuConservation(dpo, filtres))).not.toContain(demande.nomNaissance)
    expect((await apercuConservation(dpo, filtres)).comptes.demandes).toBe(1)
    // An agent has neither the page nor the rows.
    expect(await agir(agent, (c) => c.tx.retenue.count())).toBe(0)
    await expect(agir(agent, (c) => retenirDemande(c, saisie))).rejects.toMatchObject({
      erreurs: { reference: expect.anything() },
    })

    await agir(dpo, (c) => retenirDemande(c, saisie))
    await expect(agir(referent, (c) => retenirDemande(c, saisie))).rejects.toMatchObject({
      erreurs: { reference: expect.stringContaining('déjà') },
    })
    const apercu = await apercuConservation(referent, filtres)
    expect(apercu.comptes).toMatchObject({ demandes: 0, retenues: 1 })
    expect(apercu.lignes).toMatchObject([{ reference: demande.reference, retenue: 'retenue' }])
    expect(apercu.retenues).toMatchObject([{ reference: demande.reference, raison: 'Contentieux', jusquau }])
    await appliquerConservation(maintenant)
    expect(await tx.demande.count({ where: { id: demande.id, contenuEffaceLe: null } })).toBe(1)

    await agir(referent, (c) => leverRetenue(c, { id: apercu.retenues[0]?.id ?? '' }))
    await appliquerConservation(maintenant)
    expect(await tx.demande.count({ where: { id: demande.id, contenuEffaceLe: null } })).toBe(0)
  }, 60_000)

  it('of another caisse does not exist; a day past or beyond five years is refused at its field', async () => {
    const autre = await fabriquePartenariat(atelier)
    const demande = await clore()
    const saisie = { reference: demande.reference, raison: 'x', jusquau: jourDe(dans(30)) }
    const etranger = await acteurDe(autre.dpo.id)
    await expect(agir(etranger, (c) => retenirDemande(c, saisie))).rejects.toMatchObject({
      erreurs: { reference: expect.anything() },
    })
    const dpo = await acteurDe(ici.dpo.id)
    for (const jusquau of [jourDe(dans(-1)), jourDe(dans(3000))])
      await expect(agir(dpo, (c) => retenirDemande(c, { ...saisie, jusquau }))).rejects.toMatchObject({
        erreurs: { jusquau: expect.anything() },
      })
  })

  it('what is limited, or asked about by its person, is kept', async () => {
    const [limitee, demandee] = [await clore(), await clore()]
    await tx.demande.update({ where: { id: limitee.id }, data: { limiteeLe: maintenant } })
    const droits = await tx.demandePersonne.create({
      data: {
        id: randomUUID(),
        reference: 'D-1',
        caisseId: caisse.id,
        type: 'acces',
        canal: 'courriel',
        recueLe: maintenant,
        nomNaissance: 'Kervella',
        prenom: 'Anaïs',
        objet: 'Accès',
        echeanceLe: dans(30),
        creeLe: maintenant,
        creeParId: ici.dpo.id,
      },
    })
    await tx.dossierPersonne.create({
      data: { demandePersonneId: droits.id, demandeId: demandee.id, caisseId: caisse.id, retenuLe: maintenant },
    })
    await appliquerConservation(dans(mois(60) + 3))
    expect(await tx.demande.count({ where: { id: { in: [limitee.id, demandee.id] }, contenuEffaceLe: null } })).toBe(2)
    await tx.demandePersonne.update({ where: { id: droits.id }, data: { etat: 'traitee', reponduLe: maintenant } })
    await appliquerConservation(dans(mois(60) + 3))
    expect(await tx.demande.count({ where: { id: demandee.id, contenuEffaceLe: null } })).toBe(0)
    expect(await tx.demande.count({ where: { id: limitee.id, contenuEffaceLe: null } })).toBe(1)
  }, 60_000)
})

describe('the settings and the register', () => {
  it('say before saving what a shorter duration would remove, and refuse files kept longer than their demande', async () => {
    const monde = await fabriquePartenariat(atelier)
    const referent = await acteurDe(monde.referent.id)
    const demande = await fabriqueDemande(atelier, monde.cadre, { agent: monde.agent, etat: 'traitee' })
    await tx.demande.update({ where: { id: demande.id }, data: { closeLe: dans(-mois(30)) } })
    const { valeurs } = await sectionAModifier(referent, monde.caisse.id, 'conservation')
    const verifier = (change: Record<string, string>) =>
      verifierSection(referent, {
        caisseId: monde.caisse.id,
        section: 'conservation',
        valeurs: { ...valeurs, ...change },
      })
    const lu = await verifier({ conservationDemandeMois: '24' })
    expect(JSON.stringify(lu)).toContain('1\u00A0demande close')
    expect(JSON.stringify(await verifier({ conservationDemandeMois: '48' }))).toContain('Rien n’a dépassé')
    expect(await verifier({ conservationFichiersMois: '90' })).toMatchObject({
      erreurs: { conservationFichiersMois: expect.stringContaining('60') },
    })
    expect(await verifier({ conservationDemandeMois: '2' })).toMatchObject({
      erreurs: { conservationDemandeMois: expect.anything() },
    })
  })

  it('the register is the table that the purge applies, with the values of the caisse, on the page, as a PDF and as a sheet', async () => {
    await tx.reglagesCaisse.update({ where: { caisseId: caisse.id }, data: { conservationDemandeMois: 48 } })
    const registre = await registreDe(await acteurDe(ici.dpo.id))
    const feuille = registreEnFeuille(registre)
    expect(feuille.lignes).toHaveLength(natures.length)
    expect(feuille.lignes[0]?.join(' ')).toContain('4\u00A0ans après la réponse')
    const pdf = await registreEnPdf(registre, maintenant)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await tx.reglagesCaisse.update({ where: { caisseId: caisse.id }, data: { conservationDemandeMois: 60 } })
  })
})

it('finds what is past its time without reading the others, among many', async () => {
  const monde = await fabriquePartenariat(atelier)
  const modele = await fabriqueDemande(atelier, monde.cadre, { agent: monde.agent, etat: 'traitee' })
  await tx.$transaction(
    async (t) => {
      await t.$executeRaw`SET LOCAL ep.chargement = 'oui'`
      await t.$executeRaw`
      INSERT INTO demande SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'reference', 'Z-' || n,
        'closeLe', now() - make_interval(days => n % 1700), 'majLe', now() - make_interval(days => n % 1700),
        'ouverte', n % 5 = 0, 'etat', CASE WHEN n % 5 = 0 THEN 'transmise' ELSE 'traitee' END))).*
      FROM demande d, generate_series(1, 6000) n WHERE d.id = ${modele.id}::uuid`
    },
    { timeout: 60_000 },
  )
  await tx.$executeRaw`ANALYZE demande`
  await tx.reglagesCaisse.update({
    where: { caisseId: monde.caisse.id },
    data: { conservationDemandeMois: 54, conservationSansReponseMois: 54 },
  })
  // Read once before: what the session learns of the functions is not counted.
  for (const genre of ['close', 'sans_reponse', 'a_annoncer']) {
    await tx.$queryRawUnsafe(
      `SELECT 1 FROM ep_conservation_demandes('${monde.caisse.id}', '${genre}', now(), NULL, false, NULL, NULL, 50)`,
    )
    const [ligne] = await tx.$queryRawUnsafe<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }[]>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM ep_conservation_demandes('${monde.caisse.id}', '${genre}', now(), NULL, false, NULL, NULL, 50)`,
    )
    const plan = ligne?.['QUERY PLAN'][0]?.Plan ?? {}
    // Read one by one, with what may hold each back, they would be more than ten thousand pages.
    expect((plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0), genre).toBeLessThan(700)
  }
}, 120_000)

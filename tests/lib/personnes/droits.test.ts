import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { filtresFileSchema } from '@/lib/demandes/filtres-file'
import { fileDAttente } from '@/lib/demandes/queries-caisse'
import type { Personne } from '@/lib/demandes/schema'
import { corrigerIdentite, leverLimitation, limiterDossiers, retenirDossiers } from '@/lib/personnes/agir-sur-dossiers'
import { deciderOpposition, leverOpposition } from '@/lib/personnes/decider-opposition'
import { demanderExport } from '@/lib/personnes/demander-export'
import { dossierSchema } from '@/lib/personnes/dossier'
import { enregistrerDemande } from '@/lib/personnes/enregistrer-demande'
import { exporterPersonne } from '@/lib/personnes/exporter'
import { candidatsDe, dossierDe, droitDe, oppositionsSur, registreDesDroits } from '@/lib/personnes/queries'
import { prolongerDelai, repondreDemande, rouvrirDemande, verifierIdentite } from '@/lib/personnes/suivre-demande'
import { archiveALire } from '@/lib/personnes/telecharger-export'
import { lireFichier, rangerFichier } from '@/lib/pieces-jointes/coffre'
import { expirerFichiersPrepares } from '@/lib/pieces-jointes/fichier-prepare'
import { trouverDemandes } from '@/lib/recherche/trouver'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { stockage } from '@/lib/socle/stockage-actif'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'
import { lirePdf, lireZip } from '@/tests/lire-copie'

const base = await baseDeTest()
const maintenant = new Date('2026-04-10T09:00:00Z')
const atelier = await atelierDeTest(base, 'droits', maintenant)
process.env.STOCKAGE_DOSSIER = mkdtempSync(join(tmpdir(), 'ep-droits-'))
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const [dpo, dpoAilleurs, agent, technicien] = [
  await acteurDe(ici.dpo.id, maintenant),
  await acteurDe(ailleurs.dpo.id, maintenant),
  await acteurDe(ici.agent.id, maintenant),
  await acteurDe(ici.technicien.id, maintenant),
]

const eloise: Personne = {
  civilite: 'madame',
  nomNaissance: 'Brissét-Lefèvre',
  nomUsage: 'Marchandeau',
  prenom: 'Éloïse',
  dateNaissance: '1987-07-14',
  departement: '76',
}

const deposer = (personne: Personne, monde = ici) =>
  fabriqueDemande(atelier, monde.cadre, { agent: monde.agent, motif: 'puma', etat: 'prise_en_charge', personne })

const vide = { nomUsage: '', autresNoms: '', representant: '', adresse: '' }

async function enregistrer(valeurs: Partial<Parameters<typeof enregistrerDemande>[1]> = {}) {
  const id = randomUUID()
  await agir(
    dpo,
    (c) =>
      enregistrerDemande(c, {
        id,
        recueLe: '2026-03-31',
        type: 'acces',
        canal: 'courrier',
        nomNaissance: 'Brisset Lefevre',
        prenom: 'Eloise',
        dateNaissance: '1987-07-14',
        objet: 'Copie de tout ce qui est gardé.',
        ...vide,
        ...valeurs,
      }),
    maintenant,
  )
  return tx.demandePersonne.findUniqueOrThrow({ where: { id } })
}

const courante = async (id: string) => {
  const { version } = await tx.demandePersonne.findUniqueOrThrow({ where: { id } })
  return { id, version }
}
const retenir = async (id: string, dossiers: string[]) =>
  agir(dpo, async (c) => retenirDossiers(c, { ...(await courante(id)), dossiers }), maintenant)
const limiter = async (id: string, dossiers: string[]) =>
  agir(
    dpo,
    async (c) => limiterDossiers(c, { ...(await courante(id)), dossiers, motif: 'Exactitude contestée.' }),
    maintenant,
  )

/** Every row of the tables that hold something of a demande, as the web role reads them with no filter but that demande. */
const lireEnSql = (acteur: Acteur, demandeId: string) =>
  avecPerimetre(perimetre(acteur), async (t) => {
    const tables = ['message', 'piece_jointe', 'rendez_vous', 'evenement', 'courriel', 'telechargement', 'lecture']
    const lignes: Record<string, number> = {}
    for (const table of tables) {
      const [rang] = await t.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM ${table} WHERE "demandeId" = '${demandeId}'`,
      )
      lignes[table] = rang?.n ?? -1
    }
    const [demande] = await t.$queryRawUnsafe<Record<string, unknown>[]>(
      `SELECT row_to_json(d) AS d FROM demande d WHERE id = '${demandeId}'`,
    )
    return { lignes, demande: JSON.stringify(demande ?? null) }
  })

describe('the register', () => {
  it('numbers requests by caisse and counts one calendar month, the shorter month included', async () => {
    const premiere = await enregistrer({ recueLe: '2026-01-31' })
    const seconde = await enregistrer()
    expect(premiere.reference).toBe('P26-0001')
    expect(premiere.echeanceLe.toISOString().slice(0, 10)).toBe('2026-02-28')
    expect(seconde.reference).toBe('P26-0002')
    expect(seconde.echeanceLe.toISOString().slice(0, 10)).toBe('2026-04-30')
    const { ouvertes } = await registreDesDroits(dpo, maintenant)
    expect(ouvertes.map(({ reference, horloge }) => [reference, horloge.etat])).toEqual([
      ['P26-0001', 'en_retard'],
      ['P26-0002', 'a_temps'],
    ])
    expect(ouvertes[0]?.horloge.jours).toBe(-41)
    const proche = await registreDesDroits(dpo, new Date('2026-04-24T09:00:00Z'))
    expect(proche.ouvertes[1]?.horloge).toEqual({ etat: 'proche', jours: 6 })
  })

  it('is extended once by two months, when the person was told within the first', async () => {
    const { id } = await enregistrer({ recueLe: '2026-03-20' })
    const prolonger = async (diteLe: string, quand = maintenant) =>
      agir(dpo, async (c) => prolongerDelai(c, { ...(await courante(id)), motif: 'Dossiers nombreux.', diteLe }), quand)
    await expect(prolonger('2026-04-11')).rejects.toMatchObject({ code: 'saisie' })
    await expect(prolonger('2026-03-19')).rejects.toMatchObject({ code: 'saisie' })
    await expect(prolonger('2026-04-21', new Date('2026-05-01T09:00:00Z'))).rejects.toMatchObject({ code: 'saisie' })
    await prolonger('2026-04-09')
    expect((await tx.demandePersonne.findUniqueOrThrow({ where: { id } })).echeanceLe).toEqual(new Date('2026-06-20'))
    await expect(prolonger('2026-04-09')).rejects.toMatchObject({ code: 'saisie' })
  })

  it('keeps an answer only once the identity is checked, and can be reopened', async () => {
    const { id } = await enregistrer()
    const repondre = async (issue: 'satisfaite' | 'refusee') =>
      agir(
        dpo,
        async (c) =>
          repondreDemande(c, { ...(await courante(id)), issue, reponse: 'Copie remise.', reponduLe: '2026-04-09' }),
        maintenant,
      )
    await expect(repondre('satisfaite')).rejects.toMatchObject({ erreurs: { issue: expect.any(String) } })
    await agir(
      dpo,
      async (c) =>
        verifierIdentite(c, { ...(await courante(id)), identiteMoyen: 'piece_identite', identiteLe: '2026-04-02' }),
      maintenant,
    )
    await repondre('satisfaite')
    expect((await droitDe(dpo, id, maintenant))?.horloge).toEqual({ etat: 'repondue', jours: 21 })
    await expect(retenir(id, [])).rejects.toMatchObject({ code: 'etat_change' })
    await agir(dpo, async (c) => rouvrirDemande(c, await courante(id)), maintenant)
    expect((await droitDe(dpo, id, maintenant))?.evenements.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['rouverte', 'traitee', 'identite_verifiee', 'enregistree']),
    )
  })

  it('takes no day to come: each is refused at its field, and is good on that day', async () => {
    const refuse = async (essai: Promise<unknown>, ...champs: string[]) =>
      expect(
        await essai.then(
          () => 'accepté',
          ({ erreurs }: { erreurs: object }) => Object.keys(erreurs).sort(),
        ),
      ).toEqual(champs.sort())
    await refuse(enregistrer({ recueLe: '2026-04-11', dateNaissance: '2026-04-11' }), 'recueLe', 'dateNaissance')
    const { id } = await enregistrer({ recueLe: '2026-04-10' })
    const demain = { reponduLe: '2026-04-11', identiteLe: '2026-04-11' }
    const verifier = async (quand: Date) =>
      agir(
        dpo,
        async (c) => verifierIdentite(c, { ...(await courante(id)), identiteMoyen: 'presence', ...demain }),
        quand,
      )
    const repondre = async (quand: Date) =>
      agir(
        dpo,
        async (c) => repondreDemande(c, { ...(await courante(id)), issue: 'refusee', reponse: 'Abus.', ...demain }),
        quand,
      )
    await refuse(verifier(maintenant), 'identiteLe')
    await refuse(repondre(maintenant), 'reponduLe')
    const lendemain = new Date(maintenant.getTime() + 86_400_000)
    await verifier(lendemain)
    await repondre(lendemain)
  })

  it('is read by the DPO of the caisse only, and refuses an act on a stale page', async () => {
    const { id } = await enregistrer()
    expect(await droitDe(dpoAilleurs, id)).toBeNull()
    for (const acteur of [agent, technicien, dpoAilleurs]) {
      const lus = await avecPerimetre(perimetre(acteur), (t) => t.demandePersonne.findMany())
      expect(lus).toEqual([])
      await expect(
        agir(acteur, (c) => retenirDossiers(c, { id, version: 1, dossiers: [] }), maintenant),
      ).rejects.toMatchObject({ code: 'introuvable' })
    }
    await expect(
      agir(dpo, (c) => retenirDossiers(c, { id, version: 9, dossiers: [] }), maintenant),
    ).rejects.toMatchObject({ code: 'etat_change' })
  })
})

describe('finding everything about a person', () => {
  it('finds names without accents, in another order, misspelt, and a birth date with one name; never those of another caisse', async () => {
    const exacte = await deposer(eloise)
    const inversee = await deposer({ ...eloise, nomNaissance: 'Éloïse', prenom: 'Brisset-Lefèvre' })
    const faute = await deposer({ ...eloise, nomNaissance: 'Brisset-Lefevbre', dateNaissance: '1987-07-15' })
    const parUsage = await deposer({ ...eloise, nomNaissance: 'Marchandeau', nomUsage: '' })
    const autre = await deposer({
      ...eloise,
      nomNaissance: 'Kervella',
      nomUsage: '',
      prenom: 'Anaïs',
      dateNaissance: '1960-01-02',
    })
    const horsCaisse = await deposer(eloise, ailleurs)
    const { id } = await enregistrer({ nomUsage: 'Marchandeau' })
    const trouves = (await candidatsDe(dpo, id, '::1', maintenant))?.candidats ?? []
    const niveaux = Object.fromEntries(trouves.map((candidat) => [candidat.id, candidat.niveau]))
    expect(niveaux[exacte.id]).toBe(1)
    expect(niveaux[inversee.id]).toBe(1)
    expect(niveaux[faute.id]).toBe(3)
    expect(niveaux[parUsage.id]).toBe(3)
    expect(niveaux[autre.id]).toBeUndefined()
    expect(niveaux[horsCaisse.id]).toBeUndefined()
    expect(await candidatsDe(dpoAilleurs, id, '::1')).toBeNull()
    expect(await tx.journal.count({ where: { action: 'personne.cherchee', objetId: id } })).toBe(1)

    // Only those found can be kept, and only those kept are read.
    await retenir(id, [exacte.id, faute.id, autre.id, horsCaisse.id])
    const lu = await dossierDe(dpo, id, '::1', maintenant)
    expect(lu?.dossier.map(({ reference }) => reference).sort()).toEqual([exacte.reference, faute.reference].sort())
    expect(await tx.journal.count({ where: { action: 'personne.dossier_vu', objetId: exacte.id } })).toBe(1)
    const direct = await avecPerimetre(perimetre(dpo), (t) => t.demande.findMany())
    expect(direct).toEqual([])
    await retenir(id, [faute.id])
    expect((await dossierDe(dpo, id, '::1', maintenant))?.dossier).toHaveLength(1)
  })

  it('shows withdrawn texts, internal notes, files, and who read', async () => {
    const demande = await deposer(eloise)
    const lieu = {
      demandeId: demande.id,
      caisseId: ici.caisse.id,
      structureId: ici.structure.id,
      auteurId: ici.agent.id,
    }
    const retire = await tx.message.create({
      data: { ...lieu, cote: 'caisse', texte: 'Écrit trop vite.', envoyeLe: maintenant },
    })
    await tx.message.update({ where: { id: retire.id }, data: { retireLe: new Date(maintenant.getTime() + 60_000) } })
    await tx.message.create({ data: { ...lieu, cote: 'caisse', interne: true, texte: 'Voir le service des droits.' } })
    const { id } = await enregistrer()
    await retenir(id, [demande.id])
    const [lue] = (await dossierDe(dpo, id, '::1', maintenant))?.dossier ?? []
    const textes = lue?.messages.map(({ texte }) => texte)
    expect(textes).toEqual(expect.arrayContaining(['Écrit trop vite.', 'Voir le service des droits.']))
    expect(lue?.messages.find(({ id: message }) => message === retire.id)?.retireLe).toBeTruthy()
    const [relue] = (await dossierDe(dpo, id, '::1', maintenant))?.dossier ?? []
    expect(relue?.consultations.map(({ action }) => action)).toContain('personne.dossier_vu')
  })
})

const nouvelle = {
  civilite: 'madame' as const,
  nomNaissance: 'Brisset-Leclerc',
  nomUsage: '',
  prenom: 'Éloïse',
  dateNaissance: '1987-07-15',
  departement: '76',
}

describe('correcting', () => {
  it('changes the chosen demandes in one act; search, same person and history follow; no value goes to the journal', async () => {
    const [une, deux, trois] = [await deposer(eloise), await deposer(eloise), await deposer(eloise)]
    const { id } = await enregistrer({ type: 'rectification' })
    await retenir(id, [une.id, deux.id, trois.id])
    await limiter(id, [deux.id])
    const corriger = async () =>
      agir(
        dpo,
        async (c) => corrigerIdentite(c, { ...(await courante(id)), dossiers: [une.id, deux.id], ...nouvelle }),
        maintenant,
      )
    const { journal } = await corriger()
    expect(journal?.details).toEqual({ dossiers: 2, champs: 'dateNaissance nomNaissance nomUsage' })
    const corrigee = await tx.demande.findUniqueOrThrow({ where: { id: une.id } })
    expect(corrigee).toMatchObject({
      nomNaissance: 'Brisset-Leclerc',
      clePersonne: 'brisset leclerc eloise 1987-07-15',
    })
    expect((await tx.demande.findUniqueOrThrow({ where: { id: trois.id } })).nomNaissance).toBe(eloise.nomNaissance)
    const trouvees = await avecPerimetre(perimetre(agent), (t) => trouverDemandes(t, 'leclerc eloise', { nombre: 20 }))
    expect(trouvees.map(({ id: trouvee }) => trouvee)).toEqual([une.id])
    // A limited one is corrected where its content is.
    const lu = (await dossierDe(dpo, id, '::1', maintenant))?.dossier ?? []
    expect(lu.find((demande) => demande.id === deux.id)?.personne.nomNaissance).toBe('Brisset-Leclerc')
    const evenement = await tx.evenement.findFirstOrThrow({ where: { demandeId: une.id, type: 'identite_corrigee' } })
    expect(JSON.stringify(evenement.details)).not.toMatch(/Leclerc|Lefèvre/)
    await expect(corriger()).rejects.toMatchObject({ code: 'saisie' })
  })
})

describe('limiting', () => {
  it('hides the person from agents and techniciens, by page and by direct SQL, until it is lifted', async () => {
    const demande = await deposer(eloise)
    const avant = await lireEnSql(agent, demande.id)
    expect(avant.lignes.evenement).toBeGreaterThan(0)
    const ligneAvant = await tx.demande.findUniqueOrThrow({ where: { id: demande.id } })
    const { id } = await enregistrer({ type: 'limitation' })
    await retenir(id, [demande.id])
    await limiter(id, [demande.id])
    for (const acteur of [agent, technicien]) {
      const { lignes, demande: ligne } = await lireEnSql(acteur, demande.id)
      expect(Object.values(lignes).every((n) => n === 0)).toBe(true)
      expect(ligne).toContain('Dossier limité à la demande de la personne')
      expect(ligne).not.toMatch(/Bris|Marchandeau|lo[iï]se|1987/i)
      const trouvees = await avecPerimetre(perimetre(acteur), (t) =>
        trouverDemandes(t, 'brisset lefevre', { nombre: 50 }),
      )
      expect(trouvees.map(({ id: trouvee }) => trouvee)).not.toContain(demande.id)
      await expect(
        avecPerimetre(
          perimetre(acteur),
          (t) => t.$executeRaw`UPDATE demande SET etat = etat, "majLe" = now() WHERE id = ${demande.id}::uuid`,
        ),
      ).rejects.toThrow(/limité/)
      for (const table of ['limitation', 'donnees_limitees'])
        await avecPerimetre(perimetre(acteur), (t) => t.$queryRawUnsafe(`SELECT * FROM ${table}`)).then(
          (lus) => expect(lus).toEqual([]),
          (erreur: Error) => expect(erreur.message).toMatch(/permission denied/),
        )
      await expect(
        avecPerimetre(
          perimetre(acteur),
          (t) => t.$executeRaw`SELECT ep_lever_limitations(${id}::uuid, ARRAY[${demande.id}]::uuid[], now())`,
        ),
      ).rejects.toThrow(/permission denied/)
      expect(
        await avecPerimetre(perimetre(acteur), (t) => t.$queryRaw`SELECT ep_dossier_personne(${id}::uuid) AS d`),
      ).toEqual([{ d: null }])
    }
    await expect(avecPerimetre(perimetre(dpo), (t) => t.$queryRaw`SELECT * FROM donnees_limitees`)).rejects.toThrow(
      /permission denied/,
    )
    const { lignes } = await fileDAttente(agent, filtresFileSchema.parse({ vue: 'toutes', nombre: 50 }), maintenant)
    const vue = lignes.find((ligne) => ligne.id === demande.id)
    expect(vue).toMatchObject({ objet: 'Dossier limité à la demande de la personne', prenom: null, nomNaissance: null })
    expect((await demandeDeCaisse(agent, demande.reference))?.limiteeLe).toBeTruthy()

    // The DPO still finds it, and reads it whole.
    const trouves = (await candidatsDe(dpo, id, '::1', maintenant))?.candidats ?? []
    expect(trouves.find((candidat) => candidat.id === demande.id)).toMatchObject({ limitee: true, niveau: 1 })
    const [lue] = (await dossierDe(dpo, id, '::1', maintenant))?.dossier ?? []
    expect(lue).toMatchObject({
      personne: { prenom: 'Éloïse' },
      limitation: { motif: 'Exactitude contestée.', iciPosee: true },
    })
    expect(lue?.historique.length).toBeGreaterThan(1)

    await agir(dpo, async (c) => leverLimitation(c, { ...(await courante(id)), dossiers: [demande.id] }), maintenant)
    const { version: _, ...apres } = await tx.demande.findUniqueOrThrow({ where: { id: demande.id } })
    const { version: __, ...attendue } = ligneAvant
    expect(apres).toEqual(attendue)
    expect((await lireEnSql(agent, demande.id)).lignes.evenement).toBeGreaterThan(avant.lignes.evenement ?? 0)
    expect(await tx.donneesLimitees.count()).toBe(await tx.limitation.count({ where: { leveeLe: null } }))
  })

  it('leaves the other demandes of both sides as they were', async () => {
    const [limitee, autre] = [await deposer(eloise), await deposer({ ...eloise, prenom: 'Zélie' })]
    const { id } = await enregistrer({ type: 'limitation' })
    await retenir(id, [limitee.id])
    await limiter(id, [limitee.id])
    for (const acteur of [agent, technicien])
      expect((await lireEnSql(acteur, autre.id)).lignes.evenement).toBeGreaterThan(0)
  })
})

describe('an opposition', () => {
  it('that is accepted is told to agents on the demandes of the person, and to nobody else, until it is lifted', async () => {
    const demande = await deposer(eloise)
    const { id } = await enregistrer({ type: 'opposition', nomNaissance: eloise.nomNaissance, prenom: eloise.prenom })
    const decider = async (decision: 'acceptee' | 'refusee') =>
      agir(
        dpo,
        async (c) =>
          deciderOpposition(c, { ...(await courante(id)), decision, consigne: 'Ne plus écrire au partenaire.' }),
        maintenant,
      )
    await decider('acceptee')
    await expect(decider('refusee')).rejects.toMatchObject({ code: 'etat_change' })
    const { clePersonne } = await tx.demande.findUniqueOrThrow({ where: { id: demande.id } })
    const sur = { caisseId: ici.caisse.id, clePersonne }
    expect(await oppositionsSur(agent, sur)).toMatchObject([{ consigne: 'Ne plus écrire au partenaire.' }])
    expect(await oppositionsSur(technicien, sur)).toEqual([])
    expect(await oppositionsSur(await acteurDe(ailleurs.agent.id, maintenant), sur)).toEqual([])
    await agir(dpo, async (c) => leverOpposition(c, await courante(id)), maintenant)
    expect(await oppositionsSur(agent, sur)).toEqual([])
  })
})

describe('the copy', () => {
  it('holds what the database holds, the clean files, and nothing past its time', async () => {
    const demande = await deposer(eloise)
    const lieu = {
      demandeId: demande.id,
      caisseId: ici.caisse.id,
      structureId: ici.structure.id,
      deposeeParId: ici.technicien.id,
    }
    const fichier = { nomFichier: '../Avis d’impôt.pdf', typeMime: 'application/pdf', taille: 7, empreinte: '' }
    const [sain, infecte] = [randomUUID(), randomUUID()]
    const cle = async (piece: string) => rangerFichier(piece, Readable.from([Buffer.from('contenu')]))
    await tx.pieceJointe.create({ data: { id: sain, ...lieu, ...fichier, etat: 'saine', ...(await cle(sain)) } })
    await tx.pieceJointe.create({
      data: { id: infecte, ...lieu, ...fichier, nomFichier: 'virus.pdf', etat: 'infectee', ...(await cle(infecte)) },
    })
    const { id, reference } = await enregistrer()
    await expect(agir(dpo, async (c) => demanderExport(c, await courante(id)), maintenant)).rejects.toMatchObject({
      code: 'etat_change',
    })
    await retenir(id, [demande.id])
    await agir(dpo, async (c) => demanderExport(c, await courante(id)), maintenant)
    const { id: exportId } = await tx.exportPersonne.findFirstOrThrow({ where: { demandePersonneId: id } })
    const [{ dossier }] = await tx.$queryRaw<[{ dossier: unknown }]>`SELECT ep_dossier_personne(${id}::uuid) AS dossier`
    await exporterPersonne(exportId, maintenant)
    await exporterPersonne(exportId, maintenant)
    const { archive } = await archiveALire(dpo, exportId, maintenant)
    const morceaux: Uint8Array[] = []
    for await (const morceau of lireFichier(archive)) morceaux.push(morceau)
    const zip = lireZip(Buffer.concat(morceaux))
    const pieces = await tx.pieceJointe.count({
      where: { demandeId: demande.id, etat: { in: ['saine', 'non_analysee'] } },
    })
    const presents = [...zip.keys()].filter((nom) => nom.startsWith('fichiers/'))
    // Files of the factory have no content in the storage: only ours comes out, and the others say why.
    expect(presents.length).toBeGreaterThan(0)
    expect(presents.length).toBeLessThanOrEqual(pieces)
    expect(presents.every((nom) => nom.startsWith(`fichiers/${demande.reference}/`) && !nom.includes('..'))).toBe(true)
    expect(presents.some((nom) => zip.get(nom)?.toString() === 'contenu')).toBe(true)

    const donnees = JSON.parse(zip.get('donnees.json')?.toString() ?? '{}')
    const attendu = dossierSchema.parse(dossier).map(({ consultations, ...reste }) => ({
      ...reste,
      consultations: consultations.map(({ nom: _, ...consultation }) => consultation),
    }))
    expect(donnees.demandes).toEqual(attendu)
    expect(donnees.fichiers.find((f: { id: string }) => f.id === infecte)).toEqual({
      id: infecte,
      chemin: null,
      raison: 'Infecté, détruit',
    })
    const texte = lirePdf(zip.get('copie-de-vos-donnees.pdf') ?? Buffer.alloc(0))
    for (const mot of [
      'Copie de vos données',
      reference,
      demande.reference,
      'Brissét-Lefèvre',
      'Marchandeau',
      'Infecté, détruit',
    ])
      expect(texte).toContain(mot)
    expect(zip.get('lisez-moi.txt')?.toString()).toContain('Fichiers non remis')

    // Nothing of it is in clear on the disk, nobody else downloads it, and it goes after a week.
    await expect(archiveALire(dpoAilleurs, exportId, maintenant)).rejects.toMatchObject({ code: 'introuvable' })
    await expect(archiveALire(agent, exportId, maintenant)).rejects.toMatchObject({ code: 'introuvable' })
    const plusTard = new Date(maintenant.getTime() + 7 * 86_400_000)
    await expect(archiveALire(dpo, exportId, plusTard)).rejects.toMatchObject({ code: 'introuvable' })
    expect(await expirerFichiersPrepares(new Date(plusTard.getTime() - 1))).toBe(0)
    expect(await expirerFichiersPrepares(plusTard)).toBe(1)
    expect(await stockage().existe(exportId)).toBe(false)
  })
})

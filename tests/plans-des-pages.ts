import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { charger } from '@/bench/charger'
import { type Noeud, noeudsDe, type Plans, plansDe, requetesDe } from '@/bench/plans'
import { demandesDerriere, filtresDerriereSchema } from '@/lib/bilan/derriere'
import type { Periode } from '@/lib/bilan/modele'
import { periodeAnnee } from '@/lib/bilan/periode'
import { bilanDe, bilansDesPartenaires, type CibleBilan, echantillonDe } from '@/lib/bilan/queries'
import { attendentSql, attenteSql } from '@/lib/demandes/ce-qui-attend'
import { consulterDemande } from '@/lib/demandes/consulter-demande'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { filtresFileSchema, tris, vues } from '@/lib/demandes/filtres-file'
import { filtresListeSchema } from '@/lib/demandes/liste-partenaire'
import { fileDAttente } from '@/lib/demandes/queries-caisse'
import { accueilDuTechnicien, demandesDuPartenaire } from '@/lib/demandes/queries-partenaire'
import { demandeDuPanneau } from '@/lib/file/queries-panneau'
import { rechercher } from '@/lib/recherche/queries'
import { criteresSchema } from '@/lib/recherche/schema'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { lireAvecPerimetre } from '@/lib/socle/base'
import { lireSession } from '@/lib/socle/lire-session'
import { Prisma } from '@/lib/socle/prisma/client'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

/**
 * Reads the plans of all that the pages ask of PostgreSQL, among this number of demandes: the more there are, the longer it takes
 * to load them, and the surer it is that an index is what gives them.
 */
export function eprouverLesPlans(demandes: number, base: { migration: string; web: string }): void {
  const proprietaire = new pg.Client({ connectionString: base.migration })
  let agent: Acteur
  let technicien: Acteur
  const refs = { agent: '', technicien: '' }

  const lire = async (sql: string, valeurs: unknown[] = []) =>
    (await proprietaire.query<{ valeur: string }>(sql, valeurs)).rows[0]?.valeur ?? ''

  async function acteurDe(compteId: string): Promise<Acteur> {
    const sid = await lire(
      `INSERT INTO session (id, "compteId", "expireLe", "secondFacteurLe") VALUES (gen_random_uuid(), $1, now() + interval '1 hour', now()) RETURNING id AS valeur`,
      [compteId],
    )
    const lu = await lireSession(sid)
    if (!lu) throw new Error('La session n’est pas lue.')
    return lu.acteur
  }

  beforeAll(async () => {
    await charger(base.migration, demandes)
    await proprietaire.connect()
    const lePlusCharge = (colonne: string) =>
      `(SELECT "${colonne}" FROM demande GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)`
    agent = await acteurDe(
      await lire(
        `SELECT id AS valeur FROM compte WHERE profil = 'caisse' AND "caisseId" = ${lePlusCharge('caisseId')} LIMIT 1`,
      ),
    )
    technicien = await acteurDe(
      await lire(
        `SELECT id AS valeur FROM compte WHERE profil = 'technicien' AND "structureId" = ${lePlusCharge('structureId')} LIMIT 1`,
      ),
    )
    const uneDe = (colonne: string, id?: string) =>
      lire(
        `SELECT reference AS valeur FROM demande WHERE "${colonne}" = $1 AND ouverte AND "agentId" IS NOT NULL ORDER BY id LIMIT 1`,
        [id],
      )
    refs.agent = await uneDe('caisseId', agent.caisse?.id)
    refs.technicien = await uneDe('structureId', technicien.structure?.id)
  })

  afterAll(() => proprietaire.end())

  const examiner = async (travail: () => Promise<unknown>) => plansDe(base.web, await requetesDe(travail))
  const plans = async (travail: () => Promise<unknown>): Promise<Plans[]> => (await examiner(travail)).plans

  const grandes = [
    'demande',
    'evenement',
    'message',
    'piece_jointe',
    'lecture',
    'courriel',
    'journal',
    'rendez_vous',
    'mot',
  ]

  function parcoursEntiers({ plans, entieres }: Awaited<ReturnType<typeof examiner>>): string[] {
    const lues = entieres.filter((table) => grandes.includes(table))
    const dansLesPlans = plans.flatMap(({ requete, execute, generique }) =>
      [...noeudsDe(execute), ...noeudsDe(generique)]
        .filter((noeud) => noeud['Node Type'] === 'Seq Scan' && grandes.includes(noeud['Relation Name'] ?? ''))
        .map((noeud) => `${noeud['Relation Name']} : ${requete.texte}`),
    )
    return dansLesPlans.length > 0 ? dansLesPlans : lues
  }

  const lusDans = (noeud: Noeud) =>
    ((noeud['Actual Rows'] ?? 0) + (noeud['Rows Removed by Filter'] ?? 0)) * (noeud['Actual Loops'] ?? 1)

  /** Most rows of the table of demandes that one query went through. */
  function demandesLues(plans: Plans[]): number {
    const parRequete = plans.map(({ execute }) =>
      noeudsDe(execute)
        .filter((noeud) => noeud['Relation Name'] === 'demande')
        .reduce((somme, noeud) => somme + lusDans(noeud), 0),
    )
    return Math.max(...parRequete)
  }

  const file = (filtres: object) => fileDAttente(agent, filtresFileSchema.parse(filtres))
  const liste = (filtres: object) => demandesDuPartenaire(technicien, filtresListeSchema.parse(filtres))

  const caisse = (): CibleBilan => ({ caisseId: agent.caisse?.id ?? '', partenaireId: null })
  const partenaire = async (): Promise<CibleBilan> => ({
    ...caisse(),
    partenaireId: await lire('SELECT "partenaireId" AS valeur FROM demande WHERE reference = $1', [refs.agent]),
  })
  const annee = () => periodeAnnee(new Date().getFullYear())
  const quelquesJours = (): Periode => {
    const au = dateAParis(new Date())
    return { genre: 'libre', cle: 'libre', libelle: '', du: ajouterJours(au, -9), au }
  }

  const ceQuiAttend = () =>
    lireAvecPerimetre(
      perimetre(technicien),
      Prisma.sql`WITH ${attendentSql(technicien)} SELECT ${attenteSql(technicien)}`,
    )

  const cherche = (acteur: Acteur, q: string) => rechercher(acteur, criteresSchema.parse({ q }), '192.0.2.1')

  /** Each filter, alone and with others; each view in each order. */
  const adresses = async (): Promise<Record<string, string>[]> => {
    const motif = await lire('SELECT "motifId" AS valeur FROM demande WHERE reference = $1', [refs.agent])
    const partenaire = await lire('SELECT "partenaireId" AS valeur FROM demande WHERE reference = $1', [refs.agent])
    const equipe = agent.equipes[0] ?? ''
    const filtres: Record<string, string>[] = [
      { service: 'dossier' },
      { motif },
      { partenaire },
      { equipe },
      { equipe: 'miennes' },
      { echeance: '3' },
      { nonLus: 'oui' },
      { agent: 'moi' },
      { agent: 'personne' },
      { age: '30' },
      { etat: 'attente_complement' },
      { urgent: 'oui' },
      { motif, equipe, echeance: '31' },
      { equipe, service: 'dossier', urgent: 'oui', nonLus: 'oui', agent: 'personne', age: '7', echeance: '10' },
    ]
    const ordres = tris.flatMap((tri) => [
      { tri, sens: 'asc' },
      { tri, sens: 'desc' },
    ])
    return [...filtres, ...vues.flatMap((vue) => ordres.map((ordre) => ({ vue, ...ordre })))]
  }

  const pages: Record<string, () => Promise<unknown>> = {
    'the queue': () => file({}),
    'the queue by each filter, and each view in each order': async () => {
      for (const adresse of await adresses()) await file(adresse)
    },
    'its side panel': () => demandeDuPanneau(agent, refs.agent),
    'a search by name': () => cherche(agent, 'Kouame Elise'),
    'a search with a slip': () => cherche(agent, 'Koame'),
    'a search in the messages': () => cherche(agent, 'transmettre'),
    'a search by reference': () => cherche(agent, refs.agent),
    'a search of the technicien': () => cherche(technicien, 'Kouame'),
    'the session': () => lireSession(technicien.sessionId),
    'its second page': async () => file({ apres: (await file({})).suivante }),
    'the demandes to take': () => file({ vue: 'a_prendre' }),
    'my demandes': () => file({ vue: 'mes_demandes' }),
    'the late ones': () => file({ vue: 'en_retard' }),
    'the urgent ones': () => file({ vue: 'urgentes' }),
    'those that wait': () => file({ vue: 'en_attente' }),
    'the closed ones': () => file({ vue: 'closes' }),
    'the second page of the closed ones': async () =>
      file({ vue: 'closes', apres: (await file({ vue: 'closes' })).suivante }),
    'the queue by service, state and age': () => file({ service: 'dossier', etat: 'transmise', age: 7 }),
    'the queue searched': () => file({ q: 'brisset' }),
    'a demande for its agent': () => demandeDeCaisse(agent, refs.agent, filtresFileSchema.parse({})),
    'the list of the technicien': () => liste({}),
    'the whole history': () => liste({ statut: 'toutes' }),
    'what I filed and was closed': () => liste({ statut: 'traitee', par: 'moi', mois: 6 }),
    'the history searched': () => liste({ statut: 'toutes', q: 'personne de ce nom' }),
    'the first page of the technicien': () => accueilDuTechnicien(technicien, filtresListeSchema.parse({})),
    'what waits for the technicien': ceQuiAttend,
    'a demande for its technicien': () => demandeDePartenaire(technicien, refs.technicien),
    'the bilan of a caisse': async () => {
      await bilanDe(agent, caisse(), annee(), new Date())
      await bilansDesPartenaires(agent, annee())
    },
    'the bilan of a partenaire': async () => bilanDe(agent, await partenaire(), annee(), new Date()),
    'the bilan of a few days': async () => bilanDe(agent, await partenaire(), quelquesJours(), new Date()),
    'the sample of a partenaire': async () =>
      echantillonDe(agent, await partenaire(), quelquesJours(), { graine: '7F3A', taille: 10, population: null }),
    'the demandes behind a figure': async () => {
      for (const quoi of ['deposees', 'traitees', 'retard', 'rendez_vous'])
        for (const cible of [caisse(), await partenaire()])
          await demandesDerriere(agent, cible, filtresDerriereSchema.parse({ quoi }), quelquesJours(), new Date())
    },
    'the receipt of a reading': async () => {
      const demande = await demandeDeCaisse(agent, refs.agent)
      if (demande) await consulterDemande(agent, demande, '192.0.2.1')
    },
  }

  describe(`among ${demandes} demandes`, () => {
    test.each(Object.keys(pages))('no large table is read whole for %s', async (nom) => {
      const vus = await examiner(pages[nom] as () => Promise<unknown>)
      expect(vus.plans.length).toBeGreaterThan(0)
      expect(parcoursEntiers(vus)).toEqual([])
    })

    test.each([
      'the closed ones',
      'the second page of the closed ones',
      'the whole history',
    ])('an index gives one page of %s in its order', async (nom) => {
      const [page] = await plans(pages[nom] as () => Promise<unknown>)
      expect(demandesLues(page ? [page] : [])).toBeLessThan(120)
    })

    test('the queue is one query, which reads its page and counts nothing', async () => {
      const vus = await plans(() => file({}))
      expect(vus).toHaveLength(1)
      // Those of a caisse that has few are read and sorted.
      expect(demandesLues(vus)).toBeLessThanOrEqual(demandes < 10_000 ? 120 : 51)
    })

    test('what a team has to do within a month reads its page', async () => {
      const mois = { vue: 'toutes', equipe: agent.equipes[0], echeance: '31', tri: 'recue' }
      expect(demandesLues(await plans(() => file(mois)))).toBeLessThanOrEqual(demandes < 10_000 ? 120 : 51)
    })

    test('what waits for a technicien does not cost more as its history grows', async () => {
      const lues = demandesLues(await plans(ceQuiAttend))
      const deposees = Number(
        await lire('SELECT count(*) AS valeur FROM demande WHERE "structureId" = $1', [technicien.structure?.id]),
      )
      expect(deposees).toBeGreaterThan(demandes / 40)
      expect(lues).toBeLessThan(deposees / 10)
    })
  })
}

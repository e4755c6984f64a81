import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bilan } from '@/lib/bilan/modele'
import { periodeAnnee, periodeConvention, periodeTrimestre } from '@/lib/bilan/periode'
import { bilanDe, echantillonDe } from '@/lib/bilan/queries'
import { fermerFile } from '@/lib/travaux/file'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { type AtelierOuvert, ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe } from '@/tests/contexte'
import { type CaisseContee, conterHistoire, type PartenaireConte } from './histoires-bilan'
import { jouerEnBase } from './horloges-en-base'
import { compterBilan, type Histoire } from './oracle-bilan'

const completes = process.env.EPREUVES === 'completes'
const nombre = completes ? 10_000 : 150
const actes = completes ? 200 : 15

const { migration } = await baseDeTest()
let atelier: AtelierOuvert
// One for both: what a process reads the database by stays open as long as it lives.
beforeAll(async () => {
  atelier = ouvrirAtelier(migration)
  await installerCatalogue(atelier.tx, new Date('2024-01-01T00:00:00Z'))
})
afterAll(async () => {
  await fermerFile()
  await atelier?.fermer()
})

/** Rows that differ between what is kept and what a new count gives. */
const ECARTS = `SELECT * FROM (
    SELECT "caisseId", "partenaireId", mesure, mois, cle, sum(n)::bigint AS n FROM (
      SELECT "caisseId", "partenaireId", mesure, mois, cle, n FROM compteur_bilan UNION ALL
      SELECT "caisseId", "partenaireId", mesure, date_trunc('month', jour)::date, cle, n FROM compteur_bilan_jour WHERE part > 0) t
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0) k
  FULL JOIN ep_bilan_recompte() r USING ("caisseId", "partenaireId", mesure, mois, cle) WHERE k.n IS DISTINCT FROM r.n LIMIT 5`

const ECARTS_PAR_JOUR = `SELECT * FROM (
    SELECT "caisseId", jour, mesure, cle, sum(n)::bigint AS n FROM compteur_bilan_jour WHERE "partenaireId" = "caisseId" GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0) k
  FULL JOIN ep_bilan_recompte_jours() r USING ("caisseId", jour, mesure, cle) WHERE k.n IS DISTINCT FROM r.n LIMIT 5`

const enNombre = (n: number | null) => (n === null ? null : Math.round(n * 1e9) / 1e9)
const sansZero = (comptes: Record<string, number | null>) =>
  Object.fromEntries(Object.entries(comptes).filter(([, n]) => n !== 0))

/** A bilan, in the shape of the oracle. */
function comparable({ courant, motifs }: Bilan) {
  return {
    deposees: courant.deposees,
    urgentes: courant.urgentes,
    services: sansZero(Object.fromEntries(courant.parService.map(({ service, n }) => [service, n]))),
    prestations: sansZero(courant.parPrestation),
    traitees: courant.traitees,
    annulees: courant.annulees,
    issues: sansZero(
      Object.fromEntries(
        courant.issues.flatMap(({ service, lignes }) => lignes.map(({ issue, n }) => [`${service} ${issue}`, n])),
      ),
    ),
    delais: courant.delais.map(({ prestation, traitees, total, net, respect }) => ({
      prestation,
      traitees,
      total: { ...total, moyenne: enNombre(total.moyenne) },
      net: { ...net, moyenne: enNombre(net.moyenne) },
      respect,
    })),
    avecComplement: courant.avecComplement,
    complements: courant.complements,
    rouvertes: courant.rouvertes,
    pieces: Object.fromEntries(courant.pieces.map(({ code, n }) => [code, n])),
    saisines: courant.mission.saisines,
    orientees: courant.mission.orientees,
    rendezVous: {
      fixe: courant.rendezVous.fixe,
      honore: courant.rendezVous.honore,
      manque: courant.rendezVous.manque,
      annule: courant.rendezVous.annule,
    },
    partis: courant.transferts.partis,
    recus: courant.transferts.recus,
    motifs: Object.fromEntries(motifs.map(({ motifId, traitees }) => [motifId, traitees])),
  }
}

it(`counts two years of ${nombre} demandes as a count written apart does, purge included`, async () => {
  const reglages = { delaiUrgentJours: 10, conservationDemandeMois: 6, conservationFichiersMois: 6 }
  const caisses: CaisseContee[] = []
  for (const delais of [
    { puma: 30, c2s: 45, ame: 20 },
    { puma: 21, ame: 60 },
  ] as Record<string, number>[]) {
    const caisse = await fabriqueCaisse(atelier, { reglages })
    const agent = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: caisse.id, roles: ['agent'] })
    caisses.push({ id: caisse.id, delais, urgentJours: 10, agentId: agent.id })
  }
  const partenaires: PartenaireConte[] = []
  for (let rang = 0; rang < 3; rang += 1) {
    const { id, structure } = await fabriquePartenaire(atelier)
    await fabriqueConvention(atelier, { partenaireId: id, caisses: caisses.map((caisse) => ({ caisseId: caisse.id })) })
    const auteur = await fabriqueCompte(atelier, { profil: 'technicien', partenaireId: id, structureId: structure.id })
    partenaires.push({ id, structureId: structure.id, auteurId: auteur.id })
  }
  const client = new pg.Client({ connectionString: migration })
  await client.connect()
  try {
    const histoires: Histoire[] = []
    const monde = { client, hasard: atelier.hasard.branche('bilan'), caisses, partenaires, fin: new Date() }
    for (let rang = 0; rang < nombre; rang += 1) histoires.push(await conterHistoire(monde, rang))

    const periodes = [
      periodeAnnee(2024),
      periodeAnnee(2025),
      periodeTrimestre(2025, 2),
      periodeConvention('2024-03-15', null),
      { genre: 'libre' as const, cle: 'libre', libelle: '', du: '2024-11-03', au: '2025-09-17' },
      { genre: 'libre' as const, cle: 'libre', libelle: '', du: '2025-03-05', au: '2025-03-05' },
    ]
    const comparer = async () => {
      for (const { id: caisseId, agentId } of caisses) {
        const agent = await acteurDe(agentId)
        for (const partenaireId of [null, ...partenaires.map(({ id }) => id)])
          for (const periode of periodes) {
            const bilan = await bilanDe(agent, { caisseId, partenaireId }, periode, new Date())
            if (!bilan) throw new Error('Aucun bilan.')
            const { mois, ...attendu } = compterBilan(histoires, caisseId, partenaireId, periode.du, periode.au)
            expect(comparable(bilan), `${periode.du} ${partenaireId}`).toEqual(attendu)
            const parTranche = bilan.courant.tranches.map(({ deposees }) => deposees ?? 0)
            expect(parTranche.reduce((a, b) => a + b, 0)).toBe(Object.values(mois).reduce((a, b) => a + b, 0))
          }
      }
      for (const requete of [ECARTS, ECARTS_PAR_JOUR]) expect((await client.query(requete)).rows).toEqual([])
    }
    await comparer()

    const [premiere] = caisses
    if (!premiere) throw new Error('Aucune caisse.')
    const agent = await acteurDe(premiere.agentId)
    const cible = { caisseId: premiere.id, partenaireId: null }
    const tirer = (graine: string, taille: number) =>
      echantillonDe(agent, cible, periodeAnnee(2025), { graine, taille, population: null })
    const avant = await tirer('7F3A', 10)
    expect((await tirer('7F3A', 10)).lignes).toEqual(avant.lignes)
    expect((await tirer('AAAA', 10)).lignes).not.toEqual(avant.lignes)

    // The content goes, the figures stay.
    const { rows } = await client.query<{ n: string }>(
      `SELECT count(ep_effacer_demande(id, now())) AS n FROM demande WHERE NOT ouverte AND abs(hashtext(id::text)) % 3 > 0`,
    )
    expect(Number(rows[0]?.n)).toBeGreaterThan(nombre / 4)
    await comparer()
    expect((await tirer('7F3A', 10)).lignes).toEqual(avant.lignes)

    // Gathered, and counted again, they do not move either.
    await client.query('SELECT ep_rassembler_bilan()')
    await comparer()
    await client.query('SELECT ep_recompter_bilan()')
    await comparer()
  } finally {
    await client.end()
  }
})

it(`keeps after ${actes} histories of real acts, purge included, what a new count gives`, async () => {
  await jouerEnBase(atelier, actes)
  const ecarts = async () => [
    await atelier.tx.$queryRawUnsafe(ECARTS),
    await atelier.tx.$queryRawUnsafe(ECARTS_PAR_JOUR),
  ]
  expect(await ecarts()).toEqual([[], []])
  await atelier.tx.$executeRaw`SELECT ep_rassembler_bilan()`
  expect(await ecarts()).toEqual([[], []])
  await atelier.tx.reglagesCaisse.updateMany({ data: { conservationDemandeMois: 6, conservationFichiersMois: 6 } })
  await atelier.tx
    .$executeRaw`SELECT ep_effacer_demande(id, now() + interval '7 months') FROM demande WHERE NOT ouverte`
  expect(await atelier.tx.demande.count({ where: { contenuEffaceLe: { not: null } } })).toBeGreaterThan(0)
  expect(await ecarts()).toEqual([[], []])
})

import { z } from 'zod'
import { assembler, assemblerEnCours, classerBlocages, type Reperes } from '@/lib/bilan/assembler'
import type { Bilan, Echantillon, Jours, LigneEchantillon, Organisme, Periode } from '@/lib/bilan/modele'
import { type Effet, precedente, tranchesDe } from '@/lib/bilan/periode'
import { ajouter, delaiDe, type Histogramme, MASQUE_SOUS, sansDelai } from '@/lib/bilan/regles'
import { services } from '@/lib/demandes/modele'
import { personnelsFormes } from '@/lib/formations/queries'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { Prisma } from '@/lib/socle/prisma/client'
import { ajouterJours, type DateIso, dateAParis } from '@/lib/socle/temps'

/** Whose bilan: a caisse, and one of its partenaires or all of them. */
export type CibleBilan = { caisseId: string; partenaireId: string | null }

/** Whether small counts are kept back: from the partenaire, never from the caisse, which holds the demandes. */
const masqueePour = (acteur: Acteur): boolean => acteur.caisse === null

/** What the acteur may ask for: each and all at its caisse; a partenaire, itself, at one caisse that is open to it. */
export function ciblePour(acteur: Acteur, demandee: Partial<CibleBilan>): CibleBilan | null {
  if (acteur.caisse) return { caisseId: acteur.caisse.id, partenaireId: demandee.partenaireId ?? null }
  const caisse = acteur.caissesOuvertes.find(({ id }) => id === demandee.caisseId) ?? acteur.caissesOuvertes[0]
  return acteur.partenaire && caisse ? { caisseId: caisse.id, partenaireId: acteur.partenaire.id } : null
}

const jourSuivant = (jour: DateIso) => ajouterJours(jour, 1)
const premierDuMois = (jour: DateIso) => `${jour.slice(0, 7)}-01`

/** Whole months, and the days around them: read from what is kept by day for a caisse, counted for one partenaire. */
export function decouper({ du, au }: Jours): { mois: Jours | null; bords: Jours[] } {
  const debut = du === premierDuMois(du) ? du : premierDuMois(ajouterJours(premierDuMois(du), 31))
  const fin = ajouterJours(premierDuMois(jourSuivant(au)), -1)
  if (debut > fin) return { mois: null, bords: [{ du, au }] }
  const bords = [
    { du, au: ajouterJours(debut, -1) },
    { du: ajouterJours(fin, 1), au },
  ].filter((jours) => jours.du <= jours.au)
  return { mois: { du: debut, au: fin }, bords }
}

const ligneSchema = z.object({
  quand: z.enum(['courant', 'avant']),
  mois: z.string().nullable(),
  mesure: z.string(),
  cle: z.string(),
  n: z.number(),
})

/** The rows of both periods, in one statement. Bars need the month of what was filed; the rest is added up. */
async function lireLignes(tx: Transaction, cible: CibleBilan, periodes: Record<'courant' | 'avant', Jours>) {
  const { caisseId, partenaireId } = cible
  const morceaux = (['courant', 'avant'] as const).flatMap((quand) => {
    const { mois, bords } = decouper(periodes[quand])
    return [
      ...(mois
        ? [
            Prisma.sql`SELECT ${quand}::text AS quand, mois, mesure, cle, n::bigint FROM compteur_bilan WHERE "caisseId" = ${caisseId}::uuid
              AND "partenaireId" = ${partenaireId ?? caisseId}::uuid AND mois >= ${mois.du}::date AND mois <= ${mois.au}::date`,
            // What was counted since the night stands on its day.
            Prisma.sql`SELECT ${quand}::text, date_trunc('month', jour)::date, mesure, cle, n::bigint FROM compteur_bilan_jour WHERE "caisseId" = ${caisseId}::uuid
              AND "partenaireId" = ${partenaireId ?? caisseId}::uuid AND part > 0 AND jour >= ${mois.du}::date AND jour <= ${mois.au}::date`,
          ]
        : []),
      ...bords.map(
        ({ du, au }) => Prisma.sql`SELECT ${quand}::text AS quand, mois, mesure, cle, n
          FROM ep_bilan_jours(${caisseId}::uuid, ${partenaireId}::uuid, ${du}::date, ${au}::date)`,
      ),
    ]
  })
  const lues = await tx.$queryRaw`
    SELECT quand, CASE WHEN mesure = 'depose' THEN mois::text END AS mois, mesure, cle, sum(n)::int AS n
    FROM (${Prisma.join(morceaux, ' UNION ALL ')}) x GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0`
  return z.array(ligneSchema).parse(lues)
}

/** The words of the codes: motifs and pieces of the catalogue, old ones included. */
export async function lireReperes(tx: Transaction): Promise<Reperes> {
  const [motifs, pieces] = await Promise.all([
    tx.motif.findMany({ select: { id: true, code: true, libelleCourt: true, service: true } }),
    tx.pieceAttendue.findMany({ select: { code: true, libelle: true }, distinct: ['code'], orderBy: { code: 'asc' } }),
  ])
  return {
    pieces: new Map(pieces.map(({ code, libelle }) => [code, libelle])),
    motifs: new Map(
      motifs.map(({ id, code, libelleCourt, service }) => [
        id,
        {
          libelle: libelleCourt,
          service: z.enum(services).parse(service),
          mission: code === 'mission_accompagnement',
        },
      ]),
    ),
  }
}

const enCoursSchema = z.tuple([
  z.object({
    ouvertes: z.coerce.number(),
    retard: z.coerce.number(),
    alerte: z.coerce.number(),
    attente: z.coerce.number(),
  }),
])

/**
 * All the figures of a period, and those of the one it is compared with. The same for the screens and for the exports.
 * null: outside of what the acteur may read.
 */
export async function bilanDe(
  acteur: Acteur,
  cible: CibleBilan,
  periode: Periode,
  maintenant: Date,
): Promise<Bilan | null> {
  const aujourdhui = dateAParis(maintenant)
  const masque = masqueePour(acteur)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const organismes = await lireOrganismes(tx, acteur, cible)
    if (!organismes) return null
    return lireBilan(tx, { ...organismes, cible, periode, aujourdhui, masque })
  })
}

type ALire = {
  caisse: Organisme
  partenaire: Organisme | null
  cible: CibleBilan
  periode: Periode
  aujourdhui: DateIso
  masque: boolean
}

async function lireBilan(
  tx: Transaction,
  { caisse, partenaire, cible, periode, aujourdhui, masque }: ALire,
): Promise<Bilan> {
  const autre = precedente(periode, aujourdhui)
  const formesEntre = ({ du, au }: Jours) =>
    personnelsFormes(tx, { caisseId: cible.caisseId, partenaireId: cible.partenaireId ?? undefined, du, au })
  const [lignes, reperes, enCours, formes, formesAvant] = await Promise.all([
    lireLignes(tx, cible, { courant: periode, avant: autre }),
    lireReperes(tx),
    tx.$queryRaw`SELECT * FROM ep_bilan_en_cours(${cible.caisseId}::uuid, ${cible.partenaireId}::uuid, ${aujourdhui}::date)`,
    formesEntre(periode),
    formesEntre(autre),
  ])
  const courantes = lignes.filter(({ quand }) => quand === 'courant')
  const avant = lignes.filter(({ quand }) => quand === 'avant')
  const tranches = tranchesDe(periode)
  return {
    caisse,
    partenaire,
    periode,
    precedente: autre,
    courant: { ...assembler(courantes, reperes, { tranches, masque }), formes },
    avant: {
      ...assembler(avant, reperes, { tranches: tranchesDe({ ...periode, ...autre }), masque }),
      formes: formesAvant,
    },
    enCours: assemblerEnCours(enCoursSchema.parse(enCours)[0], masque),
    masque,
    arreteLe: periode.au > aujourdhui ? aujourdhui : periode.au,
    encours: periode.au >= aujourdhui,
    motifs: masque ? [] : classerBlocages(courantes, reperes),
  }
}

/** Names of both sides; null where the partenaire has no convention with the caisse, or is out of reach. */
async function lireOrganismes(tx: Transaction, acteur: Acteur, { caisseId, partenaireId }: CibleBilan) {
  const caisse = acteur.caisse ?? acteur.caissesOuvertes.find(({ id }) => id === caisseId)
  if (!caisse || caisse.id !== caisseId) return null
  if (partenaireId === null) return acteur.caisse ? { caisse, partenaire: null } : null
  const lie = await tx.conventionCaisse.findFirst({
    where: { caisseId, partenaireId },
    select: { convention: { select: { partenaire: { select: { id: true, nom: true } } } } },
  })
  return lie ? { caisse, partenaire: lie.convention.partenaire } : null
}

/** Effect and end of the conventions of a partenaire with a caisse: what its years are counted from. */
export async function conventionsDe(acteur: Acteur, { caisseId, partenaireId }: CibleBilan): Promise<Effet[]> {
  if (!partenaireId) return []
  const parts = await avecPerimetre(perimetre(acteur), (tx) =>
    tx.conventionCaisse.findMany({
      where: { caisseId, partenaireId },
      select: { finLe: true, convention: { select: { effetLe: true } } },
    }),
  )
  return parts.flatMap(({ finLe, convention: { effetLe } }) =>
    effetLe ? [{ effetLe: effetLe.toISOString().slice(0, 10), finLe: finLe && finLe.toISOString().slice(0, 10) }] : [],
  )
}

const tireSchema = z.array(
  z.object({
    rang: z.coerce.number(),
    id: z.string().nullable(),
    reference: z.string().nullable(),
    service: z.enum(services),
    prestation: z.enum(['puma', 'c2s', 'ame', 'aide_financiere', 'autre']).nullable(),
    deposeeLe: z.date(),
    closeLe: z.date(),
    total: z.number(),
    pause: z.number(),
    respect: z.enum(['tot', 'alerte', 'hors', 'sans']),
  }),
)

/** The draw of a seed among what was treated in the period. `population`: how many those are, from the bilan. */
export async function echantillonDe(
  acteur: Acteur,
  { caisseId, partenaireId }: CibleBilan,
  { du, au }: Jours,
  { graine, taille, population }: Pick<Echantillon, 'graine' | 'taille' | 'population'>,
): Promise<Echantillon> {
  const tires = await avecPerimetre(
    perimetre(acteur),
    (tx) =>
      tx.$queryRaw`SELECT * FROM ep_bilan_echantillon(${caisseId}::uuid, ${partenaireId}::uuid, ${du}::date, ${au}::date, ${graine}, ${taille}::int)`,
  )
  const lignes = tireSchema.parse(tires).map(
    ({ prestation, deposeeLe, closeLe, ...ligne }): LigneEchantillon => ({
      ...ligne,
      prestation: prestation ?? '',
      deposeeLe: deposeeLe.toISOString().slice(0, 10),
      closeLe: closeLe.toISOString().slice(0, 10),
    }),
  )
  const [totaux, nets]: [Histogramme, Histogramme] = [new Map(), new Map()]
  for (const { total, pause } of lignes) {
    ajouter(totaux, total, 1)
    ajouter(nets, total - pause, 1)
  }
  const hors = lignes.filter(({ respect }) => respect === 'hors').length
  const dit = !masqueePour(acteur) || lignes.length >= MASQUE_SOUS
  return {
    graine,
    taille,
    population,
    lignes,
    total: dit ? delaiDe(totaux) : sansDelai,
    net: dit ? delaiDe(nets) : sansDelai,
    hors:
      masqueePour(acteur) &&
      ((hors > 0 && hors < MASQUE_SOUS) || (lignes.length - hors > 0 && lignes.length - hors < MASQUE_SOUS))
        ? null
        : hors,
  }
}

const lignePartenaireSchema = z.array(
  z.object({
    partenaireId: z.string(),
    nom: z.string(),
    deposees: z.number(),
    traitees: z.number(),
    hors: z.number(),
    annonces: z.number(),
    complements: z.number(),
    jours: z.number(),
    pause: z.number(),
  }),
)

/** One partenaire among those of the caisse. */
export type LignePartenaire = z.output<typeof lignePartenaireSchema>[number]

/** Every partenaire under convention with the caisse of the acteur, the largest first: what each has filed, and what slows it down. */
export async function bilansDesPartenaires(acteur: Acteur, jours: Jours): Promise<LignePartenaire[]> {
  const caisseId = acteur.caisse?.id
  if (!caisseId) return []
  const { mois, bords } = decouper(jours)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lies = await tx.conventionCaisse.findMany({
      where: { caisseId },
      distinct: ['partenaireId'],
      select: { partenaireId: true },
    })
    const ids = lies.map(({ partenaireId }) => partenaireId)
    const somme = (condition: Prisma.Sql) => Prisma.sql`coalesce(sum(n) FILTER (WHERE ${condition}), 0)::bigint`
    const tenus = (table: Prisma.Sql) => Prisma.sql`
      SELECT "partenaireId", ${somme(Prisma.sql`mesure = 'depose'`)} AS deposees, ${somme(Prisma.sql`mesure = 'respect'`)} AS traitees,
        ${somme(Prisma.sql`mesure = 'respect' AND cle LIKE '%|hors'`)} AS hors, ${somme(Prisma.sql`mesure = 'respect' AND cle NOT LIKE '%|sans'`)} AS annonces,
        ${somme(Prisma.sql`mesure = 'complement' AND cle <> '0'`)} AS complements, ${somme(Prisma.sql`mesure = 'jours' AND cle = 'total'`)} AS jours,
        ${somme(Prisma.sql`mesure = 'jours' AND cle = 'pause'`)} AS pause
      FROM ${table} AND "caisseId" = ${caisseId}::uuid AND "partenaireId" = ANY (${ids}::uuid[])
        AND mesure IN ('depose', 'respect', 'complement', 'jours') GROUP BY 1`
    const morceaux = [
      ...(mois
        ? [
            tenus(Prisma.sql`compteur_bilan WHERE mois >= ${mois.du}::date AND mois <= ${mois.au}::date`),
            tenus(
              Prisma.sql`compteur_bilan_jour WHERE part > 0 AND jour >= ${mois.du}::date AND jour <= ${mois.au}::date`,
            ),
          ]
        : []),
      ...bords.map(
        ({ du, au }) =>
          Prisma.sql`SELECT * FROM ep_bilan_jours_partenaires(${caisseId}::uuid, ${du}::date, ${au}::date)`,
      ),
    ]
    const colonnes = ['deposees', 'traitees', 'hors', 'annonces', 'complements', 'jours', 'pause'].map((nom) =>
      Prisma.raw(`coalesce(sum(x.${nom}), 0)::int AS ${nom}`),
    )
    const lues = await tx.$queryRaw`
      SELECT p.id AS "partenaireId", p.nom, ${Prisma.join(colonnes)}
      FROM partenaire p LEFT JOIN (${Prisma.join(morceaux, ' UNION ALL ')}) x ON x."partenaireId" = p.id
      WHERE p.id = ANY (${ids}::uuid[]) GROUP BY p.id, p.nom ORDER BY deposees DESC, p.nom`
    return lignePartenaireSchema.parse(lues)
  })
}

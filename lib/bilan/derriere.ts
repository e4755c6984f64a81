import { z } from 'zod'
import { classesRespect, type Jours, type PrestationBilan, prestations } from '@/lib/bilan/modele'
import { type CibleBilan, ciblePour } from '@/lib/bilan/queries'
import { etats, services } from '@/lib/demandes/modele'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { Prisma } from '@/lib/socle/prisma/client'
import { ajouterJours, type DateIso, dateAParis, debutDuJour } from '@/lib/socle/temps'

/** Figures that open the list of what they count. */
const figures = ['deposees', 'traitees', 'annulees', 'ouvertes', 'retard', 'alerte', 'attente', 'rendez_vous'] as const
export type Figure = (typeof figures)[number]

const texte = z.string().max(60).optional().catch(undefined)

/** Which demandes: a figure, and what narrows it. All codes: nothing of a person stands in the address. */
export const filtresDerriereSchema = z.object({
  quoi: z.enum(figures).catch('deposees'),
  service: z.enum(services).optional().catch(undefined),
  /** `aucune`: those that count for no prestation. */
  prestation: z.enum(['puma', 'c2s', 'ame', 'aide_financiere', 'autre', 'aucune']).optional().catch(undefined),
  issue: texte,
  respect: z.enum(classesRespect).optional().catch(undefined),
  urgent: z.literal('oui').optional().catch(undefined),
  complement: z.literal('oui').optional().catch(undefined),
  rouverte: z.literal('oui').optional().catch(undefined),
  mission: z.literal('oui').optional().catch(undefined),
  piece: texte,
  motif: z.uuid().optional().catch(undefined),
  etat: z.enum(['fixe', 'honore', 'manque', 'annule']).optional().catch(undefined),
  /** Rank of a bar of the picture. */
  tranche: z.coerce.number().int().min(0).max(60).optional().catch(undefined),
  apres: z
    .string()
    .regex(/^\d{1,16}_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
})

export type FiltresDerriere = z.output<typeof filtresDerriereSchema>

const prestationEnAdresse = (prestation: PrestationBilan) => prestation || 'aucune'

export type Chiffre = Partial<Omit<FiltresDerriere, 'quoi' | 'prestation' | 'apres' | 'tranche'>> & {
  quoi: Figure
  prestation?: PrestationBilan | null
  tranche?: number
}

/** What goes into the address of the list behind a figure. */
export function enParametres({ prestation, tranche, ...reste }: Chiffre): Record<string, string> {
  return Object.fromEntries(
    Object.entries({
      ...reste,
      prestation: prestation === undefined || prestation === null ? undefined : prestationEnAdresse(prestation),
      tranche: tranche === undefined ? undefined : String(tranche),
    }).filter((paire): paire is [string, string] => typeof paire[1] === 'string'),
  )
}

const ligneSchema = z.array(
  z.object({
    id: z.string(),
    reference: z.string(),
    objet: z.string(),
    prestation: z.string().nullable(),
    urgent: z.boolean(),
    etat: z.enum(etats),
    partenaire: z.string(),
    deposeeLe: z.date(),
    closeLe: z.date().nullable(),
    pause: z.number(),
    respect: z.enum(classesRespect).nullable(),
    cleLe: z.date(),
  }),
)

export type LigneDerriere = z.output<typeof ligneSchema>[number]

export const tailleDerriere = 50

/** Dates of the list: receipt for what was filed or is open, the end for the rest. */
const parDepot = new Set<Figure>(['deposees', 'ouvertes', 'retard', 'alerte', 'attente'])

/** Whose demandes, which figure, over which days; `aujourdhui` for what is open today. */
export type RechercheDerriere = { cible: CibleBilan; filtres: FiltresDerriere; jours: Jours; aujourdhui: DateIso }

const triDe = (quoi: Figure) =>
  parDepot.has(quoi) || quoi === 'rendez_vous' ? Prisma.sql`d."deposeeLe"` : Prisma.sql`d."closeLe"`

const ou = ({ cible, filtres, jours, aujourdhui }: RechercheDerriere): Prisma.Sql[] => [
  Prisma.sql`d."caisseId" = ${cible.caisseId}::uuid`,
  ...(cible.partenaireId ? [Prisma.sql`d."partenaireId" = ${cible.partenaireId}::uuid`] : []),
  ...conditionsDe(filtres, jours, aujourdhui),
]

/** The demandes behind a figure, the latest first, after `filtres.apres`: row-level security leaves out what is not within reach. */
export async function lireDerriere(
  tx: Transaction,
  recherche: RechercheDerriere,
  taille: number,
): Promise<LigneDerriere[]> {
  const tri = triDe(recherche.filtres.quoi)
  const conditions = ou(recherche)
  if (recherche.filtres.apres) {
    const [instant = '0', id = ''] = recherche.filtres.apres.split('_')
    conditions.push(Prisma.sql`(${tri}, d.id) < (${new Date(Number(instant))}::timestamptz, ${id}::uuid)`)
  }
  return ligneSchema.parse(
    await tx.$queryRaw`
      SELECT d.id, d.reference, d.objet, d.prestation, d.urgent, d.etat, p.nom AS partenaire, d."deposeeLe", d."closeLe", d."joursSuspendus" AS pause,
        CASE WHEN d.etat = 'traitee' THEN ${classe} END AS respect, ${tri} AS "cleLe"
      FROM demande d JOIN partenaire p ON p.id = d."partenaireId"
      WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${tri} DESC, d.id DESC LIMIT ${taille}`,
  )
}

/** Where the list goes on after a row of it. */
export const apresLigne = ({ cleLe, id }: LigneDerriere): string => `${cleLe.getTime()}_${id}`

/** How many they are. */
export async function compterDerriere(tx: Transaction, recherche: RechercheDerriere): Promise<number> {
  const [compte] = await tx.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM demande d WHERE ${Prisma.join(ou(recherche), ' AND ')}`
  return Number(compte?.n ?? 0)
}

/** One page of them, for the acteur. null: out of its reach. */
export async function demandesDerriere(
  acteur: Acteur,
  demandee: CibleBilan,
  filtres: FiltresDerriere,
  jours: Jours,
  maintenant: Date,
): Promise<{ lignes: LigneDerriere[]; suivante: string | null } | null> {
  const cible = ciblePour(acteur, demandee)
  if (!cible) return null
  const recherche = { cible, filtres, jours, aujourdhui: dateAParis(maintenant) }
  const lignes = await avecPerimetre(perimetre(acteur), (tx) => lireDerriere(tx, recherche, tailleDerriere + 1))
  const page = lignes.slice(0, tailleDerriere)
  const derniere = page.at(-1)
  return { lignes: page, suivante: lignes.length > tailleDerriere && derniere ? apresLigne(derniere) : null }
}

// As `ep_cles_bilan` says it.
const fin = Prisma.sql`(d."closeLe" AT TIME ZONE 'Europe/Paris')::date`
const classe = Prisma.sql`CASE WHEN d."delaiJours" IS NULL THEN 'sans' WHEN d."echeanceLe" IS NULL THEN 'tot' WHEN ${fin} > d."echeanceLe" THEN 'hors'
  WHEN d."echeanceLe" - ${fin} <= greatest(d."seuilAlerteJours", 1) THEN 'alerte' ELSE 'tot' END`

function conditionsDe(filtres: FiltresDerriere, { du, au }: Jours, aujourdhui: string): Prisma.Sql[] {
  const [debut, apres] = [debutDuJour(du), debutDuJour(ajouterJours(au, 1))]
  const entre = (colonne: Prisma.Sql) => [
    Prisma.sql`${colonne} >= ${debut}::timestamptz`,
    Prisma.sql`${colonne} < ${apres}::timestamptz`,
  ]
  const { quoi, service, prestation, issue, respect, urgent, complement, rouverte, mission, piece, motif, etat } =
    filtres
  const parFigure: Record<Figure, () => Prisma.Sql[]> = {
    deposees: () => [...entre(Prisma.sql`d."deposeeLe"`), Prisma.sql`d.ouverte IN (true, false)`],
    traitees: () => [...entre(Prisma.sql`d."closeLe"`), Prisma.sql`d.etat = 'traitee'`],
    annulees: () => [
      ...entre(Prisma.sql`d."closeLe"`),
      Prisma.sql`d.etat = 'annulee'`,
      Prisma.sql`d."contenuEffaceLe" IS DISTINCT FROM d."closeLe"`,
    ],
    ouvertes: () => [Prisma.sql`d.ouverte`],
    retard: () => [Prisma.sql`d.ouverte`, Prisma.sql`d."echeanceLe" < ${aujourdhui}::date`],
    alerte: () => [
      Prisma.sql`d.ouverte`,
      Prisma.sql`d."echeanceLe" - ${aujourdhui}::date BETWEEN 0 AND greatest(d."seuilAlerteJours", 1)`,
    ],
    attente: () => [Prisma.sql`d.ouverte`, Prisma.sql`d.etat = 'attente_complement'`],
    rendez_vous: () => [
      Prisma.sql`EXISTS (SELECT FROM rendez_vous r WHERE r."demandeId" = d.id AND r."caisseId" = d."caisseId" AND r."debutLe" >= ${debut}::timestamptz
        AND r."debutLe" < ${apres}::timestamptz AND r.etat ${etat ? Prisma.sql`= ${etat}` : Prisma.sql`IN ('fixe', 'honore', 'manque', 'annule')`})`,
    ],
  }
  return [
    ...parFigure[quoi](),
    ...(service ? [Prisma.sql`d.service = ${service}`] : []),
    ...(prestation === 'aucune'
      ? [Prisma.sql`d.prestation IS NULL`]
      : prestation
        ? [Prisma.sql`d.prestation = ${prestation}`]
        : []),
    ...(issue ? [Prisma.sql`d.issue = ${issue}`] : []),
    ...(respect ? [Prisma.sql`${classe} = ${respect}`] : []),
    ...(urgent ? [Prisma.sql`d.urgent`] : []),
    ...(complement ? [Prisma.sql`d."nbComplements" > 0`] : []),
    ...(rouverte ? [Prisma.sql`d."nbReouvertures" > 0`] : []),
    ...(piece ? [Prisma.sql`${piece} = ANY (d."piecesManquantes")`] : []),
    ...(motif ? [Prisma.sql`d."motifId" = ${motif}::uuid`] : []),
    ...(mission ? [missionDe(quoi)] : []),
  ]
}

// Filed as such, or handed over to it when answered without having been.
const missionDe = (quoi: Figure) =>
  quoi === 'traitees'
    ? Prisma.sql`d.issue = 'mission_accompagnement' AND d."motifId" NOT IN (SELECT m.id FROM motif m WHERE m.code = 'mission_accompagnement')`
    : Prisma.sql`d."motifId" IN (SELECT m.id FROM motif m WHERE m.code = 'mission_accompagnement')`

export const prestationDeFiltre = ({ prestation }: FiltresDerriere): PrestationBilan | undefined =>
  prestation === 'aucune' ? '' : prestations.find((p) => p === prestation)

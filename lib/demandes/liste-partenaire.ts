import { z } from 'zod'
import { demandesVisibles } from '@/lib/demandes/acces'
import { type Etat, etats, services } from '@/lib/demandes/modele'
import {
  apresLe,
  derniereDabord,
  ecrireCurseur,
  enOrdre,
  lireCurseur,
  type Ordre,
  parEcheance,
  rechercheSchema,
} from '@/lib/demandes/page'
import type { Acteur } from '@/lib/socle/acteur'
import { conditionSql } from '@/lib/socle/condition-sql'
import { Prisma } from '@/lib/socle/prisma/client'

export const taillePage = 50

/** Filters of the technicien's list, as they stand in the address; what can't be read is ignored. */
export const filtresListeSchema = z.object({
  q: rechercheSchema.optional().catch(undefined),
  /** Id of the words (see lib/recherche/mots-gardes.ts): an address bears it, and never them. */
  r: z.uuid().optional().catch(undefined),
  statut: z.enum(['ouvertes', 'toutes', ...etats]).catch('ouvertes'),
  par: z.union([z.literal(['equipe', 'moi']), z.uuid()]).catch('equipe'),
  /** Filed in the last months. */
  mois: z.coerce.number().int().min(1).max(120).optional().catch(undefined),
  apres: z.string().max(80).optional().catch(undefined),
})

export type FiltresListe = z.output<typeof filtresListeSchema>

const nommeSchema = z.object({ prenom: z.string(), nom: z.string() })

export const ligneSchema = z.object({
  id: z.string(),
  reference: z.string(),
  objet: z.string(),
  service: z.enum(services),
  urgent: z.boolean(),
  etat: z.enum(etats),
  civilite: z.string().nullable(),
  prenom: z.string().nullable(),
  nomNaissance: z.string().nullable(),
  nomUsage: z.string().nullable(),
  echeanceLe: z.coerce.date().nullable(),
  suspendueLe: z.coerce.date().nullable(),
  seuilAlerteJours: z.number(),
  deposeeLe: z.coerce.date(),
  closeLe: z.coerce.date().nullable(),
  majLe: z.coerce.date(),
  triLe: z.coerce.date(),
  nonLusPartenaire: z.number(),
  auteurId: z.string(),
})

export const colonnesLigne = Prisma.raw(
  Object.keys(ligneSchema.shape)
    .map((nom) => `"${nom}"`)
    .join(', '),
)

export const listeSchema = z.object({
  page: z.array(ligneSchema),
  recentes: z.array(ligneSchema),
  auteurs: z.record(z.string(), nommeSchema),
  equipe: z.array(nommeSchema.extend({ id: z.string() })),
})

const recentesJours = 14
const jourMs = 86_400_000

const ordreDe = ({ statut }: FiltresListe): Ordre => (statut === 'ouvertes' ? parEcheance : derniereDabord)

/** What narrows the list, as the search takes it too. */
export function criteres(acteur: Acteur, { par, mois, statut }: FiltresListe, maintenant: Date) {
  return {
    etats: etatsDuStatut(statut),
    auteur: par === 'equipe' ? undefined : par === 'moi' ? acteur.compteId : par,
    depuis: mois ? new Date(maintenant.getTime() - mois * 30.5 * jourMs) : undefined,
  }
}

/** «Prise en charge» is also what the partenaire reads once its complément has come in. */
function etatsDuStatut(statut: FiltresListe['statut']): Etat[] | undefined {
  if (statut === 'ouvertes' || statut === 'toutes') return undefined
  return statut === 'prise_en_charge' ? ['prise_en_charge', 'complement_recu'] : [statut]
}

type Demandee = { filtres: FiltresListe; maintenant: Date; trouvees: string[] | undefined }

/** The rows of the list, as parts of one statement: see `listeSql`. `trouvees`: what the search gave, when words were typed. */
export function pagesSql(acteur: Acteur, { filtres, maintenant, trouvees }: Demandee): Prisma.Sql {
  const ouvertes = filtres.statut === 'ouvertes'
  const ordre = ordreDe(filtres)
  const curseur = lireCurseur(filtres.apres)
  const { etats, auteur, depuis } = criteres(acteur, filtres, maintenant)
  const where = {
    AND: [
      demandesVisibles(acteur),
      {
        etat: etats && { in: etats },
        auteurId: auteur,
        deposeeLe: depuis && { gte: depuis },
        id: trouvees && { in: trouvees },
      },
    ],
  }
  const lignes = conditionSql({ ...where, ouverte: ouvertes || undefined, ...(curseur && apresLe(curseur, ordre)) })
  const closes = conditionSql({
    ...where,
    ouverte: false,
    majLe: { gte: new Date(maintenant.getTime() - recentesJours * jourMs) },
  })
  return Prisma.sql`page AS MATERIALIZED (
      SELECT ${colonnesLigne} FROM demande WHERE ${lignes} ORDER BY ${enOrdre(ordre)} LIMIT ${taillePage + 1}),
    recentes AS MATERIALIZED (
      SELECT ${colonnesLigne} FROM demande WHERE ${closes} AND ${ouvertes}::boolean AND (SELECT count(*) FROM page) <= ${taillePage}::int
      ORDER BY ${enOrdre(derniereDabord)} LIMIT ${taillePage})`
}

/** The list, from the rows of `pagesSql`, with the names around it. */
export function listeSql(acteur: Acteur, filtres: FiltresListe): Prisma.Sql {
  return Prisma.sql`json_build_object(
    'page', (SELECT coalesce(json_agg(page ORDER BY ${enOrdre(ordreDe(filtres))}), '[]') FROM page),
    'recentes', (SELECT coalesce(json_agg(recentes ORDER BY ${enOrdre(derniereDabord)}), '[]') FROM recentes),
    'auteurs', (SELECT coalesce(json_object_agg(id, json_build_object('prenom', prenom, 'nom', nom)), '{}') FROM compte
      WHERE id = ANY (ARRAY(SELECT "auteurId" FROM page UNION SELECT "auteurId" FROM recentes))),
    'equipe', (SELECT coalesce(json_agg(json_build_object('id', id, 'prenom', prenom, 'nom', nom) ORDER BY nom, prenom), '[]')
      FROM compte WHERE "structureId" = ${acteur.structure?.id}::uuid AND profil = 'technicien' AND etat = 'actif'))`
}

/** The same, as the pages use it. */
export function enListe(
  { page: lues, recentes, auteurs, ...autour }: z.output<typeof listeSchema>,
  filtres: FiltresListe,
) {
  const page = lues.slice(0, taillePage)
  const derniere = page.at(-1)
  const encore = lues.length > taillePage && derniere
  return {
    ...autour,
    lignes: [...page, ...recentes].map((ligne) => ({
      ...ligne,
      auteur: auteurs[ligne.auteurId] ?? { prenom: '', nom: '' },
    })),
    suivante: encore ? ecrireCurseur({ cle: derniere[ordreDe(filtres).colonne], id: derniere.id }) : null,
  }
}

export type LigneListe = ReturnType<typeof enListe>['lignes'][number]

import { z } from 'zod'
import type { ChoixFiltres } from '@/lib/demandes/choix-filtres'
import { presentDepuis } from '@/lib/file/presence'
import { aRecompter, enVue } from '@/lib/file/queries-vues'
import { type Acteur, nomComplet } from '@/lib/socle/acteur'
import { Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

// What nothing adds to has no row.
const nombre = z.number().default(0)

const compteursSchema = z.object({
  a_prendre: nombre,
  mes_demandes: nombre,
  en_retard: nombre,
  urgentes: nombre,
  en_attente: nombre,
  toutes: nombre,
  /** Demandes of the acteur, and of whom it replaces, with a message it has not read. */
  non_lus: nombre,
})

/** Number of open demandes in each view of the queue; `equipes`: by id of a team. */
export type Compteurs = z.output<typeof compteursSchema> & { equipes: Record<string, number> }

/** What stands around the rows of the queue. */
export const cadreSchema = z.object({
  compteurs: compteursSchema.nullable().transform((lus) => lus ?? compteursSchema.parse({})),
  equipesComptees: z
    .record(z.string(), z.number())
    .nullable()
    .transform((lus) => lus ?? {}),
  /** Demande, then account. */
  presences: z.array(z.tuple([z.string(), z.string()])),
  vues: z.array(
    z.object({
      id: z.string(),
      nom: z.string(),
      partagee: z.boolean(),
      compteId: z.string(),
      compte: z.number().nullable(),
      compteLe: z.coerce.date().nullable(),
      filtres: z.unknown(),
    }),
  ),
})

/**
 * The counters, kept by triggers (see the migration «triage»): adding up their parts costs the same for ten open demandes and
 * for ten thousand.
 */
function compteurs(acteur: Acteur, maintenant: Date): Prisma.Sql {
  const moi = [acteur.compteId, ...acteur.remplace]
  return Prisma.sql`(SELECT json_object_agg(nom, n) FROM (
      SELECT CASE type WHEN 'agent' THEN 'mes_demandes' WHEN 'echeance' THEN 'en_retard' WHEN 'non_lu' THEN 'non_lus' ELSE type END AS nom, sum(n) AS n
      FROM compteur_file WHERE "caisseId" = ${acteur.caisse?.id}::uuid AND (
        type IN ('toutes', 'a_prendre', 'urgentes', 'en_attente')
        OR (type IN ('agent', 'non_lu') AND cle = ANY (${moi}::text[]))
        OR (type = 'echeance' AND cle < ${dateAParis(maintenant)}::text))
      GROUP BY 1
    ) c)`
}

/**
 * What stands around the rows of `page`: the counters, who has one of them on the screen, and the saved views. What one can
 * filter by, and all names: see `choixDesFiltres`.
 */
export function cadreSql(acteur: Acteur, maintenant: Date): Prisma.Sql {
  const caisseId = acteur.caisse?.id
  return Prisma.sql`
    'compteurs', ${compteurs(acteur, maintenant)},
    'equipesComptees', (SELECT json_object_agg(cle, n) FROM (
      SELECT cle, sum(n) AS n FROM compteur_file WHERE "caisseId" = ${caisseId}::uuid AND type = 'equipe' GROUP BY cle) c),
    'presences', (SELECT coalesce(json_agg(json_build_array("demandeId", "compteId")), '[]') FROM presence
      WHERE "demandeId" = ANY (ARRAY(SELECT id FROM page)) AND "vuLe" > ${presentDepuis(maintenant)} AND "compteId" <> ${acteur.compteId}::uuid),
    'vues', (SELECT coalesce(json_agg(json_build_object('id', id, 'nom', nom, 'partagee', partagee, 'compteId', "compteId",
        'compte', compte, 'compteLe', "compteLe", 'filtres', filtres) ORDER BY nom, id), '[]')
      FROM vue_file WHERE "caisseId" = ${caisseId}::uuid AND (partagee OR "compteId" = ${acteur.compteId}::uuid))`
}

/** The same, as the page uses it. */
export function enCadre(
  { compteurs, equipesComptees, presences, vues }: z.output<typeof cadreSchema>,
  { agents }: ChoixFiltres,
  acteur: Acteur,
  maintenant: Date,
) {
  return {
    compteurs: { ...compteurs, equipes: equipesComptees },
    presences: nommer(presences, agents),
    vues: vues.map((vue) => enVue(vue, acteur.compteId)),
    /** A number shown beside a view is older than a minute. */
    vuesARecompter: aRecompter(vues, acteur, maintenant).length > 0,
  }
}

/** Who has each demande on the screen, by its id: «Zoé Bréchet, Paul Çelik». */
function nommer(presences: [string, string][], agents: ChoixFiltres['agents']): Record<string, string> {
  const presents: Record<string, string> = {}
  if (presences.length === 0) return presents
  // In the order of their names.
  for (const agent of agents)
    for (const [demande, compte] of presences)
      if (compte === agent.id)
        presents[demande] = presents[demande] ? `${presents[demande]}, ${nomComplet(agent)}` : nomComplet(agent)
  return presents
}

import { z } from 'zod'
import { services } from '@/lib/demandes/modele'
import { presentDepuis } from '@/lib/file/presence'
import { aRecompter, enVue } from '@/lib/file/queries-vues'
import type { Acteur } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'

const compteursSchema = z.object({
  a_prendre: z.number(),
  mes_demandes: z.number(),
  en_retard: z.number(),
  urgentes: z.number(),
  en_attente: z.number(),
  toutes: z.number(),
})

/** Number of open demandes in each view of the queue. */
export type Compteurs = z.output<typeof compteursSchema>

const agentSchema = z.object({ id: z.string(), prenom: z.string(), nom: z.string() })

export type Agent = z.output<typeof agentSchema>

const nommeSchema = z.object({ id: z.string(), nom: z.string() })

/** A team or a partenaire to filter by. */
export type Nomme = z.output<typeof nommeSchema>

const cadreSchema = z.object({
  compteurs: compteursSchema,
  partenaires: z.record(z.string(), z.string()),
  tousPartenaires: z.array(nommeSchema),
  equipes: z.array(nommeSchema),
  presences: z.record(z.string(), z.string()),
  vues: z.array(
    nommeSchema.extend({
      partagee: z.boolean(),
      compteId: z.string(),
      compte: z.number().nullable(),
      compteLe: z.coerce.date().nullable(),
      filtres: z.unknown(),
    }),
  ),
  agents: z.array(agentSchema),
  motifs: z.array(z.object({ id: z.string(), libelleCourt: z.string(), service: z.enum(services) })),
})

/** A list longer than this one is no longer one to choose from. */
const PARTENAIRES_MAX = 300

/**
 * What stands around the rows of the queue: its counters, the names of the partenaires of the rows, who has one of them on the
 * screen, the saved views, and all one can filter by (hidden motifs included: old demandes bear them). One read: the queue is
 * the page most asked for.
 */
export async function lireCadreFile(
  tx: Transaction,
  acteur: Acteur,
  lignes: { id: string; partenaireId: string }[],
  maintenant: Date,
) {
  const caisseId = acteur.caisse?.id
  const [ligne] = await tx.$queryRaw<{ cadre: unknown }[]>`
    SELECT json_build_object(
      'compteurs', (SELECT json_build_object(
          'toutes', count(*),
          'a_prendre', count(*) FILTER (WHERE "agentId" IS NULL),
          'mes_demandes', count(*) FILTER (WHERE "agentId" = ${acteur.compteId}::uuid),
          'en_retard', count(*) FILTER (WHERE "echeanceLe" < ${dateAParis(maintenant)}::date),
          'urgentes', count(*) FILTER (WHERE urgent),
          'en_attente', count(*) FILTER (WHERE etat = 'attente_complement'))
        FROM demande WHERE "caisseId" = ${caisseId}::uuid AND ouverte),
      'partenaires', (SELECT coalesce(json_object_agg(id, nom), '{}')
        FROM partenaire WHERE id = ANY (${[...new Set(lignes.map(({ partenaireId }) => partenaireId))]}::uuid[])),
      'tousPartenaires', (SELECT coalesce(json_agg(json_build_object('id', id, 'nom', nom) ORDER BY nom), '[]')
        FROM partenaire WHERE id IN (SELECT "partenaireId" FROM convention_caisse WHERE "caisseId" = ${caisseId}::uuid LIMIT ${PARTENAIRES_MAX})),
      'equipes', (SELECT coalesce(json_agg(json_build_object('id', id, 'nom', nom) ORDER BY nom), '[]')
        FROM equipe WHERE "caisseId" = ${caisseId}::uuid AND actif),
      'presences', (SELECT coalesce(json_object_agg(id, noms), '{}') FROM (
        SELECT p."demandeId" AS id, string_agg(c.prenom || ' ' || c.nom, ', ' ORDER BY c.nom) AS noms FROM presence p JOIN compte c ON c.id = p."compteId"
        WHERE p."demandeId" = ANY (${lignes.map(({ id }) => id)}::uuid[]) AND p."vuLe" > ${presentDepuis(maintenant)} AND p."compteId" <> ${acteur.compteId}::uuid
        GROUP BY 1) p),
      'vues', (SELECT coalesce(json_agg(json_build_object('id', id, 'nom', nom, 'partagee', partagee, 'compteId', "compteId",
          'compte', compte, 'compteLe', "compteLe", 'filtres', filtres) ORDER BY nom, id), '[]')
        FROM vue_file WHERE "caisseId" = ${caisseId}::uuid AND (partagee OR "compteId" = ${acteur.compteId}::uuid)),
      'agents', (SELECT coalesce(json_agg(json_build_object('id', id, 'prenom', prenom, 'nom', nom) ORDER BY nom, prenom), '[]')
        FROM compte WHERE "caisseId" = ${caisseId}::uuid AND roles @> '{agent}' AND etat = 'actif'),
      'motifs', (SELECT coalesce(json_agg(json_build_object('id', id, 'libelleCourt', "libelleCourt", 'service', service) ORDER BY service, ordre), '[]')
        FROM motif WHERE "caisseId" IS NULL OR "caisseId" = ${caisseId}::uuid)
    ) AS cadre`
  const { partenaires, vues, ...cadre } = cadreSchema.parse(ligne?.cadre)
  return {
    ...cadre,
    partenaires: new Map(Object.entries(partenaires)),
    vues: vues.map((vue) => enVue(vue, acteur.compteId)),
    /** A number shown beside a view is older than a minute. */
    vuesARecompter: aRecompter(vues, acteur, maintenant).length > 0,
  }
}

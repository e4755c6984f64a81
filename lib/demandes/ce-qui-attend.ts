import { z } from 'zod'
import { demandesVisibles } from '@/lib/demandes/acces'
import { colonnesLigne, ligneSchema } from '@/lib/demandes/liste-partenaire'
import type { Acteur } from '@/lib/socle/acteur'
import { conditionSql } from '@/lib/socle/condition-sql'
import { Prisma } from '@/lib/socle/prisma/client'

/** What waits, at most, of each kind: more would no longer be «what to do now». */
const MONTREES_MAX = 10

export const attenteSchema = z.object({
  demandes: z.array(
    ligneSchema.extend({
      agent: z.object({ prenom: z.string(), nom: z.string() }).nullable(),
      caisse: z.object({ nom: z.string() }),
      /** Slots offered, from which nobody has chosen yet; null when there are none, or when other ones are awaited from the caisse. */
      creneaux: z.number().nullable(),
    }),
  ),
  brouillons: z.array(
    z.object({
      id: z.string(),
      service: z.string(),
      donnees: z.unknown(),
      modifieLe: z.coerce.date(),
      motif: z.string().nullable(),
    }),
  ),
})

/**
 * «Ce qui vous attend», as parts of one statement: see `attenteSql`. Each reason has its own index and its own bound, so that
 * what waits costs the same whatever the number of demandes in progress.
 */
export function attendentSql(acteur: Acteur): Prisma.Sql {
  const visibles = conditionSql(demandesVisibles(acteur))
  const derniers = Prisma.raw(`ORDER BY "majLe" DESC, id DESC LIMIT ${MONTREES_MAX}`)
  return Prisma.sql`propositions AS MATERIALIZED (
      SELECT id, "demandeId" FROM rendez_vous
      WHERE "structureId" = ${acteur.structure?.id}::uuid AND etat = 'propose' AND "autreDemandeLe" IS NULL),
    attendent AS MATERIALIZED (
      SELECT id, "majLe" FROM (
        (SELECT id, "majLe" FROM demande WHERE ${visibles} AND ouverte AND etat = 'attente_complement' ${derniers})
        UNION (SELECT id, "majLe" FROM demande WHERE ${visibles} AND "auteurId" = ${acteur.compteId}::uuid AND "nonLusPartenaire" > 0 ${derniers})
        UNION (SELECT id, "majLe" FROM demande WHERE ${visibles} AND ouverte AND id = ANY (ARRAY(SELECT "demandeId" FROM propositions)) ${derniers})
      ) a ${derniers})`
}

/** What waits, from the rows of `attendentSql`. */
export function attenteSql(acteur: Acteur): Prisma.Sql {
  return Prisma.sql`json_build_object(
    'demandes', (SELECT coalesce(json_agg(d ORDER BY "majLe" DESC, id DESC), '[]') FROM (
      SELECT ${colonnesLigne},
        (SELECT json_build_object('prenom', c.prenom, 'nom', c.nom) FROM compte c WHERE c.id = demande."agentId") AS agent,
        (SELECT json_build_object('nom', c.nom) FROM caisse c WHERE c.id = demande."caisseId") AS caisse,
        (SELECT (SELECT count(*) FROM proposition_creneau o WHERE o."rendezVousId" = p.id)
          FROM propositions p WHERE p."demandeId" = demande.id LIMIT 1) AS creneaux
      FROM demande WHERE id = ANY (ARRAY(SELECT id FROM attendent))) d),
    'brouillons', (SELECT coalesce(json_agg(b ORDER BY "modifieLe" DESC), '[]') FROM (
      SELECT id, service, donnees, "modifieLe", (SELECT m."libelleCourt" FROM motif m WHERE m.id = brouillon."motifId") AS motif
      FROM brouillon WHERE "compteId" = ${acteur.compteId}::uuid ORDER BY "modifieLe" DESC LIMIT ${MONTREES_MAX}) b))`
}

/** The same, sorted by what is to be done. */
export function enAttente({ demandes, brouillons }: z.output<typeof attenteSchema>) {
  return {
    creneaux: demandes.filter(({ creneaux }) => creneaux !== null),
    complements: demandes.filter(({ etat }) => etat === 'attente_complement'),
    reponses: demandes.filter(({ etat, nonLusPartenaire }) => etat !== 'attente_complement' && nonLusPartenaire > 0),
    brouillons,
  }
}

export type Attente = ReturnType<typeof enAttente>

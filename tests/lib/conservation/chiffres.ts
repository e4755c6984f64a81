import type { Transaction } from '@/lib/socle/base'

/**
 * The figures of the bilan (règles du domaine, §8), read from the rows as they stand: volumes by quarter, prestation, service and
 * motif, delays, outcomes, pauses, lateness, rendez-vous, acts. A purge changes none of them. What the purge itself closed was
 * never answered: its closing is its purge.
 */
export async function chiffres(tx: Transaction, instant: Date): Promise<unknown> {
  const demandes = await tx.$queryRaw<unknown[]>`
    SELECT "caisseId", "partenaireId", "structureId", "motifId", service, prestation, variante, objet, urgent, to_char("deposeeLe", 'YYYY-Q') AS trimestre,
      CASE WHEN "closeLe" = "contenuEffaceLe" OR ouverte THEN 'ouverte' ELSE etat END AS etat, issue, "agentId", "auteurId", count(*)::int AS nombre,
      sum("joursSuspendus")::int AS pauses, count("priseEnChargeLe")::int AS prises,
      round(avg(extract(epoch FROM "closeLe" - "deposeeLe")) FILTER (WHERE etat = 'traitee'))::int AS delai,
      count(*) FILTER (WHERE "echeanceLe" < (CASE WHEN "closeLe" = "contenuEffaceLe" THEN ${instant}::timestamptz ELSE coalesce("closeLe", ${instant}::timestamptz) END)::date)::int AS retards
    FROM demande GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14`
  const actes = await tx.$queryRaw<unknown[]>`
    SELECT type, cote, date_trunc('day', le) AS jour, count(*)::int AS nombre FROM evenement WHERE type <> 'effacee' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
  const rendezVous = await tx.$queryRaw<unknown[]>`
    SELECT "caisseId", etat, mode, "debutLe", count(*)::int AS nombre FROM rendez_vous GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`
  // As many messages and files, whether they are still there or counted by the purge.
  const volumes = await tx.$queryRaw<unknown[]>`
    SELECT d.id, coalesce((d."comptesEffaces" ->> 'messages')::int, (SELECT count(*) FROM message m WHERE m."demandeId" = d.id AND NOT m.interne))::int AS messages,
      coalesce((d."comptesEffaces" ->> 'notes')::int, (SELECT count(*) FROM message m WHERE m."demandeId" = d.id AND m.interne))::int AS notes,
      coalesce((d."comptesEffaces" ->> 'pieces')::int, (SELECT count(*) FROM piece_jointe p WHERE p."demandeId" = d.id AND p.sens = 'entrante'))::int AS pieces,
      coalesce((d."comptesEffaces" ->> 'documents')::int, (SELECT count(*) FROM piece_jointe p WHERE p."demandeId" = d.id AND p.sens = 'sortante'))::int AS documents,
      coalesce((d."comptesEffaces" ->> 'telechargements')::int, (SELECT count(*) FROM telechargement t WHERE t."demandeId" = d.id))::int AS telechargements
    FROM demande d ORDER BY d.id`
  return { demandes, actes, rendezVous, volumes }
}

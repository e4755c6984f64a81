-- The same limits, written so that PostgreSQL can tell how many rows they leave. With the two sides joined by OR, it took the
-- limit for a search of its own: it read and sorted all the demandes of a caisse where an index gives the first fifty in order.
-- A CASE is only a filter; the indexes serve the conditions of the query (see lib/demandes/acces.ts).
ALTER POLICY perimetre ON demande USING (
  CASE WHEN (SELECT ep_uuid('agent')) IS NOT NULL THEN "caisseId" = (SELECT ep_uuid('agent'))
    ELSE "structureId" = (SELECT ep_uuid('structure')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
  END
);

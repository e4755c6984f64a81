-- A withdrawn document of the library is kept for a time, as anything else.
ALTER TABLE reglages_caisse ADD COLUMN "conservationBibliothequeMois" INTEGER NOT NULL DEFAULT 12;
ALTER TABLE reglages_caisse ADD CONSTRAINT conservation_bibliotheque_bornee CHECK ("conservationBibliothequeMois" BETWEEN 1 AND 60);

-- Those of the national support have no caisse, and their time is the same for all. `durees`: as someone thinks of changing them.
CREATE FUNCTION ep_duree_bibliotheque(caisse_id uuid, durees jsonb) RETURNS interval LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN caisse_id IS NULL THEN interval '12 months' ELSE ep_duree(caisse_id, durees, 'conservationBibliothequeMois') END
$$;
CREATE FUNCTION ep_bibliotheque_perimee(caisse_id uuid, instant timestamptz, durees jsonb) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM document_bibliotheque d
  WHERE d."caisseId" = caisse_id AND d.etat = 'retire' AND d."retireLe" < instant - ep_duree_bibliotheque(caisse_id, durees) AND (ep_conserve(caisse_id) OR ep_parametre(caisse_id))
$$;
-- The documents go with their versions and the keys of their files; gives the files, which are left to remove from the storage.
CREATE FUNCTION ep_purger_bibliotheque(caisse_id uuid, instant timestamptz, nombre int) RETURNS TABLE (id uuid, pieces uuid[]) LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH dus AS (
    SELECT d.id, array(SELECT v."pieceJointeId" FROM version_document v WHERE v."documentId" = d.id AND v."pieceJointeId" IS NOT NULL) AS pieces
    FROM document_bibliotheque d
    WHERE d."caisseId" IS NOT DISTINCT FROM caisse_id AND d.etat = 'retire' AND d."retireLe" < instant - ep_duree_bibliotheque(caisse_id, NULL)
    LIMIT nombre FOR UPDATE
  ), partis AS (DELETE FROM document_bibliotheque d USING dus WHERE d.id = dus.id RETURNING d.id)
  SELECT dus.id, dus.pieces FROM dus JOIN partis ON partis.id = dus.id
$$;

REVOKE ALL ON FUNCTION ep_duree_bibliotheque(uuid, jsonb), ep_bibliotheque_perimee(uuid, timestamptz, jsonb), ep_purger_bibliotheque(uuid, timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_bibliotheque_perimee(uuid, timestamptz, jsonb) TO ep_web, ep_travaux;
GRANT EXECUTE ON FUNCTION ep_purger_bibliotheque(uuid, timestamptz, int) TO ep_travaux;

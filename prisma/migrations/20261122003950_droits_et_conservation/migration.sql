-- The purge leaves alone what a person has asked to keep aside (GDPR, article 18), and what a request that is not answered yet is about: a copy
-- must give what was there when it was asked for.
CREATE OR REPLACE FUNCTION ep_retenue(demande_id uuid, instant timestamptz) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT x.raison FROM (
    SELECT 'limitee' AS raison FROM limitation l WHERE l."demandeId" = demande_id AND l."leveeLe" IS NULL
    UNION ALL
    SELECT 'droits' FROM dossier_personne r JOIN demande_personne p ON p.id = r."demandePersonneId" WHERE r."demandeId" = demande_id AND p.etat = 'ouverte'
    UNION ALL
    SELECT 'retenue' FROM retenue r WHERE r."demandeId" = demande_id AND r."leveeLe" IS NULL AND r.jusquau >= (instant AT TIME ZONE 'Europe/Paris')::date
  ) x LIMIT 1
$$;

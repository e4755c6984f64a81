-- When each demande kept for a request of a person will be removed by itself, and what holds it meanwhile: for an answer to a request
-- of erasure. The request itself, while it is open, holds them all: it is not said.
CREATE FUNCTION ep_personne_termes(p_id uuid, instant timestamptz) RETURNS TABLE (id uuid, reference text, "termeLe" text, retenue text, "effaceLe" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.reference,
    CASE WHEN NOT d.ouverte THEN to_char((d."closeLe" + ep_duree(d."caisseId", NULL, 'conservationDemandeMois')) AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') END,
    CASE
      WHEN d."limiteeLe" IS NOT NULL THEN 'limitee'
      WHEN EXISTS (SELECT FROM retenue r WHERE r."demandeId" = d.id AND r."leveeLe" IS NULL AND r.jusquau >= (instant AT TIME ZONE 'Europe/Paris')::date) THEN 'retenue'
    END, d."contenuEffaceLe"
  FROM dossier_personne x JOIN demande d ON d.id = x."demandeId"
  WHERE x."demandePersonneId" = (ep_demande_personne(p_id)).id AND d."caisseId" = (ep_demande_personne(p_id))."caisseId"
  ORDER BY d."deposeeLe", d.id
$$;
REVOKE ALL ON FUNCTION ep_personne_termes(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_personne_termes(uuid, timestamptz) TO ep_web;

-- What a technicien leaves behind, for the gestionnaire about to close the account: two counts, and nothing of a demande.
CREATE FUNCTION ep_travail_en_cours(compte_id uuid) RETURNS TABLE (brouillons int, demandes int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (SELECT count(*)::int FROM brouillon b WHERE b."compteId" = c.id),
    (SELECT count(*)::int FROM demande d WHERE d."auteurId" = c.id AND d.ouverte)
  FROM compte c WHERE c.id = compte_id AND c."structureId" = ep_uuid('gestionnaire')
$$;

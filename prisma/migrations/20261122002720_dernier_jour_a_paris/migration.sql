-- The end of the last day is that of Paris, whatever the zone of the connection.
CREATE OR REPLACE FUNCTION ep_expiration_document(caisse_id uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ((now() AT TIME ZONE 'Europe/Paris')::date + r."documentDisponibleJours" + 1)::timestamp AT TIME ZONE 'Europe/Paris'
  FROM reglages_caisse r WHERE r."caisseId" = caisse_id
$$;

-- A day begins at midnight in Paris, whatever the zone of the session.
CREATE OR REPLACE FUNCTION ep_copil_perime(c copil, instant timestamptz, duree interval) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (greatest(coalesce(c."tenuLe", c.au), (c."prevuLe" AT TIME ZONE 'Europe/Paris')::date)::timestamp + duree) AT TIME ZONE 'Europe/Paris' < instant
$$;

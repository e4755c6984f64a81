-- A person is found by words of its names, whatever their order, and its birth date: the DPO does not know how it was typed.
DROP FUNCTION ep_journal_personne(text);
CREATE FUNCTION ep_journal_personne(mots text[], naissance date) RETURNS TABLE (id uuid, reference text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.reference FROM demande d
  WHERE d."caisseId" = ep_uuid('dpo') AND d."dateNaissance" = naissance AND cardinality(mots) > 0
    AND mots <@ string_to_array(trim(regexp_replace(lower(unaccent(concat_ws(' ', d."nomNaissance", d."nomUsage", d.prenom))), '[^[:alnum:]]+', ' ', 'g')), ' ')
  ORDER BY d.reference LIMIT 200
$$;
REVOKE ALL ON FUNCTION ep_journal_personne(text[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_journal_personne(text[], date) TO ep_web;
CREATE INDEX "demande_caisseId_dateNaissance_idx" ON demande ("caisseId", "dateNaissance");

-- How the journal stands, to whoever reads it: since when, and when it was last anchored and verified.
CREATE FUNCTION ep_journal_etat() RETURNS TABLE ("depuisLe" timestamptz, "ancreLe" timestamptz, "verifieLe" timestamptz, defauts int, mois int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (SELECT j.le FROM journal j ORDER BY j.id LIMIT 1),
    (SELECT j.le FROM journal j WHERE j.action = 'journal.ancre' ORDER BY j.id DESC LIMIT 1), v.le, (v.details ->> 'defauts')::int, ep_journal_mois()
  FROM (SELECT) une LEFT JOIN LATERAL (SELECT j.le, j.details FROM journal j WHERE j.action = 'journal.verifie' ORDER BY j.id DESC LIMIT 1) v ON true
  WHERE ep_est('administrateur') OR ep_uuid('dpo') IS NOT NULL
$$;
REVOKE ALL ON FUNCTION ep_journal_etat() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_journal_etat() TO ep_web;

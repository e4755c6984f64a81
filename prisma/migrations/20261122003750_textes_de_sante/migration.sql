-- How many texts were kept in spite of the warning about health, by month and by side: a figure, for whoever reads the journal.

CREATE INDEX "journal_sante_idx" ON journal (le) WHERE details ? 'santeGardee';

-- The same rows as the policy that opens the journal.
CREATE FUNCTION ep_journal_sante(depuis timestamptz) RETURNS TABLE (mois text, cote text, nombre int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT to_char(j.le AT TIME ZONE 'Europe/Paris', 'YYYY-MM'), CASE j.profil WHEN 'caisse' THEN 'caisse' ELSE 'partenaire' END,
    sum((j.details ->> 'santeGardee')::int)::int
  FROM journal j
  WHERE j.details ? 'santeGardee' AND j.le >= depuis AND (
    ep_est('administrateur')
    OR j."caisseId" = ep_uuid('dpo')
    OR j."compteId" IN (SELECT c.id FROM compte c WHERE c."caisseId" = ep_uuid('dpo'))
    OR (j."caisseId" IS NULL AND EXISTS (SELECT FROM convention_caisse v WHERE v."partenaireId" = j."partenaireId"
      AND v."caisseId" = ep_uuid('dpo') AND v.etat <> 'brouillon' AND (v."finLe" IS NULL OR j.le < v."finLe" + 1))))
  GROUP BY 1, 2
$$;
REVOKE ALL ON FUNCTION ep_journal_sante(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_journal_sante(timestamptz) TO ep_web;

-- The journal is read by the DPO of a caisse and by the administrateur, anchored, and purged of its head only.

-- Lists go by rank, which grows with time: one index for each thing searched, and none on the time (see ep_journal_rang).
DROP INDEX "journal_caisseId_le_idx";
DROP INDEX "journal_compteId_le_idx";
CREATE INDEX "journal_caisseId_id_idx" ON journal ("caisseId", id);
CREATE INDEX "journal_compteId_id_idx" ON journal ("compteId", id);
CREATE INDEX "journal_partenaireId_id_idx" ON journal ("partenaireId", id);
CREATE INDEX "journal_objetId_id_idx" ON journal ("objetId", id);
CREATE INDEX "journal_action_id_idx" ON journal (action, id);
CREATE INDEX "journal_adresse_id_idx" ON journal (adresse, id);

-- A DPO reads what touches its caisse, what its accounts did, and what the accounts of its partenaires did nowhere in
-- particular (a sign-in, a page of their own) as long as a convention binds them. Seals are not given out.
CREATE POLICY lecture ON journal FOR SELECT TO ep_web USING (
  (SELECT ep_est('administrateur'))
  OR "caisseId" = (SELECT ep_uuid('dpo'))
  OR "compteId" IN (SELECT c.id FROM compte c WHERE c."caisseId" = (SELECT ep_uuid('dpo')))
  OR ("caisseId" IS NULL AND EXISTS (SELECT FROM convention_caisse v WHERE v."partenaireId" = journal."partenaireId"
    AND v."caisseId" = (SELECT ep_uuid('dpo')) AND v.etat <> 'brouillon' AND (v."finLe" IS NULL OR journal.le < v."finLe" + 1)))
);
GRANT SELECT (id, le, action, "compteId", profil, "objetType", "objetId", "caisseId", "partenaireId", adresse, details, "cleVersion")
  ON journal TO ep_web;

-- What a purge leaves in the place of the rows: the chain goes on from the seal of the last one removed.
CREATE TABLE journal_point (
  rang bigint PRIMARY KEY,
  "premierRang" bigint NOT NULL,
  sceau bytea NOT NULL,
  nombre int NOT NULL,
  "debutLe" timestamptz(3) NOT NULL,
  "finLe" timestamptz(3) NOT NULL,
  "faitLe" timestamptz(3) NOT NULL,
  signature bytea NOT NULL,
  "cleVersion" int NOT NULL
);

-- What someone searches the journal for: a name does not stand in an address.
CREATE TABLE recherche_journal (
  id uuid PRIMARY KEY,
  "compteId" uuid NOT NULL,
  criteres jsonb NOT NULL,
  "creeLe" timestamptz(3) NOT NULL,
  "expireLe" timestamptz(3) NOT NULL
);
CREATE INDEX "recherche_journal_expireLe_idx" ON recherche_journal ("expireLe");

DO $$
DECLARE nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['journal_point', 'recherche_journal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT ON %I TO ep_travaux', nom);
  END LOOP;
END $$;
CREATE POLICY lecture ON journal_point FOR SELECT TO ep_web USING ((SELECT ep_est('administrateur')) OR (SELECT ep_uuid('dpo')) IS NOT NULL);
GRANT SELECT ON journal_point TO ep_web;
CREATE POLICY perimetre ON recherche_journal TO ep_web USING ("compteId" = (SELECT ep_uuid('compte')));
GRANT SELECT, INSERT ON recherche_journal TO ep_web;
GRANT DELETE ON recherche_journal TO ep_travaux;

-- First rank written at that instant or later. Ranks have no gap and are given one after the other: twenty rows are read, among millions.
CREATE FUNCTION ep_journal_rang(instant timestamptz) RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  bas bigint; haut bigint; milieu bigint; quand timestamptz;
BEGIN
  SELECT min(id), max(id) + 1 INTO bas, haut FROM journal;
  IF bas IS NULL THEN SELECT id + 1 INTO bas FROM journal_tete; RETURN bas; END IF;
  WHILE bas < haut LOOP
    milieu := (bas + haut) / 2;
    SELECT le INTO quand FROM journal WHERE id = milieu;
    IF quand < instant THEN bas := milieu + 1; ELSE haut := milieu; END IF;
  END LOOP;
  RETURN bas;
END $$;

-- Seal of a row and of the one before it, to whoever may read the journal: they say nothing of what was written.
CREATE FUNCTION ep_journal_preuve(rang bigint) RETURNS TABLE (precedent bytea, sceau bytea) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN j.id = 1 THEN decode(repeat('00', 32), 'hex') ELSE coalesce(p.sceau, t.sceau) END, j.sceau
  FROM journal j LEFT JOIN journal p ON p.id = j.id - 1 LEFT JOIN journal_point t ON t.rang = j.id - 1
  WHERE j.id = ep_journal_preuve.rang AND (ep_est('administrateur') OR ep_uuid('dpo') IS NOT NULL)
$$;

-- Months the journal is kept: a national setting, never less than six.
CREATE FUNCTION ep_journal_mois() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT greatest(6, coalesce((SELECT (valeur #>> '{}')::int FROM parametre WHERE cle = 'journal_mois'), 12))
$$;

-- Removes the rows up to this rank, and leaves the checkpoint. Only the oldest ones, only without a gap, and only those that are
-- past the time set: whoever holds the worker cannot erase what it has just done.
CREATE FUNCTION ep_journal_purger(dernier bigint, point_sceau bytea, point_signature bytea, point_cle int, fait timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  premier bigint; debut timestamptz; fin timestamptz; retirees int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('purge du journal', 0));
  SELECT min(id) INTO premier FROM journal;
  SELECT le INTO debut FROM journal WHERE id = premier;
  SELECT le INTO fin FROM journal WHERE id = dernier AND sceau = point_sceau;
  IF fin IS NULL OR EXISTS (SELECT FROM journal WHERE id <= dernier AND le >= now() - make_interval(months => ep_journal_mois())) THEN
    RAISE EXCEPTION 'Ces lignes du journal ne sont pas à effacer.';
  END IF;
  DELETE FROM journal WHERE id <= dernier;
  GET DIAGNOSTICS retirees = ROW_COUNT;
  IF retirees <> dernier - premier + 1 THEN
    RAISE EXCEPTION 'Il manque des lignes au journal.';
  END IF;
  INSERT INTO journal_point (rang, "premierRang", sceau, nombre, "debutLe", "finLe", "faitLe", signature, "cleVersion")
    VALUES (dernier, premier, point_sceau, retirees, debut, fin, fait, point_signature, point_cle);
  RETURN retirees;
END $$;

-- What the journal names by its id, for whoever reads it: references of demandes, and what hangs on them.
CREATE FUNCTION ep_journal_references(ids uuid[]) RETURNS TABLE (id uuid, reference text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.reference FROM demande d WHERE d.id = ANY (ids) AND (ep_est('administrateur') OR d."caisseId" = ep_uuid('dpo'))
$$;
CREATE FUNCTION ep_journal_demande(cherchee text) RETURNS TABLE (id uuid, reference text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.reference FROM demande d WHERE d.reference = cherchee AND (ep_est('administrateur') OR d."caisseId" = ep_uuid('dpo'))
$$;
CREATE FUNCTION ep_journal_personne(cle text) RETURNS TABLE (id uuid, reference text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.reference FROM demande d WHERE d."caisseId" = ep_uuid('dpo') AND d."clePersonne" = cle AND cle <> '' ORDER BY d.reference LIMIT 200
$$;
CREATE FUNCTION ep_journal_objets(ids uuid[]) RETURNS TABLE (objet text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH vues AS (SELECT d.id, d.reference FROM ep_journal_references(ids) d)
  SELECT v.id::text FROM vues v
  UNION ALL SELECT p.id::text FROM vues v JOIN piece_jointe p ON p."demandeId" = v.id
  UNION ALL SELECT r.id::text FROM vues v JOIN rendez_vous r ON r."demandeId" = v.id
  UNION ALL SELECT c || v.reference || s FROM vues v, unnest(ARRAY['/demandes/', '/caisse/demandes/']) c, unnest(ARRAY['', '/courriels', '/annuler', '/confirmation']) s
$$;

DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['ep_journal_rang(timestamptz)', 'ep_journal_preuve(bigint)', 'ep_journal_mois()',
    'ep_journal_purger(bigint, bytea, bytea, int, timestamptz)', 'ep_journal_references(uuid[])', 'ep_journal_demande(text)',
    'ep_journal_personne(text)', 'ep_journal_objets(uuid[])'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', signature,
      CASE WHEN signature LIKE 'ep_journal_purger%' THEN 'ep_travaux' WHEN signature ~ '_(rang|mois)' THEN 'ep_web, ep_travaux' ELSE 'ep_web' END);
  END LOOP;
END $$;

-- Figures of the bilan: kept by triggers, month by month, from what the purge leaves of a demande.

ALTER TABLE "demande" ADD COLUMN     "nbComplements" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "nbReouvertures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "piecesManquantes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

ALTER TABLE "reglages_caisse" ADD COLUMN     "chiffresPublics" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "compteur_bilan" (
    "caisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "mesure" TEXT NOT NULL,
    "mois" DATE NOT NULL,
    "cle" TEXT NOT NULL,
    "part" SMALLINT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "compteur_bilan_pkey" PRIMARY KEY ("caisseId","partenaireId","mesure","mois","cle","part")
);
-- Counts change in place, and touch no index.
ALTER TABLE compteur_bilan SET (fillfactor = 80);

-- What was closed, or filed, between two days: the list behind a figure, the sample, the days outside whole months.
CREATE INDEX "demande_closes_caisse" ON demande ("caisseId", "closeLe", id) INCLUDE (etat, reference) WHERE "closeLe" IS NOT NULL;
CREATE INDEX "demande_closes_partenaire" ON demande ("caisseId", "partenaireId", "closeLe", id) INCLUDE (etat, reference) WHERE "closeLe" IS NOT NULL;
CREATE INDEX "demande_deposees_partenaire" ON demande ("caisseId", "partenaireId", "deposeeLe", id);

-- Facts of a demande ---------------------------------------------------------------------------------------------------

CREATE FUNCTION ep_codes_pieces(pieces jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT x.code ORDER BY x.code), '{}') FROM (
    SELECT CASE jsonb_typeof(p) WHEN 'string' THEN p #>> '{}' ELSE p ->> 'code' END AS code
    FROM jsonb_array_elements(CASE jsonb_typeof(pieces) WHEN 'array' THEN pieces ELSE '[]' END) p) x WHERE x.code IS NOT NULL
$$;

-- Before the purge empties the list, its codes are set apart. Nobody else writes these columns.
CREATE FUNCTION ep_tenir_faits() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF current_user = 'ep_web' AND (NEW."nbComplements", NEW."nbReouvertures", NEW."piecesManquantes")
      IS DISTINCT FROM (OLD."nbComplements", OLD."nbReouvertures", OLD."piecesManquantes") THEN
      RAISE EXCEPTION 'permission denied: ces chiffres sont tenus par la base';
    END IF;
    RETURN NEW;
  END IF;
  NEW."piecesManquantes" := ep_codes_pieces(NEW."piecesAbsentes");
  IF current_user = 'ep_web' THEN
    NEW."nbComplements" := 0;
    NEW."nbReouvertures" := 0;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER faits_tenus BEFORE INSERT OR UPDATE OF "nbComplements", "nbReouvertures", "piecesManquantes" ON demande
  FOR EACH ROW EXECUTE FUNCTION ep_tenir_faits();

-- An act withdrawn in the minutes that follow never was.
CREATE FUNCTION ep_compter_actes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  acte text := CASE NEW.type WHEN 'message_retire' THEN NEW.details ->> 'acte' ELSE NEW.type END;
  sens int := CASE NEW.type WHEN 'message_retire' THEN -1 ELSE 1 END;
  codes text[];
BEGIN
  IF acte = 'rouverte' THEN
    UPDATE demande SET "nbReouvertures" = greatest("nbReouvertures" + sens, 0) WHERE id = NEW."demandeId";
  ELSIF acte = 'complement_demande' THEN
    codes := ep_codes_pieces(CASE sens WHEN 1 THEN NEW.details -> 'pieces' ELSE (SELECT e.details -> 'pieces' FROM evenement e
      WHERE e."demandeId" = NEW."demandeId" AND e.type = 'complement_demande' AND e.details ->> 'message' = NEW.details ->> 'message' LIMIT 1) END);
    UPDATE demande SET "nbComplements" = greatest("nbComplements" + sens, 0), "piecesManquantes" = ARRAY(
        SELECT x FROM unnest("piecesManquantes") x WHERE sens = 1 OR x <> ALL (codes) OR x = ANY (ep_codes_pieces("piecesAbsentes"))
        UNION SELECT x FROM unnest(codes) x WHERE sens = 1 ORDER BY 1)
      WHERE id = NEW."demandeId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER actes_comptes AFTER INSERT ON evenement FOR EACH ROW
  WHEN (NEW.type IN ('complement_demande', 'rouverte', 'message_retire')) EXECUTE FUNCTION ep_compter_actes();

UPDATE demande d SET "nbComplements" = x.complements, "nbReouvertures" = x.reouvertures FROM (
  SELECT "demandeId", greatest(count(*) FILTER (WHERE type = 'complement_demande') - count(*) FILTER (WHERE type = 'message_retire' AND details ->> 'acte' = 'complement_demande'), 0) AS complements,
    greatest(count(*) FILTER (WHERE type = 'rouverte') - count(*) FILTER (WHERE type = 'message_retire' AND details ->> 'acte' = 'rouverte'), 0) AS reouvertures
  FROM evenement WHERE type IN ('complement_demande', 'rouverte', 'message_retire') GROUP BY 1) x
  WHERE x."demandeId" = d.id AND x.complements + x.reouvertures > 0;
UPDATE demande SET "piecesManquantes" = ep_codes_pieces("piecesAbsentes") WHERE "piecesAbsentes" <> '[]';

-- What a row brings to the figures --------------------------------------------------------------------------------------

-- Days are those of Paris. `depose`, `motif_depose` and `piece` are of the day it was filed, all others of the day it ended.
-- In the delay: ended by the due date frozen on it, or while its clock was stopped. The alert of the agents: lib/demandes/echeance.ts.
CREATE FUNCTION ep_cles_bilan(d demande) RETURNS TABLE (jour date, mesure text, cle text, n int) LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN v.mesure IN ('depose', 'motif_depose', 'piece') THEN j.depot ELSE j.fin END, v.mesure, v.cle, v.n
  FROM (SELECT (d."deposeeLe" AT TIME ZONE 'Europe/Paris')::date AS depot, (d."closeLe" AT TIME ZONE 'Europe/Paris')::date AS fin,
      coalesce(d.prestation, '') AS prestation, d.etat = 'traitee' AND d."closeLe" IS NOT NULL AS traitee) j
  CROSS JOIN LATERAL (SELECT greatest(j.fin - j.depot, 0) AS total, greatest(j.fin - j.depot - d."joursSuspendus", 0) AS net,
      CASE WHEN d."delaiJours" IS NULL THEN 'sans' WHEN d."echeanceLe" IS NULL THEN 'tot' WHEN j.fin > d."echeanceLe" THEN 'hors'
        WHEN d."echeanceLe" - j.fin <= greatest(d."seuilAlerteJours", 1) THEN 'alerte' ELSE 'tot' END AS respect) t
  CROSS JOIN LATERAL (VALUES
      ('depose', d.service || '|' || j.prestation || '|' || CASE WHEN d.urgent THEN 'u' ELSE '' END, 1, true),
      ('motif_depose', d."motifId"::text, 1, true),
      ('annule', CASE WHEN d."contenuEffaceLe" = d."closeLe" THEN 'efface' ELSE '' END, 1, d.etat = 'annulee' AND d."closeLe" IS NOT NULL),
      ('clos', d.service || '|' || j.prestation || '|' || coalesce(d.issue, ''), 1, j.traitee),
      ('orientee', d."motifId"::text, 1, j.traitee AND d.issue = 'mission_accompagnement'),
      ('respect', j.prestation || '|' || t.respect, 1, j.traitee),
      ('total', j.prestation || '|' || t.total, 1, j.traitee),
      ('net', j.prestation || '|' || t.net, 1, j.traitee),
      ('jours', 'total', t.total, j.traitee AND t.total > 0),
      ('jours', 'pause', t.total - t.net, j.traitee AND t.total > t.net),
      ('complement', d."nbComplements"::text, 1, j.traitee),
      ('rouverte', '', 1, j.traitee AND d."nbReouvertures" > 0),
      ('motif', d."motifId" || '|clos', 1, j.traitee),
      ('motif', d."motifId" || '|hors', 1, j.traitee AND t.respect = 'hors'),
      ('motif', d."motifId" || '|complement', 1, j.traitee AND d."nbComplements" > 0),
      ('motif', d."motifId" || '|total', t.total, j.traitee AND t.total > 0),
      ('motif', d."motifId" || '|pause', t.total - t.net, j.traitee AND t.total > t.net),
      -- One for each code: see the join below.
      ('piece', '', 1, d."piecesManquantes" <> '{}')
    ) v0(mesure, cle0, n, present)
  CROSS JOIN LATERAL (SELECT unnest(CASE v0.mesure WHEN 'piece' THEN d."piecesManquantes" ELSE ARRAY[v0.cle0] END) AS cle, v0.mesure, v0.n) v
  WHERE v0.present
$$;

-- Fixed ones whose day has passed are said held or missed by the agent.
CREATE FUNCTION ep_cles_bilan(r rendez_vous) RETURNS TABLE (jour date, mesure text, cle text, n int) LANGUAGE sql STABLE AS $$
  SELECT (r."debutLe" AT TIME ZONE 'Europe/Paris')::date, 'rendez_vous', r.etat, 1
  WHERE r."debutLe" IS NOT NULL AND r.etat IN ('fixe', 'honore', 'manque', 'annule')
$$;

-- Adds and removes it, at the end of the transaction, on one of eight parts: acts at the same time do not wait for each other.
-- A row whose partenaire is the caisse itself is that of all its partenaires.
CREATE FUNCTION ep_compter_bilan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO compteur_bilan AS c ("caisseId", "partenaireId", mesure, mois, cle, part, n)
  SELECT x.caisse, q.qui, x.mesure, date_trunc('month', x.jour)::date, x.cle, pg_backend_pid() % 8, sum(x.n) FROM (
    SELECT OLD."caisseId" AS caisse, OLD."partenaireId" AS partenaire, o.jour, o.mesure, o.cle, -o.n AS n FROM ep_cles_bilan(OLD) o WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT NEW."caisseId", NEW."partenaireId", k.jour, k.mesure, k.cle, k.n FROM ep_cles_bilan(NEW) k WHERE TG_OP <> 'DELETE'
  ) x, LATERAL (VALUES (x.caisse), (x.partenaire)) q(qui) GROUP BY 1, 2, 3, 4, 5 HAVING sum(x.n) <> 0 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT ("caisseId", "partenaireId", mesure, mois, cle, part) DO UPDATE SET n = c.n + excluded.n;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER bilan AFTER INSERT OR DELETE ON demande DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ep_compter_bilan();
CREATE CONSTRAINT TRIGGER bilan_change AFTER UPDATE OF "caisseId", "partenaireId", service, "motifId", prestation, urgent, etat, "deposeeLe", "closeLe", issue, "joursSuspendus",
    "delaiJours", "echeanceLe", "seuilAlerteJours", "contenuEffaceLe", "nbComplements", "nbReouvertures", "piecesManquantes" ON demande
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD."closeLe" IS NOT NULL OR NEW."closeLe" IS NOT NULL
    OR (OLD."caisseId", OLD."partenaireId", OLD.service, OLD."motifId", OLD.prestation, OLD.urgent, OLD."deposeeLe", OLD."piecesManquantes")
      IS DISTINCT FROM (NEW."caisseId", NEW."partenaireId", NEW.service, NEW."motifId", NEW.prestation, NEW.urgent, NEW."deposeeLe", NEW."piecesManquantes"))
  EXECUTE FUNCTION ep_compter_bilan();

CREATE FUNCTION ep_compter_bilan_rendez_vous() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO compteur_bilan AS c ("caisseId", "partenaireId", mesure, mois, cle, part, n)
  SELECT x.caisse, q.qui, x.mesure, date_trunc('month', x.jour)::date, x.cle, pg_backend_pid() % 8, sum(x.n) FROM (
    SELECT OLD."caisseId" AS caisse, OLD."demandeId" AS demande, o.jour, o.mesure, o.cle, -o.n AS n FROM ep_cles_bilan(OLD) o WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT NEW."caisseId", NEW."demandeId", k.jour, k.mesure, k.cle, k.n FROM ep_cles_bilan(NEW) k WHERE TG_OP <> 'DELETE'
  ) x JOIN demande d ON d.id = x.demande, LATERAL (VALUES (x.caisse), (d."partenaireId")) q(qui) GROUP BY 1, 2, 3, 4, 5 HAVING sum(x.n) <> 0 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT ("caisseId", "partenaireId", mesure, mois, cle, part) DO UPDATE SET n = c.n + excluded.n;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER bilan AFTER INSERT OR UPDATE OF etat, "debutLe", "caisseId", "demandeId" OR DELETE ON rendez_vous DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ep_compter_bilan_rendez_vous();

CREATE FUNCTION ep_compter_bilan_transfert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO compteur_bilan AS c ("caisseId", "partenaireId", mesure, mois, cle, part, n)
  SELECT x.caisse, q.qui, 'transfert', date_trunc('month', NEW."transfereeLe" AT TIME ZONE 'Europe/Paris')::date, x.cle, pg_backend_pid() % 8, 1
  FROM (VALUES (NEW."deCaisseId", 'parti'), (NEW."versCaisseId", 'recu')) x(caisse, cle), LATERAL (VALUES (x.caisse), (NEW."partenaireId")) q(qui) ORDER BY 1, 2
  ON CONFLICT ("caisseId", "partenaireId", mesure, mois, cle, part) DO UPDATE SET n = c.n + excluded.n;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER bilan AFTER INSERT ON transfert DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ep_compter_bilan_transfert();

-- Counted all again ----------------------------------------------------------------------------------------------------

CREATE FUNCTION ep_bilan_recompte() RETURNS TABLE ("caisseId" uuid, "partenaireId" uuid, mesure text, mois date, cle text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH cles AS (
    SELECT d."caisseId", d."partenaireId", k.mesure, date_trunc('month', k.jour)::date AS mois, k.cle, sum(k.n) AS n
    FROM demande d, ep_cles_bilan(d) k GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT r."caisseId", d."partenaireId", k.mesure, date_trunc('month', k.jour)::date, k.cle, sum(k.n)
    FROM rendez_vous r JOIN demande d ON d.id = r."demandeId", ep_cles_bilan(r) k GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT x.caisse, t."partenaireId", 'transfert', date_trunc('month', t."transfereeLe" AT TIME ZONE 'Europe/Paris')::date, x.cle, count(*)
    FROM transfert t, LATERAL (VALUES (t."deCaisseId", 'parti'), (t."versCaisseId", 'recu')) x(caisse, cle) GROUP BY 1, 2, 3, 4, 5
  )
  SELECT c."caisseId", c."partenaireId", c.mesure, c.mois, c.cle, c.n::bigint FROM cles c
  UNION ALL SELECT c."caisseId", c."caisseId", c.mesure, c.mois, c.cle, sum(c.n)::bigint FROM cles c GROUP BY 1, 3, 4, 5
$$;

-- After a load that went round the triggers.
CREATE FUNCTION ep_recompter_bilan() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  LOCK TABLE demande, rendez_vous, transfert IN SHARE MODE;
  DELETE FROM compteur_bilan;
  INSERT INTO compteur_bilan ("caisseId", "partenaireId", mesure, mois, cle, part, n)
    SELECT r."caisseId", r."partenaireId", r.mesure, r.mois, r.cle, 0, r.n FROM ep_bilan_recompte() r;
END $$;

-- Each night: what the parts have spread comes together, and what counts nothing goes. Gives the number of rows gathered.
CREATE FUNCTION ep_rassembler_bilan() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  rassembles int;
BEGIN
  WITH otes AS (DELETE FROM compteur_bilan WHERE part <> 0 RETURNING *)
  INSERT INTO compteur_bilan AS c ("caisseId", "partenaireId", mesure, mois, cle, part, n)
    SELECT o."caisseId", o."partenaireId", o.mesure, o.mois, o.cle, 0, sum(o.n) FROM otes o GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT ("caisseId", "partenaireId", mesure, mois, cle, part) DO UPDATE SET n = c.n + excluded.n;
  GET DIAGNOSTICS rassembles = ROW_COUNT;
  DELETE FROM compteur_bilan WHERE part = 0 AND n = 0;
  RETURN rassembles;
END $$;

-- Reading ----------------------------------------------------------------------------------------------------------------

ALTER TABLE compteur_bilan ENABLE ROW LEVEL SECURITY;
ALTER TABLE compteur_bilan FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON compteur_bilan TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
GRANT SELECT ON compteur_bilan TO ep_travaux, ep_web;
-- The caisse reads each and all of its own; a partenaire, itself at one caisse that is open to it, never the caisse as a whole.
CREATE POLICY lecture ON compteur_bilan FOR SELECT TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('agent')) OR "caisseId" = (SELECT ep_uuid('referent'))
  OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]))
);

-- The same rule, for what is read beside the counters. Without partenaire: all those of the caisse.
CREATE FUNCTION ep_bilan_permis(caisse_id uuid, partenaire_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT session_user <> 'ep_web' OR coalesce(caisse_id = ep_uuid('agent'), false) OR coalesce(caisse_id = ep_uuid('referent'), false)
    OR coalesce(partenaire_id = ep_uuid('partenaire') AND caisse_id = ANY (ep_uuids('caisses')), false)
$$;

-- Days that are not of a whole month are counted when they are asked for, as the counters would.
CREATE FUNCTION ep_bilan_jours(caisse_id uuid, partenaire_id uuid, du date, au date) RETURNS TABLE (mois date, mesure text, cle text, n bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  debut timestamptz := du::timestamp AT TIME ZONE 'Europe/Paris';
  fin timestamptz := (au + 1)::timestamp AT TIME ZONE 'Europe/Paris';
BEGIN
  IF NOT ep_bilan_permis(caisse_id, partenaire_id) OR du > au THEN RETURN; END IF;
  IF partenaire_id IS NULL THEN
    RETURN QUERY SELECT date_trunc('month', k.jour)::date, k.mesure, k.cle, sum(k.n)::bigint FROM demande d, ep_cles_bilan(d) k
      WHERE d."caisseId" = caisse_id AND d.ouverte IN (true, false) AND d."deposeeLe" >= debut AND d."deposeeLe" < fin AND k.mesure IN ('depose', 'motif_depose', 'piece') GROUP BY 1, 2, 3;
    RETURN QUERY SELECT date_trunc('month', k.jour)::date, k.mesure, k.cle, sum(k.n)::bigint FROM demande d, ep_cles_bilan(d) k
      WHERE d."caisseId" = caisse_id AND d."closeLe" >= debut AND d."closeLe" < fin AND k.mesure NOT IN ('depose', 'motif_depose', 'piece') GROUP BY 1, 2, 3;
  ELSE
    RETURN QUERY SELECT date_trunc('month', k.jour)::date, k.mesure, k.cle, sum(k.n)::bigint FROM demande d, ep_cles_bilan(d) k
      WHERE d."caisseId" = caisse_id AND d."partenaireId" = partenaire_id AND d."deposeeLe" >= debut AND d."deposeeLe" < fin AND k.mesure IN ('depose', 'motif_depose', 'piece') GROUP BY 1, 2, 3;
    RETURN QUERY SELECT date_trunc('month', k.jour)::date, k.mesure, k.cle, sum(k.n)::bigint FROM demande d, ep_cles_bilan(d) k
      WHERE d."caisseId" = caisse_id AND d."partenaireId" = partenaire_id AND d."closeLe" >= debut AND d."closeLe" < fin AND k.mesure NOT IN ('depose', 'motif_depose', 'piece') GROUP BY 1, 2, 3;
  END IF;
  RETURN QUERY SELECT date_trunc('month', k.jour)::date, k.mesure, k.cle, sum(k.n)::bigint FROM rendez_vous r JOIN demande d ON d.id = r."demandeId", ep_cles_bilan(r) k
    WHERE r."caisseId" = caisse_id AND r."debutLe" >= debut AND r."debutLe" < fin AND (partenaire_id IS NULL OR d."partenaireId" = partenaire_id) GROUP BY 1, 2, 3;
  RETURN QUERY SELECT date_trunc('month', t."transfereeLe" AT TIME ZONE 'Europe/Paris')::date, 'transfert', x.cle, count(*) FROM transfert t,
      LATERAL (VALUES (t."deCaisseId", 'parti'), (t."versCaisseId", 'recu')) x(caisse, cle)
    WHERE caisse_id IN (t."deCaisseId", t."versCaisseId") AND x.caisse = caisse_id AND t."transfereeLe" >= debut AND t."transfereeLe" < fin
      AND (partenaire_id IS NULL OR t."partenaireId" = partenaire_id) GROUP BY 1, 3;
END $$;

-- What is open on that day: late, near, waiting.
CREATE FUNCTION ep_bilan_en_cours(caisse_id uuid, partenaire_id uuid, jour date) RETURNS TABLE (ouvertes bigint, retard bigint, alerte bigint, attente bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT ep_bilan_permis(caisse_id, partenaire_id) THEN RETURN; END IF;
  IF partenaire_id IS NULL THEN
    RETURN QUERY SELECT count(*), count(*) FILTER (WHERE d."echeanceLe" < jour), count(*) FILTER (WHERE d."echeanceLe" - jour BETWEEN 0 AND greatest(d."seuilAlerteJours", 1)),
      count(*) FILTER (WHERE d.etat = 'attente_complement') FROM demande d WHERE d."caisseId" = caisse_id AND d.ouverte;
  ELSE
    RETURN QUERY SELECT count(*), count(*) FILTER (WHERE d."echeanceLe" < jour), count(*) FILTER (WHERE d."echeanceLe" - jour BETWEEN 0 AND greatest(d."seuilAlerteJours", 1)),
      count(*) FILTER (WHERE d.etat = 'attente_complement') FROM demande d WHERE d."caisseId" = caisse_id AND d.ouverte AND d."partenaireId" = partenaire_id;
  END IF;
END $$;

-- Those treated between two days, in the order of the md5 of the number of the draw followed by their reference: anyone can draw again.
-- Who may not open a demande gets its figures, and neither its id nor its reference.
CREATE FUNCTION ep_bilan_echantillon(caisse_id uuid, partenaire_id uuid, du date, au date, graine text, taille int)
RETURNS TABLE (rang bigint, id uuid, reference text, service text, prestation text, "deposeeLe" date, "closeLe" date, total int, pause int, respect text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  debut timestamptz := du::timestamp AT TIME ZONE 'Europe/Paris';
  fin timestamptz := (au + 1)::timestamp AT TIME ZONE 'Europe/Paris';
  tires uuid[];
BEGIN
  IF NOT ep_bilan_permis(caisse_id, partenaire_id) THEN RETURN; END IF;
  IF partenaire_id IS NULL THEN
    tires := ARRAY(SELECT d.id FROM demande d WHERE d."caisseId" = caisse_id AND d."closeLe" >= debut AND d."closeLe" < fin
      AND d.etat = 'traitee' ORDER BY md5(graine || d.reference), d.reference LIMIT taille);
  ELSE
    tires := ARRAY(SELECT d.id FROM demande d WHERE d."caisseId" = caisse_id AND d."partenaireId" = partenaire_id AND d."closeLe" >= debut AND d."closeLe" < fin
      AND d.etat = 'traitee' ORDER BY md5(graine || d.reference), d.reference LIMIT taille);
  END IF;
  RETURN QUERY SELECT t.ordre, CASE WHEN v.visible THEN d.id END, CASE WHEN v.visible THEN d.reference END, d.service, d.prestation,
      (d."deposeeLe" AT TIME ZONE 'Europe/Paris')::date, (d."closeLe" AT TIME ZONE 'Europe/Paris')::date,
      coalesce((SELECT k.n FROM ep_cles_bilan(d) k WHERE k.mesure = 'jours' AND k.cle = 'total'), 0), coalesce((SELECT k.n FROM ep_cles_bilan(d) k WHERE k.mesure = 'jours' AND k.cle = 'pause'), 0),
      (SELECT split_part(k.cle, '|', 2) FROM ep_cles_bilan(d) k WHERE k.mesure = 'respect')
    FROM unnest(tires) WITH ORDINALITY t(tire, ordre) JOIN demande d ON d.id = t.tire,
      LATERAL (SELECT session_user <> 'ep_web' OR coalesce(d."caisseId" = ep_uuid('agent'), false)
        OR coalesce(d."structureId" = ep_uuid('structure') AND d."caisseId" = ANY (ep_uuids('caisses')), false) AS visible) v
    ORDER BY t.ordre;
END $$;

-- Open to all, where the caisse has opened them: the caisse as a whole, whole months only.
CREATE FUNCTION ep_chiffres_publics(code_caisse text, du date, au date) RETURNS TABLE (mois date, mesure text, cle text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.mois, b.mesure, b.cle, sum(b.n)::bigint FROM caisse k JOIN reglages_caisse r ON r."caisseId" = k.id AND r."chiffresPublics"
    JOIN compteur_bilan b ON b."caisseId" = k.id AND b."partenaireId" = k.id
  WHERE k.code = code_caisse AND b.mois >= du AND b.mois <= au AND b.mesure IN ('depose', 'motif_depose', 'orientee', 'respect', 'total', 'net', 'complement', 'rendez_vous')
  GROUP BY 1, 2, 3
$$;

REVOKE EXECUTE ON FUNCTION ep_codes_pieces(jsonb), ep_cles_bilan(demande), ep_cles_bilan(rendez_vous), ep_bilan_recompte(), ep_recompter_bilan(), ep_rassembler_bilan(),
  ep_bilan_permis(uuid, uuid), ep_bilan_jours(uuid, uuid, date, date), ep_bilan_en_cours(uuid, uuid, date),
  ep_bilan_echantillon(uuid, uuid, date, date, text, int), ep_chiffres_publics(text, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_codes_pieces(jsonb), ep_bilan_permis(uuid, uuid), ep_bilan_jours(uuid, uuid, date, date), ep_bilan_en_cours(uuid, uuid, date),
  ep_bilan_echantillon(uuid, uuid, date, date, text, int), ep_chiffres_publics(text, date, date) TO ep_web, ep_travaux;
GRANT EXECUTE ON FUNCTION ep_codes_pieces(jsonb), ep_bilan_recompte(), ep_recompter_bilan(), ep_rassembler_bilan() TO ep_migration, ep_travaux;

SELECT ep_recompter_bilan();

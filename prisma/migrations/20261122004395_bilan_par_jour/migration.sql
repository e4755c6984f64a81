-- The caisse as a whole is kept day by day: free dates, and the days of last year that this year is compared with, are then read and
-- not counted. What acts add stands on its day, for the partenaire and for the caisse; the night adds it to the months, and of the days
-- keeps those of the caisse alone: those of one partenaire are few enough to be counted when asked for.

SELECT ep_rassembler_bilan();
ALTER TABLE compteur_bilan DROP CONSTRAINT compteur_bilan_pkey, DROP COLUMN part,
  ADD CONSTRAINT compteur_bilan_pkey PRIMARY KEY ("caisseId", "partenaireId", mesure, mois, cle);

CREATE TABLE "compteur_bilan_jour" (
    "caisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "jour" DATE NOT NULL,
    "part" SMALLINT NOT NULL,
    "mesure" TEXT NOT NULL,
    "cle" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "compteur_bilan_jour_pkey" PRIMARY KEY ("caisseId","partenaireId","jour","part","mesure","cle")
);
ALTER TABLE compteur_bilan_jour SET (fillfactor = 80);
-- What the night has not gathered yet.
CREATE INDEX compteur_bilan_jour_neuf ON compteur_bilan_jour ("caisseId", "partenaireId", jour) WHERE part > 0;
ALTER TABLE compteur_bilan_jour ENABLE ROW LEVEL SECURITY;
ALTER TABLE compteur_bilan_jour FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON compteur_bilan_jour TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
GRANT SELECT ON compteur_bilan_jour TO ep_travaux, ep_web;
CREATE POLICY lecture ON compteur_bilan_jour FOR SELECT TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('agent')) OR "caisseId" = (SELECT ep_uuid('referent'))
  OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]))
);

-- Adds and removes it, at the end of the transaction, on one of eight parts: acts at the same time do not wait for each other.
CREATE OR REPLACE FUNCTION ep_compter_bilan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO compteur_bilan_jour AS c ("caisseId", "partenaireId", jour, part, mesure, cle, n)
  SELECT x.caisse, q.qui, x.jour, 1 + pg_backend_pid() % 8, x.mesure, x.cle, sum(x.n) FROM (
    SELECT OLD."caisseId" AS caisse, OLD."partenaireId" AS partenaire, o.jour, o.mesure, o.cle, -o.n AS n FROM ep_cles_bilan(OLD) o WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT NEW."caisseId", NEW."partenaireId", k.jour, k.mesure, k.cle, k.n FROM ep_cles_bilan(NEW) k WHERE TG_OP <> 'DELETE'
  ) x, LATERAL (VALUES (x.caisse), (x.partenaire)) q(qui) GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(x.n) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT ("caisseId", "partenaireId", jour, part, mesure, cle) DO UPDATE SET n = c.n + excluded.n;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION ep_compter_bilan_rendez_vous() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO compteur_bilan_jour AS c ("caisseId", "partenaireId", jour, part, mesure, cle, n)
  SELECT x.caisse, q.qui, x.jour, 1 + pg_backend_pid() % 8, x.mesure, x.cle, sum(x.n) FROM (
    SELECT OLD."caisseId" AS caisse, OLD."demandeId" AS demande, o.jour, o.mesure, o.cle, -o.n AS n FROM ep_cles_bilan(OLD) o WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT NEW."caisseId", NEW."demandeId", k.jour, k.mesure, k.cle, k.n FROM ep_cles_bilan(NEW) k WHERE TG_OP <> 'DELETE'
  ) x JOIN demande d ON d.id = x.demande, LATERAL (VALUES (x.caisse), (d."partenaireId")) q(qui) GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(x.n) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT ("caisseId", "partenaireId", jour, part, mesure, cle) DO UPDATE SET n = c.n + excluded.n;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION ep_compter_bilan_transfert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO compteur_bilan_jour AS c ("caisseId", "partenaireId", jour, part, mesure, cle, n)
  SELECT x.caisse, q.qui, (NEW."transfereeLe" AT TIME ZONE 'Europe/Paris')::date, 1 + pg_backend_pid() % 8, 'transfert', x.cle, 1
  FROM (VALUES (NEW."deCaisseId", 'parti'), (NEW."versCaisseId", 'recu')) x(caisse, cle), LATERAL (VALUES (x.caisse), (NEW."partenaireId")) q(qui) ORDER BY 1, 2
  ON CONFLICT ("caisseId", "partenaireId", jour, part, mesure, cle) DO UPDATE SET n = c.n + excluded.n;
  RETURN NULL;
END $$;

-- Counted all again ----------------------------------------------------------------------------------------------------

DROP FUNCTION ep_bilan_recompte();
DROP FUNCTION ep_bilan_jours(uuid, uuid, date, date);
DROP FUNCTION ep_bilan_jours_partenaires(uuid, date, date);
DROP FUNCTION ep_bilan_comptes(uuid, uuid, timestamptz, timestamptz);

-- Many demandes at once: each figure is one grouping of the same facts, told apart from what the triggers add for one row
-- (`ep_cles_bilan`), a hundred times quicker than row by row. Between two instants, or all; of a caisse, of a partenaire, or of everybody.
CREATE FUNCTION ep_bilan_comptes(caisse_id uuid, partenaire_id uuid, debut timestamptz, fin timestamptz, pas text)
RETURNS TABLE (caisse uuid, partenaire uuid, mesure text, quand date, cle text, n bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  lieu text := concat(CASE WHEN caisse_id IS NOT NULL THEN ' AND d."caisseId" = $1' END, CASE WHEN partenaire_id IS NOT NULL THEN ' AND d."partenaireId" = $2' END);
  -- The index of the caisse by receipt begins with what is open.
  depots text := CASE WHEN debut IS NOT NULL THEN ' AND d."deposeeLe" >= $3 AND d."deposeeLe" < $4' || CASE WHEN partenaire_id IS NULL THEN ' AND d.ouverte IN (true, false)' ELSE '' END ELSE '' END;
  fins text := CASE WHEN debut IS NOT NULL THEN ' AND d."closeLe" >= $3 AND d."closeLe" < $4' ELSE '' END;
  rendus text := CASE WHEN debut IS NOT NULL THEN ' AND r."debutLe" >= $3 AND r."debutLe" < $4' ELSE '' END || CASE WHEN caisse_id IS NOT NULL THEN ' AND r."caisseId" = $1' ELSE '' END;
  passes text := CASE WHEN debut IS NOT NULL THEN ' AND t."transfereeLe" >= $3 AND t."transfereeLe" < $4' ELSE '' END
    || CASE WHEN caisse_id IS NOT NULL THEN ' AND (t."deCaisseId" = $1 OR t."versCaisseId" = $1) AND x.caisse = $1' ELSE '' END;
  -- Whose count: each partenaire by month, the caisse as a whole by day.
  qui text := CASE pas WHEN 'day' THEN 'caisseId' ELSE 'partenaireId' END;
BEGIN
  RETURN QUERY EXECUTE format($q$
    WITH f AS MATERIALIZED (
      SELECT d."caisseId" AS c, d.%I AS p, date_trunc(%L, d."deposeeLe" AT TIME ZONE 'Europe/Paris')::date AS m,
        d.service || '|' || coalesce(d.prestation, '') || '|' || CASE WHEN d.urgent THEN 'u' ELSE '' END AS s, d."motifId" AS mo, d."piecesManquantes" AS pm
      FROM demande d WHERE true %s %s)
    SELECT c, p, 'depose', m, s, count(*) FROM f GROUP BY c, p, m, s
    UNION ALL SELECT c, p, 'motif_depose', m, mo::text, count(*) FROM f GROUP BY c, p, m, mo
    UNION ALL SELECT c, p, 'piece', m, x, count(*) FROM f, unnest(pm) x GROUP BY c, p, m, x$q$, qui, pas, lieu, depots) USING caisse_id, partenaire_id, debut, fin;
  RETURN QUERY EXECUTE format($q$
    WITH j AS (
      SELECT d."caisseId" AS c, d.%I AS p, (d."deposeeLe" AT TIME ZONE 'Europe/Paris')::date AS depot, (d."closeLe" AT TIME ZONE 'Europe/Paris')::date AS fin,
        d.etat, d.service AS s, coalesce(d.prestation, '') AS pr, d.issue AS i, d."motifId" AS mo, d."joursSuspendus" AS js, d."delaiJours" AS dj, d."echeanceLe" AS e,
        d."seuilAlerteJours" AS a, d."nbComplements" AS nc, d."nbReouvertures" AS nr, d."contenuEffaceLe" = d."closeLe" AS efface
      FROM demande d WHERE d."closeLe" IS NOT NULL %s %s
    ), f AS MATERIALIZED (
      SELECT c, p, date_trunc(%L, fin)::date AS m, etat, s, pr, i, mo, nc, nr, efface, greatest(fin - depot, 0) AS t, greatest(fin - depot - js, 0) AS net,
        CASE WHEN dj IS NULL THEN 'sans' WHEN e IS NULL THEN 'tot' WHEN fin > e THEN 'hors' WHEN e - fin <= greatest(a, 1) THEN 'alerte' ELSE 'tot' END AS r FROM j
    ), g AS MATERIALIZED (
      SELECT c, p, m, mo, count(*) AS clos, count(*) FILTER (WHERE r = 'hors') AS hors, count(*) FILTER (WHERE nc > 0) AS complement,
        count(*) FILTER (WHERE i = 'mission_accompagnement') AS orientee, count(*) FILTER (WHERE nr > 0) AS rouverte, sum(t) AS total, sum(t - net) AS pause
      FROM f WHERE etat = 'traitee' GROUP BY c, p, m, mo)
    SELECT c, p, 'annule', m, CASE WHEN efface THEN 'efface' ELSE '' END, count(*) FROM f WHERE etat = 'annulee' GROUP BY 1, 2, 4, 5
    UNION ALL SELECT c, p, 'clos', m, s || '|' || pr || '|' || coalesce(i, ''), count(*) FROM f WHERE etat = 'traitee' GROUP BY c, p, m, s, pr, i
    UNION ALL SELECT c, p, 'respect', m, pr || '|' || r, count(*) FROM f WHERE etat = 'traitee' GROUP BY c, p, m, pr, r
    UNION ALL SELECT c, p, 'total', m, pr || '|' || t, count(*) FROM f WHERE etat = 'traitee' GROUP BY c, p, m, pr, t
    UNION ALL SELECT c, p, 'net', m, pr || '|' || net, count(*) FROM f WHERE etat = 'traitee' GROUP BY c, p, m, pr, net
    UNION ALL SELECT c, p, 'complement', m, nc::text, count(*) FROM f WHERE etat = 'traitee' GROUP BY c, p, m, nc
    UNION ALL SELECT g.c, g.p, 'jours', g.m, x.cle, sum(x.n)::bigint FROM g, LATERAL (VALUES ('total', g.total), ('pause', g.pause)) x(cle, n) WHERE x.n > 0 GROUP BY 1, 2, 4, 5
    UNION ALL SELECT g.c, g.p, 'rouverte', g.m, '', sum(g.rouverte)::bigint FROM g WHERE g.rouverte > 0 GROUP BY 1, 2, 4
    UNION ALL SELECT g.c, g.p, 'orientee', g.m, g.mo::text, g.orientee FROM g WHERE g.orientee > 0
    UNION ALL SELECT g.c, g.p, 'motif', g.m, g.mo || '|' || x.cle, x.n FROM g, LATERAL (VALUES ('clos', g.clos), ('hors', g.hors), ('complement', g.complement),
      ('total', g.total), ('pause', g.pause)) x(cle, n) WHERE x.n > 0$q$, qui, lieu, fins, pas) USING caisse_id, partenaire_id, debut, fin;
  RETURN QUERY EXECUTE format($q$
    SELECT r."caisseId", CASE %L WHEN 'day' THEN r."caisseId" ELSE s."partenaireId" END, 'rendez_vous', date_trunc(%L, r."debutLe" AT TIME ZONE 'Europe/Paris')::date, r.etat, count(*)
    FROM rendez_vous r JOIN structure s ON s.id = r."structureId" WHERE r."debutLe" IS NOT NULL AND r.etat IN ('fixe', 'honore', 'manque', 'annule') %s %s GROUP BY 1, 2, 4, 5$q$,
    pas, pas, rendus, CASE WHEN partenaire_id IS NOT NULL THEN ' AND s."partenaireId" = $2' ELSE '' END) USING caisse_id, partenaire_id, debut, fin;
  RETURN QUERY EXECUTE format($q$
    SELECT x.caisse, CASE %L WHEN 'day' THEN x.caisse ELSE t."partenaireId" END, 'transfert', date_trunc(%L, t."transfereeLe" AT TIME ZONE 'Europe/Paris')::date, x.cle, count(*)
    FROM transfert t, LATERAL (VALUES (t."deCaisseId", 'parti'), (t."versCaisseId", 'recu')) x(caisse, cle) WHERE true %s %s GROUP BY 1, 2, 4, 5$q$,
    pas, pas, passes, CASE WHEN partenaire_id IS NOT NULL THEN ' AND t."partenaireId" = $2' ELSE '' END) USING caisse_id, partenaire_id, debut, fin;
END $$;

-- By month, for each partenaire and for the caisse as a whole.
CREATE FUNCTION ep_bilan_recompte() RETURNS TABLE ("caisseId" uuid, "partenaireId" uuid, mesure text, mois date, cle text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH cles AS MATERIALIZED (SELECT * FROM ep_bilan_comptes(NULL, NULL, NULL, NULL, 'month'))
  SELECT c.caisse, c.partenaire, c.mesure, c.quand, c.cle, c.n FROM cles c
  UNION ALL SELECT c.caisse, c.caisse, c.mesure, c.quand, c.cle, sum(c.n)::bigint FROM cles c GROUP BY 1, 3, 4, 5
$$;

-- By day, for the caisse as a whole.
CREATE FUNCTION ep_bilan_recompte_jours() RETURNS TABLE ("caisseId" uuid, jour date, mesure text, cle text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.caisse, c.quand, c.mesure, c.cle, c.n FROM ep_bilan_comptes(NULL, NULL, NULL, NULL, 'day') c
$$;

-- After a load that went round the triggers.
CREATE OR REPLACE FUNCTION ep_recompter_bilan() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  LOCK TABLE demande, rendez_vous, transfert IN SHARE MODE;
  DELETE FROM compteur_bilan;
  DELETE FROM compteur_bilan_jour;
  INSERT INTO compteur_bilan ("caisseId", "partenaireId", mesure, mois, cle, n)
    SELECT r."caisseId", r."partenaireId", r.mesure, r.mois, r.cle, r.n FROM ep_bilan_recompte() r;
  INSERT INTO compteur_bilan_jour ("caisseId", "partenaireId", jour, part, mesure, cle, n)
    SELECT r."caisseId", r."caisseId", r.jour, 0, r.mesure, r.cle, r.n FROM ep_bilan_recompte_jours() r;
END $$;

-- Each night: what the acts have spread comes together, and what counts nothing goes. Gives the number of rows gathered.
CREATE OR REPLACE FUNCTION ep_rassembler_bilan() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  rassembles int;
BEGIN
  WITH otes AS (DELETE FROM compteur_bilan_jour WHERE part > 0 RETURNING *),
  jours AS (
    INSERT INTO compteur_bilan_jour AS c ("caisseId", "partenaireId", jour, part, mesure, cle, n)
    SELECT o."caisseId", o."partenaireId", o.jour, 0, o.mesure, o.cle, sum(o.n) FROM otes o
    WHERE o."partenaireId" = o."caisseId" GROUP BY 1, 2, 3, 5, 6 ORDER BY 1, 2, 3, 5, 6
    ON CONFLICT ("caisseId", "partenaireId", jour, part, mesure, cle) DO UPDATE SET n = c.n + excluded.n)
  INSERT INTO compteur_bilan AS c ("caisseId", "partenaireId", mesure, mois, cle, n)
    SELECT o."caisseId", o."partenaireId", o.mesure, date_trunc('month', o.jour)::date, o.cle, sum(o.n) FROM otes o GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT ("caisseId", "partenaireId", mesure, mois, cle) DO UPDATE SET n = c.n + excluded.n;
  GET DIAGNOSTICS rassembles = ROW_COUNT;
  DELETE FROM compteur_bilan WHERE n = 0;
  DELETE FROM compteur_bilan_jour WHERE n = 0;
  RETURN rassembles;
END $$;

-- Reading ----------------------------------------------------------------------------------------------------------------

-- Days that are not of a whole month: read for a caisse, counted for one partenaire.
CREATE FUNCTION ep_bilan_jours(caisse_id uuid, partenaire_id uuid, du date, au date) RETURNS TABLE (mois date, mesure text, cle text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.quand, c.mesure, c.cle, c.n
  FROM ep_bilan_comptes(caisse_id, partenaire_id, du::timestamp AT TIME ZONE 'Europe/Paris', (au + 1)::timestamp AT TIME ZONE 'Europe/Paris', 'month') c
  WHERE ep_bilan_permis(caisse_id, partenaire_id) AND caisse_id IS NOT NULL AND partenaire_id IS NOT NULL AND du <= au
  UNION ALL
  SELECT date_trunc('month', b.jour)::date, b.mesure, b.cle, sum(b.n)::bigint FROM compteur_bilan_jour b
  WHERE ep_bilan_permis(caisse_id, partenaire_id) AND partenaire_id IS NULL AND b."caisseId" = caisse_id AND b."partenaireId" = caisse_id
    AND b.jour >= du AND b.jour <= au GROUP BY 1, 2, 3
$$;

-- The same days, partenaire by partenaire, for the ranking of the caisse: what it shows, and no more.
CREATE FUNCTION ep_bilan_jours_partenaires(caisse_id uuid, du date, au date)
RETURNS TABLE (partenaire uuid, deposees bigint, traitees bigint, hors bigint, annonces bigint, complements bigint, jours bigint, pause bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  debut timestamptz := du::timestamp AT TIME ZONE 'Europe/Paris';
  suite timestamptz := (au + 1)::timestamp AT TIME ZONE 'Europe/Paris';
BEGIN
  IF caisse_id IS NULL OR du > au OR NOT ep_bilan_permis(caisse_id, NULL) THEN RETURN; END IF;
  RETURN QUERY SELECT d."partenaireId", count(*), 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint FROM demande d
    WHERE d."caisseId" = caisse_id AND d.ouverte IN (true, false) AND d."deposeeLe" >= debut AND d."deposeeLe" < suite GROUP BY 1;
  RETURN QUERY SELECT t."partenaireId", 0::bigint, count(*), count(*) FILTER (WHERE t.fin > t."echeanceLe" AND t."delaiJours" IS NOT NULL), count(t."delaiJours"),
      count(*) FILTER (WHERE t."nbComplements" > 0), sum(t.total)::bigint, sum(least(t.total, t."joursSuspendus"))::bigint
    FROM (SELECT d.*, j.fin, greatest(j.fin - (d."deposeeLe" AT TIME ZONE 'Europe/Paris')::date, 0) AS total
      FROM demande d, LATERAL (SELECT (d."closeLe" AT TIME ZONE 'Europe/Paris')::date AS fin) j
      WHERE d."caisseId" = caisse_id AND d."closeLe" >= debut AND d."closeLe" < suite AND d.etat = 'traitee') t GROUP BY 1;
END $$;

-- Open to all, where the caisse has opened them: the caisse as a whole, whole months only. Nothing of one partenaire.
CREATE OR REPLACE FUNCTION ep_chiffres_publics(code_caisse text, du date, au date) RETURNS TABLE (mois date, mesure text, cle text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.mois, b.mesure, b.cle, sum(b.n)::bigint FROM caisse k JOIN reglages_caisse r ON r."caisseId" = k.id AND r."chiffresPublics", LATERAL (
    SELECT c.mois, c.mesure, c.cle, c.n FROM compteur_bilan c WHERE c."caisseId" = k.id AND c."partenaireId" = k.id AND c.mois >= du AND c.mois <= au
    UNION ALL SELECT date_trunc('month', j.jour)::date, j.mesure, j.cle, j.n FROM compteur_bilan_jour j
      WHERE j."caisseId" = k.id AND j."partenaireId" = k.id AND j.part > 0 AND j.jour >= du AND j.jour < (date_trunc('month', au) + interval '1 month')::date) b
  WHERE k.code = code_caisse AND b.mesure IN ('depose', 'motif_depose', 'orientee', 'clos', 'respect', 'total', 'net', 'complement', 'rendez_vous')
  GROUP BY 1, 2, 3
$$;

REVOKE EXECUTE ON FUNCTION ep_bilan_comptes(uuid, uuid, timestamptz, timestamptz, text), ep_bilan_recompte(), ep_bilan_recompte_jours(),
  ep_bilan_jours(uuid, uuid, date, date), ep_bilan_jours_partenaires(uuid, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_bilan_comptes(uuid, uuid, timestamptz, timestamptz, text) TO ep_migration;
GRANT EXECUTE ON FUNCTION ep_bilan_recompte(), ep_bilan_recompte_jours() TO ep_migration, ep_travaux;
GRANT EXECUTE ON FUNCTION ep_bilan_jours(uuid, uuid, date, date), ep_bilan_jours_partenaires(uuid, date, date) TO ep_web, ep_travaux;

SELECT ep_recompter_bilan();

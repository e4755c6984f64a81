-- Many demandes at once: each figure is one grouping of the same facts, told apart from what the triggers add for one row
-- (`ep_cles_bilan`), a hundred times quicker than row by row. Between two instants, or all; of a caisse, of a partenaire, or of everybody.
CREATE FUNCTION ep_bilan_comptes(caisse_id uuid, partenaire_id uuid, debut timestamptz, fin timestamptz)
RETURNS TABLE (caisse uuid, partenaire uuid, mesure text, mois date, cle text, n bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  lieu text := concat(CASE WHEN caisse_id IS NOT NULL THEN ' AND d."caisseId" = $1' END, CASE WHEN partenaire_id IS NOT NULL THEN ' AND d."partenaireId" = $2' END);
  -- The index of the caisse by receipt begins with what is open.
  depots text := CASE WHEN debut IS NOT NULL THEN ' AND d."deposeeLe" >= $3 AND d."deposeeLe" < $4' || CASE WHEN partenaire_id IS NULL THEN ' AND d.ouverte IN (true, false)' ELSE '' END ELSE '' END;
  fins text := CASE WHEN debut IS NOT NULL THEN ' AND d."closeLe" >= $3 AND d."closeLe" < $4' ELSE '' END;
  rendus text := CASE WHEN debut IS NOT NULL THEN ' AND r."debutLe" >= $3 AND r."debutLe" < $4' ELSE '' END || CASE WHEN caisse_id IS NOT NULL THEN ' AND r."caisseId" = $1' ELSE '' END;
  passes text := CASE WHEN debut IS NOT NULL THEN ' AND t."transfereeLe" >= $3 AND t."transfereeLe" < $4' ELSE '' END
    || CASE WHEN caisse_id IS NOT NULL THEN ' AND (t."deCaisseId" = $1 OR t."versCaisseId" = $1) AND x.caisse = $1' ELSE '' END;
BEGIN
  RETURN QUERY EXECUTE format($q$
    WITH f AS MATERIALIZED (
      SELECT d."caisseId" AS c, d."partenaireId" AS p, date_trunc('month', d."deposeeLe" AT TIME ZONE 'Europe/Paris')::date AS m,
        d.service || '|' || coalesce(d.prestation, '') || '|' || CASE WHEN d.urgent THEN 'u' ELSE '' END AS s, d."motifId" AS mo, d."piecesManquantes" AS pm
      FROM demande d WHERE true %s %s)
    SELECT c, p, 'depose', m, s, count(*) FROM f GROUP BY c, p, m, s
    UNION ALL SELECT c, p, 'motif_depose', m, mo::text, count(*) FROM f GROUP BY c, p, m, mo
    UNION ALL SELECT c, p, 'piece', m, x, count(*) FROM f, unnest(pm) x GROUP BY c, p, m, x$q$, lieu, depots) USING caisse_id, partenaire_id, debut, fin;
  RETURN QUERY EXECUTE format($q$
    WITH j AS (
      SELECT d."caisseId" AS c, d."partenaireId" AS p, (d."deposeeLe" AT TIME ZONE 'Europe/Paris')::date AS depot, (d."closeLe" AT TIME ZONE 'Europe/Paris')::date AS fin,
        d.etat, d.service AS s, coalesce(d.prestation, '') AS pr, d.issue AS i, d."motifId" AS mo, d."joursSuspendus" AS js, d."delaiJours" AS dj, d."echeanceLe" AS e,
        d."seuilAlerteJours" AS a, d."nbComplements" AS nc, d."nbReouvertures" AS nr, d."contenuEffaceLe" = d."closeLe" AS efface
      FROM demande d WHERE d."closeLe" IS NOT NULL %s %s
    ), f AS MATERIALIZED (
      SELECT c, p, date_trunc('month', fin)::date AS m, etat, s, pr, i, mo, nc, nr, efface, greatest(fin - depot, 0) AS t, greatest(fin - depot - js, 0) AS net,
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
      ('total', g.total), ('pause', g.pause)) x(cle, n) WHERE x.n > 0$q$, lieu, fins) USING caisse_id, partenaire_id, debut, fin;
  RETURN QUERY EXECUTE format($q$
    SELECT r."caisseId", s."partenaireId", 'rendez_vous', date_trunc('month', r."debutLe" AT TIME ZONE 'Europe/Paris')::date, r.etat, count(*)
    FROM rendez_vous r JOIN structure s ON s.id = r."structureId" WHERE r."debutLe" IS NOT NULL AND r.etat IN ('fixe', 'honore', 'manque', 'annule') %s %s GROUP BY 1, 2, 4, 5$q$,
    rendus, CASE WHEN partenaire_id IS NOT NULL THEN ' AND s."partenaireId" = $2' ELSE '' END) USING caisse_id, partenaire_id, debut, fin;
  RETURN QUERY EXECUTE format($q$
    SELECT x.caisse, t."partenaireId", 'transfert', date_trunc('month', t."transfereeLe" AT TIME ZONE 'Europe/Paris')::date, x.cle, count(*)
    FROM transfert t, LATERAL (VALUES (t."deCaisseId", 'parti'), (t."versCaisseId", 'recu')) x(caisse, cle) WHERE true %s %s GROUP BY 1, 2, 4, 5$q$,
    passes, CASE WHEN partenaire_id IS NOT NULL THEN ' AND t."partenaireId" = $2' ELSE '' END) USING caisse_id, partenaire_id, debut, fin;
END $$;

CREATE OR REPLACE FUNCTION ep_bilan_recompte() RETURNS TABLE ("caisseId" uuid, "partenaireId" uuid, mesure text, mois date, cle text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH cles AS MATERIALIZED (SELECT * FROM ep_bilan_comptes(NULL, NULL, NULL, NULL))
  SELECT c.caisse, c.partenaire, c.mesure, c.mois, c.cle, c.n FROM cles c
  UNION ALL SELECT c.caisse, c.caisse, c.mesure, c.mois, c.cle, sum(c.n)::bigint FROM cles c GROUP BY 1, 3, 4, 5
$$;

CREATE OR REPLACE FUNCTION ep_bilan_jours(caisse_id uuid, partenaire_id uuid, du date, au date) RETURNS TABLE (mois date, mesure text, cle text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.mois, c.mesure, c.cle, sum(c.n)::bigint
  FROM ep_bilan_comptes(caisse_id, partenaire_id, du::timestamp AT TIME ZONE 'Europe/Paris', (au + 1)::timestamp AT TIME ZONE 'Europe/Paris') c
  WHERE ep_bilan_permis(caisse_id, partenaire_id) AND caisse_id IS NOT NULL AND du <= au GROUP BY 1, 2, 3
$$;

-- The same days, partenaire by partenaire, for the caisse.
CREATE FUNCTION ep_bilan_jours_partenaires(caisse_id uuid, du date, au date) RETURNS TABLE (partenaire uuid, mesure text, cle text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.partenaire, c.mesure, c.cle, sum(c.n)::bigint
  FROM ep_bilan_comptes(caisse_id, NULL, du::timestamp AT TIME ZONE 'Europe/Paris', (au + 1)::timestamp AT TIME ZONE 'Europe/Paris') c
  WHERE ep_bilan_permis(caisse_id, NULL) AND caisse_id IS NOT NULL AND du <= au GROUP BY 1, 2, 3
$$;

REVOKE EXECUTE ON FUNCTION ep_bilan_comptes(uuid, uuid, timestamptz, timestamptz), ep_bilan_jours_partenaires(uuid, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_bilan_comptes(uuid, uuid, timestamptz, timestamptz) TO ep_migration;
GRANT EXECUTE ON FUNCTION ep_bilan_jours_partenaires(uuid, date, date) TO ep_web, ep_travaux;

-- A million demandes are indexed again in minutes: what is computed, is by several processes at once. PostgreSQL shares so only what makes
-- a table, from tables that all the processes see, and without a query inside another, unless a function that says so holds it. Hence
-- the tables `lu_*`, which last as long as the call, and these functions.
ALTER FUNCTION recherche.vecteur_echanges(uuid) PARALLEL SAFE;

CREATE FUNCTION recherche.lexemes_du_nom(nom text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(DISTINCT '=' || n) FROM recherche.mots_du_nom(nom) n
$$;

CREATE OR REPLACE FUNCTION ep_reindexer_recherche() RETURNS bigint LANGUAGE plpgsql SET search_path = public, pg_temp
SET maintenance_work_mem = '1GB' SET work_mem = '256MB' SET jit = off SET enable_mergejoin = off
-- Its functions cost a thousand times what the planner believes: always shared.
SET parallel_setup_cost = 0 SET parallel_tuple_cost = 0 SET min_parallel_table_scan_size = 0 AS $$
DECLARE nombre bigint;
BEGIN
  LOCK TABLE demande, message IN SHARE MODE;

  -- The same names and motifs come back: each is read once.
  CREATE UNLOGGED TABLE recherche.lu_noms AS
  SELECT DISTINCT "caisseId", nom FROM (
    SELECT "caisseId", "nomNaissance" AS nom FROM demande UNION ALL SELECT "caisseId", "nomUsage" FROM demande UNION ALL SELECT "caisseId", prenom FROM demande
  ) x WHERE nom IS NOT NULL;
  CREATE UNLOGGED TABLE recherche.lu_nom AS SELECT DISTINCT nom FROM recherche.lu_noms;
  CREATE UNLOGGED TABLE recherche.lu_lexemes AS SELECT nom, recherche.lexemes_du_nom(nom) AS lexemes FROM recherche.lu_nom;
  CREATE UNLOGGED TABLE recherche.lu_motif AS
  SELECT x.*, recherche.marquer('+', recherche.racines(texte)) AS vecteur FROM (
    SELECT d.*, concat_ws(' ', d.objet, d.prestation, p.nom, nullif(s.nom, p.nom)) AS texte
    FROM (SELECT DISTINCT "caisseId", objet, coalesce(prestation, '') AS cle, prestation, "partenaireId", "structureId" FROM demande) d
    JOIN partenaire p ON p.id = d."partenaireId" JOIN structure s ON s.id = d."structureId"
  ) x;
  ANALYZE recherche.lu_lexemes, recherche.lu_motif;

  -- The new table, in the place of the old one once all is ready: pages are read and searches answered meanwhile. Nearly in the order of
  -- the filings, as they are read: the last ones lie side by side.
  CREATE TABLE recherche.neuve WITH (fillfactor = 85) AS
  SELECT d.id, d."caisseId", d."structureId", d."deposeeLe" AS le,
    array_to_tsvector(coalesce(n.lexemes, '{}') || coalesce(u.lexemes, '{}') || coalesce(p.lexemes, '{}')
      || ARRAY['#' || replace(d.reference, '-', ''), '#' || ltrim(split_part(d.reference, '-', 2), '0'), recherche.mois(d."deposeeLe")]
      || CASE WHEN d."dateNaissance" IS NULL THEN '{}' ELSE ARRAY['=' || to_char(d."dateNaissance", 'YYYYMMDD')] END)
    || coalesce(m.vecteur, '') || recherche.racines(coalesce(recherche.texte_des_details(d.details), '')) || recherche.vecteur_echanges(d.id) AS vecteur
  FROM demande d
  LEFT JOIN recherche.lu_motif m ON m."caisseId" = d."caisseId" AND m.objet = d.objet AND m.cle = coalesce(d.prestation, '')
    AND m."partenaireId" = d."partenaireId" AND m."structureId" = d."structureId"
  LEFT JOIN recherche.lu_lexemes n ON n.nom = d."nomNaissance" LEFT JOIN recherche.lu_lexemes u ON u.nom = d."nomUsage"
  LEFT JOIN recherche.lu_lexemes p ON p.nom = d.prenom;

  -- The lexicon, as `recherche.apprendre` would fill it; what a word is near to is computed once for all caisses.
  CREATE UNLOGGED TABLE recherche.lu_mots AS
  SELECT DISTINCT "caisseId", mot FROM (
    SELECT "caisseId", recherche.mots_a_retenir(nom) AS mot FROM recherche.lu_noms
    UNION ALL SELECT "caisseId", unnest(recherche.mots(texte)) FROM recherche.lu_motif
  ) x WHERE length(mot) BETWEEN 2 AND 40 AND mot ~ '[^0-9]';
  CREATE UNLOGGED TABLE recherche.lu_mot AS SELECT DISTINCT mot FROM recherche.lu_mots;
  CREATE UNLOGGED TABLE recherche.lu_proches AS SELECT mot, recherche.proches(mot) AS proches, recherche.son(mot) AS son FROM recherche.lu_mot;

  ALTER TABLE recherche.neuve ALTER "caisseId" SET NOT NULL, ALTER "structureId" SET NOT NULL, ALTER le SET NOT NULL, ALTER vecteur SET NOT NULL,
    ADD CONSTRAINT neuve_pkey PRIMARY KEY (id);
  -- Written at once, and not gathered first in a list that each search would read.
  CREATE INDEX neuve_mots ON recherche.neuve USING gin ("caisseId", "structureId", vecteur) WITH (fastupdate = off);
  CREATE INDEX neuve_caisse ON recherche.neuve ("caisseId", le, id);
  CREATE INDEX neuve_structure ON recherche.neuve ("structureId", le, id);
  ALTER TABLE recherche.neuve ADD CONSTRAINT neuve_id_fkey FOREIGN KEY (id) REFERENCES public.demande (id) ON DELETE CASCADE ON UPDATE CASCADE;
  SELECT count(*) INTO nombre FROM recherche.neuve;

  DROP INDEX IF EXISTS recherche.mot_proches, recherche.mot_trigrammes;
  ALTER TABLE recherche.mot DROP CONSTRAINT IF EXISTS mot_pkey;
  TRUNCATE recherche.mot;
  INSERT INTO recherche.mot ("caisseId", mot, proches, son)
  SELECT m."caisseId", m.mot, p.proches, p.son FROM recherche.lu_mots m JOIN recherche.lu_proches p ON p.mot = m.mot ORDER BY m."caisseId", m.mot;
  ALTER TABLE recherche.mot ADD CONSTRAINT mot_pkey PRIMARY KEY ("caisseId", mot);
  CREATE INDEX mot_proches ON recherche.mot USING gin ("caisseId", proches) WITH (fastupdate = off);
  CREATE INDEX mot_trigrammes ON recherche.mot USING gin ("caisseId", mot gin_trgm_ops) WITH (fastupdate = off);

  DROP TABLE recherche.lu_noms, recherche.lu_nom, recherche.lu_lexemes, recherche.lu_motif, recherche.lu_mots, recherche.lu_mot, recherche.lu_proches, recherche.demande;
  ALTER TABLE recherche.neuve RENAME TO demande;
  ALTER TABLE recherche.demande RENAME CONSTRAINT neuve_pkey TO demande_pkey;
  ALTER TABLE recherche.demande RENAME CONSTRAINT neuve_id_fkey TO demande_id_fkey;
  ALTER INDEX recherche.neuve_mots RENAME TO demande_mots;
  ALTER INDEX recherche.neuve_caisse RENAME TO demande_caisse;
  ALTER INDEX recherche.neuve_structure RENAME TO demande_structure;
  -- Touched, so that each connection reads it again: it holds rows of the table that is gone.
  ALTER FUNCTION ep_rechercher(text, jsonb, integer, timestamptz, uuid, integer) VOLATILE;
  ANALYZE recherche.demande, recherche.mot;
  RETURN nombre;
END $$;

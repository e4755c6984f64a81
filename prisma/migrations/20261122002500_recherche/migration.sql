-- Search over the demandes -------------------------------------------------------------------------------------------
-- One row for each demande, with all its words, in a schema of its own that only the owner can enter: neither the web process nor
-- the worker reads it. `ep_rechercher` asks it, within the perimeter of the transaction, and gives ids, that the pages read as usual.
--
-- A demande has one vector; the first sign of a lexeme says where the word stands:
--   =lefevre   a name, or the birth date (=19870714)     #4702, #26004702   its reference
--   +renouvel  its motif, its partenaire                 piec               its description, a message
--   !piec      an internal note, asked for by the caisse only     @202611     month of its filing
-- Words are without accents; all but the names are French stems.

CREATE SCHEMA recherche;
REVOKE ALL ON SCHEMA recherche FROM PUBLIC;

CREATE TEXT SEARCH CONFIGURATION ep_francais (COPY = french);
ALTER TEXT SEARCH CONFIGURATION ep_francais ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;

CREATE TABLE recherche.demande (
  id uuid PRIMARY KEY REFERENCES public.demande (id) ON DELETE CASCADE ON UPDATE CASCADE,
  "caisseId" uuid NOT NULL,
  "structureId" uuid NOT NULL,
  le timestamptz(3) NOT NULL,
  vecteur tsvector NOT NULL
) WITH (fillfactor = 85);

-- Words of names, motifs and partenaires at each caisse, to find the one that was meant by a word with a slip.
CREATE TABLE recherche.mot (
  "caisseId" uuid NOT NULL REFERENCES public.caisse (id) ON DELETE CASCADE,
  mot text NOT NULL,
  -- The word, the same without each of its letters, and its sound: two words one slip apart have one of these in common.
  proches text[] NOT NULL,
  son text NOT NULL,
  PRIMARY KEY ("caisseId", mot)
);

-- Words ---------------------------------------------------------------------------------------------------------------

/* Words of a text: no accents, no signs, lower case. */
CREATE FUNCTION recherche.mots(texte text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_remove(string_to_array(regexp_replace(lower(public.unaccent('public.unaccent', normalize(coalesce(texte, ''), NFKC))), '[^[:alnum:]]+', ' ', 'g'), ' '), '')
$$;

/* Words of a name, and its parts joined: «Le Gall» is also found by «legall», «d’Almeida» by «dalmeida». */
CREATE FUNCTION recherche.mots_du_nom(nom text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH m AS (SELECT recherche.mots(nom) AS mots)
  SELECT unnest(mots) FROM m
  UNION ALL SELECT mots[i] || mots[i + 1] FROM m, generate_series(1, cardinality(mots) - 1) i
  UNION ALL SELECT array_to_string(mots, '') FROM m WHERE cardinality(mots) > 2
$$;

/* Words of a name as they are kept to find a slip in them: joined forms for particles only, or every pair of long names would be a word. */
CREATE FUNCTION recherche.mots_a_retenir(nom text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH m AS (SELECT recherche.mots(nom) AS mots)
  SELECT unnest(mots) FROM m
  UNION ALL SELECT mots[i] || mots[i + 1] FROM m, generate_series(1, cardinality(mots) - 1) i WHERE least(length(mots[i]), length(mots[i + 1])) <= 3
$$;

/* French stems of a text, as a vector without positions. «et/ou» is no path, «reçu.Merci» no address. */
CREATE FUNCTION recherche.racines(texte text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT strip(to_tsvector('public.ep_francais', replace(replace(texte, '/', ' '), '.', ' ')))
$$;

/* How a name sounds, roughly: Lefebvre and Lefèvre, Philippe and Filip, Thévenot and Tevenaud are the same. */
CREATE FUNCTION recherche.son(mot text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN length(s) < 3 THEN mot ELSE s END FROM (SELECT
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
      translate(mot, 'ywz', 'ivs'), 'ph', 'f', 'g'), 'e?au', 'o', 'g'), '[ae]i', 'e', 'g'), 'qu|ck|cc|c(?![ehi])', 'k', 'g'), 'c(?=[ei])', 's', 'g'),
      'bv', 'v', 'g'), '(?<!c)h', '', 'g'), '(.)\1+', '\1', 'g'), '[estdx]+$', '') AS s) x
$$;

CREATE FUNCTION recherche.proches(mot text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(DISTINCT v) FROM (
    SELECT mot AS v
    UNION ALL SELECT overlay(mot PLACING '' FROM i FOR 1) FROM generate_series(1, length(mot)) i WHERE length(mot) > 2
    UNION ALL SELECT '~' || recherche.son(mot) WHERE length(mot) > 3
  ) x
$$;

/* One slip in a short word, two in a long one; two letters that changed places count as one. */
CREATE FUNCTION recherche.ressemble(a text, b text, meme_son boolean) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN meme_son THEN public.levenshtein_less_equal(a, b, 4) <= 4
    WHEN least(length(a), length(b)) < 3 THEN false
    WHEN length(b) >= 8 THEN public.levenshtein_less_equal(a, b, 2) <= 2
    ELSE public.levenshtein_less_equal(a, b, 1) <= 1 OR (length(a) = length(b) AND public.levenshtein_less_equal(a, b, 2) = 2
      AND (SELECT array_agg(l ORDER BY l) FROM string_to_table(a, NULL) l) = (SELECT array_agg(l ORDER BY l) FROM string_to_table(b, NULL) l))
  END
$$;

-- What a demande is found by ------------------------------------------------------------------------------------------

/* The names of its person, joined forms included. */
CREATE FUNCTION recherche.noms(d public.demande) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT recherche.mots_du_nom(d."nomNaissance") UNION ALL SELECT recherche.mots_du_nom(d."nomUsage") UNION ALL SELECT recherche.mots_du_nom(d.prenom)
$$;

/* Its motif and its partenaire. */
CREATE FUNCTION recherche.texte_du_motif(d public.demande) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(' ', d.objet, d.prestation, p.nom, nullif(s.nom, p.nom))
  FROM public.partenaire p, public.structure s WHERE p.id = d."partenaireId" AND s.id = d."structureId"
$$;

/* The same lexemes, with a sign before each. */
CREATE FUNCTION recherche.marquer(signe text, vecteur tsvector) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(ARRAY(SELECT signe || l FROM unnest(tsvector_to_array(vecteur)) l))
$$;

CREATE FUNCTION recherche.vecteur_message(texte text, interne boolean) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN interne THEN recherche.marquer('!', recherche.racines(texte)) ELSE recherche.racines(texte) END
$$;

/* Month of a filing, as a lexeme. */
CREATE FUNCTION recherche.mois(le timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT '@' || to_char(le AT TIME ZONE 'UTC', 'YYYYMM') $$;

/* All that a person writes in the form. */
CREATE FUNCTION recherche.texte_des_details(details jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(v #>> '{}', ' ') FROM jsonb_path_query(details, 'strict $.** ? (@.type() == "string")') v
$$;

/* The demande without its messages. */
CREATE FUNCTION recherche.vecteur_demande(d public.demande) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT array_to_tsvector(ARRAY(
    SELECT '=' || n FROM recherche.noms(d) n
    UNION ALL SELECT '=' || to_char(d."dateNaissance", 'YYYYMMDD') WHERE d."dateNaissance" IS NOT NULL
    UNION ALL SELECT '#' || replace(d.reference, '-', '')
    UNION ALL SELECT '#' || ltrim(split_part(d.reference, '-', 2), '0')
    UNION ALL SELECT recherche.mois(d."deposeeLe")
  )) || recherche.marquer('+', recherche.racines(recherche.texte_du_motif(d)))
  || recherche.racines(coalesce(recherche.texte_des_details(d.details), ''))
$$;

/* Its messages, without those that were withdrawn. `ep_reindexer_recherche` says the same of all. */
CREATE FUNCTION recherche.vecteur_echanges(demande_id uuid) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT coalesce(recherche.racines(string_agg(m.texte, ' ') FILTER (WHERE NOT m.interne)), '')
    || coalesce(recherche.marquer('!', recherche.racines(string_agg(m.texte, ' ') FILTER (WHERE m.interne AND m."caisseId" = d."caisseId"))), '')
  FROM public.message m JOIN public.demande d ON d.id = m."demandeId" WHERE m."demandeId" = demande_id AND m."retireLe" IS NULL
$$;

CREATE FUNCTION recherche.apprendre(caisse_id uuid, mots text[]) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  -- In order: two filings that bring the same new words do not block each other.
  INSERT INTO recherche.mot ("caisseId", mot, proches, son)
  SELECT caisse_id, m, recherche.proches(m), recherche.son(m) FROM (SELECT DISTINCT m FROM unnest(mots) m WHERE length(m) BETWEEN 2 AND 40 AND m ~ '[^0-9]') x
  WHERE NOT EXISTS (SELECT FROM recherche.mot c WHERE c."caisseId" = caisse_id AND c.mot = m)
  ORDER BY m ON CONFLICT DO NOTHING
$$;

-- Kept up to date by triggers: a demande is found as soon as it is filed. A load of many rows goes round them with
-- `SET ep.chargement = 'oui'`, then calls `ep_reindexer_recherche()`.

CREATE FUNCTION recherche.suivre_demande() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM recherche.apprendre(NEW."caisseId", ARRAY(
    SELECT recherche.mots_a_retenir(NEW."nomNaissance") UNION SELECT recherche.mots_a_retenir(NEW."nomUsage") UNION SELECT recherche.mots_a_retenir(NEW.prenom)
  ) || recherche.mots(recherche.texte_du_motif(NEW)));
  IF TG_OP = 'INSERT' THEN
    INSERT INTO recherche.demande VALUES (NEW.id, NEW."caisseId", NEW."structureId", NEW."deposeeLe", recherche.vecteur_demande(NEW));
  ELSE
    UPDATE recherche.demande SET "caisseId" = NEW."caisseId", "structureId" = NEW."structureId", le = NEW."deposeeLe",
      vecteur = recherche.vecteur_demande(NEW) || recherche.vecteur_echanges(NEW.id) WHERE id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER recherche AFTER INSERT ON demande FOR EACH ROW
  WHEN (coalesce(current_setting('ep.chargement', true), '') <> 'oui') EXECUTE FUNCTION recherche.suivre_demande();
CREATE TRIGGER recherche_changement AFTER UPDATE OF reference, "caisseId", "partenaireId", "structureId", objet, prestation, "nomNaissance", "nomUsage", prenom,
  "dateNaissance", details, "deposeeLe" ON demande FOR EACH ROW
  WHEN (coalesce(current_setting('ep.chargement', true), '') <> 'oui' AND (OLD.reference, OLD."caisseId", OLD."partenaireId", OLD."structureId", OLD.objet, OLD.prestation,
    OLD."nomNaissance", OLD."nomUsage", OLD.prenom, OLD."dateNaissance", OLD.details, OLD."deposeeLe") IS DISTINCT FROM (NEW.reference, NEW."caisseId", NEW."partenaireId",
    NEW."structureId", NEW.objet, NEW.prestation, NEW."nomNaissance", NEW."nomUsage", NEW.prenom, NEW."dateNaissance", NEW.details, NEW."deposeeLe"))
  EXECUTE FUNCTION recherche.suivre_demande();

CREATE FUNCTION recherche.suivre_message() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE recherche.demande SET vecteur = vecteur || recherche.vecteur_message(NEW.texte, NEW.interne) WHERE id = NEW."demandeId";
  ELSE
    -- Withdrawn, or corrected: its words may stand elsewhere too.
    UPDATE recherche.demande r SET vecteur = recherche.vecteur_demande(d) || recherche.vecteur_echanges(d.id)
    FROM demande d WHERE r.id = d.id AND d.id = OLD."demandeId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER recherche AFTER INSERT ON message FOR EACH ROW
  WHEN (coalesce(current_setting('ep.chargement', true), '') <> 'oui' AND NEW."retireLe" IS NULL) EXECUTE FUNCTION recherche.suivre_message();
CREATE TRIGGER recherche_changement AFTER UPDATE OF texte, interne, "retireLe" OR DELETE ON message FOR EACH ROW
  WHEN (coalesce(current_setting('ep.chargement', true), '') <> 'oui') EXECUTE FUNCTION recherche.suivre_message();

-- A partenaire, or one of its structures, takes another name: rare, and its demandes are then found by it.
CREATE FUNCTION recherche.suivre_nom() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE recherche.demande r SET vecteur = ts_delete(r.vecteur, ARRAY(SELECT l FROM unnest(tsvector_to_array(r.vecteur)) l WHERE l LIKE '+%'))
    || recherche.marquer('+', recherche.racines(recherche.texte_du_motif(d)))
  FROM demande d WHERE r.id = d.id AND CASE TG_TABLE_NAME WHEN 'partenaire' THEN d."partenaireId" = NEW.id ELSE d."structureId" = NEW.id END;
  PERFORM recherche.apprendre(c."caisseId", recherche.mots(NEW.nom)) FROM (
    SELECT DISTINCT d."caisseId" FROM demande d WHERE CASE TG_TABLE_NAME WHEN 'partenaire' THEN d."partenaireId" = NEW.id ELSE d."structureId" = NEW.id END) c;
  RETURN NULL;
END $$;
CREATE TRIGGER recherche AFTER UPDATE OF nom ON partenaire FOR EACH ROW WHEN (OLD.nom <> NEW.nom) EXECUTE FUNCTION recherche.suivre_nom();
CREATE TRIGGER recherche AFTER UPDATE OF nom ON structure FOR EACH ROW WHEN (OLD.nom <> NEW.nom) EXECUTE FUNCTION recherche.suivre_nom();

-- The question --------------------------------------------------------------------------------------------------------

CREATE FUNCTION recherche.une_de(lexemes text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  -- Words hold letters and digits only: nothing to escape.
  SELECT '(' || string_agg(CASE WHEN l LIKE '%*' THEN quote_literal(rtrim(l, '*')) || ':*' ELSE quote_literal(l) END, '|') || ')' FROM unnest(lexemes) l
$$;

/* Words known at these caisses that may be the one meant, the nearest first. */
CREATE FUNCTION recherche.voisins(cherche text, caisses uuid[]) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  trouves text[];
  son_cherche text := recherche.son(cherche);
BEGIN
  IF length(cherche) < 3 OR length(cherche) > 40 OR cherche !~ '[^0-9]' THEN RETURN '{}'; END IF;
  SELECT array_agg(mot) INTO trouves FROM (
    SELECT DISTINCT c.mot, public.levenshtein(c.mot, cherche) AS ecart FROM recherche.mot c
    WHERE c."caisseId" = ANY (caisses) AND c.proches && recherche.proches(cherche) AND c.mot <> cherche AND recherche.ressemble(c.mot, cherche, c.son = son_cherche)
    ORDER BY ecart, c.mot LIMIT 12
  ) x;
  IF trouves IS NULL AND length(cherche) >= 6 AND NOT EXISTS (SELECT FROM recherche.mot c WHERE c."caisseId" = ANY (caisses) AND c.mot = cherche) THEN
    PERFORM set_config('pg_trgm.similarity_threshold', '0.45', true);
    SELECT array_agg(mot) INTO trouves FROM (
      SELECT DISTINCT c.mot, public.similarity(c.mot, cherche) AS part FROM recherche.mot c
      WHERE c."caisseId" = ANY (caisses) AND c.mot OPERATOR(public.%) cherche
      ORDER BY part DESC, c.mot LIMIT 6
    ) x;
  END IF;
  RETURN coalesce(trouves, '{}');
END $$;

/* A name that begins so: its words when they are few, found by their exact lists, or else all that begins so. */
CREATE FUNCTION recherche.debuts(cherche text, caisses uuid[]) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE trouves text[];
BEGIN
  IF cherche ~ '[^0-9]' THEN
    trouves := ARRAY(SELECT DISTINCT '=' || x.mot FROM unnest(caisses) k, LATERAL (
      SELECT c.mot FROM recherche.mot c WHERE c."caisseId" = k AND c.mot >= cherche AND c.mot < cherche || chr(1114111) LIMIT 61) x);
  END IF;
  RETURN CASE WHEN cardinality(trouves) BETWEEN 1 AND 60 THEN trouves ELSE ARRAY['=' || cherche || '*'] END;
END $$;

/*
 * The four questions that words ask, from the narrowest to the widest: names as written; names begun or one slip away; motif, partenaire and
 * reference; anything written. Each is an array of conditions, that must all hold, written as text. `lexemes`: all that they name, to tell
 * afterwards what was found. `seule`: the first question only, which asks no neighbour.
 */
CREATE FUNCTION recherche.questions(texte text, caisses uuid[], notes boolean, seule boolean, OUT niveaux jsonb, OUT lexemes text[]) LANGUAGE plpgsql STABLE AS $$
DECLARE
  lu text := regexp_replace(regexp_replace(texte, '(?<!\d)(\d\d?)[/. -](\d\d?)[/. -]([12]\d{3})(?!\d)', ' \3n\2n\1n ', 'g'), '(?<![\d-])(\d\d)\s*-\s*(\d{6,10})(?!\d)', ' \1\2 ', 'g');
  debut_reference text := substring(texte FROM '^\s*(\d\d\s*-\s*\d{1,10})\s*$');
  mots text[];
  utiles text[];
  joints text[];
  connu boolean;
  mot text;
  formes text[];
  proches text[];
  racines text[];
  exacts text[]; noms text[] := '{}'; larges text[] := '{}'; entiers text[] := '{}';
BEGIN
  lexemes := '{}'; niveaux := '[]';
  -- A birth date becomes one word.
  mots := ARRAY(SELECT CASE WHEN m ~ '^\d{4}n\d\d?n\d\d?n$' THEN (SELECT p[1] || lpad(p[2], 2, '0') || lpad(p[3], 2, '0') FROM string_to_array(m, 'n') p) ELSE m END
    FROM unnest(recherche.mots(left(lu, 200))) WITH ORDINALITY t(m, rang) WHERE length(m) <= 60 ORDER BY rang LIMIT 10);
  utiles := ARRAY(SELECT m FROM unnest(mots) m WHERE m NOT IN ('mme', 'madame', 'm', 'mr', 'monsieur', 'mlle', 'mademoiselle', 'ne', 'nee'));
  IF cardinality(utiles) > 0 THEN mots := utiles; END IF;
  IF cardinality(mots) = 0 THEN RETURN; END IF;

  lexemes := ARRAY(SELECT '=' || m FROM unnest(mots) m);
  exacts := ARRAY(SELECT DISTINCT quote_literal(l) FROM unnest(lexemes) l);
  -- Or with two neighbours joined, when it makes a word: «le fevre» for «Lefèvre».
  joints := ARRAY(SELECT '(' || (SELECT string_agg(quote_literal('=' || m), '&') FROM unnest(mots[:i - 1] || (mots[i] || mots[i + 1]) || mots[i + 2:]) m) || ')'
    FROM generate_series(1, cardinality(mots) - 1) i WHERE EXISTS (SELECT FROM recherche.mot c WHERE c."caisseId" = ANY (caisses) AND c.mot = mots[i] || mots[i + 1]));
  IF debut_reference IS NOT NULL THEN joints := joints || recherche.une_de(ARRAY['#' || regexp_replace(debut_reference, '\D', '', 'g') || '*']); END IF;
  IF cardinality(joints) > 0 THEN
    exacts := ARRAY['(' || array_to_string(exacts, '&') || ')|' || array_to_string(joints, '|')];
    lexemes := lexemes || ARRAY(SELECT '=' || mots[i] || mots[i + 1] FROM generate_series(1, cardinality(mots) - 1) i);
  END IF;
  niveaux := jsonb_build_array(exacts);
  IF seule THEN RETURN; END IF;

  FOR i IN 1..cardinality(mots) LOOP
    mot := mots[i];
    formes := ARRAY['=' || mot];
    IF length(mot) >= 3 THEN
      connu := EXISTS (SELECT FROM recherche.mot c WHERE c."caisseId" = ANY (caisses) AND c.mot = mots[i]);
      -- The last word may not be finished; another that is known is.
      IF i = cardinality(mots) OR NOT connu THEN formes := formes || recherche.debuts(mot, caisses); END IF;
    END IF;
    proches := recherche.voisins(mot, caisses);
    formes := formes || ARRAY(SELECT '=' || p FROM unnest(proches) p);
    -- «loyer» and «loyers» have two stems in French.
    racines := tsvector_to_array(recherche.racines(concat_ws(' ', mot, mot || 's', rtrim(mot, 'sx'))));
    -- Particles and little words tell nothing apart from the name as written.
    IF length(mot) > 2 OR mot ~ '\d' OR cardinality(mots) = 1 THEN noms := noms || recherche.une_de(formes); END IF;
    IF mot ~ '^\d+$' THEN formes := formes || ARRAY['#' || ltrim(mot, '0')]; END IF;
    lexemes := lexemes || formes;
    CONTINUE WHEN cardinality(tsvector_to_array(recherche.racines(mot))) = 0;
    formes := formes || ARRAY(SELECT '+' || r FROM unnest(racines) r) || ARRAY(SELECT DISTINCT '+' || l FROM unnest(proches) p, unnest(tsvector_to_array(recherche.racines(p))) l);
    larges := larges || recherche.une_de(formes);
    formes := formes || racines || CASE WHEN notes THEN ARRAY(SELECT '!' || r FROM unnest(racines) r) ELSE '{}' END;
    entiers := entiers || recherche.une_de(formes);
    lexemes := lexemes || formes;
  END LOOP;
  niveaux := jsonb_build_array(exacts, noms, larges, entiers);
END $$;

/*
 * Ids of the demandes that hold the words, within the perimeter of the transaction and never beyond: an agent's caisse, or a technicien's structure at
 * the caisses open today. No argument widens it. Names as written first, then near names, then motif and partenaire, then what was written;
 * in each, the last filed first. `filtres`: service, ouvertes, etats, auteur, depuis. `apres_*`: the last row seen. `trouves`: the lexemes of the row that answer (see above).
 */
CREATE FUNCTION ep_rechercher(texte text, filtres jsonb, apres_niveau integer, apres_le timestamptz, apres_id uuid, nombre integer)
RETURNS TABLE (id uuid, niveau integer, le timestamptz, trouves text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET enable_indexscan = on SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  pas integer;
  agent uuid := ep_uuid('agent');
  structure uuid := CASE WHEN agent IS NULL THEN ep_uuid('structure') END;
  caisses uuid[] := CASE WHEN agent IS NULL THEN ep_uuids('caisses') ELSE ARRAY[agent] END;
  perimetre text := CASE WHEN agent IS NULL THEN 'r."structureId" = $1 AND r."caisseId" = ANY ($2)' ELSE 'r."caisseId" = $1' END;
  filtre text := concat(
    CASE WHEN filtres ->> 'service' IS NOT NULL THEN format(' AND d.service = %L', filtres ->> 'service') END,
    CASE WHEN filtres ->> 'ouvertes' IS NOT NULL THEN format(' AND d.ouverte = %L::boolean', filtres ->> 'ouvertes') END,
    CASE WHEN filtres ->> 'etats' IS NOT NULL THEN format(' AND d.etat = ANY (%L::text[])', ARRAY(SELECT jsonb_array_elements_text(filtres -> 'etats'))) END,
    CASE WHEN filtres ->> 'auteur' IS NOT NULL THEN format(' AND d."auteurId" = %L::uuid', filtres ->> 'auteur') END,
    CASE WHEN filtres ->> 'depuis' IS NOT NULL THEN format(' AND d."deposeeLe" >= %L::timestamptz', filtres ->> 'depuis') END);
  niveaux jsonb;
  lexemes text[];
  debuts text[];
  questions tsquery[];
  deja tsquery;
  tient text;
  reste integer := least(greatest(nombre, 1), 500);
  borne_le timestamptz;
  borne_id uuid;
  recents timestamptz;
  lignes recherche.demande[];
  ligne recherche.demande;
BEGIN
  IF coalesce(agent, structure) IS NULL OR coalesce(cardinality(caisses), 0) = 0 THEN RETURN; END IF;
  IF filtre <> '' THEN filtre := format('AND EXISTS (SELECT FROM public.demande d WHERE d.id = r.id %s)', filtre); END IF;
  FOR i IN greatest(coalesce(apres_niveau, 1), 1)..4 LOOP
    -- Neighbours are looked for when the words as written do not fill the list.
    IF niveaux IS NULL OR i = 2 THEN
      SELECT q.niveaux, q.lexemes, ARRAY(SELECT rtrim(l, '*') FROM unnest(q.lexemes) l WHERE l LIKE '%*') INTO niveaux, lexemes, debuts
      FROM recherche.questions(texte, caisses, agent IS NOT NULL, i = 1) q;
    END IF;
    CONTINUE WHEN coalesce(jsonb_array_length(niveaux -> (i - 1)), 0) = 0;
    questions := ARRAY(SELECT x::tsquery FROM jsonb_array_elements_text(niveaux -> (i - 1)) x);
    -- What a narrower question finds is not found again.
    FOR avant IN 0..i - 2 LOOP
      deja := NULL;
      SELECT string_agg('(' || x || ')', '&')::tsquery INTO deja FROM jsonb_array_elements_text(niveaux -> avant) x;
      IF deja IS NOT NULL THEN questions := questions || !!deja; END IF;
    END LOOP;
    -- Each word is a condition of its own: the index then jumps from a line of the one to the next of the other.
    tient := (SELECT string_agg(format('r.vecteur @@ $3[%s]', k), ' AND ') FROM generate_series(1, cardinality(questions)) k);
    borne_le := CASE WHEN i = apres_niveau THEN apres_le ELSE 'infinity' END;
    borne_id := CASE WHEN i = apres_niveau THEN apres_id ELSE 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid END;
    lignes := NULL;
    -- Words that many demandes hold are met by reading the last ones, in the order of the list; the index of words would give them all, to be
    -- sorted. Two of the last 200 hold them: twenty of the last 3,000 should. So that neither way grows with the table.
    FOREACH pas IN ARRAY ARRAY[200, 3000] LOOP
      EXIT WHEN coalesce(cardinality(lignes), 0) >= reste OR (pas > 200 AND coalesce(cardinality(lignes), 0) < 2);
      PERFORM set_config('enable_indexscan', 'on', true);
      EXECUTE format('SELECT array_agg(x) FROM (SELECT r.* FROM (
        SELECT r.* FROM recherche.demande r WHERE %s AND (r.le, r.id) < ($4, $5) ORDER BY r.le DESC, r.id DESC LIMIT %s
      ) r WHERE %s %s ORDER BY r.le DESC, r.id DESC LIMIT $6) x', perimetre, pas, tient, filtre)
        INTO lignes USING coalesce(agent, structure), caisses, questions, borne_le, borne_id, reste;
    END LOOP;
    -- Then by the index of words: two months, the ten before, all the rest. Twenty lines in ten months are few to sort; more stop there.
    -- The month of a line is one of its words, so that the index reads no other.
    IF coalesce(cardinality(lignes), 0) < reste THEN
      recents := CASE WHEN borne_le < 'infinity' THEN borne_le WHEN agent IS NULL THEN (SELECT max(r.le) FROM recherche.demande r WHERE r."structureId" = structure)
        ELSE (SELECT max(r.le) FROM recherche.demande r WHERE r."caisseId" = agent) END;
      EXIT WHEN recents IS NULL;
      PERFORM set_config('enable_indexscan', 'off', true);
      EXECUTE (SELECT 'SELECT array_agg(x) FROM (SELECT * FROM (' || string_agg(format(
          '(WITH trouvee AS MATERIALIZED (SELECT r.* FROM recherche.demande r WHERE %s AND %s %s AND (r.le + interval ''0'', r.id) < ($4, $5) AND r.le + interval ''0'' < %L %s)
            SELECT * FROM trouvee ORDER BY le DESC, id DESC LIMIT $6)', perimetre, tient, ' AND r.vecteur @@ ' || quote_literal(m.mois) || '::tsquery', m.fin, filtre),
          ' UNION ALL ' ORDER BY m.rang) || ') y LIMIT $6) x'
        FROM (
          SELECT 1 AS rang, 'infinity'::timestamptz AS fin, string_agg(quote_literal(recherche.mois(mois)), '|') AS mois
          FROM (SELECT date_trunc('month', recents, 'UTC') - k * interval '1 month' AS mois FROM generate_series(0, 1) k) p
          UNION ALL SELECT 2, 'infinity', string_agg(quote_literal(recherche.mois(mois)), '|')
          FROM (SELECT date_trunc('month', recents, 'UTC') - k * interval '1 month' AS mois FROM generate_series(2, 11) k) p
          UNION ALL SELECT 3, date_trunc('month', recents, 'UTC') - interval '11 months', NULL
        ) m)
        INTO lignes USING coalesce(agent, structure), caisses, questions, borne_le, borne_id, reste;
    END IF;
    FOREACH ligne IN ARRAY coalesce(lignes, '{}') LOOP
      id := ligne.id; niveau := i; le := ligne.le;
      trouves := ARRAY(SELECT l FROM unnest(tsvector_to_array(ligne.vecteur)) l JOIN unnest(lexemes) x ON x = l
        UNION SELECT l FROM unnest(debuts) x, unnest(tsvector_to_array(ligne.vecteur)) l WHERE starts_with(l, x));
      RETURN NEXT;
      reste := reste - 1;
    END LOOP;
    EXIT WHEN reste <= 0;
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION ep_rechercher(text, jsonb, integer, timestamptz, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_rechercher(text, jsonb, integer, timestamptz, uuid, integer) TO ep_web;

/* Forgets the words of the lexicon that no demande bears any more, one part of `parts` at a time: names corrected, demandes purged. */
CREATE FUNCTION ep_oublier_mots(part integer, parts integer) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
SET enable_seqscan = off SET enable_indexscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
  WITH oublie AS (
    DELETE FROM recherche.mot m WHERE (hashtext(m.mot) & 1073741823) % parts = part AND NOT EXISTS (
      SELECT FROM recherche.demande r WHERE r."caisseId" = m."caisseId"
        AND r.vecteur @@ recherche.une_de(ARRAY['=' || m.mot] || ARRAY(SELECT '+' || l FROM unnest(tsvector_to_array(recherche.racines(m.mot))) l))::tsquery
      OFFSET 0)
    RETURNING 1)
  SELECT count(*) FROM oublie
$$;
REVOKE EXECUTE ON FUNCTION ep_oublier_mots(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_oublier_mots(integer, integer) TO ep_travaux;

/*
 * Builds all again, indexes included: after a load that went round the triggers, or a change of what is indexed. Nothing is found meanwhile,
 * and filings wait: for maintenance, and for the owner alone.
 */
CREATE FUNCTION ep_reindexer_recherche() RETURNS bigint LANGUAGE plpgsql SET search_path = public, pg_temp
SET maintenance_work_mem = '512MB' SET work_mem = '256MB' SET jit = off SET enable_mergejoin = off AS $$
DECLARE nombre bigint;
BEGIN
  LOCK TABLE demande, message IN SHARE MODE;
  DROP INDEX IF EXISTS recherche.demande_mots, recherche.demande_caisse, recherche.demande_structure, recherche.mot_proches, recherche.mot_trigrammes;
  ALTER TABLE recherche.demande DROP CONSTRAINT IF EXISTS demande_id_fkey, DROP CONSTRAINT IF EXISTS demande_pkey;
  TRUNCATE recherche.demande, recherche.mot;
  -- The same names and motifs come back: each is read once.
  CREATE TEMP TABLE nom_lu ON COMMIT DROP AS
  SELECT nom, ARRAY(SELECT DISTINCT '=' || n FROM recherche.mots_du_nom(nom) n) AS lexemes
  FROM (SELECT "nomNaissance" AS nom FROM demande UNION SELECT "nomUsage" FROM demande UNION SELECT prenom FROM demande) x WHERE nom IS NOT NULL;
  CREATE TEMP TABLE motif_lu ON COMMIT DROP AS
  SELECT x.*, recherche.marquer('+', recherche.racines(texte)) AS vecteur FROM (
    SELECT d.*, concat_ws(' ', d.objet, d.prestation, p.nom, nullif(s.nom, p.nom)) AS texte
    FROM (SELECT DISTINCT "caisseId", objet, coalesce(prestation, '') AS cle, prestation, "partenaireId", "structureId" FROM demande) d
    JOIN partenaire p ON p.id = d."partenaireId" JOIN structure s ON s.id = d."structureId"
  ) x;
  ANALYZE nom_lu, motif_lu;
  -- In the order of the table, which is that of the filings (a merge would lose it): the last ones lie side by side.
  INSERT INTO recherche.demande
  SELECT d.id, d."caisseId", d."structureId", d."deposeeLe",
    array_to_tsvector(coalesce(n.lexemes, '{}') || coalesce(u.lexemes, '{}') || coalesce(p.lexemes, '{}')
      || ARRAY['#' || replace(d.reference, '-', ''), '#' || ltrim(split_part(d.reference, '-', 2), '0'), recherche.mois(d."deposeeLe")]
      || CASE WHEN d."dateNaissance" IS NULL THEN '{}' ELSE ARRAY['=' || to_char(d."dateNaissance", 'YYYYMMDD')] END)
    || coalesce(m.vecteur, '') || recherche.racines(concat_ws(' ', recherche.texte_des_details(d.details), e.messages))
    || CASE WHEN e.notes IS NULL THEN '' ELSE recherche.marquer('!', recherche.racines(e.notes)) END
  FROM demande d
  LEFT JOIN motif_lu m ON m."caisseId" = d."caisseId" AND m.objet = d.objet AND m.cle = coalesce(d.prestation, '') AND m."partenaireId" = d."partenaireId" AND m."structureId" = d."structureId"
  LEFT JOIN nom_lu n ON n.nom = d."nomNaissance" LEFT JOIN nom_lu u ON u.nom = d."nomUsage" LEFT JOIN nom_lu p ON p.nom = d.prenom
  LEFT JOIN LATERAL (
    SELECT string_agg(x.texte, ' ') FILTER (WHERE NOT x.interne) AS messages, string_agg(x.texte, ' ') FILTER (WHERE x.interne AND x."caisseId" = d."caisseId") AS notes
    FROM message x WHERE x."demandeId" = d.id AND x."retireLe" IS NULL
  ) e ON true;
  GET DIAGNOSTICS nombre = ROW_COUNT;
  PERFORM recherche.apprendre(x."caisseId", x.mots) FROM (
    SELECT "caisseId", array_agg(DISTINCT m) AS mots FROM (
      SELECT x."caisseId", recherche.mots_a_retenir(x.nom) AS m FROM (
        SELECT "caisseId", "nomNaissance" AS nom FROM demande UNION SELECT "caisseId", "nomUsage" FROM demande UNION SELECT "caisseId", prenom FROM demande) x
      UNION ALL SELECT "caisseId", unnest(recherche.mots(texte)) FROM motif_lu
    ) y GROUP BY 1
  ) x;
  DROP TABLE nom_lu, motif_lu;
  ALTER TABLE recherche.demande ADD CONSTRAINT demande_pkey PRIMARY KEY (id),
    ADD CONSTRAINT demande_id_fkey FOREIGN KEY (id) REFERENCES public.demande (id) ON DELETE CASCADE ON UPDATE CASCADE;
  CREATE INDEX mot_proches ON recherche.mot USING gin ("caisseId", proches) WITH (fastupdate = off);
  CREATE INDEX mot_trigrammes ON recherche.mot USING gin ("caisseId", mot gin_trgm_ops) WITH (fastupdate = off);
  -- Written at once, and not gathered first in a list that each search would read.
  CREATE INDEX demande_mots ON recherche.demande USING gin ("caisseId", "structureId", vecteur) WITH (fastupdate = off);
  CREATE INDEX demande_caisse ON recherche.demande ("caisseId", le, id);
  CREATE INDEX demande_structure ON recherche.demande ("structureId", le, id);
  ANALYZE recherche.demande, recherche.mot;
  RETURN nombre;
END $$;
REVOKE EXECUTE ON FUNCTION ep_reindexer_recherche() FROM PUBLIC;
SELECT ep_reindexer_recherche();

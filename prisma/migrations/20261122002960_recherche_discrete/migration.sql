-- The words known at a caisse come from all its partenaires: what a technicien finds among its own demandes must not depend on which of
-- them others have brought, or a search would tell whether somebody of that name has a demande there.

/* All the words one slip away, without a choice of the nearest, that the words of others would win, and without a wider search when there is none. */
CREATE FUNCTION recherche.voisins_discrets(cherche text, caisses uuid[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN length(cherche) BETWEEN 3 AND 40 AND cherche ~ '[^0-9]' THEN ARRAY(
    SELECT DISTINCT c.mot FROM recherche.mot c
    WHERE c."caisseId" = ANY (caisses) AND c.proches && recherche.proches(cherche) AND c.mot <> cherche
      AND recherche.ressemble(c.mot, cherche, c.son = recherche.son(cherche))
    ORDER BY c.mot LIMIT 400
  ) ELSE '{}' END
$$;

-- As before, but that for a technicien (`notes` is false) nothing asks whether a word is known.
CREATE OR REPLACE FUNCTION recherche.questions(texte text, caisses uuid[], notes boolean, seule boolean, OUT niveaux jsonb, OUT lexemes text[]) LANGUAGE plpgsql STABLE AS $$
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
    FROM generate_series(1, cardinality(mots) - 1) i
    WHERE NOT notes OR EXISTS (SELECT FROM recherche.mot c WHERE c."caisseId" = ANY (caisses) AND c.mot = mots[i] || mots[i + 1]));
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
      connu := notes AND EXISTS (SELECT FROM recherche.mot c WHERE c."caisseId" = ANY (caisses) AND c.mot = mots[i]);
      -- The last word may not be finished; another that is known is.
      IF i = cardinality(mots) OR NOT connu THEN formes := formes || recherche.debuts(mot, caisses); END IF;
    END IF;
    proches := CASE WHEN notes THEN recherche.voisins(mot, caisses) ELSE recherche.voisins_discrets(mot, caisses) END;
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

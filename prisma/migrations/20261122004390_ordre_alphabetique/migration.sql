-- Names are put in the order a French directory has, whatever the order of the database itself: under «C», «Élise» would come
-- after «Zoé», at the end of every list and on the last of its pages.
DROP TRIGGER recherche ON partenaire;
DROP TRIGGER recherche ON structure;

DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT * FROM (VALUES
      ('caisse', 'nom'), ('caisse', 'ville'), ('cle_acces', 'nom'), ('compte', 'nom'), ('compte', 'prenom'), ('contact_caisse', 'nom'),
      ('contact_caisse', 'theme'), ('contact_partenaire', 'nom'), ('copil', 'libelle'), ('equipe', 'nom'), ('fermeture', 'libelle'),
      ('formation', 'theme'), ('modele_reponse', 'titre'), ('motif', 'libelle'), ('motif_caisse', 'libelle'), ('partenaire', 'nom'),
      ('partenaire', 'ville'), ('piece_attendue', 'libelle'), ('signataire', 'nom'), ('structure', 'nom'), ('structure', 'ville'), ('vue_file', 'nom')) AS v (t, col)
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "fr-x-icu"', c.t, c.col);
  END LOOP;
END
$$;

CREATE TRIGGER recherche AFTER UPDATE OF nom ON partenaire FOR EACH ROW WHEN (OLD.nom <> NEW.nom) EXECUTE FUNCTION recherche.suivre_nom();
CREATE TRIGGER recherche AFTER UPDATE OF nom ON structure FOR EACH ROW WHEN (OLD.nom <> NEW.nom) EXECUTE FUNCTION recherche.suivre_nom();

-- What a word is near to is a set, compared by its bytes: the same whatever column the word comes from.
CREATE OR REPLACE FUNCTION recherche.proches(mot text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(DISTINCT v COLLATE "C") FROM (
    SELECT mot AS v
    UNION ALL SELECT overlay(mot PLACING '' FROM i FOR 1) FROM generate_series(1, length(mot)) i WHERE length(mot) > 2
    UNION ALL SELECT '~' || recherche.son(mot) WHERE length(mot) > 3
  ) x
$$;

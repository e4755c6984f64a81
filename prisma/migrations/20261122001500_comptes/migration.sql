-- Seats of a structure. The accounts are counted beyond what the caller may see: a quota holds for all the caisses of a partenaire.
-- Counts only. `jour`: today, for the conventions that are still alive.
CREATE FUNCTION ep_places(structure_id uuid, jour date)
  RETURNS TABLE (membres int, gestionnaires int, techniciens int, "quotaTechniciens" boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s."nombreMembres",
    (SELECT count(*)::int FROM compte c WHERE c."structureId" = s.id AND c.profil = 'gestionnaire' AND c.etat <> 'inactif'),
    (SELECT count(*)::int FROM compte c WHERE c."structureId" = s.id AND c.profil = 'technicien' AND c.etat <> 'inactif'),
    EXISTS (SELECT FROM convention_caisse v JOIN reglages_caisse r ON r."caisseId" = v."caisseId"
      WHERE v."partenaireId" = s."partenaireId" AND r."quotaTechniciensActif"
        AND v.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure') AND (v."finLe" IS NULL OR v."finLe" >= jour))
  FROM structure s WHERE s.id = structure_id
$$;

-- Whether an account that comes back may keep its password: who brings it back never reads the secret itself.
CREATE FUNCTION ep_mot_de_passe_tient(compte_id uuid, a_l_instant timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM authentification a WHERE a."compteId" = compte_id AND a."motDePasseHash" IS NOT NULL
    AND a."motDePasseLe" > a_l_instant - make_interval(months => coalesce(
      (SELECT (valeur #>> '{}')::int FROM parametre WHERE cle = 'mot_de_passe_mois'), 1200)))
$$;

-- A link sent to an address that was wrong must open nothing.
CREATE FUNCTION ep_fermer_liens() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE jeton SET "utiliseLe" = now() WHERE "compteId" = NEW.id AND "utiliseLe" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER adresse_changee AFTER UPDATE OF courriel ON compte FOR EACH ROW WHEN (NEW.courriel <> OLD.courriel)
  EXECUTE FUNCTION ep_fermer_liens();

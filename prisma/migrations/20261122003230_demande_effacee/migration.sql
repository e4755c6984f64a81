-- Nothing comes back to a demande whose content is gone.
CREATE FUNCTION ep_demande_effacee() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM demande d WHERE d.id = NEW."demandeId" AND d."contenuEffaceLe" IS NOT NULL) THEN
    RAISE EXCEPTION 'permission denied: le contenu de cette demande est effacé';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER demande_effacee BEFORE INSERT ON message FOR EACH ROW EXECUTE FUNCTION ep_demande_effacee();
CREATE TRIGGER demande_effacee BEFORE INSERT ON rendez_vous FOR EACH ROW EXECUTE FUNCTION ep_demande_effacee();
CREATE TRIGGER demande_effacee BEFORE INSERT OR UPDATE OF "demandeId" ON piece_jointe FOR EACH ROW
  WHEN (NEW."demandeId" IS NOT NULL) EXECUTE FUNCTION ep_demande_effacee();
-- What is left of it are figures, which stay as they are.
CREATE FUNCTION ep_figer_squelette() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user = 'ep_web' AND (OLD."contenuEffaceLe" IS NOT NULL OR NEW."contenuEffaceLe" IS NOT NULL)
    AND (to_jsonb(NEW) - ARRAY['nonLusCaisse', 'nonLusPartenaire']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['nonLusCaisse', 'nonLusPartenaire']) THEN
    RAISE EXCEPTION 'permission denied: le contenu de cette demande est effacé';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER squelette_fige BEFORE UPDATE ON demande FOR EACH ROW
  WHEN (OLD."contenuEffaceLe" IS NOT NULL OR NEW."contenuEffaceLe" IS NOT NULL) EXECUTE FUNCTION ep_figer_squelette();

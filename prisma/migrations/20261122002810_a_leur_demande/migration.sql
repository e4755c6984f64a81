-- A file and a receipt stay where their demande is. The policies alone would let an account with two open caisses move them from one
-- to the other; a transfer does it, under the owner of its function.
CREATE FUNCTION ep_fixer_piece() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user = 'ep_web' AND OLD."demandeId" IS NOT NULL
    AND (NEW."demandeId", NEW."caisseId", NEW."structureId") IS DISTINCT FROM (OLD."demandeId", OLD."caisseId", OLD."structureId") THEN
    RAISE EXCEPTION 'permission denied: ce qui tient à une demande ne la quitte pas';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER piece_fixe BEFORE UPDATE OF "demandeId", "caisseId", "structureId" ON piece_jointe FOR EACH ROW EXECUTE FUNCTION ep_fixer_piece();
CREATE TRIGGER lecture_fixe BEFORE UPDATE OF "demandeId", "caisseId", "structureId" ON lecture FOR EACH ROW EXECUTE FUNCTION ep_fixer_suite();

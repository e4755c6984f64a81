-- AlterTable
ALTER TABLE "avenant" ADD COLUMN     "caisseIds" UUID[],
ADD COLUMN     "dureeMois" INTEGER,
ADD COLUMN     "preavisMois" INTEGER,
ADD COLUMN     "taciteReconduction" BOOLEAN;

-- AlterTable
ALTER TABLE "convention" ADD COLUMN     "partenaireSignataire" TEXT,
ADD COLUMN     "partenaireSigneLe" DATE;

-- AlterTable
ALTER TABLE "convention_caisse" ADD COLUMN     "causeFin" TEXT,
ADD COLUMN     "reconduiteLe" DATE;

ALTER TABLE convention ADD CHECK ("dureeMois" BETWEEN 1 AND 120), ADD CHECK ("preavisMois" BETWEEN 0 AND 24);
ALTER TABLE avenant ADD CHECK ("dureeMois" BETWEEN 1 AND 120), ADD CHECK ("preavisMois" BETWEEN 0 AND 24);
ALTER TABLE convention_caisse ADD CHECK ("causeFin" IN ('terme', 'denonciation', 'resiliation'));

-- A common text changes while nobody has signed it; afterwards, only its dates of signature are added, and avenants change it.
CREATE FUNCTION ep_figer_convention() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW."partenaireId", NEW.intitule, NEW."effetLe", NEW."dureeMois", NEW."taciteReconduction", NEW."preavisMois") IS DISTINCT FROM
     (OLD."partenaireId", OLD.intitule, OLD."effetLe", OLD."dureeMois", OLD."taciteReconduction", OLD."preavisMois")
    AND ep_uuid('referent') IS NOT NULL
    AND (OLD."partenaireSigneLe" IS NOT NULL
      OR EXISTS (SELECT FROM signataire s WHERE s."conventionId" = NEW.id AND s."signeeLe" IS NOT NULL)
      OR EXISTS (SELECT FROM convention_caisse c WHERE c."conventionId" = NEW.id AND (c.etat <> 'brouillon' OR c."signeeLe" IS NOT NULL))) THEN
    RAISE EXCEPTION 'permission denied: une convention signée se modifie par un avenant';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER texte_fige BEFORE UPDATE ON convention FOR EACH ROW EXECUTE FUNCTION ep_figer_convention();

-- A caisse gives up its draft; the last one takes the text and its documents away with it.
CREATE FUNCTION ep_effacer_brouillon_de_convention() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE pieces uuid[];
BEGIN
  IF NOT EXISTS (SELECT FROM convention_caisse c WHERE c."conventionId" = OLD."conventionId") THEN
    SELECT array_agg(d."pieceJointeId") INTO pieces FROM document_convention d WHERE d."conventionId" = OLD."conventionId";
    DELETE FROM convention WHERE id = OLD."conventionId";
    DELETE FROM piece_jointe WHERE id = ANY (pieces);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER abandon AFTER DELETE ON convention_caisse FOR EACH ROW EXECUTE FUNCTION ep_effacer_brouillon_de_convention();
-- What is signed is never deleted.
CREATE POLICY brouillon_seul ON convention_caisse AS RESTRICTIVE FOR DELETE TO ep_web USING (etat = 'brouillon');

-- What the forecast of an access needs beyond the perimeter: numbers and dates, never a name nor a demande.
-- Open demandes of a partenaire at each caisse of the conventions that one is a party of.
CREATE FUNCTION ep_demandes_ouvertes(partenaire uuid) RETURNS TABLE ("caisseId" uuid, nombre int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d."caisseId", count(*)::int FROM demande d
  WHERE d."partenaireId" = partenaire AND d.ouverte AND ep_uuid('referent') IS NOT NULL
    AND d."caisseId" IN (SELECT c."caisseId" FROM convention_caisse c WHERE c."conventionId" = ANY (ep_conventions_liees()) AND c."partenaireId" = partenaire)
  GROUP BY d."caisseId"
$$;

-- CreateTable
CREATE TABLE "dysfonctionnement" (
    "id" UUID NOT NULL,
    "caisseId" UUID,
    "compteId" UUID NOT NULL,
    "partenaireId" UUID,
    "profil" TEXT NOT NULL,
    "activite" TEXT NOT NULL,
    "constat" TEXT NOT NULL,
    "gene" TEXT NOT NULL,
    "page" TEXT,
    "navigateur" TEXT,
    "largeur" INTEGER,
    "incident" TEXT,
    "creeLe" TIMESTAMPTZ(3) NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'nouveau',
    "national" BOOLEAN NOT NULL DEFAULT false,
    "dernierLe" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dysfonctionnement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "echange_support" (
    "id" UUID NOT NULL,
    "dysfonctionnementId" UUID NOT NULL,
    "auteurId" UUID NOT NULL,
    "cote" TEXT NOT NULL,
    "texte" TEXT NOT NULL,
    "etat" TEXT,
    "ecritLe" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "echange_support_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dysfonctionnement_caisseId_etat_idx" ON "dysfonctionnement"("caisseId", "etat");

-- CreateIndex
CREATE INDEX "dysfonctionnement_compteId_creeLe_idx" ON "dysfonctionnement"("compteId", "creeLe");

-- CreateIndex
CREATE INDEX "dysfonctionnement_national_etat_idx" ON "dysfonctionnement"("national", "etat");

-- CreateIndex
CREATE INDEX "echange_support_dysfonctionnementId_ecritLe_idx" ON "echange_support"("dysfonctionnementId", "ecritLe");

-- AddForeignKey
ALTER TABLE "dysfonctionnement" ADD CONSTRAINT "dysfonctionnement_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dysfonctionnement" ADD CONSTRAINT "dysfonctionnement_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echange_support" ADD CONSTRAINT "echange_support_dysfonctionnementId_fkey" FOREIGN KEY ("dysfonctionnementId") REFERENCES "dysfonctionnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE dysfonctionnement
  ADD CHECK (gene IN ('gene', 'bloque', 'bloque_plusieurs')),
  ADD CHECK (etat IN ('nouveau', 'en_cours', 'transmis', 'resolu')),
  -- Passed to the national support, it is there until it is resolved or given back.
  ADD CHECK (CASE WHEN national THEN etat IN ('transmis', 'resolu') ELSE etat <> 'transmis' END),
  ADD CHECK ("caisseId" IS NOT NULL OR national),
  -- The pattern of a route: no identifier can stand there.
  ADD CHECK (page ~ '^/[][A-Za-z0-9/-]*$' AND page !~ '[0-9]'),
  ADD CHECK (largeur BETWEEN 100 AND 20000);
ALTER TABLE echange_support
  ADD CHECK (cote IN ('auteur', 'caisse', 'national')),
  ADD CHECK (etat IN ('en_cours', 'transmis', 'resolu')),
  ADD CHECK (texte <> '' OR etat IS NOT NULL);

DO $$ DECLARE nom text; BEGIN
  FOREACH nom IN ARRAY ARRAY['dysfonctionnement', 'echange_support'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ep_travaux', nom);
  END LOOP;
END $$;

-- Who wrote it, the référents of the caisse it was sent to, and the national support, which helps all of them.
CREATE POLICY lecture ON dysfonctionnement FOR SELECT TO ep_web USING (
  "compteId" = (SELECT ep_uuid('compte')) OR "caisseId" = (SELECT ep_uuid('referent')) OR (SELECT ep_est('administrateur'))
);
-- Somebody of a caisse, to it; a partenaire, to one it has a convention with; an administrateur, to the national support.
CREATE POLICY ajout ON dysfonctionnement FOR INSERT TO ep_web WITH CHECK (
  "compteId" = (SELECT ep_uuid('compte')) AND "partenaireId" IS NOT DISTINCT FROM (SELECT ep_uuid('partenaire')) AND CASE
    WHEN (SELECT ep_est('administrateur')) THEN "caisseId" IS NULL AND etat = 'transmis'
    ELSE etat = 'nouveau' AND ("caisseId" = (SELECT ep_uuid('caisse')) OR "caisseId" IN (
      SELECT c."caisseId" FROM convention_caisse c WHERE c."partenaireId" = (SELECT ep_uuid('partenaire')) AND c.etat <> 'brouillon'))
  END
);
-- Held by one side at a time.
CREATE POLICY suite ON dysfonctionnement FOR UPDATE TO ep_web
  USING (CASE WHEN national THEN (SELECT ep_est('administrateur')) ELSE "caisseId" = (SELECT ep_uuid('referent')) END)
  WITH CHECK ("caisseId" = (SELECT ep_uuid('referent')) OR (SELECT ep_est('administrateur')));
GRANT SELECT, INSERT ON dysfonctionnement TO ep_web;
GRANT UPDATE (etat, national, "dernierLe", version) ON dysfonctionnement TO ep_web;

CREATE POLICY lecture ON echange_support FOR SELECT TO ep_web USING ("dysfonctionnementId" IN (SELECT d.id FROM dysfonctionnement d));
CREATE POLICY ajout ON echange_support FOR INSERT TO ep_web WITH CHECK (
  "auteurId" = (SELECT ep_uuid('compte')) AND EXISTS (SELECT FROM dysfonctionnement d WHERE d.id = "dysfonctionnementId" AND CASE cote
    WHEN 'auteur' THEN d."compteId" = (SELECT ep_uuid('compte')) AND echange_support.etat IS NULL
    WHEN 'caisse' THEN d."caisseId" = (SELECT ep_uuid('referent')) AND NOT d.national
    ELSE d.national AND (SELECT ep_est('administrateur'))
  END)
);
GRANT SELECT, INSERT ON echange_support TO ep_web;

-- Who wrote it may only add to it: what was resolved is looked at again, by the side that had it.
CREATE FUNCTION ep_rouvrir_dysfonctionnement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE dysfonctionnement SET "dernierLe" = NEW."ecritLe", version = version + 1,
    etat = CASE WHEN etat <> 'resolu' THEN etat WHEN national THEN 'transmis' ELSE 'en_cours' END
  WHERE id = NEW."dysfonctionnementId";
  RETURN NULL;
END $$;
CREATE TRIGGER reouverture AFTER INSERT ON echange_support FOR EACH ROW WHEN (NEW.cote = 'auteur') EXECUTE FUNCTION ep_rouvrir_dysfonctionnement();

-- Whom to write to, beyond what the caller may see of accounts: those who hold it (`tenants`), or who wrote it.
CREATE FUNCTION ep_support_comptes(ids uuid[], tenants boolean)
  RETURNS TABLE ("dysfonctionnementId" uuid, id uuid, prenom text, nom text, courriel text, organisme text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, c.id, c.prenom, c.nom, c.courriel, coalesce(p.nom, k.nom, 'Administration nationale')
  FROM dysfonctionnement d
  JOIN compte c ON CASE WHEN NOT tenants THEN c.id = d."compteId"
    WHEN d.national THEN c.profil = 'administrateur' AND c.etat = 'actif' AND c."supprimeLe" IS NULL
    ELSE c."caisseId" = d."caisseId" AND 'referent' = ANY (c.roles) AND c.etat = 'actif' AND c."supprimeLe" IS NULL END
  LEFT JOIN partenaire p ON p.id = c."partenaireId" LEFT JOIN caisse k ON k.id = c."caisseId"
  WHERE d.id = ANY (ids) AND (d."compteId" = ep_uuid('compte') OR d."caisseId" = ep_uuid('referent') OR ep_est('administrateur'))
  ORDER BY c.id
$$;

CREATE FUNCTION ep_purger_support(instant timestamptz, nombre int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  n int;
BEGIN
  DELETE FROM dysfonctionnement WHERE id IN (SELECT d.id FROM dysfonctionnement d WHERE d."dernierLe" < instant - interval '24 months' LIMIT nombre);
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

REVOKE ALL ON FUNCTION ep_rouvrir_dysfonctionnement(), ep_support_comptes(uuid[], boolean), ep_purger_support(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_support_comptes(uuid[], boolean) TO ep_web;
GRANT EXECUTE ON FUNCTION ep_purger_support(timestamptz, int) TO ep_travaux;

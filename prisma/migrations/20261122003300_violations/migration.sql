-- CreateTable
CREATE TABLE "violation" (
    "id" UUID NOT NULL,
    "cote" TEXT NOT NULL,
    "partenaireId" UUID,
    "declareeParId" UUID NOT NULL,
    "declareeLe" TIMESTAMPTZ(3) NOT NULL,
    "constateeLe" TIMESTAMPTZ(3) NOT NULL,
    "survenueLe" TIMESTAMPTZ(3),
    "natures" TEXT[],
    "donnees" TEXT[],
    "description" TEXT NOT NULL,
    "personnes" INTEGER,
    "comptes" INTEGER,
    "mesures" TEXT NOT NULL,
    "references" TEXT NOT NULL DEFAULT '',
    "contact" TEXT NOT NULL,
    "signalementId" UUID,

    CONSTRAINT "violation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "violation_caisse" (
    "violationId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "declareeParId" UUID NOT NULL,
    "partenaireId" UUID,
    "connueLe" TIMESTAMPTZ(3) NOT NULL,
    "autrePartieAvant" TIMESTAMPTZ(3),
    "autoriteAvant" TIMESTAMPTZ(3) NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'a_qualifier',
    "risque" TEXT,
    "qualifieeLe" TIMESTAMPTZ(3),
    "autrePartieLe" TIMESTAMPTZ(3),
    "autrePartieSansObjet" BOOLEAN NOT NULL DEFAULT false,
    "autoriteLe" TIMESTAMPTZ(3),
    "autoriteSansObjet" BOOLEAN NOT NULL DEFAULT false,
    "personnesLe" TIMESTAMPTZ(3),
    "personnesSansObjet" BOOLEAN NOT NULL DEFAULT false,
    "closeLe" TIMESTAMPTZ(3),
    "rappelsAutrePartie" INTEGER NOT NULL DEFAULT 0,
    "rappelsAutorite" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "violation_caisse_pkey" PRIMARY KEY ("violationId","caisseId")
);

-- CreateTable
CREATE TABLE "violation_suivi" (
    "id" UUID NOT NULL,
    "violationId" UUID NOT NULL,
    "caisseId" UUID,
    "type" TEXT NOT NULL,
    "texte" TEXT NOT NULL DEFAULT '',
    "le" TIMESTAMPTZ(3) NOT NULL,
    "auteurId" UUID,

    CONSTRAINT "violation_suivi_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "violation_partenaireId_declareeLe_idx" ON "violation"("partenaireId", "declareeLe");

-- CreateIndex
CREATE INDEX "violation_declareeParId_declareeLe_idx" ON "violation"("declareeParId", "declareeLe");

-- CreateIndex
CREATE UNIQUE INDEX "violation_id_declareeParId_key" ON "violation"("id", "declareeParId");

-- CreateIndex
CREATE INDEX "violation_caisse_caisseId_closeLe_idx" ON "violation_caisse"("caisseId", "closeLe");

-- CreateIndex
CREATE INDEX "violation_suivi_violationId_le_idx" ON "violation_suivi"("violationId", "le");

-- AddForeignKey
ALTER TABLE "violation_caisse" ADD CONSTRAINT "violation_caisse_violationId_declareeParId_fkey" FOREIGN KEY ("violationId", "declareeParId") REFERENCES "violation"("id", "declareeParId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "violation_suivi" ADD CONSTRAINT "violation_suivi_violationId_fkey" FOREIGN KEY ("violationId") REFERENCES "violation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE violation
  ADD CHECK (cote IN ('partenaire', 'caisse')),
  ADD CHECK (cote = 'caisse' OR "partenaireId" IS NOT NULL),
  ADD CHECK (natures <@ ARRAY['confidentialite', 'integrite', 'disponibilite'] AND cardinality(natures) > 0),
  ADD CHECK (personnes >= 0), ADD CHECK (comptes >= 0),
  ADD CHECK ("constateeLe" <= "declareeLe"), ADD CHECK ("survenueLe" <= "constateeLe");
ALTER TABLE violation_caisse
  ADD CHECK (etat IN ('a_qualifier', 'averee', 'ecartee')),
  ADD CHECK (risque IN ('aucun', 'risque', 'eleve')),
  ADD CHECK ((etat = 'averee') = (risque IS NOT NULL)),
  ADD CHECK ((etat = 'a_qualifier') = ("qualifieeLe" IS NULL)),
  ADD CHECK (NOT ("autrePartieSansObjet" AND "autrePartieLe" IS NOT NULL)),
  ADD CHECK (NOT ("autoriteSansObjet" AND "autoriteLe" IS NOT NULL)),
  ADD CHECK (NOT ("personnesSansObjet" AND "personnesLe" IS NOT NULL)),
  ADD CHECK ("closeLe" IS NULL OR "qualifieeLe" IS NOT NULL);
ALTER TABLE violation_suivi
  ADD CHECK (type IN ('information', 'mesure', 'qualifiee', 'autre_partie', 'autorite', 'personnes', 'close', 'rouverte', 'rappel')),
  ADD CHECK ((type = 'information') = ("caisseId" IS NULL));

DO $$ DECLARE nom text; BEGIN
  FOREACH nom IN ARRAY ARRAY['violation', 'violation_caisse', 'violation_suivi'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ep_travaux', nom);
  END LOOP;
END $$;

-- Who declared it, the gestionnaires of the partenaire, the DPO and the référents of each caisse concerned.
CREATE POLICY lecture ON violation_caisse FOR SELECT TO ep_web USING (
  "declareeParId" = (SELECT ep_uuid('compte'))
  OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND (SELECT ep_uuid('gestionnaire')) IS NOT NULL)
  OR "caisseId" = (SELECT ep_uuid('dpo')) OR "caisseId" = (SELECT ep_uuid('referent'))
);
-- A partenaire, to the caisses it has a convention with; somebody of a caisse, to it.
CREATE POLICY ajout ON violation_caisse FOR INSERT TO ep_web WITH CHECK (
  "declareeParId" = (SELECT ep_uuid('compte')) AND etat = 'a_qualifier' AND "closeLe" IS NULL AND (
    "caisseId" = (SELECT ep_uuid('caisse'))
    OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND "caisseId" IN (
      SELECT c."caisseId" FROM convention_caisse c WHERE c."partenaireId" = (SELECT ep_uuid('partenaire')) AND c.etat <> 'brouillon'))
  )
);
CREATE POLICY suite ON violation_caisse FOR UPDATE TO ep_web
  USING ("caisseId" = (SELECT ep_uuid('dpo'))) WITH CHECK ("caisseId" = (SELECT ep_uuid('dpo')));
GRANT SELECT, INSERT ON violation_caisse TO ep_web;
GRANT UPDATE (etat, risque, "qualifieeLe", "autrePartieLe", "autrePartieSansObjet", "autoriteLe", "autoriteSansObjet", "personnesLe",
  "personnesSansObjet", "closeLe") ON violation_caisse TO ep_web;

CREATE POLICY lecture ON violation FOR SELECT TO ep_web USING (
  "declareeParId" = (SELECT ep_uuid('compte')) OR id IN (SELECT c."violationId" FROM violation_caisse c)
);
CREATE POLICY ajout ON violation FOR INSERT TO ep_web WITH CHECK (
  "declareeParId" = (SELECT ep_uuid('compte')) AND (
    (cote = 'partenaire' AND "partenaireId" = (SELECT ep_uuid('partenaire')))
    OR (cote = 'caisse' AND (SELECT ep_uuid('caisse')) IS NOT NULL AND ("partenaireId" IS NULL OR "partenaireId" IN (
      SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')) AND c.etat <> 'brouillon')))
  )
);
GRANT SELECT, INSERT ON violation TO ep_web;

CREATE POLICY lecture ON violation_suivi FOR SELECT TO ep_web USING (
  CASE WHEN "caisseId" IS NULL THEN "violationId" IN (SELECT c."violationId" FROM violation_caisse c)
  ELSE "caisseId" = (SELECT ep_uuid('dpo')) OR "caisseId" = (SELECT ep_uuid('referent')) END
);
CREATE POLICY ajout ON violation_suivi FOR INSERT TO ep_web WITH CHECK (
  "auteurId" = (SELECT ep_uuid('compte')) AND "violationId" IN (SELECT c."violationId" FROM violation_caisse c)
  AND ("caisseId" IS NULL OR "caisseId" = (SELECT ep_uuid('dpo')))
);
GRANT SELECT, INSERT ON violation_suivi TO ep_web;

-- Who must know at once, beyond what the one that declares may see: accounts, and addresses without an account.
CREATE FUNCTION ep_violation_a_prevenir(violation_id uuid)
  RETURNS TABLE (qualite text, id uuid, prenom text, courriel text, "caisseId" uuid, nom text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH part AS (
    SELECT v."caisseId", v."partenaireId", k.nom FROM violation_caisse v JOIN caisse k ON k.id = v."caisseId"
    WHERE v."violationId" = violation_id AND (session_user = 'ep_travaux' OR v."declareeParId" = ep_uuid('compte')
      OR v."caisseId" = ep_uuid('dpo') OR v."partenaireId" = ep_uuid('partenaire'))
  )
  SELECT CASE WHEN 'dpo' = ANY (c.roles) THEN 'dpo' ELSE 'referent' END, c.id, c.prenom, c.courriel, p."caisseId", p.nom
    FROM part p JOIN compte c ON c."caisseId" = p."caisseId"
    WHERE c.profil = 'caisse' AND c.roles && ARRAY['dpo', 'referent'] AND c.etat = 'actif' AND c."supprimeLe" IS NULL
  UNION ALL
  SELECT 'boite', NULL, NULL, b.courriel, p."caisseId", p.nom
    FROM part p JOIN contact_caisse b ON b."caisseId" = p."caisseId" WHERE b.type = 'dpo' AND b.courriel <> ''
  UNION ALL
  SELECT DISTINCT 'partenaire', NULL::uuid, NULL, b.courriel, NULL::uuid, NULL
    FROM part p JOIN contact_partenaire b ON b."partenaireId" = p."partenaireId" WHERE b.type = 'dpo' AND b.courriel <> ''
$$;
REVOKE ALL ON FUNCTION ep_violation_a_prevenir(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_violation_a_prevenir(uuid) TO ep_web, ep_travaux;

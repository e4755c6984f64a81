-- CreateTable
CREATE TABLE "actualite" (
    "id" UUID NOT NULL,
    "caisseId" UUID,
    "genre" TEXT NOT NULL,
    "titre" TEXT COLLATE "fr-x-icu" NOT NULL,
    "texte" TEXT NOT NULL,
    "caisses" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "types" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "profils" TEXT[] NOT NULL,
    "epinglee" BOOLEAN NOT NULL DEFAULT false,
    "etat" TEXT NOT NULL DEFAULT 'brouillon',
    "publierLe" TIMESTAMPTZ(3),
    "publieeLe" TIMESTAMPTZ(3),
    "corrigeeLe" TIMESTAMPTZ(3),
    "retireeLe" TIMESTAMPTZ(3),
    "finLe" TIMESTAMPTZ(3),
    "courriel" BOOLEAN NOT NULL DEFAULT true,
    "aPrevenir" TEXT,
    "prevenusJusqua" UUID,
    "creeeLe" TIMESTAMPTZ(3) NOT NULL,
    "creeeParId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "actualite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lecture_actualite" (
    "actualiteId" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "lueLe" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lecture_actualite_pkey" PRIMARY KEY ("compteId","actualiteId")
);

-- CreateIndex
CREATE INDEX "actualite_etat_publieeLe_idx" ON "actualite"("etat", "publieeLe");

-- CreateIndex
CREATE INDEX "actualite_caisseId_idx" ON "actualite"("caisseId");

-- CreateIndex
CREATE INDEX "lecture_actualite_actualiteId_idx" ON "lecture_actualite"("actualiteId");

-- CreateIndex
CREATE INDEX "lecture_actualite_lueLe_idx" ON "lecture_actualite"("lueLe");

-- AddForeignKey
ALTER TABLE "actualite" ADD CONSTRAINT "actualite_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lecture_actualite" ADD CONSTRAINT "lecture_actualite_actualiteId_fkey" FOREIGN KEY ("actualiteId") REFERENCES "actualite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lecture_actualite" ADD CONSTRAINT "lecture_actualite_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE actualite
  ADD CHECK (genre IN ('flash_info', 'reglementaire')),
  ADD CHECK (etat IN ('brouillon', 'programmee', 'publiee', 'retiree')),
  ADD CHECK (length(texte) <= 12000),
  ADD CHECK (cardinality(profils) > 0 AND profils <@ ARRAY['technicien', 'gestionnaire', 'agent', 'referent', 'dpo']),
  -- A caisse speaks to its own partenaires.
  ADD CHECK ("caisseId" IS NULL OR cardinality(caisses) = 0),
  ADD CHECK (etat <> 'programmee' OR "publierLe" IS NOT NULL),
  ADD CHECK (etat NOT IN ('publiee', 'retiree') OR "publieeLe" IS NOT NULL),
  ADD CHECK ("aPrevenir" IN ('publiee', 'corrigee'));

DO $$ DECLARE nom text; BEGIN
  FOREACH nom IN ARRAY ARRAY['actualite', 'lecture_actualite'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ep_travaux', nom);
  END LOOP;
END $$;

-- What a caisse publishes is held by its référents; what is national, by the administrateurs.
CREATE FUNCTION ep_tient_publication(caisse uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN caisse IS NULL THEN ep_est('administrateur') ELSE coalesce(caisse = ep_uuid('referent'), false) END
$$;

-- Whether what is published is for who reads: an account of a partenaire, by its profile, its type and its open caisses; on the side of
-- the caisse, by its roles, and all that is said to its partenaires.
CREATE FUNCTION ep_lit_publication(caisse uuid, caisses uuid[], types text[], profils text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN ep_est('technicien') OR ep_est('gestionnaire') THEN
      current_setting('ep.profil', true) = ANY (profils)
      AND CASE WHEN caisse IS NOT NULL THEN caisse = ANY (ep_uuids('caisses')) WHEN caisses = '{}' THEN ep_uuids('caisses') IS NOT NULL
        ELSE caisses && ep_uuids('caisses') END
      AND (types = '{}' OR EXISTS (SELECT FROM partenaire p WHERE p.id = ep_uuid('partenaire') AND p.type = ANY (types)))
    WHEN ep_est('caisse') THEN
      CASE WHEN caisse IS NOT NULL THEN caisse = ep_uuid('caisse') ELSE caisses = '{}' OR ep_uuid('caisse') = ANY (caisses) END
      AND (profils && ARRAY['technicien', 'gestionnaire']
        OR ('agent' = ANY (profils) AND ep_uuid('agent') IS NOT NULL)
        OR ('referent' = ANY (profils) AND ep_uuid('referent') IS NOT NULL)
        OR ('dpo' = ANY (profils) AND ep_uuid('dpo') IS NOT NULL))
    ELSE false END
$$;

CREATE POLICY lecture ON actualite FOR SELECT TO ep_web USING (
  ep_tient_publication("caisseId")
  OR (etat = 'publiee' AND ("finLe" IS NULL OR "finLe" > now()) AND ep_lit_publication("caisseId", caisses, types, profils))
);
CREATE POLICY creation ON actualite FOR INSERT TO ep_web WITH CHECK (
  ep_tient_publication("caisseId") AND "creeeParId" = (SELECT ep_uuid('compte')) AND etat = 'brouillon'
);
CREATE POLICY tenue ON actualite FOR UPDATE TO ep_web USING (ep_tient_publication("caisseId"));
CREATE POLICY abandon ON actualite FOR DELETE TO ep_web USING (ep_tient_publication("caisseId") AND etat = 'brouillon');
GRANT SELECT, INSERT, DELETE ON actualite TO ep_web;
GRANT UPDATE (genre, titre, texte, caisses, types, profils, epinglee, etat, "publierLe", "publieeLe", "corrigeeLe", "retireeLe", "finLe", courriel, "aPrevenir",
  "prevenusJusqua", version) ON actualite TO ep_web;

CREATE POLICY siennes ON lecture_actualite FOR SELECT TO ep_web USING ("compteId" = (SELECT ep_uuid('compte')));
CREATE POLICY ouverture ON lecture_actualite FOR INSERT TO ep_web WITH CHECK (
  "compteId" = (SELECT ep_uuid('compte')) AND "actualiteId" IN (SELECT a.id FROM actualite a)
);
GRANT SELECT, INSERT ON lecture_actualite TO ep_web;

-- What was published keeps its day, and is no draft again.
CREATE FUNCTION ep_borner_actualite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.etat <> NEW.etat AND (OLD.etat, NEW.etat) NOT IN (('brouillon', 'programmee'), ('brouillon', 'publiee'), ('programmee', 'brouillon'),
    ('programmee', 'publiee'), ('publiee', 'retiree')) THEN
    RAISE EXCEPTION 'actualite_figee: % ne devient pas %', OLD.etat, NEW.etat USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."publieeLe" IS NOT NULL AND NEW."publieeLe" IS DISTINCT FROM OLD."publieeLe" THEN
    RAISE EXCEPTION 'actualite_figee: le jour de publication ne change pas' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vie BEFORE UPDATE ON actualite FOR EACH ROW EXECUTE FUNCTION ep_borner_actualite();

-- To whom an actualité is addressed, account by account; in which caisses a partenaire has its access is for who asks to know.
CREATE FUNCTION ep_adressee(a actualite, c compte) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN c.profil = 'caisse' THEN
      a.profils && c.roles AND CASE WHEN a."caisseId" IS NOT NULL THEN a."caisseId" = c."caisseId" ELSE a.caisses = '{}' OR c."caisseId" = ANY (a.caisses) END
    ELSE c.profil = ANY (a.profils) AND (a.types = '{}' OR EXISTS (SELECT FROM partenaire p WHERE p.id = c."partenaireId" AND p.type = ANY (a.types))) END
$$;

-- What the account of a session has not opened of the last three months: the number stands in the header of each of its pages. Read with
-- the session, before any perimeter is set.
CREATE FUNCTION ep_nouvelles(session_id uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('caisseId', a."caisseId", 'caisses', a.caisses)), '[]')
  FROM session s JOIN compte c ON c.id = s."compteId"
  -- Of the nation, or of its caisses: those of the hundred others are left aside before anything is asked of each.
  JOIN actualite a ON a."caisseId" IS NULL OR a."caisseId" = c."caisseId"
    OR a."caisseId" IN (SELECT k."caisseId" FROM convention_caisse k WHERE k."partenaireId" = c."partenaireId")
  WHERE s.id = session_id AND a.etat = 'publiee' AND a."publieeLe" > now() - interval '90 days' AND (a."finLe" IS NULL OR a."finLe" > now())
    AND NOT EXISTS (SELECT FROM lecture_actualite l WHERE l."compteId" = c.id AND l."actualiteId" = a.id) AND ep_adressee(a, c)
$$;
REVOKE EXECUTE ON FUNCTION ep_adressee(actualite, compte), ep_nouvelles(uuid), ep_borner_actualite() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_adressee(actualite, compte) TO ep_travaux;
GRANT EXECUTE ON FUNCTION ep_nouvelles(uuid) TO ep_web;

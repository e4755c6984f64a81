-- AlterTable
ALTER TABLE "reglages_caisse" ADD COLUMN     "conservationFormationsMois" INTEGER NOT NULL DEFAULT 36;

-- CreateTable
CREATE TABLE "formation" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "theme" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "lieu" TEXT NOT NULL DEFAULT '',
    "places" INTEGER NOT NULL,
    "debutLe" TIMESTAMPTZ(3) NOT NULL,
    "finLe" TIMESTAMPTZ(3) NOT NULL,
    "inscriptionsJusquau" DATE NOT NULL,
    "pourTous" BOOLEAN NOT NULL DEFAULT true,
    "profils" TEXT[],
    "etat" TEXT NOT NULL DEFAULT 'brouillon',
    "motifAnnulation" TEXT,
    "inscrits" INTEGER NOT NULL DEFAULT 0,
    "attente" INTEGER NOT NULL DEFAULT 0,
    "creeeLe" TIMESTAMPTZ(3) NOT NULL,
    "creeeParId" UUID NOT NULL,
    "publieeLe" TIMESTAMPTZ(3),
    "inviteJusqua" UUID,
    "inviteeLe" TIMESTAMPTZ(3),
    "rappeleeLe" TIMESTAMPTZ(3),
    "annuleeLe" TIMESTAMPTZ(3),
    "termineeLe" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "formation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lien_formation" (
    "formationId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "adresse" TEXT NOT NULL,

    CONSTRAINT "lien_formation_pkey" PRIMARY KEY ("formationId")
);

-- CreateTable
CREATE TABLE "formation_partenaire" (
    "formationId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,

    CONSTRAINT "formation_partenaire_pkey" PRIMARY KEY ("formationId","partenaireId")
);

-- CreateTable
CREATE TABLE "inscription_formation" (
    "id" UUID NOT NULL,
    "formationId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "etat" TEXT NOT NULL,
    "inscriteLe" TIMESTAMPTZ(3) NOT NULL,
    "inscriteParId" UUID NOT NULL,
    "promueLe" TIMESTAMPTZ(3),
    "retireeLe" TIMESTAMPTZ(3),
    "retireeParId" UUID,
    "presente" BOOLEAN,
    "cle" UUID,

    CONSTRAINT "inscription_formation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personne_formee" (
    "formationId" UUID NOT NULL,
    "cle" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "jour" DATE NOT NULL,

    CONSTRAINT "personne_formee_pkey" PRIMARY KEY ("formationId","cle")
);

-- CreateIndex
CREATE INDEX "formation_caisseId_debutLe_idx" ON "formation"("caisseId", "debutLe");

-- CreateIndex
CREATE INDEX "formation_partenaire_partenaireId_idx" ON "formation_partenaire"("partenaireId");

-- CreateIndex
CREATE INDEX "inscription_formation_formationId_etat_inscriteLe_idx" ON "inscription_formation"("formationId", "etat", "inscriteLe");

-- CreateIndex
CREATE INDEX "inscription_formation_compteId_idx" ON "inscription_formation"("compteId");

-- CreateIndex
CREATE INDEX "inscription_formation_structureId_idx" ON "inscription_formation"("structureId");

-- CreateIndex
CREATE INDEX "inscription_formation_caisseId_idx" ON "inscription_formation"("caisseId");

-- CreateIndex
CREATE UNIQUE INDEX "inscription_formation_formationId_compteId_key" ON "inscription_formation"("formationId", "compteId");

-- CreateIndex
CREATE INDEX "personne_formee_caisseId_jour_idx" ON "personne_formee"("caisseId", "jour");

-- CreateIndex
CREATE INDEX "personne_formee_partenaireId_jour_idx" ON "personne_formee"("partenaireId", "jour");

-- AddForeignKey
ALTER TABLE "formation" ADD CONSTRAINT "formation_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lien_formation" ADD CONSTRAINT "lien_formation_formationId_fkey" FOREIGN KEY ("formationId") REFERENCES "formation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "formation_partenaire" ADD CONSTRAINT "formation_partenaire_formationId_fkey" FOREIGN KEY ("formationId") REFERENCES "formation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "formation_partenaire" ADD CONSTRAINT "formation_partenaire_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inscription_formation" ADD CONSTRAINT "inscription_formation_formationId_fkey" FOREIGN KEY ("formationId") REFERENCES "formation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inscription_formation" ADD CONSTRAINT "inscription_formation_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inscription_formation" ADD CONSTRAINT "inscription_formation_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inscription_formation" ADD CONSTRAINT "inscription_formation_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE reglages_caisse ADD CONSTRAINT conservation_formations_bornee CHECK ("conservationFormationsMois" BETWEEN 12 AND 72);
ALTER TABLE formation
  ADD CHECK (mode IN ('sur_place', 'distance')),
  ADD CHECK (etat IN ('brouillon', 'publiee', 'annulee', 'terminee')),
  ADD CHECK ("debutLe" < "finLe"),
  ADD CHECK (places BETWEEN 1 AND 300),
  ADD CHECK (cardinality(profils) > 0 AND profils <@ ARRAY['technicien', 'gestionnaire']),
  ADD CHECK (attente >= 0),
  ADD CONSTRAINT formation_complete CHECK (inscrits BETWEEN 0 AND places);
ALTER TABLE inscription_formation
  ADD CHECK (etat IN ('inscrite', 'attente', 'retiree')),
  -- Only somebody who had a seat was there or not.
  ADD CHECK (presente IS NULL OR etat = 'inscrite'),
  ADD CHECK ((cle IS NOT NULL) = (presente IS TRUE));

DO $$ DECLARE nom text; BEGIN
  FOREACH nom IN ARRAY ARRAY['formation', 'lien_formation', 'formation_partenaire', 'inscription_formation', 'personne_formee'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ep_travaux', nom);
  END LOOP;
END $$;

-- Registrations: one's own; for a gestionnaire, those of its structure; for the référents, those of their caisse. They name no other table, so that
-- the others may lean on them.
CREATE POLICY lecture ON inscription_formation FOR SELECT TO ep_web USING (
  "compteId" = (SELECT ep_uuid('compte')) OR "structureId" = (SELECT ep_uuid('gestionnaire')) OR "caisseId" = (SELECT ep_uuid('referent'))
);
CREATE POLICY inscription ON inscription_formation FOR INSERT TO ep_web WITH CHECK (
  "partenaireId" = (SELECT ep_uuid('partenaire')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
  AND ("compteId" = (SELECT ep_uuid('compte')) OR "structureId" = (SELECT ep_uuid('gestionnaire'))) AND presente IS NULL
);
CREATE POLICY suite ON inscription_formation FOR UPDATE TO ep_web USING (
  "compteId" = (SELECT ep_uuid('compte')) OR "structureId" = (SELECT ep_uuid('gestionnaire')) OR "caisseId" = (SELECT ep_uuid('referent'))
);
GRANT SELECT, INSERT ON inscription_formation TO ep_web;
GRANT UPDATE (etat, "inscriteLe", "inscriteParId", "promueLe", "retireeLe", "retireeParId", presente, cle) ON inscription_formation TO ep_web;

CREATE POLICY lecture ON formation_partenaire FOR SELECT TO ep_web USING (
  "partenaireId" = (SELECT ep_uuid('partenaire')) OR "caisseId" = (SELECT ep_uuid('referent'))
);
CREATE POLICY choix ON formation_partenaire FOR INSERT TO ep_web WITH CHECK (
  "caisseId" = (SELECT ep_uuid('referent'))
  AND "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('referent')) AND c.etat <> 'brouillon')
);
CREATE POLICY retrait ON formation_partenaire FOR DELETE TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')));
GRANT SELECT, INSERT, DELETE ON formation_partenaire TO ep_web;

-- A session: the référents of the caisse; once published, those it is open to, and those who are or were registered to it.
CREATE POLICY lecture ON formation FOR SELECT TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('referent'))
  OR (etat <> 'brouillon' AND (
    id IN (SELECT i."formationId" FROM inscription_formation i)
    OR ("caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
      AND ("pourTous" OR id IN (SELECT p."formationId" FROM formation_partenaire p WHERE p."partenaireId" = (SELECT ep_uuid('partenaire'))))
      AND ((SELECT ep_uuid('gestionnaire')) IS NOT NULL OR ('technicien' = ANY (profils) AND (SELECT ep_est('technicien')))))
  ))
);
CREATE POLICY creation ON formation FOR INSERT TO ep_web WITH CHECK (
  "caisseId" = (SELECT ep_uuid('referent')) AND "creeeParId" = (SELECT ep_uuid('compte')) AND etat = 'brouillon' AND inscrits = 0 AND attente = 0
);
CREATE POLICY tenue ON formation FOR UPDATE TO ep_web
  USING ("caisseId" = (SELECT ep_uuid('referent'))) WITH CHECK ("caisseId" = (SELECT ep_uuid('referent')));
CREATE POLICY abandon ON formation FOR DELETE TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')) AND etat = 'brouillon');
GRANT SELECT, INSERT, DELETE ON formation TO ep_web;
GRANT UPDATE (theme, description, mode, lieu, places, "debutLe", "finLe", "inscriptionsJusquau", "pourTous", profils, etat, "motifAnnulation",
  "publieeLe", "rappeleeLe", "annuleeLe", "termineeLe", version) ON formation TO ep_web;

CREATE POLICY lecture ON lien_formation FOR SELECT TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('referent'))
  OR "formationId" IN (SELECT i."formationId" FROM inscription_formation i WHERE i."compteId" = (SELECT ep_uuid('compte')) AND i.etat = 'inscrite')
);
CREATE POLICY tenue ON lien_formation TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')))
  WITH CHECK ("caisseId" = (SELECT ep_uuid('referent')) AND "formationId" IN (SELECT f.id FROM formation f WHERE f."caisseId" = (SELECT ep_uuid('referent'))));
GRANT SELECT, INSERT, UPDATE, DELETE ON lien_formation TO ep_web;

-- Figures without names: each side reads its own.
CREATE POLICY lecture ON personne_formee FOR SELECT TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('caisse')) OR "partenaireId" = (SELECT ep_uuid('partenaire'))
);
GRANT SELECT ON personne_formee TO ep_web;

-- Seats are given one after the other: whoever registers, withdraws or changes a session holds it until the end of its transaction.
CREATE FUNCTION ep_tenir_formation(formation_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM formation f WHERE f.id = formation_id FOR UPDATE;
END $$;

-- What the policies can't say of a registration: who, to what, and what each side may change of it.
CREATE FUNCTION ep_borner_inscription() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  f formation%ROWTYPE;
  tient boolean := session_user <> 'ep_web' OR coalesce(NEW."caisseId" = ep_uuid('referent'), false);
BEGIN
  SELECT * INTO f FROM formation WHERE id = NEW."formationId" FOR NO KEY UPDATE;
  IF f."caisseId" IS DISTINCT FROM NEW."caisseId" THEN
    RAISE EXCEPTION 'inscription_refusee: la session est d''une autre caisse' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM compte c WHERE c.id = NEW."compteId" AND c."partenaireId" = NEW."partenaireId" AND c."structureId" = NEW."structureId") THEN
    RAISE EXCEPTION 'inscription_refusee: le compte est d''une autre structure' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NOT tient AND (NEW.presente, NEW.cle) IS DISTINCT FROM (OLD.presente, OLD.cle) THEN
    RAISE EXCEPTION 'inscription_refusee: la caisse seule note les présences' USING ERRCODE = 'check_violation';
  END IF;
  -- Somebody enters the session, or its waiting list.
  IF session_user = 'ep_web' AND NEW.etat <> 'retiree' AND (TG_OP = 'INSERT' OR OLD.etat <> NEW.etat) THEN
    IF current_setting('ep.promotion', true) IS DISTINCT FROM 'oui' AND (
      f.etat <> 'publiee' OR tient OR NOT (NEW."caisseId" = ANY (coalesce(ep_uuids('caisses'), '{}')))
      OR NOT EXISTS (SELECT FROM compte c WHERE c.id = NEW."compteId" AND c.etat = 'actif' AND c.profil = ANY (f.profils))
      OR NOT (f."pourTous" OR EXISTS (SELECT FROM formation_partenaire p WHERE p."formationId" = f.id AND p."partenaireId" = NEW."partenaireId"))
      -- Nobody overtakes those who wait.
      OR (NEW.etat = 'inscrite' AND f.attente > 0)) THEN
      RAISE EXCEPTION 'inscription_refusee: la session n''est pas ouverte à ce compte' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER inscription_bornee BEFORE INSERT OR UPDATE ON inscription_formation FOR EACH ROW EXECUTE FUNCTION ep_borner_inscription();

-- Seats taken and people waiting, and the figure that stays when names go. A registration that is erased changes neither.
CREATE FUNCTION ep_compter_inscription() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  avant text := CASE WHEN TG_OP = 'UPDATE' THEN OLD.etat END;
BEGIN
  IF avant IS DISTINCT FROM NEW.etat THEN
    UPDATE formation SET
      inscrits = inscrits + (NEW.etat = 'inscrite')::int - coalesce((avant = 'inscrite')::int, 0),
      attente = attente + (NEW.etat = 'attente')::int - coalesce((avant = 'attente')::int, 0)
    WHERE id = NEW."formationId";
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.cle IS DISTINCT FROM NEW.cle THEN
    DELETE FROM personne_formee WHERE "formationId" = NEW."formationId" AND cle = OLD.cle;
  END IF;
  IF NEW.cle IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.cle IS DISTINCT FROM NEW.cle) THEN
    INSERT INTO personne_formee ("formationId", cle, "caisseId", "partenaireId", jour)
      SELECT f.id, NEW.cle, f."caisseId", NEW."partenaireId", (f."debutLe" AT TIME ZONE 'Europe/Paris')::date FROM formation f WHERE f.id = NEW."formationId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER comptage AFTER INSERT OR UPDATE ON inscription_formation FOR EACH ROW EXECUTE FUNCTION ep_compter_inscription();

-- Life of a session: what is told to be over does not come back, and what was held keeps its day.
CREATE FUNCTION ep_borner_formation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.etat <> NEW.etat AND (OLD.etat, NEW.etat) NOT IN (('brouillon', 'publiee'), ('publiee', 'annulee'), ('publiee', 'terminee')) THEN
    RAISE EXCEPTION 'formation_figee: % ne devient pas %', OLD.etat, NEW.etat USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.etat IN ('annulee', 'terminee') AND (NEW."debutLe", NEW."finLe", NEW.theme, NEW."caisseId") IS DISTINCT FROM (OLD."debutLe", OLD."finLe", OLD.theme, OLD."caisseId") THEN
    RAISE EXCEPTION 'formation_figee: la session est close' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vie BEFORE UPDATE ON formation FOR EACH ROW EXECUTE FUNCTION ep_borner_formation();

-- Gives the free seats of a session to those who wait, the first to come first; tells whom to write to. Seats are given until it begins.
CREATE FUNCTION ep_promouvoir_attente(formation_id uuid, instant timestamptz)
  RETURNS TABLE (id uuid, "compteId" uuid, prenom text, courriel text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  f formation%ROWTYPE;
BEGIN
  SELECT * INTO f FROM formation x WHERE x.id = formation_id FOR UPDATE;
  IF f.id IS NULL OR f.etat <> 'publiee' OR f."debutLe" <= instant OR f.inscrits >= f.places OR f.attente = 0 THEN RETURN; END IF;
  PERFORM set_config('ep.promotion', 'oui', true);
  RETURN QUERY WITH choisies AS (
    SELECT i.id FROM inscription_formation i JOIN compte c ON c.id = i."compteId" AND c.etat = 'actif'
    WHERE i."formationId" = formation_id AND i.etat = 'attente' ORDER BY i."inscriteLe", i.id LIMIT f.places - f.inscrits
  ), promues AS (
    UPDATE inscription_formation i SET etat = 'inscrite', "promueLe" = instant FROM choisies x WHERE i.id = x.id RETURNING i.id, i."compteId"
  ) SELECT p.id, p."compteId", c.prenom, c.courriel FROM promues p JOIN compte c ON c.id = p."compteId" ORDER BY p.id;
  PERFORM set_config('ep.promotion', '', true);
END $$;

-- Past its time, who was registered goes: what is left has no name (personne_formee). `durees`: as someone thinks of changing them.
CREATE FUNCTION ep_formations_perimees(caisse_id uuid, instant timestamptz, durees jsonb) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM inscription_formation i JOIN formation f ON f.id = i."formationId"
  WHERE f."caisseId" = caisse_id AND f."finLe" < instant - ep_duree(caisse_id, durees, 'conservationFormationsMois') AND (ep_conserve(caisse_id) OR ep_parametre(caisse_id))
$$;
CREATE FUNCTION ep_purger_formations(caisse_id uuid, instant timestamptz, nombre int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  n int;
BEGIN
  DELETE FROM inscription_formation WHERE id IN (SELECT i.id FROM inscription_formation i JOIN formation f ON f.id = i."formationId"
    WHERE f."caisseId" = caisse_id AND f."finLe" < instant - ep_duree(caisse_id, NULL, 'conservationFormationsMois') LIMIT nombre);
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

REVOKE ALL ON FUNCTION ep_tenir_formation(uuid), ep_promouvoir_attente(uuid, timestamptz), ep_formations_perimees(uuid, timestamptz, jsonb),
  ep_purger_formations(uuid, timestamptz, int), ep_borner_inscription(), ep_compter_inscription() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_tenir_formation(uuid), ep_promouvoir_attente(uuid, timestamptz), ep_formations_perimees(uuid, timestamptz, jsonb) TO ep_web, ep_travaux;
GRANT EXECUTE ON FUNCTION ep_purger_formations(uuid, timestamptz, int) TO ep_travaux;

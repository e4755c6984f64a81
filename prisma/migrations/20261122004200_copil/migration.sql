-- CreateTable
CREATE TABLE "copil" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE NOT NULL,
    "periode" TEXT NOT NULL,
    "libelle" TEXT NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'preparation',
    "prevuLe" TIMESTAMPTZ(3),
    "lieu" TEXT NOT NULL DEFAULT '',
    "tenuLe" DATE,
    "presents" TEXT NOT NULL DEFAULT '',
    "commentaireCaisse" TEXT NOT NULL DEFAULT '',
    "commentaireCaisseLe" TIMESTAMPTZ(3),
    "commentaireCaisseParId" UUID,
    "commentairePartenaire" TEXT NOT NULL DEFAULT '',
    "commentairePartenaireLe" TIMESTAMPTZ(3),
    "commentairePartenaireParId" UUID,
    "motifReouverture" TEXT,
    "rouvertLe" TIMESTAMPTZ(3),
    "creeLe" TIMESTAMPTZ(3) NOT NULL,
    "creeParId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "copil_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_copil" (
    "id" UUID NOT NULL,
    "copilId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "texte" TEXT NOT NULL,
    "porteur" TEXT NOT NULL,
    "echeanceLe" DATE,
    "faiteLe" DATE,

    CONSTRAINT "decision_copil_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "copil_partenaireId_idx" ON "copil"("partenaireId");

-- CreateIndex
CREATE UNIQUE INDEX "copil_caisseId_partenaireId_du_au_key" ON "copil"("caisseId", "partenaireId", "du", "au");

-- CreateIndex
CREATE INDEX "decision_copil_caisseId_partenaireId_idx" ON "decision_copil"("caisseId", "partenaireId");

-- CreateIndex
CREATE INDEX "decision_copil_partenaireId_idx" ON "decision_copil"("partenaireId");

-- CreateIndex
CREATE UNIQUE INDEX "decision_copil_copilId_rang_key" ON "decision_copil"("copilId", "rang");

-- AddForeignKey
ALTER TABLE "copil" ADD CONSTRAINT "copil_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "copil" ADD CONSTRAINT "copil_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_copil" ADD CONSTRAINT "decision_copil_copilId_fkey" FOREIGN KEY ("copilId") REFERENCES "copil"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE copil
  ADD CHECK (etat IN ('preparation', 'tenu', 'annule')),
  ADD CHECK (du <= au),
  ADD CHECK (etat <> 'tenu' OR "tenuLe" IS NOT NULL),
  ADD CHECK ("tenuLe" IS NULL OR "tenuLe" >= du);
ALTER TABLE decision_copil
  ADD CHECK (porteur IN ('caisse', 'partenaire', 'ensemble')),
  ADD CHECK (btrim(texte) <> ''),
  ADD CHECK (rang BETWEEN 1 AND 999);

DO $$ DECLARE nom text; BEGIN
  FOREACH nom IN ARRAY ARRAY['copil', 'decision_copil'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ep_travaux', nom);
    -- Those who read the bilan: agents and référents of the caisse; the partenaire, at a caisse that is open to it.
    EXECUTE format('CREATE POLICY lecture ON %I FOR SELECT TO ep_web USING (
      "caisseId" = (SELECT ep_uuid(''agent'')) OR "caisseId" = (SELECT ep_uuid(''referent''))
      OR ("partenaireId" = (SELECT ep_uuid(''partenaire'')) AND "caisseId" = ANY ((SELECT ep_uuids(''caisses''))::uuid[])))', nom);
  END LOOP;
END $$;

CREATE POLICY creation ON copil FOR INSERT TO ep_web WITH CHECK (
  "caisseId" = (SELECT ep_uuid('referent')) AND "creeParId" = (SELECT ep_uuid('compte')) AND etat = 'preparation'
  AND "commentairePartenaire" = '' AND "commentairePartenaireLe" IS NULL AND "commentairePartenaireParId" IS NULL
  AND "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('referent')) AND c.etat <> 'brouillon')
);
CREATE POLICY tenue ON copil FOR UPDATE TO ep_web
  USING ("caisseId" = (SELECT ep_uuid('referent'))) WITH CHECK ("caisseId" = (SELECT ep_uuid('referent')));
-- A gestionnaire writes the comment of its side, and nothing else (see the trigger).
CREATE POLICY commentaire ON copil FOR UPDATE TO ep_web
  USING ((SELECT ep_uuid('gestionnaire')) IS NOT NULL AND "partenaireId" = (SELECT ep_uuid('partenaire')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]))
  WITH CHECK ((SELECT ep_uuid('gestionnaire')) IS NOT NULL AND "partenaireId" = (SELECT ep_uuid('partenaire')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]));
GRANT SELECT, INSERT ON copil TO ep_web;
GRANT UPDATE (etat, "prevuLe", lieu, "tenuLe", presents, "commentaireCaisse", "commentaireCaisseLe", "commentaireCaisseParId",
  "commentairePartenaire", "commentairePartenaireLe", "commentairePartenaireParId", "motifReouverture", "rouvertLe", version) ON copil TO ep_web;

CREATE POLICY ajout ON decision_copil FOR INSERT TO ep_web WITH CHECK ("caisseId" = (SELECT ep_uuid('referent')));
CREATE POLICY suite ON decision_copil FOR UPDATE TO ep_web
  USING ("caisseId" = (SELECT ep_uuid('referent'))) WITH CHECK ("caisseId" = (SELECT ep_uuid('referent')));
CREATE POLICY retrait ON decision_copil FOR DELETE TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')));
GRANT SELECT, INSERT, DELETE ON decision_copil TO ep_web;
GRANT UPDATE ("faiteLe") ON decision_copil TO ep_web;

-- What the policies can't say of a COPIL: which side writes what, and that what was held no longer moves.
CREATE FUNCTION ep_borner_copil() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  du_partenaire text[] := ARRAY['commentairePartenaire', 'commentairePartenaireLe', 'commentairePartenaireParId'];
  tient boolean := session_user <> 'ep_web' OR coalesce(NEW."caisseId" = ep_uuid('referent'), false);
BEGIN
  IF NOT tient AND to_jsonb(NEW) - du_partenaire <> to_jsonb(OLD) - du_partenaire THEN
    RAISE EXCEPTION 'copil_refuse: le partenaire n''écrit que son commentaire' USING ERRCODE = 'check_violation';
  END IF;
  IF tient AND session_user = 'ep_web' AND (NEW."commentairePartenaire", NEW."commentairePartenaireLe", NEW."commentairePartenaireParId")
    IS DISTINCT FROM (OLD."commentairePartenaire", OLD."commentairePartenaireLe", OLD."commentairePartenaireParId") THEN
    RAISE EXCEPTION 'copil_refuse: le partenaire seul écrit son commentaire' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.etat <> 'preparation' AND (NEW."commentaireCaisse", NEW."commentairePartenaire") IS DISTINCT FROM (OLD."commentaireCaisse", OLD."commentairePartenaire") THEN
    RAISE EXCEPTION 'copil_fige: les commentaires ne changent plus' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.etat = 'tenu' THEN
    IF NEW.etat = 'annule' OR (NEW.etat = 'tenu' AND to_jsonb(NEW) <> to_jsonb(OLD)) THEN
      RAISE EXCEPTION 'copil_fige: le COPIL est tenu' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.etat = 'preparation' AND (btrim(coalesce(NEW."motifReouverture", '')) = '' OR NEW."rouvertLe" IS NOT DISTINCT FROM OLD."rouvertLe") THEN
      RAISE EXCEPTION 'copil_fige: une réouverture dit pourquoi' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bornes BEFORE UPDATE ON copil FOR EACH ROW EXECUTE FUNCTION ep_borner_copil();

-- A decision belongs to its COPIL, and is written while this one is prepared; that it is done is noted at any time.
CREATE FUNCTION ep_borner_decision_copil() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c copil%ROWTYPE;
BEGIN
  SELECT * INTO c FROM copil WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD."copilId" ELSE NEW."copilId" END;
  IF TG_OP = 'INSERT' AND (c."caisseId", c."partenaireId") IS DISTINCT FROM (NEW."caisseId", NEW."partenaireId") THEN
    RAISE EXCEPTION 'copil_refuse: la décision est d''un autre COPIL' USING ERRCODE = 'check_violation';
  END IF;
  IF session_user = 'ep_web' AND TG_OP <> 'UPDATE' AND c.etat IS DISTINCT FROM 'preparation' THEN
    RAISE EXCEPTION 'copil_fige: les décisions ne changent plus' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bornes BEFORE INSERT OR UPDATE OR DELETE ON decision_copil FOR EACH ROW EXECUTE FUNCTION ep_borner_decision_copil();

-- Past the time a convention is kept after its end, counted here from the day of the meeting. `durees`: as someone thinks of changing them.
CREATE FUNCTION ep_copil_perime(c copil, instant timestamptz, duree interval) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (greatest(coalesce(c."tenuLe", c.au), (c."prevuLe" AT TIME ZONE 'Europe/Paris')::date) AT TIME ZONE 'Europe/Paris') + duree < instant
$$;
CREATE FUNCTION ep_copils_perimes(caisse_id uuid, instant timestamptz, durees jsonb) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM copil c
  WHERE c."caisseId" = caisse_id AND ep_copil_perime(c, instant, ep_duree(caisse_id, durees, 'conservationConventionsMois')) AND (ep_conserve(caisse_id) OR ep_parametre(caisse_id))
$$;
CREATE FUNCTION ep_purger_copils(caisse_id uuid, instant timestamptz, nombre int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  n int;
BEGIN
  DELETE FROM copil WHERE id IN (SELECT c.id FROM copil c
    WHERE c."caisseId" = caisse_id AND ep_copil_perime(c, instant, ep_duree(caisse_id, NULL, 'conservationConventionsMois')) LIMIT nombre);
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE ALL ON FUNCTION ep_copils_perimes(uuid, timestamptz, jsonb), ep_purger_copils(uuid, timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_copils_perimes(uuid, timestamptz, jsonb) TO ep_web, ep_travaux;
GRANT EXECUTE ON FUNCTION ep_purger_copils(uuid, timestamptz, int) TO ep_travaux;

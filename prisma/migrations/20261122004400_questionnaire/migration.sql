-- CreateTable
CREATE TABLE "questionnaire" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "annee" INTEGER NOT NULL,
    "titre" TEXT COLLATE "fr-x-icu" NOT NULL,
    "introduction" TEXT NOT NULL DEFAULT '',
    "anonyme" BOOLEAN NOT NULL DEFAULT false,
    "etat" TEXT NOT NULL DEFAULT 'brouillon',
    "ouvreLe" DATE NOT NULL,
    "fermeLe" DATE NOT NULL,
    "rappels" INTEGER[],
    "precedentId" UUID,
    "creeLe" TIMESTAMPTZ(3) NOT NULL,
    "creeParId" UUID NOT NULL,
    "ouvertLe" TIMESTAMPTZ(3),
    "closLe" TIMESTAMPTZ(3),
    "relanceLe" TIMESTAMPTZ(3),
    "publieLe" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "questionnaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_questionnaire" (
    "id" UUID NOT NULL,
    "questionnaireId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "intitule" TEXT NOT NULL,
    "options" TEXT[],
    "obligatoire" BOOLEAN NOT NULL,
    "repriseDeId" UUID,

    CONSTRAINT "question_questionnaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "destinataire_questionnaire" (
    "questionnaireId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "inviteLe" TIMESTAMPTZ(3) NOT NULL,
    "rappeleLe" TIMESTAMPTZ(3),
    "rappels" INTEGER NOT NULL DEFAULT 0,
    "commenceLe" TIMESTAMPTZ(3),
    "commenceParId" UUID,
    "modifieLe" TIMESTAMPTZ(3),
    "modifieParId" UUID,
    "envoyeLe" TIMESTAMPTZ(3),
    "envoyeParId" UUID,
    "effaceLe" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "destinataire_questionnaire_pkey" PRIMARY KEY ("questionnaireId","partenaireId")
);

-- CreateTable
CREATE TABLE "reponse_questionnaire" (
    "questionnaireId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "valeurs" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "reponse_questionnaire_pkey" PRIMARY KEY ("questionnaireId","partenaireId")
);

-- CreateIndex
CREATE INDEX "questionnaire_caisseId_annee_idx" ON "questionnaire"("caisseId", "annee");

-- CreateIndex
CREATE INDEX "question_questionnaire_questionnaireId_rang_idx" ON "question_questionnaire"("questionnaireId", "rang");

-- CreateIndex
CREATE INDEX "question_questionnaire_caisseId_idx" ON "question_questionnaire"("caisseId");

-- CreateIndex
CREATE INDEX "destinataire_questionnaire_partenaireId_idx" ON "destinataire_questionnaire"("partenaireId");

-- CreateIndex
CREATE INDEX "destinataire_questionnaire_caisseId_idx" ON "destinataire_questionnaire"("caisseId");

-- CreateIndex
CREATE INDEX "reponse_questionnaire_partenaireId_idx" ON "reponse_questionnaire"("partenaireId");

-- AddForeignKey
ALTER TABLE "questionnaire" ADD CONSTRAINT "questionnaire_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_questionnaire" ADD CONSTRAINT "question_questionnaire_questionnaireId_fkey" FOREIGN KEY ("questionnaireId") REFERENCES "questionnaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "destinataire_questionnaire" ADD CONSTRAINT "destinataire_questionnaire_questionnaireId_fkey" FOREIGN KEY ("questionnaireId") REFERENCES "questionnaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "destinataire_questionnaire" ADD CONSTRAINT "destinataire_questionnaire_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reponse_questionnaire" ADD CONSTRAINT "reponse_questionnaire_questionnaireId_partenaireId_fkey" FOREIGN KEY ("questionnaireId", "partenaireId") REFERENCES "destinataire_questionnaire"("questionnaireId", "partenaireId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE questionnaire
  ADD CHECK (etat IN ('brouillon', 'programme', 'ouvert', 'clos')),
  ADD CHECK (annee BETWEEN 2000 AND 2100),
  ADD CHECK ("ouvreLe" < "fermeLe"),
  ADD CHECK (btrim(titre) <> ''),
  ADD CHECK (cardinality(rappels) <= 5 AND 0 < ALL (rappels)),
  ADD CHECK (("ouvertLe" IS NOT NULL) = (etat IN ('ouvert', 'clos'))),
  ADD CHECK (("closLe" IS NOT NULL) = (etat = 'clos')),
  ADD CHECK ("publieLe" IS NULL OR etat = 'clos');
-- One at a time for a year: two référents who begin it together share it.
CREATE UNIQUE INDEX questionnaire_en_cours ON questionnaire ("caisseId", annee) WHERE etat <> 'clos';
ALTER TABLE question_questionnaire
  ADD CHECK (type IN ('choix', 'plusieurs', 'echelle', 'texte', 'oui_non')),
  ADD CHECK (btrim(intitule) <> ''),
  ADD CHECK (cardinality(options) BETWEEN CASE WHEN type IN ('choix', 'plusieurs') THEN 2 ELSE 0 END AND CASE WHEN type IN ('choix', 'plusieurs') THEN 12 ELSE 0 END);
ALTER TABLE destinataire_questionnaire ADD CHECK ("envoyeLe" IS NULL OR "commenceLe" IS NOT NULL);
ALTER TABLE reponse_questionnaire ADD CHECK (jsonb_typeof(valeurs) = 'object');

DO $$ DECLARE nom text; BEGIN
  FOREACH nom IN ARRAY ARRAY['questionnaire', 'question_questionnaire', 'destinataire_questionnaire', 'reponse_questionnaire'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ep_travaux', nom);
  END LOOP;
END $$;

-- Who was asked: the référents of the caisse; the partenaire itself, at a caisse that is open to it. Names no other table, so that the others may lean on it.
CREATE POLICY lecture ON destinataire_questionnaire FOR SELECT TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('referent'))
  OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]))
);
-- The worker alone asks; a gestionnaire begins, saves and sends.
CREATE POLICY reponse ON destinataire_questionnaire FOR UPDATE TO ep_web USING (
  (SELECT ep_uuid('gestionnaire')) IS NOT NULL AND "partenaireId" = (SELECT ep_uuid('partenaire')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
);
GRANT SELECT ON destinataire_questionnaire TO ep_web;
GRANT UPDATE ("commenceLe", "commenceParId", "modifieLe", "modifieParId", "envoyeLe", "envoyeParId", version) ON destinataire_questionnaire TO ep_web;

CREATE POLICY lecture ON questionnaire FOR SELECT TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('referent'))
  OR (etat IN ('ouvert', 'clos') AND ("caisseId" = (SELECT ep_uuid('agent'))
    OR id IN (SELECT d."questionnaireId" FROM destinataire_questionnaire d WHERE d."partenaireId" = (SELECT ep_uuid('partenaire')))))
);
CREATE POLICY creation ON questionnaire FOR INSERT TO ep_web WITH CHECK (
  "caisseId" = (SELECT ep_uuid('referent')) AND "creeParId" = (SELECT ep_uuid('compte')) AND etat = 'brouillon'
);
CREATE POLICY tenue ON questionnaire FOR UPDATE TO ep_web
  USING ("caisseId" = (SELECT ep_uuid('referent'))) WITH CHECK ("caisseId" = (SELECT ep_uuid('referent')));
CREATE POLICY abandon ON questionnaire FOR DELETE TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')) AND etat = 'brouillon');
GRANT SELECT, INSERT, DELETE ON questionnaire TO ep_web;
GRANT UPDATE (titre, introduction, anonyme, etat, "ouvreLe", "fermeLe", rappels, "closLe", "relanceLe", "publieLe", version) ON questionnaire TO ep_web;

CREATE POLICY lecture ON question_questionnaire FOR SELECT TO ep_web USING ("questionnaireId" IN (SELECT q.id FROM questionnaire q));
CREATE POLICY ecriture ON question_questionnaire TO ep_web
  USING ("caisseId" = (SELECT ep_uuid('referent'))) WITH CHECK ("caisseId" = (SELECT ep_uuid('referent')));
GRANT SELECT, INSERT, DELETE ON question_questionnaire TO ep_web;
GRANT UPDATE (rang, type, intitule, options, obligatoire, "repriseDeId") ON question_questionnaire TO ep_web;

-- A draft belongs to the gestionnaires; what was sent is read by the whole partenaire.
CREATE POLICY lecture ON reponse_questionnaire FOR SELECT TO ep_web USING (
  "partenaireId" = (SELECT ep_uuid('partenaire')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
  AND ((SELECT ep_uuid('gestionnaire')) IS NOT NULL OR "questionnaireId" IN (SELECT d."questionnaireId" FROM destinataire_questionnaire d
    WHERE d."partenaireId" = (SELECT ep_uuid('partenaire')) AND d."envoyeLe" IS NOT NULL))
);
CREATE POLICY debut ON reponse_questionnaire FOR INSERT TO ep_web WITH CHECK (
  (SELECT ep_uuid('gestionnaire')) IS NOT NULL AND "partenaireId" = (SELECT ep_uuid('partenaire')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
);
CREATE POLICY suite ON reponse_questionnaire FOR UPDATE TO ep_web USING (
  (SELECT ep_uuid('gestionnaire')) IS NOT NULL AND "partenaireId" = (SELECT ep_uuid('partenaire')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
);
GRANT SELECT, INSERT ON reponse_questionnaire TO ep_web;
GRANT UPDATE (valeurs) ON reponse_questionnaire TO ep_web;

-- Life of a questionnaire: what the partenaires were asked does not change under them.
CREATE FUNCTION ep_borner_questionnaire() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change_encore text[] := ARRAY['etat', 'fermeLe', 'rappels', 'relanceLe', 'closLe', 'ouvertLe', 'publieLe', 'version'];
BEGIN
  IF OLD.etat <> NEW.etat AND (OLD.etat, NEW.etat) NOT IN (('brouillon', 'programme'), ('programme', 'brouillon'), ('programme', 'ouvert'), ('ouvert', 'clos')) THEN
    RAISE EXCEPTION 'questionnaire_fige: % ne devient pas %', OLD.etat, NEW.etat USING ERRCODE = 'check_violation';
  END IF;
  -- Opened by the worker alone, which writes to the partenaires.
  IF session_user = 'ep_web' AND OLD.etat = 'programme' AND NEW.etat = 'ouvert' THEN
    RAISE EXCEPTION 'questionnaire_fige: il s''ouvre de lui-même' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.etat <> 'brouillon' AND to_jsonb(NEW) - change_encore <> to_jsonb(OLD) - change_encore THEN
    RAISE EXCEPTION 'questionnaire_fige: il est envoyé' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.etat = 'clos' AND (NEW."fermeLe", NEW.rappels) IS DISTINCT FROM (OLD."fermeLe", OLD.rappels) THEN
    RAISE EXCEPTION 'questionnaire_fige: il est clos' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vie BEFORE UPDATE ON questionnaire FOR EACH ROW EXECUTE FUNCTION ep_borner_questionnaire();

-- Questions are those of their questionnaire, and are written while it is a draft.
CREATE FUNCTION ep_borner_question() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  q questionnaire%ROWTYPE;
  lue question_questionnaire%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN lue := OLD; ELSE lue := NEW; END IF;
  SELECT * INTO q FROM questionnaire WHERE id = lue."questionnaireId" FOR NO KEY UPDATE;
  -- Gone with its questionnaire.
  IF q.id IS NULL AND TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF q."caisseId" IS DISTINCT FROM lue."caisseId" THEN
    RAISE EXCEPTION 'question_refusee: le questionnaire est d''une autre caisse' USING ERRCODE = 'check_violation';
  END IF;
  IF session_user = 'ep_web' AND q.etat <> 'brouillon' THEN
    RAISE EXCEPTION 'questionnaire_fige: ses questions ne changent plus' USING ERRCODE = 'check_violation';
  END IF;
  RETURN lue;
END $$;
CREATE TRIGGER bornes BEFORE INSERT OR UPDATE OR DELETE ON question_questionnaire FOR EACH ROW EXECUTE FUNCTION ep_borner_question();

-- One answer by partenaire: once sent it does not change, and nothing is sent to what is closed.
CREATE FUNCTION ep_borner_destinataire() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> 'ep_web' THEN RETURN NEW; END IF;
  IF OLD."envoyeLe" IS NOT NULL THEN
    RAISE EXCEPTION 'reponse_figee: elle est envoyée' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."envoyeLe" IS NOT NULL THEN
    -- Held, so that it does not close meanwhile.
    PERFORM 1 FROM questionnaire q WHERE q.id = NEW."questionnaireId" AND q.etat = 'ouvert' FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'reponse_figee: le questionnaire est clos' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bornes BEFORE UPDATE ON destinataire_questionnaire FOR EACH ROW EXECUTE FUNCTION ep_borner_destinataire();

CREATE FUNCTION ep_borner_reponse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  d destinataire_questionnaire%ROWTYPE;
BEGIN
  IF session_user <> 'ep_web' THEN RETURN NEW; END IF;
  SELECT * INTO d FROM destinataire_questionnaire x
    WHERE x."questionnaireId" = NEW."questionnaireId" AND x."partenaireId" = NEW."partenaireId" FOR NO KEY UPDATE;
  IF d."envoyeLe" IS NOT NULL OR d."caisseId" IS DISTINCT FROM NEW."caisseId" THEN
    RAISE EXCEPTION 'reponse_figee: elle est envoyée' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bornes BEFORE INSERT OR UPDATE ON reponse_questionnaire FOR EACH ROW EXECUTE FUNCTION ep_borner_reponse();

-- Whether one's side reads the results: the caisse its own, the partenaires that were asked once they are published. The system reads all.
CREATE FUNCTION ep_lit_resultats(q questionnaire) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT q.etat IN ('ouvert', 'clos') AND (session_user <> 'ep_web' OR coalesce(q."caisseId" IN (ep_uuid('agent'), ep_uuid('referent')), false)
    OR (q."publieLe" IS NOT NULL AND q."caisseId" = ANY (coalesce(ep_uuids('caisses'), '{}')) AND EXISTS (
      SELECT FROM destinataire_questionnaire d WHERE d."questionnaireId" = q.id AND d."partenaireId" = ep_uuid('partenaire'))))
$$;

CREATE FUNCTION ep_participation_questionnaire(questionnaire_id uuid) RETURNS TABLE (invites int, envoyees int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(d."partenaireId")::int, count(d."envoyeLe")::int FROM questionnaire q JOIN destinataire_questionnaire d ON d."questionnaireId" = q.id
  WHERE q.id = questionnaire_id AND ep_lit_resultats(q)
$$;

-- What was answered, question by question. Whose answer it is: for the caisse, unless the questionnaire was announced as anonymous. Then, and for the
-- partenaires, answers come without their author, nor anything that binds two of them; and not before the end, nor under five
-- answers (MASQUE_SOUS in lib/bilan/regles.ts): each new one would be told from the others. Partenaires never read the texts of others.
CREATE FUNCTION ep_valeurs_questionnaire(questionnaire_id uuid) RETURNS TABLE ("questionId" uuid, valeur jsonb, "partenaireId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH lu AS (
    SELECT q.*, session_user <> 'ep_web' OR coalesce(q."caisseId" IN (ep_uuid('agent'), ep_uuid('referent')), false) AS caisse
    FROM questionnaire q WHERE q.id = questionnaire_id AND ep_lit_resultats(q)
  )
  SELECT x.id, r.valeurs -> x.id::text, CASE WHEN lu.caisse AND NOT lu.anonyme THEN r."partenaireId" END
  FROM lu
  JOIN destinataire_questionnaire d ON d."questionnaireId" = lu.id AND d."envoyeLe" IS NOT NULL
  JOIN reponse_questionnaire r ON r."questionnaireId" = d."questionnaireId" AND r."partenaireId" = d."partenaireId"
  JOIN question_questionnaire x ON x."questionnaireId" = lu.id AND r.valeurs ? x.id::text
  WHERE (lu.caisse OR x.type <> 'texte')
    AND ((lu.caisse AND NOT lu.anonyme) OR (lu.etat = 'clos'
      AND (SELECT count(*) FROM destinataire_questionnaire y WHERE y."questionnaireId" = lu.id AND y."envoyeLe" IS NOT NULL) >= 5))
  ORDER BY x.rang, CASE WHEN lu.anonyme OR NOT lu.caisse THEN md5((r.valeurs -> x.id::text)::text) ELSE r."partenaireId"::text END
$$;

-- Past the time a convention is kept after its end, counted here from the last day to answer: names and free texts go, what was ticked stays.
CREATE FUNCTION ep_questionnaires_perimes(caisse_id uuid, instant timestamptz, durees jsonb) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM questionnaire q JOIN destinataire_questionnaire d ON d."questionnaireId" = q.id
  WHERE q."caisseId" = caisse_id AND q.etat = 'clos' AND d."effaceLe" IS NULL
    AND (q."fermeLe" AT TIME ZONE 'Europe/Paris') + ep_duree(caisse_id, durees, 'conservationConventionsMois') < instant
    AND (ep_conserve(caisse_id) OR ep_parametre(caisse_id))
$$;
CREATE FUNCTION ep_purger_questionnaires(caisse_id uuid, instant timestamptz, nombre int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  n int;
BEGIN
  WITH perimes AS (
    SELECT d."questionnaireId", d."partenaireId", d."envoyeLe" IS NOT NULL AS envoye FROM questionnaire q JOIN destinataire_questionnaire d ON d."questionnaireId" = q.id
    WHERE q."caisseId" = caisse_id AND q.etat = 'clos' AND d."effaceLe" IS NULL
      AND (q."fermeLe" AT TIME ZONE 'Europe/Paris') + ep_duree(caisse_id, NULL, 'conservationConventionsMois') < instant
    LIMIT nombre
  ), effaces AS (
    -- What was never sent goes whole.
    UPDATE reponse_questionnaire r SET valeurs = CASE WHEN p.envoye
      THEN r.valeurs - ARRAY(SELECT x.id::text FROM question_questionnaire x WHERE x."questionnaireId" = r."questionnaireId" AND x.type = 'texte') ELSE '{}' END
    FROM perimes p WHERE r."questionnaireId" = p."questionnaireId" AND r."partenaireId" = p."partenaireId"
  )
  UPDATE destinataire_questionnaire d SET "effaceLe" = instant, "commenceParId" = NULL, "modifieParId" = NULL, "envoyeParId" = NULL
  FROM perimes p WHERE d."questionnaireId" = p."questionnaireId" AND d."partenaireId" = p."partenaireId";
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

REVOKE ALL ON FUNCTION ep_lit_resultats(questionnaire), ep_participation_questionnaire(uuid), ep_valeurs_questionnaire(uuid),
  ep_questionnaires_perimes(uuid, timestamptz, jsonb), ep_purger_questionnaires(uuid, timestamptz, int),
  ep_borner_question(), ep_borner_destinataire(), ep_borner_reponse() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_participation_questionnaire(uuid), ep_valeurs_questionnaire(uuid), ep_questionnaires_perimes(uuid, timestamptz, jsonb) TO ep_web, ep_travaux;
GRANT EXECUTE ON FUNCTION ep_purger_questionnaires(uuid, timestamptz, int) TO ep_travaux;

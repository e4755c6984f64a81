-- AlterTable
ALTER TABLE "courriel" ADD COLUMN     "echecLe" TIMESTAMPTZ(3);

ALTER TABLE reglages_caisse ADD CHECK ("documentDisponibleJours" BETWEEN 1 AND 365);
UPDATE courriel SET "echecLe" = "creeLe" WHERE etat = 'echec';
-- No mail was owed any more: nothing has failed.
UPDATE courriel SET etat = 'retire', "echecLe" = NULL WHERE etat = 'echec' AND erreur LIKE 'sans objet%';

-- Documents handed in the portal ---------------------------------------------------------------------------------------

-- Only a partenaire habilité receives documents, while its convention is in force; the same in words in `lib/documents/regles.ts`.
CREATE FUNCTION ep_remise_permise(caisse_id uuid, partenaire_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM convention_caisse v WHERE v."caisseId" = caisse_id AND v."partenaireId" = partenaire_id AND v."habiliteDocuments"
    AND v.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure') AND v."utilisationEffetLe" <= (now() AT TIME ZONE 'Europe/Paris')::date
    AND (v."finLe" IS NULL OR v."finLe" >= (now() AT TIME ZONE 'Europe/Paris')::date))
$$;
REVOKE EXECUTE ON FUNCTION ep_remise_permise(uuid, uuid) FROM PUBLIC;

-- The first instant after the last day on which a document delivered now can be downloaded.
CREATE FUNCTION ep_expiration_document(caisse_id uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ((now() AT TIME ZONE 'Europe/Paris')::date + r."documentDisponibleJours" + 1) AT TIME ZONE 'Europe/Paris'
  FROM reglages_caisse r WHERE r."caisseId" = caisse_id
$$;

-- A file of a demande: each side sends its own way, an outgoing one goes to a partenaire habilité and expires, and none changes
-- demande nor way afterwards. Whoever writes it, the owner of the tables excepted.
CREATE FUNCTION ep_borner_remise() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  d demande%ROWTYPE;
  rattache boolean := NEW."demandeId" IS NOT NULL AND (TG_OP = 'INSERT' OR OLD."demandeId" IS NULL);
  sortante boolean := NEW.sens = 'sortante' AND NEW."demandeId" IS NOT NULL;
  envoye boolean := TG_OP = 'INSERT' OR (OLD."enPreparation" AND NOT NEW."enPreparation");
BEGIN
  IF sortante AND envoye AND (NEW."expireLe" IS NULL OR session_user = 'ep_web') THEN
    NEW."expireLe" := ep_expiration_document(NEW."caisseId");
  ELSIF session_user = 'ep_web' AND NEW."expireLe" IS DISTINCT FROM (CASE WHEN TG_OP = 'UPDATE' THEN OLD."expireLe" END) THEN
    -- Longer, by the caisse, before the end, and no longer than a document of today.
    IF TG_OP = 'INSERT' OR NOT sortante OR NEW."caisseId" IS DISTINCT FROM ep_uuid('agent') OR OLD."expireLe" IS NULL OR OLD."expireLe" <= now()
      OR NEW."expireLe" IS NULL OR NEW."expireLe" <= OLD."expireLe" OR NEW."expireLe" > ep_expiration_document(NEW."caisseId") THEN
      RAISE EXCEPTION 'permission denied: la caisse prolonge un document avant son terme';
    END IF;
  END IF;
  IF session_user NOT IN ('ep_web', 'ep_travaux') THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND (NEW.sens <> OLD.sens OR (OLD."demandeId" IS NOT NULL AND NEW."demandeId" IS DISTINCT FROM OLD."demandeId")) THEN
    RAISE EXCEPTION 'permission denied: un fichier reste à sa demande, dans son sens';
  END IF;
  IF NOT rattache THEN RETURN NEW; END IF;
  SELECT * INTO d FROM demande WHERE id = NEW."demandeId";
  IF session_user = 'ep_web' AND (NEW."caisseId", NEW."structureId") IS DISTINCT FROM (d."caisseId", d."structureId") THEN
    RAISE EXCEPTION 'permission denied: un fichier est à la caisse et à la structure de sa demande';
  END IF;
  IF session_user = 'ep_web' AND NEW.sens <> (CASE WHEN ep_uuid('caisse') IS NULL THEN 'entrante' ELSE 'sortante' END) THEN
    RAISE EXCEPTION 'permission denied: la caisse remet, le partenaire dépose';
  END IF;
  IF sortante AND NOT ep_remise_permise(d."caisseId", d."partenaireId") THEN
    RAISE EXCEPTION 'permission denied: ce partenaire n’est pas habilité à recevoir des documents';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER remise_bornee BEFORE INSERT OR UPDATE OF sens, "demandeId", "expireLe", "enPreparation" ON piece_jointe
  FOR EACH ROW EXECUTE FUNCTION ep_borner_remise();
UPDATE piece_jointe p SET "expireLe" = ep_expiration_document(p."caisseId") WHERE p.sens = 'sortante' AND p."demandeId" IS NOT NULL AND p."expireLe" IS NULL;

-- What was received, scanned and kept stays as it was.
REVOKE UPDATE ON piece_jointe FROM ep_web;
GRANT UPDATE ("brouillonId", "demandeId", "caisseId", "structureId", "messageId", "enPreparation", "deposeeLe", "expireLe") ON piece_jointe TO ep_web;

-- At the end of an habilitation, of a convention, what was delivered is closed to the partenaire (règles du domaine, §4, 9).
CREATE FUNCTION ep_caisses_habilitees() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT array_agg(DISTINCT v."caisseId") FROM convention_caisse v
  WHERE v."partenaireId" = ep_uuid('partenaire') AND v."habiliteDocuments" AND ep_remise_permise(v."caisseId", v."partenaireId")
$$;
CREATE POLICY remis ON piece_jointe AS RESTRICTIVE FOR SELECT TO ep_web USING (
  sens = 'entrante' OR "demandeId" IS NULL OR (SELECT ep_uuid('structure')) IS NULL
  OR "caisseId" = ANY ((SELECT ep_caisses_habilitees())::uuid[])
);

-- A receipt says where its document is.
CREATE POLICY lieu ON telechargement AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK (EXISTS (
  SELECT FROM piece_jointe p WHERE p.id = "pieceJointeId" AND p."caisseId" = telechargement."caisseId" AND p."structureId" = telechargement."structureId"
));

-- Mails ------------------------------------------------------------------------------------------------------------------

CREATE INDEX courriel_echec ON courriel ("creeLe") WHERE etat = 'echec';
CREATE INDEX courriel_a_grouper ON courriel ("compteId", "creeLe") WHERE etat = 'a_grouper';

-- The partenaire reads what was sent to its own side: its accounts, and the shared mailbox of its structure.
CREATE POLICY cote ON courriel AS RESTRICTIVE FOR SELECT TO ep_web USING (
  (SELECT ep_uuid('structure')) IS NULL OR "compteId" IS NULL OR "compteId" = (SELECT ep_uuid('compte'))
  OR EXISTS (SELECT FROM compte c WHERE c.id = "compteId" AND c."partenaireId" = (SELECT ep_uuid('partenaire')))
);

-- Mails that did not arrive, for the référent: who, which address, why; never what they were about.
CREATE FUNCTION ep_courriels_en_echec() RETURNS TABLE (id uuid, modele text, destinataire text, "creeLe" timestamptz, "echecLe" timestamptz,
  erreur text, "vuLe" timestamptz, "compteId" uuid, "structureId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.modele, c.destinataire, c."creeLe", coalesce(c."echecLe", c."creeLe"), c.erreur, c."vuLe", c."compteId",
    coalesce(k."structureId", d."structureId")
  FROM courriel c LEFT JOIN compte k ON k.id = c."compteId" LEFT JOIN demande d ON d.id = c."demandeId"
  WHERE c.etat = 'echec' AND ep_uuid('referent') IS NOT NULL AND (c."caisseId" = ep_uuid('referent')
    OR (c."caisseId" IS NULL AND (k."caisseId" = ep_uuid('referent') OR k."partenaireId" = ANY (ep_partenaires_tenus()))))
$$;

CREATE FUNCTION ep_courriel_vu(courriel_id uuid, a_l_instant timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE courriel c SET "vuLe" = a_l_instant WHERE c.id = courriel_id AND c."vuLe" IS NULL
    AND c.id IN (SELECT e.id FROM ep_courriels_en_echec() e);
  RETURN FOUND;
END $$;

-- Sends again, to the address that the account or the structure has now: a mail of its own, and the failed one is seen to.
CREATE FUNCTION ep_renvoyer_courriel(courriel_id uuid, nouveau uuid, message_id text, a_l_instant timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c courriel%ROWTYPE;
  adresse text;
BEGIN
  SELECT x.* INTO c FROM courriel x WHERE x.id = courriel_id AND x.id IN (SELECT e.id FROM ep_courriels_en_echec() e) FOR UPDATE;
  IF NOT FOUND OR c."vuLe" IS NOT NULL THEN RETURN NULL; END IF;
  SELECT CASE WHEN c."compteId" IS NOT NULL THEN (SELECT k.courriel FROM compte k WHERE k.id = c."compteId" AND k.etat <> 'inactif')
    WHEN c."demandeId" IS NOT NULL THEN (SELECT s.courriel FROM demande d JOIN structure s ON s.id = d."structureId" WHERE d.id = c."demandeId")
    ELSE c.destinataire END INTO adresse;
  IF adresse IS NULL THEN RETURN NULL; END IF;
  INSERT INTO courriel (id, "messageId", modele, destinataire, "compteId", "demandeId", "caisseId", "porteSurId", donnees, objet, "creeLe")
    VALUES (nouveau, message_id, c.modele, adresse, c."compteId", c."demandeId", c."caisseId", c."porteSurId", c.donnees, c.objet, a_l_instant);
  UPDATE courriel SET "vuLe" = a_l_instant WHERE id = c.id;
  RETURN adresse;
END $$;
REVOKE EXECUTE ON FUNCTION ep_courriels_en_echec(), ep_courriel_vu(uuid, timestamptz), ep_renvoyer_courriel(uuid, uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_courriels_en_echec(), ep_courriel_vu(uuid, timestamptz), ep_renvoyer_courriel(uuid, uuid, text, timestamptz) TO ep_web, ep_migration;

-- The shared mailbox of a structure: its gestionnaires set it too, and nothing else of it.
CREATE POLICY boite ON structure FOR UPDATE TO ep_web USING (id = (SELECT ep_uuid('gestionnaire')));
CREATE FUNCTION ep_borner_boite() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user = 'ep_web' AND ep_uuid('gestionnaire') IS NOT NULL
    AND to_jsonb(NEW) - 'courriel' IS DISTINCT FROM to_jsonb(OLD) - 'courriel' THEN
    RAISE EXCEPTION 'permission denied: un gestionnaire ne règle que la boîte de sa structure';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER boite_bornee BEFORE UPDATE ON structure FOR EACH ROW EXECUTE FUNCTION ep_borner_boite();

-- AlterTable
ALTER TABLE "demande" ADD COLUMN     "transfereeDeId" UUID;

-- CreateTable
CREATE TABLE "auteur_transfere" (
    "compteId" UUID NOT NULL,
    "versCaisseId" UUID NOT NULL,
    "structureId" UUID NOT NULL,

    CONSTRAINT "auteur_transfere_pkey" PRIMARY KEY ("compteId","versCaisseId","structureId")
);

-- CreateIndex
CREATE INDEX "auteur_transfere_versCaisseId_idx" ON "auteur_transfere"("versCaisseId");

-- CreateIndex
CREATE INDEX "auteur_transfere_structureId_idx" ON "auteur_transfere"("structureId");

-- CreateIndex
CREATE INDEX "transfert_reference_idx" ON "transfert"("reference");

-- AddForeignKey
ALTER TABLE "auteur_transfere" ADD CONSTRAINT "auteur_transfere_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Clocks ---------------------------------------------------------------------------------------------------------------

ALTER TABLE motif_caisse ADD CHECK ("delaiJours" BETWEEN 1 AND 365), ADD CHECK ("seuilAlerteJours" BETWEEN 0 AND 364),
  ADD CHECK (("delaiJours" IS NULL) = ("seuilAlerteJours" IS NULL));

-- Urgent demandes filed before: what their prestation has today is the nearest to what it had that day.
UPDATE demande d SET "delaiOrdinaireJours" = p."delaiJours" FROM delai_prestation p
  WHERE d.urgent AND d."delaiOrdinaireJours" IS NULL AND p."caisseId" = d."caisseId" AND p.prestation = d.prestation;

-- What a demande is ----------------------------------------------------------------------------------------------------

-- Where it was filed, by whom and when does not change, and its caisse by a transfer alone.
CREATE FUNCTION ep_fixer_demande() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user <> 'ep_web' THEN RETURN NEW; END IF;
  IF (NEW.id, NEW.reference, NEW."caisseId", NEW."partenaireId", NEW."structureId", NEW."auteurId", NEW."deposeeLe", NEW."transfereeDeId") IS DISTINCT FROM
    (OLD.id, OLD.reference, OLD."caisseId", OLD."partenaireId", OLD."structureId", OLD."auteurId", OLD."deposeeLe", OLD."transfereeDeId") THEN
    RAISE EXCEPTION 'permission denied: ces colonnes d’une demande ne se changent pas';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER demande_fixe BEFORE UPDATE OF id, reference, "caisseId", "partenaireId", "structureId", "auteurId", "deposeeLe", "transfereeDeId" ON demande
  FOR EACH ROW EXECUTE FUNCTION ep_fixer_demande();

CREATE FUNCTION ep_fixer_suite() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user = 'ep_web' AND (NEW."demandeId", NEW."caisseId", NEW."structureId") IS DISTINCT FROM (OLD."demandeId", OLD."caisseId", OLD."structureId") THEN
    RAISE EXCEPTION 'permission denied: ce qui tient à une demande ne la quitte pas';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER message_fixe BEFORE UPDATE OF "demandeId", "caisseId", "structureId" ON message FOR EACH ROW EXECUTE FUNCTION ep_fixer_suite();
CREATE TRIGGER rendez_vous_fixe BEFORE UPDATE OF "demandeId", "caisseId", "structureId" ON rendez_vous FOR EACH ROW EXECUTE FUNCTION ep_fixer_suite();

-- Transfer -------------------------------------------------------------------------------------------------------------

ALTER TABLE auteur_transfere ENABLE ROW LEVEL SECURITY;
ALTER TABLE auteur_transfere FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON auteur_transfere TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
GRANT SELECT ON auteur_transfere TO ep_travaux, ep_web;
-- Those who wrote before a demande came: their messages are read on, under their name.
CREATE POLICY lecture ON auteur_transfere FOR SELECT TO ep_web
  USING ("versCaisseId" = (SELECT ep_uuid('agent')) OR "structureId" = (SELECT ep_uuid('structure')));
CREATE POLICY transfert ON compte FOR SELECT TO ep_web USING (
  ((SELECT ep_uuid('agent')) IS NOT NULL OR (SELECT ep_uuid('structure')) IS NOT NULL)
  AND id IN (SELECT a."compteId" FROM auteur_transfere a)
);

-- Parts of the partenaire of a demande that the agent handles: the other caisses it could go to.
CREATE FUNCTION ep_parts_de_la_demande(demande_id uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  le_partenaire uuid;
  avant text := coalesce(current_setting('ep.partenaire', true), '');
  resultat jsonb;
BEGIN
  SELECT d."partenaireId" INTO le_partenaire FROM demande d WHERE d.id = demande_id AND d."caisseId" = ep_uuid('agent');
  IF le_partenaire IS NULL THEN RETURN '[]'; END IF;
  PERFORM set_config('ep.partenaire', le_partenaire::text, true);
  resultat := ep_parts(le_partenaire);
  PERFORM set_config('ep.partenaire', avant, true);
  RETURN resultat;
END $$;

-- Motifs that a caisse offers the partenaire of a demande that the agent handles.
CREATE FUNCTION ep_motifs_du_transfert(demande_id uuid, vers uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id FROM demande d JOIN motif m ON m.actif AND NOT m.habilitation AND (m."caisseId" IS NULL OR m."caisseId" = vers)
    LEFT JOIN motif_caisse mc ON mc."motifId" = m.id AND mc."caisseId" = vers
    LEFT JOIN motif_partenaire mp ON mp."motifId" = m.id AND mp."caisseId" = vers AND mp."partenaireId" = d."partenaireId"
    LEFT JOIN service_caisse sc ON sc.service = m.service AND sc."caisseId" = vers
    LEFT JOIN service_partenaire sp ON sp.service = m.service AND sp."caisseId" = vers AND sp."partenaireId" = d."partenaireId"
  WHERE d.id = demande_id AND d."caisseId" = ep_uuid('agent')
    AND coalesce(mc.actif, true) AND coalesce(mp.actif, true) AND coalesce(sc.actif, true) AND coalesce(sp.actif, true)
$$;

-- Moves a demande to another caisse with all that both sides have said; what the first one noted for itself stays behind. Checks
-- by itself who calls, and where it goes: the use case has done so before, with the same rules in words.
CREATE FUNCTION ep_transferer_demande(demande_id uuid, vers uuid, raison_dite text, a_l_instant timestamptz, cible jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  d demande%ROWTYPE;
  nouveau motif%ROWTYPE;
  de uuid := ep_uuid('agent');
  qui uuid := ep_uuid('compte');
  jour date := (a_l_instant AT TIME ZONE 'Europe/Paris')::date;
BEGIN
  IF de IS NULL OR NOT EXISTS (SELECT FROM compte c WHERE c.id = qui AND c."caisseId" = de AND c.roles @> '{agent}' AND c.etat = 'actif') THEN
    RAISE EXCEPTION 'permission denied: seul un agent transfère une demande';
  END IF;
  SELECT * INTO d FROM demande WHERE id = demande_id AND "caisseId" = de FOR UPDATE;
  IF NOT FOUND OR NOT d.ouverte OR vers = de THEN RAISE EXCEPTION 'permission denied: cette demande ne se transfère pas'; END IF;
  IF NOT EXISTS (SELECT FROM convention_caisse v WHERE v."caisseId" = vers AND v."partenaireId" = d."partenaireId"
      AND v.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure') AND v."utilisationEffetLe" <= jour AND (v."finLe" IS NULL OR v."finLe" >= jour))
    OR EXISTS (SELECT FROM suspension s WHERE s."caisseId" = vers AND s."partenaireId" = d."partenaireId"
      AND s."debutLe" <= a_l_instant AND (s."finLe" IS NULL OR s."finLe" > a_l_instant))
    OR EXISTS (SELECT FROM structure t WHERE t.id = d."structureId" AND t."ouvreLe" > jour) THEN
    RAISE EXCEPTION 'permission denied: cette caisse n’est pas ouverte au partenaire';
  END IF;
  SELECT m.* INTO nouveau FROM motif m WHERE m.id = (cible->>'motifId')::uuid AND m.id IN (SELECT o.id FROM ep_motifs_du_transfert(demande_id, vers) o);
  IF NOT FOUND OR (d."nomNaissance" IS NULL AND nouveau."assureRequis") THEN
    RAISE EXCEPTION 'permission denied: ce motif n’est pas ouvert';
  END IF;

  -- What was planned or prepared here ends here.
  DELETE FROM presence WHERE "demandeId" = d.id;
  DELETE FROM lien_demande WHERE d.id IN ("aId", "bId");
  DELETE FROM lecture WHERE "demandeId" = d.id AND cote = 'caisse';
  DELETE FROM proposition_creneau p USING rendez_vous r WHERE r.id = p."rendezVousId" AND r."demandeId" = d.id;
  UPDATE rendez_vous SET etat = 'annule', "annulePar" = 'caisse', raison = 'La demande passe à une autre caisse.', sequence = sequence + 1, version = version + 1
    WHERE "demandeId" = d.id AND etat IN ('propose', 'fixe');

  INSERT INTO auteur_transfere ("compteId", "versCaisseId", "structureId")
    SELECT DISTINCT x."auteurId", vers, d."structureId" FROM (
      SELECT m."auteurId" FROM message m WHERE m."demandeId" = d.id AND m."caisseId" = de AND m.cote = 'caisse' AND NOT m.interne
      UNION SELECT e."auteurId" FROM evenement e WHERE e."demandeId" = d.id AND e."caisseId" = de AND e.cote = 'caisse' AND e."visiblePartenaire"
      UNION SELECT qui) x WHERE x."auteurId" IS NOT NULL
    ON CONFLICT DO NOTHING;

  UPDATE piece_jointe p SET "caisseId" = vers WHERE p."demandeId" = d.id AND p."caisseId" = de AND NOT (p."enPreparation" AND p.sens = 'sortante')
    AND NOT EXISTS (SELECT FROM message m WHERE m.id = p."messageId" AND m.interne);
  UPDATE message SET "caisseId" = vers WHERE "demandeId" = d.id AND "caisseId" = de AND NOT interne;
  UPDATE evenement SET "caisseId" = vers WHERE "demandeId" = d.id AND "caisseId" = de AND "visiblePartenaire";
  UPDATE lecture SET "caisseId" = vers WHERE "demandeId" = d.id;
  UPDATE rendez_vous SET "caisseId" = vers WHERE "demandeId" = d.id;
  UPDATE telechargement SET "caisseId" = vers WHERE "demandeId" = d.id;
  UPDATE courriel SET "caisseId" = vers WHERE "demandeId" = d.id AND etat IN ('a_envoyer', 'a_grouper');

  UPDATE demande SET "caisseId" = vers, "transfereeDeId" = de, service = nouveau.service, "motifId" = nouveau.id,
    variante = cible->>'variante', objet = cible->>'objet', prestation = nouveau.prestation,
    urgent = (cible->>'urgent')::boolean, details = coalesce(cible->'details', details),
    "libellesPieces" = coalesce(cible->'libellesPieces', "libellesPieces"),
    "delaiJours" = (cible->>'delaiJours')::int, "delaiOrdinaireJours" = (cible->>'delaiOrdinaireJours')::int,
    "seuilAlerteJours" = (cible->>'seuilAlerteJours')::int, "echeanceLe" = (cible->>'echeanceLe')::date, "triLe" = (cible->>'triLe')::timestamptz,
    etat = CASE WHEN etat = 'attente_complement' THEN etat ELSE 'transmise' END,
    "agentId" = NULL, "priseEnChargeLe" = NULL, "equipeId" = ep_equipe_pour(vers, "partenaireId", nouveau.service, nouveau.id),
    "procedureOrdinaire" = false, "nonLusCaisse" = (SELECT count(*) FROM message m WHERE m."demandeId" = d.id AND m.cote = 'partenaire'),
    version = version + 1, "majLe" = a_l_instant
    WHERE id = d.id;
  INSERT INTO evenement (id, "demandeId", "caisseId", "structureId", type, le, "auteurId", cote, "visiblePartenaire", details)
    VALUES (gen_random_uuid(), d.id, vers, d."structureId", 'transferee', a_l_instant, qui, 'caisse', true, jsonb_build_object(
      'de', (SELECT k.nom FROM caisse k WHERE k.id = de), 'vers', (SELECT k.nom FROM caisse k WHERE k.id = vers), 'raison', raison_dite,
      'motif', CASE WHEN nouveau.id <> d."motifId" THEN cible->>'objet' END));
  INSERT INTO transfert (id, "demandeId", reference, "deCaisseId", "versCaisseId", "partenaireId", raison, "transfereeLe", "transfereeParId")
    VALUES (gen_random_uuid(), d.id, d.reference, de, vers, d."partenaireId", raison_dite, a_l_instant, qui);
END $$;

REVOKE EXECUTE ON FUNCTION ep_parts_de_la_demande(uuid), ep_motifs_du_transfert(uuid, uuid), ep_transferer_demande(uuid, uuid, text, timestamptz, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_parts_de_la_demande(uuid), ep_motifs_du_transfert(uuid, uuid), ep_transferer_demande(uuid, uuid, text, timestamptz, jsonb) TO ep_web, ep_migration;

-- The notes that stay at the first caisse are found by nobody at the next one.
CREATE OR REPLACE FUNCTION recherche.vecteur_echanges(demande_id uuid) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT coalesce(recherche.racines(string_agg(m.texte, ' ') FILTER (WHERE NOT m.interne)), '')
    || coalesce(recherche.marquer('!', recherche.racines(string_agg(m.texte, ' ') FILTER (WHERE m.interne AND m."caisseId" = d."caisseId"))), '')
  FROM public.message m JOIN public.demande d ON d.id = m."demandeId" WHERE m."demandeId" = demande_id AND m."retireLe" IS NULL
$$;

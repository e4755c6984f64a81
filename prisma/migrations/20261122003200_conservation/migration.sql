-- How long each kind of data is kept, by caisse (lib/conservation/natures.ts says why, and within which bounds).

UPDATE reglages_caisse SET "conservationDemandeMois" = least(greatest("conservationDemandeMois", 6), 120);
ALTER TABLE reglages_caisse
  ADD COLUMN "conservationSansReponseMois" int NOT NULL DEFAULT 24,
  ADD COLUMN "conservationFichiersMois" int NOT NULL DEFAULT 24,
  ADD COLUMN "conservationRendezVousMois" int NOT NULL DEFAULT 12,
  ADD COLUMN "conservationCourrielsMois" int NOT NULL DEFAULT 12,
  ADD COLUMN "conservationHabilitationsMois" int NOT NULL DEFAULT 24,
  ADD COLUMN "conservationIncidentsMois" int NOT NULL DEFAULT 36,
  ADD COLUMN "conservationConventionsMois" int NOT NULL DEFAULT 60;
UPDATE reglages_caisse SET "conservationFichiersMois" = least("conservationFichiersMois", "conservationDemandeMois");
ALTER TABLE reglages_caisse
  ADD CONSTRAINT conservation_bornee CHECK ("conservationDemandeMois" BETWEEN 6 AND 120
    AND "conservationSansReponseMois" BETWEEN 12 AND 60 AND "conservationFichiersMois" BETWEEN 1 AND 120
    AND "conservationRendezVousMois" BETWEEN 1 AND 60 AND "conservationCourrielsMois" BETWEEN 3 AND 36
    AND "conservationHabilitationsMois" BETWEEN 12 AND 60 AND "conservationIncidentsMois" BETWEEN 12 AND 72
    AND "conservationConventionsMois" BETWEEN 24 AND 120),
  -- Files go with their demande at the latest.
  ADD CONSTRAINT fichiers_avant_demande CHECK ("conservationFichiersMois" <= "conservationDemandeMois");

-- What the purge leaves: a row without its content, and how much there was.
ALTER TABLE demande ADD COLUMN "contenuEffaceLe" timestamptz(3), ADD COLUMN "effacementAnnonceLe" date, ADD COLUMN "comptesEffaces" jsonb;
ALTER TABLE piece_jointe ADD COLUMN "effaceeLe" timestamptz(3);

-- The selection of the purge: what is closed and still whole, the oldest first; files that are still there.
CREATE INDEX demande_a_effacer ON demande ("caisseId", "closeLe", id) WHERE NOT ouverte AND "contenuEffaceLe" IS NULL;
CREATE INDEX demande_delaissee ON demande ("caisseId", "majLe", id) WHERE ouverte;
CREATE INDEX piece_entiere ON piece_jointe ("demandeId") WHERE "effaceeLe" IS NULL AND "demandeId" IS NOT NULL;
CREATE INDEX piece_echue ON piece_jointe ("expireLe") WHERE "effaceeLe" IS NULL AND "expireLe" IS NOT NULL;
CREATE INDEX "courriel_creeLe_idx" ON courriel ("creeLe");
CREATE INDEX "session_expireLe_idx" ON session ("expireLe");

-- A demande that a DPO or a référent holds back from the purge, with the reason and the day it ends.
CREATE TABLE retenue (
  id uuid PRIMARY KEY,
  "demandeId" uuid NOT NULL REFERENCES demande (id) ON DELETE CASCADE ON UPDATE CASCADE,
  "caisseId" uuid NOT NULL REFERENCES caisse (id) ON DELETE CASCADE ON UPDATE CASCADE,
  raison text NOT NULL,
  jusquau date NOT NULL,
  "poseeLe" timestamptz(3) NOT NULL,
  "poseeParId" uuid NOT NULL,
  "leveeLe" timestamptz(3),
  "leveeParId" uuid,
  CHECK (("leveeLe" IS NULL) = ("leveeParId" IS NULL)),
  CHECK (jusquau <= ("poseeLe" AT TIME ZONE 'Europe/Paris')::date + 1827)
);
CREATE INDEX "retenue_demandeId_idx" ON retenue ("demandeId");
CREATE INDEX "retenue_caisseId_leveeLe_idx" ON retenue ("caisseId", "leveeLe");

-- What each night removed at a caisse, by kind.
CREATE TABLE passage_conservation (
  "caisseId" uuid NOT NULL REFERENCES caisse (id) ON DELETE CASCADE ON UPDATE CASCADE,
  jour date NOT NULL,
  "faitLe" timestamptz(3) NOT NULL,
  comptes jsonb NOT NULL,
  PRIMARY KEY ("caisseId", jour)
);

-- Who may ask what the purge will do at a caisse: its DPO, its référents, and the worker.
CREATE FUNCTION ep_conserve(caisse_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT session_user <> 'ep_web' OR coalesce(caisse_id = ep_uuid('dpo'), false) OR coalesce(caisse_id = ep_uuid('referent'), false)
$$;
CREATE FUNCTION ep_demande_de_caisse(demande_id uuid, caisse_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM demande d WHERE d.id = demande_id AND d."caisseId" = caisse_id AND d."contenuEffaceLe" IS NULL) AND ep_conserve(caisse_id)
$$;

DO $$
DECLARE nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['retenue', 'passage_conservation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT ON %I TO ep_travaux, ep_web', nom);
    EXECUTE format('CREATE POLICY lecture ON %I FOR SELECT TO ep_web USING ("caisseId" = (SELECT ep_uuid(''dpo'')) OR "caisseId" = (SELECT ep_uuid(''referent'')))', nom);
  END LOOP;
END $$;
GRANT INSERT, UPDATE ON passage_conservation TO ep_travaux;
GRANT INSERT, UPDATE ("leveeLe", "leveeParId") ON retenue TO ep_web;
CREATE POLICY pose ON retenue FOR INSERT TO ep_web WITH CHECK ("poseeParId" = (SELECT ep_uuid('compte')) AND "leveeLe" IS NULL
  AND ("caisseId" = (SELECT ep_uuid('dpo')) OR "caisseId" = (SELECT ep_uuid('referent')))
  AND ep_demande_de_caisse("demandeId", "caisseId"));
CREATE POLICY levee ON retenue FOR UPDATE TO ep_web
  USING ("leveeLe" IS NULL AND ("caisseId" = (SELECT ep_uuid('dpo')) OR "caisseId" = (SELECT ep_uuid('referent'))))
  WITH CHECK ("leveeParId" = (SELECT ep_uuid('compte')));

-- Words of a person that no demande of the caisse bears any more are forgotten, by a purge as by a correction or a transfer.
CREATE FUNCTION recherche.oublier(caisse_id uuid, mots text[]) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  DELETE FROM recherche.mot m WHERE m."caisseId" = caisse_id AND m.mot = ANY (mots)
    AND NOT EXISTS (SELECT FROM recherche.demande r WHERE r."caisseId" = caisse_id AND r.vecteur @@ (
      SELECT string_agg(quote_literal(l), '|')::tsquery FROM (
        SELECT '=' || m.mot AS l UNION SELECT '+' || x FROM unnest(tsvector_to_array(recherche.racines(m.mot))) x) t))
$$;
CREATE FUNCTION recherche.oublier_noms() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM recherche.oublier(c.id, ARRAY(SELECT recherche.mots_a_retenir(OLD."nomNaissance") UNION SELECT recherche.mots_a_retenir(OLD."nomUsage")
      UNION SELECT recherche.mots_a_retenir(OLD.prenom)))
  FROM (SELECT OLD."caisseId" AS id UNION SELECT NEW."caisseId" UNION SELECT t."deCaisseId" FROM transfert t WHERE t."demandeId" = NEW.id) c;
  RETURN NULL;
END $$;
-- After `recherche_changement`, which keeps the words of the row.
CREATE TRIGGER recherche_oubli AFTER UPDATE OF "caisseId", "nomNaissance", "nomUsage", prenom ON demande FOR EACH ROW
  WHEN (coalesce(current_setting('ep.chargement', true), '') <> 'oui' AND (OLD."caisseId", OLD."nomNaissance", OLD."nomUsage", OLD.prenom)
    IS DISTINCT FROM (NEW."caisseId", NEW."nomNaissance", NEW."nomUsage", NEW.prenom)) EXECUTE FUNCTION recherche.oublier_noms();

-- Days between the warning and the purge of a demande never closed (lib/conservation/natures.ts).
CREATE FUNCTION ep_preavis_effacement() RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 30 $$;

-- Why a demande is kept past its time; null when it is not.
CREATE FUNCTION ep_retenue(demande_id uuid, instant timestamptz) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'retenue' FROM retenue r WHERE r."demandeId" = demande_id AND r."leveeLe" IS NULL AND r.jusquau >= (instant AT TIME ZONE 'Europe/Paris')::date LIMIT 1
$$;

-- Settings of the caisse, as they are or as someone thinks of changing them.
CREATE FUNCTION ep_duree(caisse_id uuid, durees jsonb, nom text) RETURNS interval LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT make_interval(months => coalesce((durees ->> nom)::int, (SELECT (to_jsonb(r) ->> nom)::int FROM reglages_caisse r WHERE r."caisseId" = caisse_id)))
$$;

-- Demandes the purge looks at, the oldest first, after the last one seen. `genre`: close, past its time; sans_reponse, never closed, past its time
-- and announced long enough ago; a_annoncer, never closed, soon past its time; delaissee, all of the last two. References and dates only.
CREATE FUNCTION ep_conservation_demandes(caisse_id uuid, genre text, instant timestamptz, durees jsonb, retenues boolean, apres_le timestamptz, apres_id uuid, nombre int)
RETURNS TABLE (id uuid, reference text, service text, etat text, "agentId" uuid, depuis timestamptz, "annonceLe" date, retenue text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
DECLARE
  limite timestamptz;
  jour date := (instant AT TIME ZONE 'Europe/Paris')::date;
  le timestamptz := coalesce(apres_le, '-infinity');
  lid uuid := coalesce(apres_id, '00000000-0000-0000-0000-000000000000');
BEGIN
  IF NOT ep_conserve(caisse_id) THEN RETURN; END IF;
  IF genre = 'close' THEN
    limite := instant - ep_duree(caisse_id, durees, 'conservationDemandeMois');
    RETURN QUERY SELECT d.id, d.reference, d.service, d.etat, d."agentId", d."closeLe"::timestamptz, d."effacementAnnonceLe", x.r FROM demande d, LATERAL (SELECT ep_retenue(d.id, instant) AS r) x
      WHERE d."caisseId" = caisse_id AND NOT d.ouverte AND d."contenuEffaceLe" IS NULL AND d."closeLe" < limite AND (d."closeLe", d.id) > (le, lid)
        AND (retenues OR x.r IS NULL) ORDER BY d."closeLe", d.id LIMIT nombre;
  ELSE
    limite := instant - ep_duree(caisse_id, durees, 'conservationSansReponseMois')
      + CASE WHEN genre = 'sans_reponse' THEN interval '0' ELSE make_interval(days => ep_preavis_effacement()) END;
    RETURN QUERY SELECT d.id, d.reference, d.service, d.etat, d."agentId", d."majLe"::timestamptz, d."effacementAnnonceLe", x.r FROM demande d, LATERAL (SELECT ep_retenue(d.id, instant) AS r) x
      WHERE d."caisseId" = caisse_id AND d.ouverte AND d."majLe" < limite AND (d."majLe", d.id) > (le, lid)
        AND (genre = 'delaissee'
          -- An act since the warning takes it back.
          OR (genre = 'sans_reponse' AND d."effacementAnnonceLe" <= jour - ep_preavis_effacement() AND d."effacementAnnonceLe" >= (d."majLe" AT TIME ZONE 'Europe/Paris')::date)
          OR (genre = 'a_annoncer' AND (d."effacementAnnonceLe" IS NULL OR d."effacementAnnonceLe" < (d."majLe" AT TIME ZONE 'Europe/Paris')::date)))
        AND (retenues OR x.r IS NULL) ORDER BY d."majLe", d.id LIMIT nombre;
  END IF;
END $$;

-- Whether the time of a demande has come, and nothing holds it: asked again at the very moment it goes.
CREATE FUNCTION ep_a_effacer(d demande, instant timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d."contenuEffaceLe" IS NULL AND ep_retenue(d.id, instant) IS NULL AND CASE WHEN d.ouverte
    THEN d."majLe" < instant - ep_duree(d."caisseId", NULL, 'conservationSansReponseMois')
      AND d."effacementAnnonceLe" <= (instant AT TIME ZONE 'Europe/Paris')::date - ep_preavis_effacement()
      AND d."effacementAnnonceLe" >= (d."majLe" AT TIME ZONE 'Europe/Paris')::date
    ELSE d."closeLe" < instant - ep_duree(d."caisseId", NULL, 'conservationDemandeMois') END
$$;

-- Removes the content of a demande past its time, and leaves its figures. Gives the ids of its files, whose keys are gone, or null when it is not
-- to be removed: the database reads the settings by itself.
CREATE FUNCTION ep_effacer_demande(demande_id uuid, instant timestamptz) RETURNS uuid[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  d demande%ROWTYPE;
  pieces uuid[];
  comptes jsonb;
BEGIN
  SELECT * INTO d FROM demande WHERE id = demande_id FOR UPDATE;
  IF d.id IS NULL OR NOT ep_a_effacer(d, instant) THEN RETURN NULL; END IF;

  comptes := jsonb_build_object(
    'messages', (SELECT count(*) FROM message m WHERE m."demandeId" = d.id AND NOT m.interne),
    'notes', (SELECT count(*) FROM message m WHERE m."demandeId" = d.id AND m.interne),
    'pieces', (SELECT count(*) FROM piece_jointe p WHERE p."demandeId" = d.id AND p.sens = 'entrante'),
    'documents', (SELECT count(*) FROM piece_jointe p WHERE p."demandeId" = d.id AND p.sens = 'sortante'),
    'telechargements', (SELECT count(*) FROM telechargement t WHERE t."demandeId" = d.id),
    'courriels', (SELECT count(*) FROM courriel c WHERE c."demandeId" = d.id));

  -- Keys first: without them the files are noise.
  UPDATE piece_jointe SET "cleEnveloppee" = '' WHERE "demandeId" = d.id OR "brouillonId" = d.id;
  WITH retirees AS (DELETE FROM piece_jointe WHERE "demandeId" = d.id OR "brouillonId" = d.id RETURNING id)
    SELECT coalesce(array_agg(id), '{}') INTO pieces FROM retirees;
  -- Its words are counted again once, at its own change, and not at each message.
  PERFORM set_config('ep.chargement', 'oui', true);
  DELETE FROM message WHERE "demandeId" = d.id;
  PERFORM set_config('ep.chargement', '', true);
  DELETE FROM courriel WHERE "demandeId" = d.id;
  DELETE FROM lecture WHERE "demandeId" = d.id;
  DELETE FROM presence WHERE "demandeId" = d.id;
  DELETE FROM lien_demande WHERE "aId" = d.id OR "bId" = d.id;
  DELETE FROM brouillon WHERE id = d.id;
  DELETE FROM proposition_creneau WHERE "rendezVousId" IN (SELECT r.id FROM rendez_vous r WHERE r."demandeId" = d.id);
  UPDATE rendez_vous SET lieu = NULL, raison = NULL WHERE "demandeId" = d.id;
  UPDATE evenement SET details = '{}' WHERE "demandeId" = d.id AND details <> '{}';
  UPDATE transfert SET raison = '' WHERE "demandeId" = d.id;
  UPDATE retenue SET raison = '' WHERE "demandeId" = d.id;
  UPDATE demande SET "demandeLieeId" = NULL WHERE "demandeLieeId" = d.id AND id <> d.id;
  UPDATE demande SET civilite = NULL, "nomNaissance" = NULL, "nomUsage" = NULL, prenom = NULL, "dateNaissance" = NULL, departement = NULL,
    "nomRecherche" = '', "clePersonne" = '', details = '{}', "libellesPieces" = '[]', "piecesAbsentes" = '[]', attestations = '[]',
    "demandeLieeId" = NULL, "nonLusPartenaire" = 0, "nonLusCaisse" = 0, "contenuEffaceLe" = instant, "comptesEffaces" = comptes, version = version + 1,
    etat = CASE WHEN ouverte THEN 'annulee' ELSE etat END, "closeLe" = CASE WHEN ouverte THEN instant ELSE "closeLe" END,
    "suspendueLe" = NULL, ouverte = false WHERE id = d.id;
  INSERT INTO evenement (id, "demandeId", "caisseId", "structureId", type, le, cote, "visiblePartenaire", details)
    VALUES (gen_random_uuid(), d.id, d."caisseId", d."structureId", 'effacee', instant, 'automatique', true, '{}');
  RETURN pieces;
END $$;

-- Files past their time, of a demande that stays: their keys go, their rows say it. Gives their ids.
CREATE FUNCTION ep_effacer_fichiers(caisse_id uuid, instant timestamptz, nombre int) RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  limite timestamptz := instant - ep_duree(caisse_id, NULL, 'conservationFichiersMois');
BEGIN
  RETURN QUERY UPDATE piece_jointe SET "cleEnveloppee" = '', "nomFichier" = '', empreinte = '', "raisonRefus" = NULL, "alerteQualite" = NULL, "effaceeLe" = instant
    WHERE piece_jointe.id IN (
      (SELECT p.id FROM demande d JOIN piece_jointe p ON p."demandeId" = d.id AND p."effaceeLe" IS NULL
        WHERE d."caisseId" = caisse_id AND NOT d.ouverte AND d."contenuEffaceLe" IS NULL AND d."closeLe" < limite AND ep_retenue(d.id, instant) IS NULL LIMIT nombre)
      UNION
      -- A delivered document past its last day.
      (SELECT p.id FROM piece_jointe p WHERE p."caisseId" = caisse_id AND p."effaceeLe" IS NULL AND p."expireLe" <= instant AND ep_retenue(p."demandeId", instant) IS NULL LIMIT nombre))
    RETURNING piece_jointe.id;
END $$;

-- A convention whose last part is over for longer than its caisses keep it: its documents, and the names of those who signed. Gives the ids of its files.
CREATE FUNCTION ep_conventions_perimees(instant timestamptz) RETURNS TABLE (id uuid, "partenaireId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c."partenaireId" FROM convention c JOIN convention_caisse v ON v."conventionId" = c.id LEFT JOIN reglages_caisse r ON r."caisseId" = v."caisseId"
  GROUP BY c.id HAVING bool_and(v.etat IN ('echue', 'resiliee') AND v."finLe" IS NOT NULL)
    AND max(v."finLe") + make_interval(months => max(coalesce(r."conservationConventionsMois", 60))) < (instant AT TIME ZONE 'Europe/Paris')::date
$$;
CREATE FUNCTION ep_effacer_conventions(instant timestamptz) RETURNS TABLE (id uuid, "partenaireId" uuid, pieces uuid[]) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c record;
BEGIN
  FOR c IN SELECT p.id, p."partenaireId" FROM ep_conventions_perimees(instant) p WHERE
    EXISTS (SELECT FROM document_convention x WHERE x."conventionId" = p.id) OR EXISTS (SELECT FROM signataire x WHERE x."conventionId" = p.id AND (x.nom IS NOT NULL OR x.qualite IS NOT NULL))
    OR EXISTS (SELECT FROM convention x WHERE x.id = p.id AND x."partenaireSignataire" IS NOT NULL)
    OR EXISTS (SELECT FROM convention_caisse x WHERE x."conventionId" = p.id AND x."motifFin" IS NOT NULL)
    OR EXISTS (SELECT FROM evenement_convention x WHERE x."conventionId" = p.id AND (x.justification IS NOT NULL OR x.details <> '{}')) LOOP
    id := c.id; "partenaireId" := c."partenaireId";
    SELECT coalesce(array_agg(x."pieceJointeId"), '{}') INTO pieces FROM document_convention x WHERE x."conventionId" = c.id;
    UPDATE piece_jointe p SET "cleEnveloppee" = '' WHERE p.id = ANY (pieces);
    DELETE FROM document_convention x WHERE x."conventionId" = c.id;
    DELETE FROM piece_jointe p WHERE p.id = ANY (pieces);
    UPDATE signataire x SET nom = NULL, qualite = NULL WHERE x."conventionId" = c.id;
    UPDATE convention x SET "partenaireSignataire" = NULL WHERE x.id = c.id;
    UPDATE convention_caisse x SET "motifFin" = NULL WHERE x."conventionId" = c.id;
    UPDATE evenement_convention x SET justification = NULL, details = '{}' WHERE x."conventionId" = c.id;
    RETURN NEXT;
  END LOOP;
  -- Those who were written to about it, once no other convention binds their organisation.
  DELETE FROM contact_partenaire k WHERE NOT EXISTS (SELECT FROM convention x WHERE x."partenaireId" = k."partenaireId" AND x.id NOT IN (SELECT p.id FROM ep_conventions_perimees(instant) p))
    AND EXISTS (SELECT FROM convention x WHERE x."partenaireId" = k."partenaireId");
END $$;

-- The longest that the caisses bound to a partenaire keep something of it.
CREATE FUNCTION ep_duree_la_plus_longue(partenaire_id uuid, nom text, defaut int) RETURNS interval LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT make_interval(months => coalesce(max((to_jsonb(r) ->> nom)::int), defaut)) FROM convention_caisse v JOIN reglages_caisse r ON r."caisseId" = v."caisseId"
  WHERE v."partenaireId" = partenaire_id AND v.etat <> 'brouillon'
$$;

-- A lot of what is removed without a word at each: gives how many rows. `caisse_id` null: what belongs to no caisse.
CREATE FUNCTION ep_purger(nature text, caisse_id uuid, instant timestamptz, nombre int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  n int;
  limite timestamptz;
  neutre constant jsonb := '{"civilite": "madame", "prenom": "Compte", "nom": "supprimé", "fonction": "", "telephone": "", "courriel": ""}';
BEGIN
  CASE nature
  WHEN 'rendez_vous' THEN
    limite := instant - ep_duree(caisse_id, NULL, 'conservationRendezVousMois');
    UPDATE rendez_vous SET lieu = NULL, raison = NULL WHERE id IN (SELECT r.id FROM rendez_vous r WHERE r."caisseId" = caisse_id
      AND (r."debutLe" < limite OR (r."debutLe" IS NULL AND r."creeLe" < limite)) AND (r.lieu IS NOT NULL OR r.raison IS NOT NULL) AND ep_retenue(r."demandeId", instant) IS NULL LIMIT nombre);
  WHEN 'courriels' THEN
    limite := instant - CASE WHEN caisse_id IS NULL THEN interval '12 months' ELSE ep_duree(caisse_id, NULL, 'conservationCourrielsMois') END;
    DELETE FROM courriel WHERE id IN (SELECT c.id FROM courriel c WHERE c."creeLe" < limite AND c."caisseId" IS NOT DISTINCT FROM caisse_id
      AND c.etat NOT IN ('a_envoyer', 'a_grouper') AND (c."demandeId" IS NULL OR ep_retenue(c."demandeId", instant) IS NULL) ORDER BY c."creeLe" LIMIT nombre);
  WHEN 'habilitations' THEN
    limite := instant - ep_duree(caisse_id, NULL, 'conservationHabilitationsMois');
    UPDATE demande_habilitation SET donnees = neutre, justification = NULL, "motifRefus" = NULL WHERE id IN (SELECT h.id FROM demande_habilitation h
      WHERE h."caisseId" = caisse_id AND h.etat <> 'deposee' AND coalesce(h."traiteeLe", h."deposeeLe") < limite
        AND (h.donnees <> neutre OR h.justification IS NOT NULL OR h."motifRefus" IS NOT NULL) LIMIT nombre);
  WHEN 'revues' THEN
    DELETE FROM ligne_revue WHERE "revueId" IN (SELECT r.id FROM revue_habilitation r
      WHERE r."signeeLe" < instant - ep_duree_la_plus_longue(r."partenaireId", 'conservationHabilitationsMois', 24) AND EXISTS (SELECT FROM ligne_revue l WHERE l."revueId" = r.id) LIMIT nombre);
  WHEN 'incidents' THEN
    UPDATE signalement_compte SET description = '' WHERE id IN (SELECT s.id FROM signalement_compte s WHERE s."traiteLe" IS NOT NULL AND s.description <> ''
      AND s."traiteLe" < instant - CASE WHEN s."caisseId" IS NULL THEN ep_duree_la_plus_longue(s."partenaireId", 'conservationIncidentsMois', 36)
        ELSE ep_duree(s."caisseId", NULL, 'conservationIncidentsMois') END LIMIT nombre);
  WHEN 'sessions' THEN
    DELETE FROM session WHERE id IN (SELECT s.id FROM session s WHERE s."expireLe" < instant - interval '6 months' ORDER BY s."expireLe" LIMIT nombre);
  WHEN 'jetons' THEN
    DELETE FROM jeton WHERE id IN (SELECT j.id FROM jeton j WHERE j."expireLe" < instant - interval '6 months' LIMIT nombre);
  WHEN 'lots' THEN
    DELETE FROM action_groupee WHERE id IN (SELECT a.id FROM action_groupee a WHERE a.le < instant - interval '3 months' LIMIT nombre);
  WHEN 'mots' THEN
    UPDATE acte_nuit SET mot = NULL WHERE cle IN (SELECT a.cle FROM acte_nuit a WHERE a.mot IS NOT NULL AND a."faitLe" < instant - interval '3 months' LIMIT nombre);
  END CASE;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

-- How much of each kind is past its time at that instant, with the settings as they are or as someone thinks of changing them.
CREATE FUNCTION ep_conservation_comptes(caisse_id uuid, instant timestamptz, durees jsonb) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
DECLARE
  fichiers timestamptz := instant - ep_duree(caisse_id, durees, 'conservationFichiersMois');
  rdv timestamptz := instant - ep_duree(caisse_id, durees, 'conservationRendezVousMois');
  courriels timestamptz := instant - ep_duree(caisse_id, durees, 'conservationCourrielsMois');
  habilitations timestamptz := instant - ep_duree(caisse_id, durees, 'conservationHabilitationsMois');
  incidents timestamptz := instant - ep_duree(caisse_id, durees, 'conservationIncidentsMois');
BEGIN
  IF NOT ep_conserve(caisse_id) AND NOT ep_parametre(caisse_id) THEN RETURN '{}'; END IF;
  RETURN jsonb_build_object(
    'demandes', (SELECT count(*) FROM demande d WHERE d."caisseId" = caisse_id AND NOT d.ouverte AND d."contenuEffaceLe" IS NULL
      AND d."closeLe" < instant - ep_duree(caisse_id, durees, 'conservationDemandeMois') AND ep_retenue(d.id, instant) IS NULL),
    'sans_reponse', (SELECT count(*) FROM demande d WHERE d."caisseId" = caisse_id AND d.ouverte AND d."majLe" < instant - ep_duree(caisse_id, durees, 'conservationSansReponseMois')
      AND d."effacementAnnonceLe" <= (instant AT TIME ZONE 'Europe/Paris')::date - ep_preavis_effacement() AND d."effacementAnnonceLe" >= (d."majLe" AT TIME ZONE 'Europe/Paris')::date
      AND ep_retenue(d.id, instant) IS NULL),
    'delaissees', (SELECT count(*) FROM demande d WHERE d."caisseId" = caisse_id AND d.ouverte
      AND d."majLe" < instant - ep_duree(caisse_id, durees, 'conservationSansReponseMois') + make_interval(days => ep_preavis_effacement())),
    'fichiers', (SELECT count(*) FROM demande d JOIN piece_jointe p ON p."demandeId" = d.id AND p."effaceeLe" IS NULL
      WHERE d."caisseId" = caisse_id AND NOT d.ouverte AND d."contenuEffaceLe" IS NULL AND d."closeLe" < fichiers AND ep_retenue(d.id, instant) IS NULL),
    'rendez_vous', (SELECT count(*) FROM rendez_vous r WHERE r."caisseId" = caisse_id AND (r."debutLe" < rdv OR (r."debutLe" IS NULL AND r."creeLe" < rdv))
      AND (r.lieu IS NOT NULL OR r.raison IS NOT NULL)),
    'courriels', (SELECT count(*) FROM courriel c WHERE c."caisseId" = caisse_id AND c."creeLe" < courriels AND c.etat NOT IN ('a_envoyer', 'a_grouper')),
    'habilitations', (SELECT count(*) FROM demande_habilitation h WHERE h."caisseId" = caisse_id AND h.etat <> 'deposee' AND coalesce(h."traiteeLe", h."deposeeLe") < habilitations
      AND (h.justification IS NOT NULL OR h."motifRefus" IS NOT NULL OR h.donnees ->> 'nom' IS DISTINCT FROM 'supprimé')),
    'incidents', (SELECT count(*) FROM signalement_compte s WHERE s."caisseId" = caisse_id AND s."traiteLe" < incidents AND s.description <> ''),
    'conventions', (SELECT count(*) FROM ep_conventions_perimees(instant) p JOIN convention_caisse v ON v."conventionId" = p.id
      WHERE v."caisseId" = caisse_id AND EXISTS (SELECT FROM document_convention x WHERE x."conventionId" = p.id)),
    'retenues', (SELECT count(*) FROM retenue r WHERE r."caisseId" = caisse_id AND r."leveeLe" IS NULL AND r.jusquau >= (instant AT TIME ZONE 'Europe/Paris')::date));
END $$;

-- What is held back, by reference, for those who may lift it.
CREATE FUNCTION ep_conservation_references(ids uuid[]) RETURNS TABLE (id uuid, reference text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.reference FROM demande d WHERE d.id = ANY (ids) AND ep_conserve(d."caisseId")
$$;
CREATE FUNCTION ep_conservation_demande(cherchee text) RETURNS TABLE (id uuid, reference text, "caisseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.reference, d."caisseId" FROM demande d WHERE d.reference = cherchee AND d."contenuEffaceLe" IS NULL AND ep_conserve(d."caisseId")
$$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace
    AND p.proname IN ('ep_conserve', 'ep_demande_de_caisse', 'ep_retenue', 'ep_duree', 'ep_a_effacer', 'ep_conservation_demandes', 'ep_effacer_demande', 'ep_effacer_fichiers',
      'ep_conventions_perimees', 'ep_effacer_conventions', 'ep_duree_la_plus_longue', 'ep_purger', 'ep_conservation_comptes', 'ep_conservation_references', 'ep_conservation_demande')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    -- Who erases, and who asks: the web process erases nothing.
    IF f::text ~ '^ep_(effacer|purger)' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO ep_travaux', f);
    ELSIF f::text ~ '^ep_(conserve|demande_de_caisse|conservation_)' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO ep_web, ep_travaux', f);
    END IF;
  END LOOP;
END $$;

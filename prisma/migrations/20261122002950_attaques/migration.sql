-- What the actions of triage never do, the database does not let happen either: a fault in the product must not become a breach.

-- Demandes ---------------------------------------------------------------------------------------------------------------

-- Whether a team belongs to a caisse: those who file do not read the teams.
CREATE FUNCTION ep_equipe_de(equipe_id uuid, caisse_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM equipe e WHERE e.id = equipe_id AND e."caisseId" = caisse_id)
$$;

-- A technicien files in its own name what nobody has handled yet. Afterwards it takes its demande back, completes it, opens it again, or
-- undoes that; what the demande is, who follows it and by when are the business of the caisse. Who the person is stays as it was filed.
CREATE FUNCTION ep_borner_demande() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  cote_caisse boolean := ep_uuid('agent') IS NOT NULL;
BEGIN
  IF current_user <> 'ep_web' THEN RETURN NEW; END IF;
  IF NEW."equipeId" IS NOT NULL AND (TG_OP = 'INSERT' OR NEW."equipeId" IS DISTINCT FROM OLD."equipeId")
    AND NOT ep_equipe_de(NEW."equipeId", NEW."caisseId") THEN
    RAISE EXCEPTION 'permission denied: cette équipe n’est pas de la caisse';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF cote_caisse OR NEW."auteurId" IS DISTINCT FROM ep_uuid('compte') OR NEW."partenaireId" IS DISTINCT FROM ep_uuid('partenaire')
      OR NEW.etat <> 'transmise' OR NEW."agentId" IS NOT NULL OR NEW.issue IS NOT NULL OR NEW."procedureOrdinaire" OR NEW."transfereeDeId" IS NOT NULL
      OR NEW."nonLusPartenaire" <> 0 OR NEW."nonLusCaisse" <> 0 OR NEW.version <> 1
      OR (NEW."demandeLieeId" IS NOT NULL AND NOT EXISTS (SELECT FROM demande d WHERE d.id = NEW."demandeLieeId")) THEN
      RAISE EXCEPTION 'permission denied: une demande se dépose en son nom, et n’est encore à personne';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.version < OLD.version OR (NEW.civilite, NEW."nomNaissance", NEW."nomUsage", NEW.prenom, NEW."dateNaissance", NEW.departement, NEW."nomRecherche", NEW."clePersonne",
      NEW.attestations, NEW."piecesAbsentes", NEW."demandeLieeId") IS DISTINCT FROM
    (OLD.civilite, OLD."nomNaissance", OLD."nomUsage", OLD.prenom, OLD."dateNaissance", OLD.departement, OLD."nomRecherche", OLD."clePersonne",
      OLD.attestations, OLD."piecesAbsentes", OLD."demandeLieeId") THEN
    RAISE EXCEPTION 'permission denied: ces colonnes d’une demande ne se changent pas';
  END IF;
  IF cote_caisse THEN
    IF NEW.etat = 'annulee' AND OLD.etat <> 'annulee' THEN RAISE EXCEPTION 'permission denied: le partenaire seul annule sa demande'; END IF;
    IF NEW."agentId" IS NOT NULL AND NEW."agentId" IS DISTINCT FROM OLD."agentId"
      AND NOT EXISTS (SELECT FROM compte c WHERE c.id = NEW."agentId" AND c."caisseId" = NEW."caisseId") THEN
      RAISE EXCEPTION 'permission denied: cet agent n’est pas de la caisse';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.service, NEW."motifId", NEW.variante, NEW.objet, NEW.prestation, NEW.urgent, NEW.details, NEW."libellesPieces", NEW."delaiJours",
      NEW."delaiOrdinaireJours", NEW."seuilAlerteJours", NEW."agentId", NEW."equipeId", NEW."procedureOrdinaire", NEW."priseEnChargeLe") IS DISTINCT FROM
    (OLD.service, OLD."motifId", OLD.variante, OLD.objet, OLD.prestation, OLD.urgent, OLD.details, OLD."libellesPieces", OLD."delaiJours",
      OLD."delaiOrdinaireJours", OLD."seuilAlerteJours", OLD."agentId", OLD."equipeId", OLD."procedureOrdinaire", OLD."priseEnChargeLe") THEN
    RAISE EXCEPTION 'permission denied: ces colonnes d’une demande sont tenues par la caisse';
  END IF;
  IF NEW.etat = OLD.etat THEN
    IF (NEW."completeeLe", NEW."suspendueLe", NEW."joursSuspendus", NEW."echeanceLe", NEW."triLe", NEW.issue, NEW."closeLe") IS DISTINCT FROM
      (OLD."completeeLe", OLD."suspendueLe", OLD."joursSuspendus", OLD."echeanceLe", OLD."triLe", OLD.issue, OLD."closeLe") THEN
      RAISE EXCEPTION 'permission denied: l’horloge d’une demande suit son état';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT (
    (OLD.etat = 'transmise' AND NEW.etat = 'annulee')
    OR (OLD.etat = 'attente_complement' AND NEW.etat = 'complement_recu')
    OR (OLD.etat = 'traitee' AND NEW.etat IN ('transmise', 'prise_en_charge'))
    -- What it has just done, undone.
    OR (OLD.etat = 'complement_recu' AND NEW.etat = 'attente_complement'
      AND EXISTS (SELECT FROM evenement e WHERE e."demandeId" = NEW.id AND e.type = 'complement_envoye' AND e."auteurId" = ep_uuid('compte')))
    OR (OLD.etat IN ('transmise', 'prise_en_charge') AND NEW.etat = 'traitee'
      AND EXISTS (SELECT FROM evenement e WHERE e."demandeId" = NEW.id AND e.type = 'rouverte' AND e."auteurId" = ep_uuid('compte')))
  ) THEN
    RAISE EXCEPTION 'permission denied: une demande % ne devient pas % par le partenaire', OLD.etat, NEW.etat;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER demande_bornee BEFORE INSERT OR UPDATE ON demande FOR EACH ROW EXECUTE FUNCTION ep_borner_demande();

-- What hangs on a demande ------------------------------------------------------------------------------------------------

-- Written in one's own name and on one's own side, on a demande that one reads, where that demande is.
CREATE POLICY lieu ON message AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK (
  "auteurId" = (SELECT ep_uuid('compte')) AND cote = (CASE WHEN (SELECT ep_uuid('agent')) IS NULL THEN 'partenaire' ELSE 'caisse' END) AND "retireLe" IS NULL
  AND EXISTS (SELECT FROM demande d WHERE d.id = "demandeId" AND d."caisseId" = message."caisseId" AND d."structureId" = message."structureId")
);
CREATE POLICY lieu ON evenement AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK (
  "auteurId" = (SELECT ep_uuid('compte')) AND cote = (CASE WHEN (SELECT ep_uuid('agent')) IS NULL THEN 'partenaire' ELSE 'caisse' END)
  AND ("visiblePartenaire" OR (SELECT ep_uuid('agent')) IS NOT NULL)
  AND EXISTS (SELECT FROM demande d WHERE d.id = "demandeId" AND d."caisseId" = evenement."caisseId" AND d."structureId" = evenement."structureId")
);

-- A receipt of reading is that of who reads.
REVOKE UPDATE ON lecture FROM ep_web;
GRANT UPDATE ("vueLe") ON lecture TO ep_web;
CREATE POLICY lieu ON lecture AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK (
  "compteId" = (SELECT ep_uuid('compte')) AND cote = (CASE WHEN (SELECT ep_uuid('agent')) IS NULL THEN 'partenaire' ELSE 'caisse' END)
  AND EXISTS (SELECT FROM demande d WHERE d.id = "demandeId" AND d."caisseId" = lecture."caisseId" AND d."structureId" = lecture."structureId")
);
CREATE POLICY soi ON lecture AS RESTRICTIVE FOR UPDATE TO ep_web USING ("compteId" = (SELECT ep_uuid('compte')));

-- The five minutes are those of the server: `envoyeLe` and `retireLe` are told by who writes, this instant is not.
-- Null for the messages of before: their minutes are over.
ALTER TABLE message ADD COLUMN "ecritLe" TIMESTAMPTZ(3);
ALTER TABLE message ALTER COLUMN "ecritLe" SET DEFAULT clock_timestamp();
REVOKE INSERT ON message FROM ep_web;
GRANT INSERT (id, "demandeId", "caisseId", "structureId", cote, interne, "auteurId", texte, "envoyeLe", "retireLe", "santeGardee") ON message TO ep_web;
CREATE FUNCTION ep_borner_retrait() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- Some seconds more than the rule in words: a click in time is not refused for the way it travelled.
  IF current_user = 'ep_web' AND clock_timestamp() >= coalesce(OLD."ecritLe", '-infinity') + interval '5 minutes 15 seconds' THEN
    RAISE EXCEPTION 'permission denied: un message est retiré par son auteur, dans les cinq minutes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delai_du_retrait BEFORE UPDATE OF "retireLe" ON message FOR EACH ROW EXECUTE FUNCTION ep_borner_retrait();

-- Files ------------------------------------------------------------------------------------------------------------------

-- A file that waits for its message, one that was withdrawn: out of reach of all but its writer, or of all, whatever the statement. An
-- UPDATE or a DELETE that reads no column passes the policies of SELECT by.
DROP POLICY en_preparation ON piece_jointe;
CREATE POLICY en_preparation ON piece_jointe AS RESTRICTIVE TO ep_web USING (NOT "enPreparation" OR "deposeeParId" = (SELECT ep_uuid('compte')));
DROP POLICY retiree ON piece_jointe;
CREATE POLICY retiree ON piece_jointe AS RESTRICTIVE TO ep_web USING ("retireLe" IS NULL);

-- Received in one's own name, and not yet analysed.
CREATE POLICY reception ON piece_jointe AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK (
  "deposeeParId" = (SELECT ep_uuid('compte')) AND etat = 'en_analyse' AND "analyseeLe" IS NULL AND NOT apercu
  AND ("brouillonId" IS NULL OR ("demandeId" IS NULL AND EXISTS (SELECT FROM brouillon b WHERE b.id = "brouillonId")))
);
-- What is filed stays, with its receipts.
CREATE POLICY non_deposee ON piece_jointe AS RESTRICTIVE FOR DELETE TO ep_web USING (
  "deposeeParId" = (SELECT ep_uuid('compte')) AND ("demandeId" IS NULL OR "enPreparation")
);

-- Where a file is, is where its demande is: without one, it is at no caisse, and nobody else reads it. Once filed it goes back to no draft,
-- that would take it away, and keeps its date.
CREATE FUNCTION ep_borner_lieu_piece() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user <> 'ep_web' THEN RETURN NEW; END IF;
  IF NEW."demandeId" IS NULL AND (NEW."caisseId" IS NOT NULL OR NEW."messageId" IS NOT NULL OR NEW."enPreparation") THEN
    RAISE EXCEPTION 'permission denied: un fichier est à la caisse de sa demande';
  END IF;
  IF NEW."demandeId" IS NULL AND NEW."structureId" IS NOT NULL AND NEW."structureId" IS DISTINCT FROM ep_uuid('structure') THEN
    RAISE EXCEPTION 'permission denied: un fichier est à la structure de qui le dépose';
  END IF;
  IF NEW."demandeId" IS NOT NULL AND NEW."brouillonId" IS NOT NULL THEN
    RAISE EXCEPTION 'permission denied: un fichier déposé n’est plus à un brouillon';
  END IF;
  IF TG_OP = 'UPDATE' AND (
    (OLD."demandeId" IS NOT NULL AND NOT OLD."enPreparation" AND NEW."deposeeLe" IS DISTINCT FROM OLD."deposeeLe")
    -- Before it is filed, it is its writer's.
    OR ((OLD."demandeId" IS NULL OR OLD."enPreparation") AND OLD."deposeeParId" IS DISTINCT FROM ep_uuid('compte'))
    -- A message takes along what was prepared for it, and not what was filed before.
    OR (NEW."messageId" IS NOT NULL AND OLD."messageId" IS NULL AND NOT OLD."enPreparation")
    OR (NEW."brouillonId" IS NOT NULL AND NEW."brouillonId" IS DISTINCT FROM OLD."brouillonId")
  ) THEN
    RAISE EXCEPTION 'permission denied: ce qui est déposé reste en place';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lieu_borne BEFORE INSERT OR UPDATE ON piece_jointe FOR EACH ROW EXECUTE FUNCTION ep_borner_lieu_piece();

-- Mails ------------------------------------------------------------------------------------------------------------------

-- A mail stands in the thread of a demande that its writer reads, and says nothing of its own fate.
CREATE POLICY lieu ON courriel AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK (
  ("demandeId" IS NULL OR EXISTS (SELECT FROM demande d WHERE d.id = "demandeId"))
  AND ("porteSurId" IS NULL OR EXISTS (SELECT FROM message m WHERE m.id = "porteSurId" AND m."demandeId" = courriel."demandeId"))
  AND etat IN ('a_envoyer', 'a_grouper', 'non_envoye') AND "envoyeLe" IS NULL AND "echecLe" IS NULL AND texte IS NULL AND erreur IS NULL AND "resumeId" IS NULL
);
-- A caisse reads what was sent to the partenaire and to its own people: a demande that comes from another one brings its mails with it,
-- and not those that the agents of that one got.
CREATE POLICY maison ON courriel AS RESTRICTIVE FOR SELECT TO ep_web USING (
  (SELECT ep_uuid('caisse')) IS NULL OR "compteId" IS NULL OR "compteId" = (SELECT ep_uuid('compte'))
  OR EXISTS (SELECT FROM compte c WHERE c.id = "compteId" AND (c."caisseId" IS NULL OR c."caisseId" = (SELECT ep_uuid('caisse'))))
);
-- As before, but for the account of a caisse: its own référent is told, whichever caisse the demande is at now.
CREATE OR REPLACE FUNCTION ep_courriels_en_echec() RETURNS TABLE (id uuid, modele text, destinataire text, "creeLe" timestamptz, "echecLe" timestamptz,
  erreur text, "vuLe" timestamptz, "compteId" uuid, "structureId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.modele, c.destinataire, c."creeLe", coalesce(c."echecLe", c."creeLe"), c.erreur, c."vuLe", c."compteId",
    coalesce(k."structureId", d."structureId")
  FROM courriel c LEFT JOIN compte k ON k.id = c."compteId" LEFT JOIN demande d ON d.id = c."demandeId"
  WHERE c.etat = 'echec' AND ep_uuid('referent') IS NOT NULL AND CASE WHEN k."caisseId" IS NOT NULL THEN k."caisseId" = ep_uuid('referent')
    ELSE c."caisseId" = ep_uuid('referent') OR (c."caisseId" IS NULL AND k."partenaireId" = ANY (ep_partenaires_tenus())) END
$$;

-- Rendez-vous ------------------------------------------------------------------------------------------------------------

-- A slot is cut from its plage: same person, same place, within its hours. Said otherwise, it would fill the agenda of an agent of another
-- caisse, and tell by its refusal when that agent is taken.
ALTER POLICY tenue ON creneau WITH CHECK ("caisseId" = (SELECT ep_uuid('agent')) AND EXISTS (
  SELECT FROM plage p WHERE p.id = "plageId" AND p."caisseId" = creneau."caisseId" AND p."agentId" IS NOT DISTINCT FROM creneau."agentId"
    AND creneau.capacite BETWEEN 1 AND p.capacite AND creneau."debutLe" >= p."debutLe" AND creneau."finLe" <= p."finLe"
));
-- A plage taken away takes its slots along, beyond their own policies.
CREATE POLICY sans_rendez_vous ON plage AS RESTRICTIVE FOR DELETE TO ep_web USING (
  NOT EXISTS (SELECT FROM creneau c WHERE c."plageId" = plage.id AND c.pris > 0)
);

-- Teams ------------------------------------------------------------------------------------------------------------------

-- A rule names what the caisse knows: a refusal by a foreign key would tell what others have.
CREATE POLICY connu ON regle_routage AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK (
  ("partenaireId" IS NULL OR EXISTS (SELECT FROM convention_caisse v WHERE v."partenaireId" = regle_routage."partenaireId" AND v."caisseId" = regle_routage."caisseId"))
  AND ("motifId" IS NULL OR EXISTS (SELECT FROM motif m WHERE m.id = "motifId" AND (m."caisseId" IS NULL OR m."caisseId" = regle_routage."caisseId")))
);

-- A rule changes team within its caisse: that of an insertion is checked, the words of an update are these.
CREATE POLICY equipe_de_la_caisse ON regle_routage AS RESTRICTIVE FOR UPDATE TO ep_web USING (true) WITH CHECK (ep_equipe_de("equipeId", "caisseId"));

-- Functions that read beyond the perimeter -------------------------------------------------------------------------------

-- As before, for oneself: it names colleagues, and the days they are away.
CREATE OR REPLACE FUNCTION ep_remplacements(remplacant uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE chaine (compte, debut, fin, absent_jusquau, vus) AS (
    SELECT a."compteId", a."debutLe", coalesce(a."finLe", 'infinity'), a."finLe", ARRAY[remplacant, a."compteId"] FROM absence a
    WHERE a."remplacantId" = remplacant AND (session_user <> 'ep_web' OR ep_est('connexion') OR remplacant = ep_uuid('compte'))
    UNION ALL
    SELECT a."compteId", greatest(c.debut, a."debutLe"), least(c.fin, coalesce(a."finLe", 'infinity')), a."finLe", c.vus || a."compteId"
    FROM chaine c JOIN absence a ON a."remplacantId" = c.compte AND a."compteId" <> ALL (c.vus)
      AND a."debutLe" <= c.fin AND coalesce(a."finLe", 'infinity') >= c.debut
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('compteId', c.compte, 'debutLe', c.debut, 'finLe', nullif(c.fin, 'infinity'),
    'jusquau', c.absent_jusquau, 'civilite', k.civilite, 'prenom', k.prenom, 'nom', k.nom)), '[]')
  FROM chaine c JOIN compte k ON k.id = c.compte
$$;

-- As before, without the reasons: why another caisse suspends is between it and the partenaire.
CREATE OR REPLACE FUNCTION ep_parts_de_la_demande(demande_id uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  RETURN (SELECT coalesce(jsonb_agg(part || jsonb_build_object('suspensions',
      (SELECT coalesce(jsonb_agg(s || '{"motif": ""}' ORDER BY rang), '[]') FROM jsonb_array_elements(part -> 'suspensions') WITH ORDINALITY t(s, rang))) ORDER BY n), '[]')
    FROM jsonb_array_elements(resultat) WITH ORDINALITY p(part, n));
END $$;

-- A demande goes where the partenaire has access now, whatever instant the act is said to be of.
CREATE FUNCTION ep_borner_transfert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  jour date := (now() AT TIME ZONE 'Europe/Paris')::date;
BEGIN
  IF session_user = 'ep_web' AND (abs(extract(epoch FROM NEW."transfereeLe" - now())) > 86400 OR NOT EXISTS (
    SELECT FROM convention_caisse v WHERE v."caisseId" = NEW."versCaisseId" AND v."partenaireId" = NEW."partenaireId"
      AND v.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure') AND v."utilisationEffetLe" <= jour AND (v."finLe" IS NULL OR v."finLe" >= jour))) THEN
    RAISE EXCEPTION 'permission denied: cette caisse n’est pas ouverte au partenaire';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER transfert_borne BEFORE INSERT ON transfert FOR EACH ROW EXECUTE FUNCTION ep_borner_transfert();

-- Asked by the web process and by the worker, and by nobody else who would come to have a role.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace
    AND has_function_privilege('public', p.oid, 'EXECUTE')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO ep_web, ep_travaux', f);
  END LOOP;
END $$;
-- Called by the functions above only.
REVOKE EXECUTE ON FUNCTION ep_equipe_recoit(uuid, uuid) FROM ep_web, ep_travaux;

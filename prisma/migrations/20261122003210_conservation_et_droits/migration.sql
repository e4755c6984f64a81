-- The rights of persons and the purge: what is limited, and what someone is asking about, is kept; what is removed goes there too.

CREATE OR REPLACE FUNCTION ep_retenue(demande_id uuid, instant timestamptz) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM demande d WHERE d.id = demande_id AND d."limiteeLe" IS NOT NULL) THEN 'limitee'
    WHEN EXISTS (SELECT FROM dossier_personne x JOIN demande_personne p ON p.id = x."demandePersonneId" WHERE x."demandeId" = demande_id AND p.etat = 'ouverte') THEN 'droits'
    WHEN EXISTS (SELECT FROM retenue r WHERE r."demandeId" = demande_id AND r."leveeLe" IS NULL AND r.jusquau >= (instant AT TIME ZONE 'Europe/Paris')::date) THEN 'retenue'
  END
$$;

-- The same as before, and what the rights of persons added to a demande.
CREATE OR REPLACE FUNCTION ep_effacer_demande(demande_id uuid, instant timestamptz) RETURNS uuid[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  DELETE FROM dossier_personne WHERE "demandeId" = d.id;
  DELETE FROM donnees_limitees WHERE "limitationId" IN (SELECT l.id FROM limitation l WHERE l."demandeId" = d.id);
  UPDATE limitation SET motif = '' WHERE "demandeId" = d.id;
  DELETE FROM proposition_creneau WHERE "rendezVousId" IN (SELECT r.id FROM rendez_vous r WHERE r."demandeId" = d.id);
  UPDATE rendez_vous SET lieu = NULL, raison = NULL WHERE "demandeId" = d.id;
  UPDATE evenement SET details = '{}' WHERE "demandeId" = d.id AND details <> '{}';
  UPDATE transfert SET raison = '' WHERE "demandeId" = d.id;
  UPDATE retenue SET raison = '' WHERE "demandeId" = d.id;
  UPDATE demande SET "demandeLieeId" = NULL WHERE "demandeLieeId" = d.id AND id <> d.id;
  UPDATE demande SET civilite = NULL, "nomNaissance" = NULL, "nomUsage" = NULL, prenom = NULL, "dateNaissance" = NULL, departement = NULL,
    "nomRecherche" = '', "clePersonne" = '', details = '{}', "libellesPieces" = '[]', "piecesAbsentes" = '[]', attestations = '[]',
    consentement = NULL, "consentementLe" = NULL,
    "demandeLieeId" = NULL, "nonLusPartenaire" = 0, "nonLusCaisse" = 0, "contenuEffaceLe" = instant, "comptesEffaces" = comptes, version = version + 1,
    etat = CASE WHEN ouverte THEN 'annulee' ELSE etat END, "closeLe" = CASE WHEN ouverte THEN instant ELSE "closeLe" END,
    "suspendueLe" = NULL, ouverte = false WHERE id = d.id;
  INSERT INTO evenement (id, "demandeId", "caisseId", "structureId", type, le, cote, "visiblePartenaire", details)
    VALUES (gen_random_uuid(), d.id, d."caisseId", d."structureId", 'effacee', instant, 'automatique', true, '{}');
  RETURN pieces;
END $$;

CREATE OR REPLACE FUNCTION ep_purger(nature text, caisse_id uuid, instant timestamptz, nombre int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_variable
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
  WHEN 'appareils' THEN
    DELETE FROM appareil_connu WHERE id IN (SELECT a.id FROM appareil_connu a WHERE a."vuLe" < instant - interval '13 months' LIMIT nombre);
  WHEN 'signaux' THEN
    DELETE FROM signal WHERE id IN (SELECT s.id FROM signal s WHERE s."finLe" < instant - interval '12 months' LIMIT nombre);
  WHEN 'droits' THEN
    DELETE FROM demande_personne WHERE id IN (SELECT p.id FROM demande_personne p WHERE p.etat <> 'ouverte' AND p."reponduLe" < (instant - interval '5 years')::date
      -- An opposition holds for as long as it is not lifted, a limitation too.
      AND NOT EXISTS (SELECT FROM opposition o WHERE o."demandePersonneId" = p.id AND o."leveeLe" IS NULL)
      AND NOT EXISTS (SELECT FROM limitation l WHERE l."demandePersonneId" = p.id AND l."leveeLe" IS NULL) LIMIT nombre);
  WHEN 'lots' THEN
    DELETE FROM action_groupee WHERE id IN (SELECT a.id FROM action_groupee a WHERE a.le < instant - interval '3 months' LIMIT nombre);
  WHEN 'mots' THEN
    UPDATE acte_nuit SET mot = NULL WHERE cle IN (SELECT a.cle FROM acte_nuit a WHERE a.mot IS NOT NULL AND a."faitLe" < instant - interval '3 months' LIMIT nombre);
  END CASE;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

-- Closed lists ------------------------------------------------------------------------------------------------------

ALTER TABLE caisse ADD CHECK (calendrier IN ('france', 'alsace_moselle'));
ALTER TABLE reglages_caisse ADD CHECK ("inactivationGestionnaire" IN ('date_souhaitee', 'immediate'));
ALTER TABLE contact_caisse ADD CHECK (type IN ('partenariat', 'support', 'dpo', 'referent', 'theme'));
ALTER TABLE motif ADD CHECK (service IN ('contact', 'dossier', 'signalement', 'rendez_vous', 'document'));
ALTER TABLE piece_attendue ADD CHECK (exigence IN ('requise', 'suggeree', 'urgence'));
ALTER TABLE convention_caisse ADD CHECK (etat IN ('brouillon', 'signee', 'en_vigueur', 'denoncee', 'mise_en_demeure', 'resiliee', 'echue'));
ALTER TABLE compte ADD CHECK (profil IN ('technicien', 'gestionnaire', 'caisse', 'administrateur')),
  ADD CHECK (etat IN ('attente_activation', 'actif', 'inactif')),
  -- Partner-side profiles never mix with the caisse side.
  ADD CHECK (CASE
    WHEN profil IN ('technicien', 'gestionnaire') THEN "partenaireId" IS NOT NULL AND "structureId" IS NOT NULL AND "caisseId" IS NULL
    WHEN profil = 'caisse' THEN "caisseId" IS NOT NULL AND "partenaireId" IS NULL AND "structureId" IS NULL
    ELSE "caisseId" IS NULL AND "partenaireId" IS NULL AND "structureId" IS NULL
  END),
  ADD CHECK (roles <@ ARRAY['agent', 'referent', 'dpo'] AND (profil = 'caisse' OR roles = '{}'));
ALTER TABLE brouillon ADD CHECK (service IN ('contact', 'dossier', 'signalement', 'rendez_vous', 'document'));
ALTER TABLE demande ADD CHECK (service IN ('contact', 'dossier', 'signalement', 'rendez_vous', 'document')),
  ADD CHECK (etat IN ('transmise', 'prise_en_charge', 'attente_complement', 'complement_recu', 'traitee', 'annulee')),
  ADD CHECK (ouverte = (etat NOT IN ('traitee', 'annulee'))),
  ADD CHECK ((etat = 'attente_complement') = ("suspendueLe" IS NOT NULL)),
  ADD CHECK (etat <> 'traitee' OR (issue IS NOT NULL AND "closeLe" IS NOT NULL));
ALTER TABLE message ADD CHECK (cote IN ('partenaire', 'caisse')), ADD CHECK (cote = 'caisse' OR NOT interne);
ALTER TABLE evenement ADD CHECK (cote IN ('partenaire', 'caisse', 'automatique'));
ALTER TABLE piece_jointe ADD CHECK (etat IN ('en_analyse', 'saine', 'non_analysee', 'infectee', 'refusee')),
  ADD CHECK (sens IN ('entrante', 'sortante'));
ALTER TABLE courriel ADD CHECK (etat IN ('a_envoyer', 'envoye', 'echec'));

CREATE SEQUENCE demande_numero;

-- Perimeter ---------------------------------------------------------------------------------------------------------
-- The web process says who acts, for one transaction, in settings `ep.*` (see lib/socle/base.ts). The functions are read once
-- per query, through a sub-select, and never per row.

CREATE FUNCTION ep_uuid(nom text) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('ep.' || nom, true), '')::uuid $$;
CREATE FUNCTION ep_uuids(nom text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT string_to_array(nullif(current_setting('ep.' || nom, true), ''), ',')::uuid[] $$;
CREATE FUNCTION ep_est(profil text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('ep.profil', true) = profil, false) $$;

DO $$
DECLARE nom text;
BEGIN
  FOR nom IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT ON %I TO ep_travaux', nom);
  END LOOP;

  -- What everybody signed in or not may read: it says nothing of a person.
  FOREACH nom IN ARRAY ARRAY['caisse', 'reglages_caisse', 'delai_prestation', 'contact_caisse', 'parametre', 'version_cgu', 'motif',
    'motif_caisse', 'service_caisse', 'piece_attendue', 'attestation', 'battement'] LOOP
    EXECUTE format('CREATE POLICY lecture ON %I FOR SELECT TO ep_web USING (true)', nom);
    EXECUTE format('GRANT SELECT ON %I TO ep_web', nom);
  END LOOP;
END $$;

GRANT USAGE ON SEQUENCE demande_numero TO ep_web;

-- The demande and what hangs on it: the caisse's agents, and the techniciens of the structure while their access to the caisse is open.
CREATE POLICY perimetre ON demande TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('agent'))
  OR ("structureId" = (SELECT ep_uuid('structure')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]))
);
CREATE POLICY perimetre ON rendez_vous TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('agent'))
  OR ("structureId" = (SELECT ep_uuid('structure')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]))
);
CREATE POLICY perimetre ON lecture TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('agent'))
  OR ("structureId" = (SELECT ep_uuid('structure')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]))
);
CREATE POLICY perimetre ON message TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('agent'))
  OR ("structureId" = (SELECT ep_uuid('structure')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]) AND NOT interne)
);
CREATE POLICY perimetre ON evenement TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('agent'))
  OR ("structureId" = (SELECT ep_uuid('structure')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]) AND "visiblePartenaire")
) WITH CHECK (
  "caisseId" = (SELECT ep_uuid('agent'))
  OR ("structureId" = (SELECT ep_uuid('structure')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]))
);
-- Before filing, a file belongs to its draft and is seen by its author only.
CREATE POLICY perimetre ON piece_jointe TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('agent'))
  OR ("structureId" = (SELECT ep_uuid('structure')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]))
  OR ("demandeId" IS NULL AND "caisseId" IS NULL AND "deposeeParId" = (SELECT ep_uuid('compte')))
);
CREATE POLICY perimetre ON brouillon TO ep_web USING ("compteId" = (SELECT ep_uuid('compte')) AND "structureId" = (SELECT ep_uuid('structure')));
GRANT SELECT, INSERT, UPDATE ON demande, lecture, message, rendez_vous TO ep_web;
GRANT SELECT, INSERT ON evenement TO ep_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON brouillon, piece_jointe TO ep_web;

CREATE POLICY lecture ON courriel FOR SELECT TO ep_web USING (
  "compteId" = (SELECT ep_uuid('compte')) OR EXISTS (SELECT FROM demande d WHERE d.id = "demandeId")
);
CREATE POLICY depot ON courriel FOR INSERT TO ep_web WITH CHECK (true);
GRANT SELECT, INSERT ON courriel TO ep_web;

-- Partenaires and conventions: one's own; for a caisse, those bound to it.
CREATE POLICY perimetre ON convention_caisse FOR SELECT TO ep_web USING (
  "partenaireId" = (SELECT ep_uuid('partenaire')) OR "caisseId" = (SELECT ep_uuid('caisse')) OR (SELECT ep_est('connexion'))
);
CREATE POLICY perimetre ON partenaire FOR SELECT TO ep_web USING (
  id = (SELECT ep_uuid('partenaire')) OR (SELECT ep_est('connexion'))
  OR id IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')))
);
CREATE POLICY perimetre ON structure FOR SELECT TO ep_web USING (
  "partenaireId" = (SELECT ep_uuid('partenaire')) OR (SELECT ep_est('connexion'))
  OR "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')))
);
CREATE POLICY perimetre ON suspension FOR SELECT TO ep_web USING (
  "partenaireId" = (SELECT ep_uuid('partenaire')) OR "caisseId" = (SELECT ep_uuid('caisse')) OR (SELECT ep_est('connexion'))
);
CREATE POLICY perimetre ON convention FOR SELECT TO ep_web USING (
  "partenaireId" = (SELECT ep_uuid('partenaire')) OR (SELECT ep_est('connexion'))
  OR id IN (SELECT c."conventionId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')))
);
CREATE POLICY perimetre ON service_partenaire FOR SELECT TO ep_web USING (
  "partenaireId" = (SELECT ep_uuid('partenaire')) OR "caisseId" = (SELECT ep_uuid('caisse'))
);
CREATE POLICY perimetre ON motif_partenaire FOR SELECT TO ep_web USING (
  "partenaireId" = (SELECT ep_uuid('partenaire')) OR "caisseId" = (SELECT ep_uuid('caisse'))
);
CREATE POLICY perimetre ON contact_partenaire FOR SELECT TO ep_web USING (
  "partenaireId" = (SELECT ep_uuid('partenaire'))
  OR "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')))
);
GRANT SELECT ON convention_caisse, partenaire, structure, suspension, convention, service_partenaire, motif_partenaire, contact_partenaire TO ep_web;

-- Accounts: names are seen by those who work together; secrets by the sign-in alone.
CREATE POLICY lecture ON compte FOR SELECT TO ep_web USING (
  id = (SELECT ep_uuid('compte')) OR (SELECT ep_est('connexion'))
  OR "partenaireId" = (SELECT ep_uuid('partenaire'))
  OR "caisseId" = (SELECT ep_uuid('caisse')) OR "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
  OR "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')))
);
CREATE POLICY ecriture ON compte FOR UPDATE TO ep_web USING (id = (SELECT ep_uuid('compte')) OR (SELECT ep_est('connexion')));
GRANT SELECT ON compte TO ep_web;
GRANT UPDATE (etat, "activeLe", preferences) ON compte TO ep_web;
CREATE POLICY perimetre ON authentification TO ep_web USING ("compteId" = (SELECT ep_uuid('compte')) OR (SELECT ep_est('connexion')));
CREATE POLICY perimetre ON session TO ep_web USING ("compteId" = (SELECT ep_uuid('compte')) OR (SELECT ep_est('connexion')));
CREATE POLICY perimetre ON jeton TO ep_web USING ("compteId" = (SELECT ep_uuid('compte')) OR (SELECT ep_est('connexion')));
CREATE POLICY perimetre ON acceptation_cgu TO ep_web USING ("compteId" = (SELECT ep_uuid('compte')) OR (SELECT ep_est('connexion')));
CREATE POLICY perimetre ON tentative TO ep_web USING ((SELECT ep_est('connexion')));
GRANT SELECT, INSERT, UPDATE ON authentification, session, jeton, acceptation_cgu, tentative TO ep_web;

-- The journal takes rows and gives none back to the web process.
CREATE POLICY depot ON journal FOR INSERT TO ep_web WITH CHECK (true);
GRANT INSERT ON journal TO ep_web, ep_travaux;
GRANT USAGE ON SEQUENCE journal_id_seq TO ep_web, ep_travaux;

-- Background work.
GRANT INSERT, UPDATE, DELETE ON piece_jointe, brouillon, battement, tentative TO ep_travaux;
GRANT INSERT, UPDATE ON courriel, evenement, demande, compte, jeton, session TO ep_travaux;

-- One round trip tells who acts: the session, its account, and what decides of its rights.
CREATE FUNCTION ep_session(session_id uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  profil_courant text := current_setting('ep.profil', true);
  resultat jsonb;
BEGIN
  PERFORM set_config('ep.profil', 'connexion', true);
  SELECT jsonb_build_object(
    'sessionId', s.id, 'vueLe', s."vueLe", 'expireLe', s."expireLe",
    'compteId', c.id, 'identifiant', c.identifiant, 'profil', c.profil, 'roles', c.roles, 'etat', c.etat,
    'civilite', c.civilite, 'nom', c.nom, 'prenom', c.prenom, 'courriel', c.courriel, 'preferences', c.preferences,
    'motDePasseLe', a."motDePasseLe",
    'caisse', (SELECT jsonb_build_object('id', k.id, 'nom', k.nom) FROM caisse k WHERE k.id = c."caisseId"),
    'partenaire', (SELECT jsonb_build_object('id', p.id, 'nom', p.nom) FROM partenaire p WHERE p.id = c."partenaireId"),
    'structure', (SELECT jsonb_build_object('id', t.id, 'nom', t.nom, 'ouvreLe', t."ouvreLe",
        'unique', NOT EXISTS (SELECT FROM structure u WHERE u."partenaireId" = t."partenaireId" AND u.id <> t.id))
      FROM structure t WHERE t.id = c."structureId"),
    'conventions', coalesce((SELECT jsonb_agg(jsonb_build_object('caisseId', v."caisseId", 'caisseNom', k.nom, 'etat', v.etat,
        'effetLe', v."utilisationEffetLe", 'finLe', v."finLe",
        'suspendue', EXISTS (SELECT FROM suspension x WHERE x."caisseId" = v."caisseId" AND x."partenaireId" = v."partenaireId"
          AND x."debutLe" <= now() AND (x."finLe" IS NULL OR x."finLe" > now()))) ORDER BY k.nom)
      FROM convention_caisse v JOIN caisse k ON k.id = v."caisseId" WHERE v."partenaireId" = c."partenaireId"), '[]'),
    'cguAcceptee', NOT EXISTS (SELECT FROM version_cgu g WHERE g."publieeLe" <= now() AND g.numero = (SELECT max(h.numero) FROM version_cgu h WHERE h."publieeLe" <= now())
      AND NOT EXISTS (SELECT FROM acceptation_cgu b WHERE b."versionId" = g.id AND b."compteId" = c.id)),
    'motDePasseMois', (SELECT valeur FROM parametre WHERE cle = 'mot_de_passe_mois'))
  INTO resultat
  FROM session s JOIN compte c ON c.id = s."compteId" LEFT JOIN authentification a ON a."compteId" = c.id
  WHERE s.id = session_id AND s."fermeeLe" IS NULL;
  PERFORM set_config('ep.profil', coalesce(profil_courant, ''), true);
  RETURN resultat;
END $$;

-- AlterTable
ALTER TABLE "reglages_caisse" ADD COLUMN     "secondFacteurTechniciens" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "secondFacteurLe" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "second_facteur" (
    "compteId" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "cleVersion" INTEGER NOT NULL,
    "installeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dernierPas" INTEGER NOT NULL,

    CONSTRAINT "second_facteur_pkey" PRIMARY KEY ("compteId")
);

-- CreateTable
CREATE TABLE "code_secours" (
    "id" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "empreinte" TEXT NOT NULL,
    "creeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "utiliseLe" TIMESTAMPTZ(3),

    CONSTRAINT "code_secours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cle_acces" (
    "id" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "credential" TEXT NOT NULL,
    "clePublique" BYTEA NOT NULL,
    "compteur" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "nom" TEXT NOT NULL,
    "synchronisee" BOOLEAN NOT NULL DEFAULT false,
    "creeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "utiliseeLe" TIMESTAMPTZ(3),

    CONSTRAINT "cle_acces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "defi" (
    "id" UUID NOT NULL,
    "usage" TEXT NOT NULL,
    "defi" TEXT NOT NULL,
    "sessionId" UUID,
    "creeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expireLe" TIMESTAMPTZ(3) NOT NULL,
    "utiliseLe" TIMESTAMPTZ(3),

    CONSTRAINT "defi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appareil_connu" (
    "id" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "empreinte" TEXT NOT NULL,
    "navigateur" TEXT,
    "premierLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "vuLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appareil_connu_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "code_secours_compteId_empreinte_key" ON "code_secours"("compteId", "empreinte");

-- CreateIndex
CREATE UNIQUE INDEX "cle_acces_credential_key" ON "cle_acces"("credential");

-- CreateIndex
CREATE INDEX "cle_acces_compteId_idx" ON "cle_acces"("compteId");

-- CreateIndex
CREATE INDEX "defi_expireLe_idx" ON "defi"("expireLe");

-- CreateIndex
CREATE UNIQUE INDEX "appareil_connu_empreinte_key" ON "appareil_connu"("empreinte");

-- CreateIndex
CREATE INDEX "appareil_connu_compteId_idx" ON "appareil_connu"("compteId");

-- AddForeignKey
ALTER TABLE "second_facteur" ADD CONSTRAINT "second_facteur_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_secours" ADD CONSTRAINT "code_secours_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cle_acces" ADD CONSTRAINT "cle_acces_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appareil_connu" ADD CONSTRAINT "appareil_connu_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Strong sign-in ------------------------------------------------------------------------------------------------------

ALTER TABLE defi ADD CHECK (usage IN ('ajout', 'connexion', 'second_facteur')), ADD CHECK (usage = 'connexion' OR "sessionId" IS NOT NULL);

DO $$
DECLARE nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['second_facteur', 'code_secours', 'cle_acces', 'defi', 'appareil_connu'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO ep_travaux', nom);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ep_web', nom);
  END LOOP;
  FOREACH nom IN ARRAY ARRAY['second_facteur', 'code_secours', 'cle_acces', 'appareil_connu'] LOOP
    EXECUTE format('CREATE POLICY perimetre ON %I TO ep_web USING ("compteId" = (SELECT ep_uuid(''compte'')) OR (SELECT ep_est(''connexion'')))', nom);
  END LOOP;
END $$;
CREATE POLICY perimetre ON defi TO ep_web USING ((SELECT ep_est('connexion')));

-- Whose second factor one may undo: never one's own; a technicien's for its gestionnaire, those of its partenaires and of its
-- agents for a référent, those of référents and administrateurs for an administrateur.
CREATE FUNCTION ep_tient_double_authentification(compte_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT c.id <> ep_uuid('compte') AND (
      (c.profil = 'technicien' AND c."structureId" = ep_uuid('gestionnaire') AND c."partenaireId" = ep_uuid('partenaire'))
      OR (c.profil IN ('technicien', 'gestionnaire') AND c."partenaireId" = ANY (ep_partenaires_tenus()))
      OR (c.profil = 'caisse' AND c."caisseId" = ep_uuid('referent') AND NOT c.roles @> '{referent}')
      OR (c.profil IN ('caisse', 'administrateur') AND ep_est('administrateur')))
    FROM compte c WHERE c.id = compte_id AND c.etat = 'actif' AND c."supprimeLe" IS NULL), false)
$$;

-- What there is to undo; null out of reach.
CREATE FUNCTION ep_double_authentification(compte_id uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN ep_tient_double_authentification(compte_id) THEN jsonb_build_object(
    'application', EXISTS (SELECT FROM second_facteur f WHERE f."compteId" = compte_id),
    'cles', (SELECT count(*) FROM cle_acces k WHERE k."compteId" = compte_id),
    'codes', (SELECT count(*) FROM code_secours s WHERE s."compteId" = compte_id AND s."utiliseLe" IS NULL)) END
$$;

-- Takes away all that an account has enrolled, forgets its devices, lifts its lock and closes its sessions.
CREATE FUNCTION ep_reinitialiser_double_authentification(compte_id uuid, a_l_instant timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT ep_tient_double_authentification(compte_id) THEN RETURN false; END IF;
  DELETE FROM second_facteur WHERE "compteId" = compte_id;
  DELETE FROM code_secours WHERE "compteId" = compte_id;
  DELETE FROM cle_acces WHERE "compteId" = compte_id;
  DELETE FROM appareil_connu WHERE "compteId" = compte_id;
  DELETE FROM tentative WHERE cle = 'second_facteur:' || compte_id;
  UPDATE session SET "fermeeLe" = a_l_instant WHERE "compteId" = compte_id AND "fermeeLe" IS NULL;
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION ep_tient_double_authentification(uuid), ep_double_authentification(uuid), ep_reinitialiser_double_authentification(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_tient_double_authentification(uuid), ep_double_authentification(uuid), ep_reinitialiser_double_authentification(uuid, timestamptz) TO ep_web, ep_migration;

-- The same as before, with what the second factor depends on.
CREATE OR REPLACE FUNCTION ep_session(session_id uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
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
    'ouverteLe', s."creeeLe", 'secondFacteurLe', s."secondFacteurLe",
    'secondFacteurInstalle', EXISTS (SELECT FROM second_facteur f WHERE f."compteId" = c.id) OR EXISTS (SELECT FROM cle_acces f WHERE f."compteId" = c.id),
    'secondFacteurExige', (SELECT valeur FROM parametre WHERE cle = 'second_facteur'),
    'caissesExigeantes', CASE WHEN c.profil = 'technicien' THEN coalesce((SELECT jsonb_agg(r."caisseId") FROM reglages_caisse r WHERE r."secondFacteurTechniciens"), '[]')
      ELSE '[]'::jsonb END,
    'caisse', (SELECT jsonb_build_object('id', k.id, 'nom', k.nom) FROM caisse k WHERE k.id = c."caisseId"),
    'partenaire', (SELECT jsonb_build_object('id', p.id, 'nom', p.nom) FROM partenaire p WHERE p.id = c."partenaireId"),
    'structure', (SELECT jsonb_build_object('id', t.id, 'nom', t.nom, 'ouvreLe', t."ouvreLe",
        'unique', NOT EXISTS (SELECT FROM structure u WHERE u."partenaireId" = t."partenaireId" AND u.id <> t.id))
      FROM structure t WHERE t.id = c."structureId"),
    'parts', CASE WHEN c."partenaireId" IS NULL THEN '[]'::jsonb ELSE ep_parts(c."partenaireId") END,
    'equipes', coalesce((SELECT jsonb_agg(m."equipeId" ORDER BY m."equipeId") FROM membre_equipe m JOIN equipe e ON e.id = m."equipeId" AND e.actif
      WHERE m."compteId" = c.id), '[]'),
    'remplacements', CASE WHEN c.roles @> '{agent}' AND EXISTS (SELECT FROM absence x WHERE x."remplacantId" = c.id)
      THEN ep_remplacements(c.id) ELSE '[]'::jsonb END,
    'absences', CASE WHEN c.roles @> '{agent}' THEN coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.id, 'debutLe', x."debutLe", 'finLe', x."finLe",
        'civilite', r.civilite, 'prenom', r.prenom, 'nom', r.nom)) FROM absence x JOIN compte r ON r.id = x."remplacantId" WHERE x."compteId" = c.id), '[]')
      ELSE '[]'::jsonb END,
    'nonLus', CASE WHEN c.profil = 'technicien' THEN ep_non_lus(c.id) ELSE '{}'::jsonb END,
    'cguAcceptee', NOT EXISTS (SELECT FROM version_cgu g WHERE g."publieeLe" <= now() AND g.numero = (SELECT max(h.numero) FROM version_cgu h WHERE h."publieeLe" <= now())
      AND NOT EXISTS (SELECT FROM acceptation_cgu b WHERE b."versionId" = g.id AND b."compteId" = c.id)),
    'motDePasseMois', (SELECT valeur FROM parametre WHERE cle = 'mot_de_passe_mois'))
  INTO resultat
  FROM session s JOIN compte c ON c.id = s."compteId" LEFT JOIN authentification a ON a."compteId" = c.id
  WHERE s.id = session_id AND s."fermeeLe" IS NULL;
  PERFORM set_config('ep.profil', coalesce(profil_courant, ''), true);
  RETURN resultat;
END $$;

-- CreateTable
CREATE TABLE "lien_oidc" (
    "emetteur" TEXT NOT NULL,
    "sujet" TEXT NOT NULL,
    "compteId" UUID NOT NULL,
    "creeLe" TIMESTAMPTZ(3) NOT NULL,
    "utiliseLe" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lien_oidc_pkey" PRIMARY KEY ("emetteur","sujet")
);

-- CreateTable
CREATE TABLE "retour_oidc" (
    "empreinte" TEXT NOT NULL,
    "expireLe" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retour_oidc_pkey" PRIMARY KEY ("empreinte")
);

-- CreateIndex
CREATE UNIQUE INDEX "lien_oidc_compteId_emetteur_key" ON "lien_oidc"("compteId", "emetteur");

-- CreateIndex
CREATE INDEX "retour_oidc_expireLe_idx" ON "retour_oidc"("expireLe");

-- AddForeignKey
ALTER TABLE "lien_oidc" ADD CONSTRAINT "lien_oidc_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE lien_oidc ENABLE ROW LEVEL SECURITY;
ALTER TABLE lien_oidc FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON lien_oidc TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
-- Only the caisse side signs in through it, whatever the product asks for.
CREATE POLICY perimetre ON lien_oidc TO ep_web USING ((SELECT ep_est('connexion')))
  WITH CHECK ((SELECT ep_est('connexion')) AND EXISTS (SELECT FROM compte c WHERE c.id = "compteId" AND c.profil = 'caisse'));
GRANT SELECT, INSERT, UPDATE ("utiliseLe") ON lien_oidc TO ep_web;
GRANT SELECT, DELETE ON lien_oidc TO ep_travaux;

ALTER TABLE retour_oidc ENABLE ROW LEVEL SECURITY;
ALTER TABLE retour_oidc FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON retour_oidc TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
CREATE POLICY perimetre ON retour_oidc TO ep_web USING ((SELECT ep_est('connexion')));
GRANT SELECT, INSERT ON retour_oidc TO ep_web;
GRANT SELECT, DELETE ON retour_oidc TO ep_travaux;

-- The same as before, and who the account is at the provider: the person may have changed it there.
CREATE OR REPLACE FUNCTION ep_reinitialiser_double_authentification(compte_id uuid, a_l_instant timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT ep_tient_double_authentification(compte_id) THEN RETURN false; END IF;
  DELETE FROM second_facteur WHERE "compteId" = compte_id;
  DELETE FROM code_secours WHERE "compteId" = compte_id;
  DELETE FROM cle_acces WHERE "compteId" = compte_id;
  DELETE FROM appareil_connu WHERE "compteId" = compte_id;
  DELETE FROM lien_oidc WHERE "compteId" = compte_id;
  DELETE FROM tentative WHERE cle = 'second_facteur:' || compte_id;
  UPDATE session SET "fermeeLe" = a_l_instant WHERE "compteId" = compte_id AND "fermeeLe" IS NULL;
  RETURN true;
END $$;

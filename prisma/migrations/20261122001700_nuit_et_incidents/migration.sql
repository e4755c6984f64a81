-- AlterTable
ALTER TABLE "signalement_compte" ADD COLUMN     "caisseId" UUID,
ALTER COLUMN "partenaireId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "acte_nuit" (
    "cle" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "le" DATE NOT NULL,
    "faitLe" TIMESTAMPTZ(3) NOT NULL,
    "partenaireId" UUID,
    "compteId" UUID,
    "caisseId" UUID,
    "mot" TEXT,
    "ditLe" DATE,

    CONSTRAINT "acte_nuit_pkey" PRIMARY KEY ("cle")
);

-- CreateIndex
CREATE INDEX "acte_nuit_partenaireId_idx" ON "acte_nuit"("partenaireId");

-- CreateIndex
CREATE INDEX "acte_nuit_compteId_idx" ON "acte_nuit"("compteId");

-- CreateIndex
CREATE INDEX "acte_nuit_caisseId_le_idx" ON "acte_nuit"("caisseId", "le");

-- CreateIndex
CREATE INDEX "signalement_compte_caisseId_idx" ON "signalement_compte"("caisseId");

-- The night -----------------------------------------------------------------------------------------------------------

ALTER TABLE acte_nuit ENABLE ROW LEVEL SECURITY;
ALTER TABLE acte_nuit FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON acte_nuit TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON acte_nuit TO ep_travaux;
-- What was done or told, so that a référent is not promised it again.
CREATE POLICY lecture ON acte_nuit FOR SELECT TO ep_web USING (
  "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('referent')) AND c.etat <> 'brouillon')
);
GRANT SELECT ON acte_nuit TO ep_web;

-- What the deletion of an account takes away with it.
GRANT DELETE ON acceptation_cgu, tentative TO ep_travaux;

-- One open suspension by caisse and partenaire, however many référents click.
CREATE UNIQUE INDEX suspension_ouverte ON suspension ("caisseId", "partenaireId") WHERE "finLe" IS NULL;

-- How each part of each convention of a partenaire runs, whichever caisse it binds: whether an access ends with a caisse, or all of
-- them, depends on what the others have signed. For the sign-in, the night, the partenaire itself, and a référent of a caisse bound to it.
CREATE FUNCTION ep_parts(partenaire_id uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'id', v.id, 'conventionId', v."conventionId", 'caisseId', v."caisseId", 'caisseNom', k.nom, 'etat', v.etat,
    'utilisationEffetLe', v."utilisationEffetLe", 'finLe', v."finLe", 'causeFin', v."causeFin", 'reconduiteLe', v."reconduiteLe",
    'miseEnDemeureLe', v."miseEnDemeureLe", 'miseEnDemeureEcheanceLe', v."miseEnDemeureEcheanceLe",
    'effetLe', c."effetLe", 'dureeMois', c."dureeMois", 'taciteReconduction', c."taciteReconduction", 'preavisMois', c."preavisMois",
    'avenants', coalesce((SELECT jsonb_agg(jsonb_build_object('le', a."effetLe", 'dureeMois', a."dureeMois",
        'taciteReconduction', a."taciteReconduction", 'preavisMois', a."preavisMois") ORDER BY a."effetLe", a.id)
      FROM avenant a WHERE a."conventionId" = c.id AND v."caisseId" = ANY (a."caisseIds")), '[]'),
    'suspensions', coalesce((SELECT jsonb_agg(jsonb_build_object('debutLe', x."debutLe", 'finLe', x."finLe", 'motif', x.motif) ORDER BY x."debutLe")
      FROM suspension x WHERE x."caisseId" = v."caisseId" AND x."partenaireId" = v."partenaireId"), '[]')
  ) ORDER BY k.nom, v.id), '[]')
  FROM convention_caisse v JOIN convention c ON c.id = v."conventionId" JOIN caisse k ON k.id = v."caisseId"
  WHERE v."partenaireId" = partenaire_id AND v.etat <> 'brouillon' AND (
    ep_est('connexion') OR session_user = 'ep_travaux' OR ep_uuid('partenaire') = partenaire_id
    OR EXISTS (SELECT FROM convention_caisse m WHERE m."partenaireId" = partenaire_id AND m."caisseId" = ep_uuid('referent') AND m.etat <> 'brouillon')
  )
$$;

-- One round trip tells who acts: the session, its account, and what decides of its rights. Dates are compared by the product,
-- with the clock of the request.
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
    'caisse', (SELECT jsonb_build_object('id', k.id, 'nom', k.nom) FROM caisse k WHERE k.id = c."caisseId"),
    'partenaire', (SELECT jsonb_build_object('id', p.id, 'nom', p.nom) FROM partenaire p WHERE p.id = c."partenaireId"),
    'structure', (SELECT jsonb_build_object('id', t.id, 'nom', t.nom, 'ouvreLe', t."ouvreLe",
        'unique', NOT EXISTS (SELECT FROM structure u WHERE u."partenaireId" = t."partenaireId" AND u.id <> t.id))
      FROM structure t WHERE t.id = c."structureId"),
    'parts', CASE WHEN c."partenaireId" IS NULL THEN '[]'::jsonb ELSE ep_parts(c."partenaireId") END,
    'cguAcceptee', NOT EXISTS (SELECT FROM version_cgu g WHERE g."publieeLe" <= now() AND g.numero = (SELECT max(h.numero) FROM version_cgu h WHERE h."publieeLe" <= now())
      AND NOT EXISTS (SELECT FROM acceptation_cgu b WHERE b."versionId" = g.id AND b."compteId" = c.id)),
    'motDePasseMois', (SELECT valeur FROM parametre WHERE cle = 'mot_de_passe_mois'))
  INTO resultat
  FROM session s JOIN compte c ON c.id = s."compteId" LEFT JOIN authentification a ON a."compteId" = c.id
  WHERE s.id = session_id AND s."fermeeLe" IS NULL;
  PERFORM set_config('ep.profil', coalesce(profil_courant, ''), true);
  RETURN resultat;
END $$;

-- Incidents -----------------------------------------------------------------------------------------------------------
-- An account of the caisse may be reported too, by its colleagues.

ALTER TABLE signalement_compte ADD CHECK (("partenaireId" IS NULL) <> ("caisseId" IS NULL));
ALTER POLICY lecture ON signalement_compte USING (
  "signaleParId" = (SELECT ep_uuid('compte'))
  OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND (SELECT ep_uuid('gestionnaire')) IS NOT NULL)
  OR "caisseId" = (SELECT ep_uuid('referent'))
  OR ((SELECT ep_uuid('referent')) IS NOT NULL AND "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('referent')) AND c.etat <> 'brouillon'))
);
ALTER POLICY ajout ON signalement_compte WITH CHECK ("signaleParId" = (SELECT ep_uuid('compte')) AND (
  "partenaireId" = (SELECT ep_uuid('partenaire')) OR "caisseId" = (SELECT ep_uuid('caisse'))
  OR "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')) AND c.etat <> 'brouillon')
));
ALTER POLICY suite ON signalement_compte USING (
  "partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[]) OR "caisseId" = (SELECT ep_uuid('referent'))
  OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND (SELECT ep_uuid('gestionnaire')) IS NOT NULL AND suite IS NULL)
);

-- Who must know of an incident at once, beyond what its reporter may see: the référents of the caisses bound to the partenaire.
CREATE FUNCTION ep_referents_a_prevenir(partenaire_id uuid) RETURNS TABLE (id uuid, prenom text, courriel text, "caisseId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.prenom, k.courriel, k."caisseId" FROM compte k
  WHERE k.profil = 'caisse' AND 'referent' = ANY (k.roles) AND k.etat = 'actif' AND k."supprimeLe" IS NULL
    AND k."caisseId" IN (SELECT c."caisseId" FROM convention_caisse c WHERE c."partenaireId" = partenaire_id
      AND c.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure'))
    AND (session_user = 'ep_travaux' OR ep_uuid('partenaire') = partenaire_id
      OR EXISTS (SELECT FROM convention_caisse m WHERE m."partenaireId" = partenaire_id AND m."caisseId" = ep_uuid('caisse') AND m.etat <> 'brouillon'))
  ORDER BY k.nom, k.prenom
$$;

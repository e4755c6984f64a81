-- AlterTable
ALTER TABLE "ligne_revue" ADD COLUMN     "decideeParId" UUID;

-- CreateIndex
CREATE INDEX "demande_habilitation_structureId_deposeeLe_idx" ON "demande_habilitation"("structureId", "deposeeLe");

-- CreateIndex
CREATE INDEX "demande_habilitation_caisseId_traiteeLe_idx" ON "demande_habilitation"("caisseId", "traiteeLe");

-- A gestionnaire account is changed by the caisse alone: in a revue, its inactivation is asked for.
ALTER TABLE ligne_revue DROP CONSTRAINT ligne_revue_decision_check, ADD CHECK (decision IN ('garder', 'inactiver', 'demander'));
-- One request at a time of a kind for an account.
CREATE UNIQUE INDEX demande_habilitation_en_attente ON demande_habilitation ("compteId", type) WHERE etat = 'deposee' AND "compteId" IS NOT NULL;

-- Where there are several structures, each files and reads its own requests.
ALTER POLICY lecture ON demande_habilitation USING (
  "structureId" = (SELECT ep_uuid('structure')) OR "structureId" = (SELECT ep_uuid('gestionnaire')) OR "caisseId" = (SELECT ep_uuid('referent'))
);
ALTER POLICY depot ON demande_habilitation WITH CHECK (
  "partenaireId" = (SELECT ep_uuid('partenaire')) AND "deposeeParId" = (SELECT ep_uuid('compte'))
  AND ("structureId" = (SELECT ep_uuid('structure')) OR "structureId" = (SELECT ep_uuid('gestionnaire')))
  AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
);

-- The rhythm of the revues of a partenaire: the shortest of the caisses whose convention is live that day, which a caisse
-- bound by another text does not see. Numbers only.
CREATE FUNCTION ep_rythme_revue(partenaire_id uuid, jour date) RETURNS TABLE ("intervalleMois" int, "delaiJours" int, "suspensionJours" int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT min(r."intervalleRevueMois"), min(r."revueDelaiJours"), min(r."revueSuspensionJours")
  FROM convention_caisse v JOIN reglages_caisse r ON r."caisseId" = v."caisseId"
  WHERE v."partenaireId" = partenaire_id AND v.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure')
    AND v."utilisationEffetLe" <= jour AND (v."finLe" IS NULL OR v."finLe" >= jour)
  HAVING count(*) > 0
$$;

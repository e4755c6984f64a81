-- DropIndex
DROP INDEX "demande_auteurId_idx";

-- DropIndex
DROP INDEX "demande_structureId_majLe_id_idx";

-- CreateIndex
CREATE INDEX "demande_structureId_majLe_id_idx" ON "demande"("structureId", "majLe", "id");

-- CreateIndex
CREATE INDEX "demande_caisseId_ouverte_majLe_id_idx" ON "demande"("caisseId", "ouverte", "majLe", "id");

-- CreateIndex
CREATE INDEX "demande_auteurId_nonLusPartenaire_idx" ON "demande"("auteurId", "nonLusPartenaire");

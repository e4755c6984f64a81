-- Long lists of demandes are written by the worker, in the perimeter of the account that asked for them, and wait a few days for it alone.
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "recherche" JSONB NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'en_preparation',
    "faits" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL,
    "taille" INTEGER,
    "cleEnveloppee" BYTEA,
    "cleVersion" INTEGER,
    "demandeLe" TIMESTAMPTZ(3) NOT NULL,
    "pretLe" TIMESTAMPTZ(3),
    "expireLe" TIMESTAMPTZ(3),

    CONSTRAINT "export_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "export_format" CHECK (format IN ('xlsx', 'ods', 'csv')),
    CONSTRAINT "export_etat" CHECK (etat IN ('en_preparation', 'pret', 'echec'))
);

-- CreateIndex
CREATE INDEX "export_compteId_demandeLe_idx" ON "export"("compteId", "demandeLe");

-- CreateIndex
CREATE INDEX "export_expireLe_idx" ON "export"("expireLe");

-- CreateIndex
CREATE INDEX "export_caisseId_idx" ON "export"("caisseId");

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE export ENABLE ROW LEVEL SECURITY;
ALTER TABLE export FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON export TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE, DELETE ON export TO ep_travaux;
GRANT SELECT, INSERT ON export TO ep_web;
-- One's own, of a caisse that is still within reach.
CREATE POLICY perimetre ON export TO ep_web USING (
  "compteId" = (SELECT ep_uuid('compte'))
  AND ("caisseId" = (SELECT ep_uuid('agent')) OR "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])));
CREATE POLICY auteur ON export AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK (
  etat = 'en_preparation' AND "pretLe" IS NULL AND "cleEnveloppee" IS NULL);

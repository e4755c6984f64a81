-- CreateTable
CREATE TABLE "maintenance" (
    "id" UUID NOT NULL,
    "debutLe" TIMESTAMPTZ(3) NOT NULL,
    "finLe" TIMESTAMPTZ(3) NOT NULL,
    "texte" TEXT NOT NULL DEFAULT '',
    "preavisHeures" INTEGER NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'annoncee',
    "creeeLe" TIMESTAMPTZ(3) NOT NULL,
    "creeeParId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "maintenance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "maintenance_finLe_idx" ON "maintenance"("finLe");

ALTER TABLE maintenance
  ADD CHECK ("debutLe" < "finLe"),
  ADD CHECK (etat IN ('annoncee', 'annulee')),
  ADD CHECK ("preavisHeures" BETWEEN 0 AND 720),
  -- Two at once would say two ends to the same reader.
  ADD CONSTRAINT maintenance_seule EXCLUDE USING gist (tstzrange("debutLe", "finLe") WITH &&) WHERE (etat = 'annoncee');

ALTER TABLE maintenance ENABLE ROW LEVEL SECURITY;
ALTER TABLE maintenance FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON maintenance TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
-- Everybody reads when the portal is read only, signed in or not.
CREATE POLICY lecture ON maintenance FOR SELECT TO ep_web USING (true);
CREATE POLICY annonce ON maintenance FOR INSERT TO ep_web WITH CHECK ((SELECT ep_est('administrateur')));
CREATE POLICY suite ON maintenance FOR UPDATE TO ep_web USING ((SELECT ep_est('administrateur')));
GRANT SELECT ON maintenance TO ep_web, ep_travaux;
GRANT INSERT ON maintenance TO ep_web;
GRANT UPDATE ("debutLe", "finLe", texte, "preavisHeures", etat, version) ON maintenance TO ep_web;

-- Where to write or call when the portal itself can't be used, theme by theme.
ALTER TABLE contact_caisse DROP CONSTRAINT contact_caisse_type_check;
ALTER TABLE contact_caisse ADD CHECK (type IN ('partenariat', 'support', 'dpo', 'referent', 'theme', 'secours'));

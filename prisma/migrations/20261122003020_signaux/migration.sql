-- What the journal shows of unusual, told to the DPO of each caisse it touches, and to the administrateur for what has no caisse.
CREATE TABLE signal (
  id uuid PRIMARY KEY,
  type text NOT NULL CHECK (type IN ('lectures', 'telechargements', 'refus', 'pulverisation', 'essais', 'nouvel_appareil', 'journal')),
  "caisseId" uuid,
  "compteId" uuid,
  adresse text,
  nombre int NOT NULL,
  repere int,
  "premierRang" bigint NOT NULL,
  "dernierRang" bigint NOT NULL,
  "debutLe" timestamptz(3) NOT NULL,
  "finLe" timestamptz(3) NOT NULL,
  "creeLe" timestamptz(3) NOT NULL,
  "vuLe" timestamptz(3),
  "vuParId" uuid,
  note text,
  CHECK (("vuLe" IS NULL) = ("vuParId" IS NULL))
);
CREATE INDEX "signal_caisseId_vuLe_creeLe_idx" ON signal ("caisseId", "vuLe", "creeLe");
CREATE INDEX "signal_type_finLe_idx" ON signal (type, "finLe");
ALTER TABLE signal ENABLE ROW LEVEL SECURITY;
ALTER TABLE signal FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON signal TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
CREATE POLICY lecture ON signal FOR SELECT TO ep_web USING ((SELECT ep_est('administrateur')) OR "caisseId" = (SELECT ep_uuid('dpo')));
CREATE POLICY suite ON signal FOR UPDATE TO ep_web
  USING ((SELECT ep_est('administrateur')) OR "caisseId" = (SELECT ep_uuid('dpo')))
  WITH CHECK ("vuParId" = (SELECT ep_uuid('compte')));
GRANT SELECT, UPDATE ("vuLe", "vuParId", note) ON signal TO ep_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON signal TO ep_travaux;

-- From how many in an hour a caisse wants to be told.
ALTER TABLE reglages_caisse ADD COLUMN "lecturesParHeure" int NOT NULL DEFAULT 80 CHECK ("lecturesParHeure" > 0),
  ADD COLUMN "telechargementsParHeure" int NOT NULL DEFAULT 40 CHECK ("telechargementsParHeure" > 0);

-- CreateTable
CREATE TABLE "recherche_gardee" (
    "id" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "mots" TEXT NOT NULL,
    "creeeLe" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recherche_gardee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debit" (
    "cle" TEXT NOT NULL,
    "libre" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "debit_pkey" PRIMARY KEY ("cle")
);

-- CreateIndex
CREATE INDEX "recherche_gardee_compteId_creeeLe_idx" ON "recherche_gardee"("compteId", "creeeLe");

-- CreateIndex
CREATE INDEX "recherche_gardee_creeeLe_idx" ON "recherche_gardee"("creeeLe");

-- CreateIndex
CREATE INDEX "debit_libre_idx" ON "debit"("libre");

-- AddForeignKey
ALTER TABLE "recherche_gardee" ADD CONSTRAINT "recherche_gardee_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE recherche_gardee ADD CONSTRAINT mots_bornes CHECK (length(mots) BETWEEN 1 AND 100);
ALTER TABLE recherche_gardee ENABLE ROW LEVEL SECURITY;
ALTER TABLE recherche_gardee FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON recherche_gardee TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
CREATE POLICY soi ON recherche_gardee TO ep_web USING ("compteId" = (SELECT ep_uuid('compte')))
  WITH CHECK ("compteId" = (SELECT ep_uuid('compte')));
GRANT SELECT, INSERT, DELETE ON recherche_gardee TO ep_web;
GRANT SELECT, DELETE ON recherche_gardee TO ep_travaux;

-- Read and written by the function below alone. A crash forgives everybody: nothing of it is worth a log.
ALTER TABLE debit SET UNLOGGED;
ALTER TABLE debit ENABLE ROW LEVEL SECURITY;
ALTER TABLE debit FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON debit TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
GRANT SELECT, DELETE ON debit TO ep_travaux;

-- Counts one more under `cle`, at most `nombre` in `secondes`, given back little by little (GCRA). Returns the seconds to wait
-- before the next one, zero when this one is accepted; a refusal counts for nothing. Two at once are counted one after the other.
CREATE FUNCTION ep_debiter(p_cle text, nombre int, secondes int, quand timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  pas interval := make_interval(secs => secondes::float8 / nombre);
  fenetre interval := make_interval(secs => secondes);
  suite timestamptz;
BEGIN
  INSERT INTO debit AS d (cle, libre) VALUES (p_cle, quand + pas)
    ON CONFLICT (cle) DO UPDATE SET libre = greatest(d.libre, quand) + pas
      WHERE greatest(d.libre, quand) + pas <= quand + fenetre
    RETURNING libre INTO suite;
  IF FOUND THEN
    RETURN 0;
  END IF;
  SELECT libre INTO suite FROM debit WHERE cle = p_cle;
  RETURN greatest(1, ceil(extract(epoch FROM suite + pas - fenetre - quand)))::int;
END $$;
REVOKE ALL ON FUNCTION ep_debiter(text, int, int, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_debiter(text, int, int, timestamptz) TO ep_web, ep_travaux;

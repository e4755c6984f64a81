-- AlterTable
ALTER TABLE "contact_caisse" ADD COLUMN     "horaires" TEXT,
ADD COLUMN     "pourQui" TEXT,
ADD COLUMN     "usage" TEXT;

-- AlterTable
ALTER TABLE "contact_partenaire" ADD COLUMN     "horaires" TEXT,
ADD COLUMN     "pourQui" TEXT,
ADD COLUMN     "theme" TEXT COLLATE "fr-x-icu",
ADD COLUMN     "usage" TEXT;

-- AlterTable
ALTER TABLE "reglages_caisse" ADD COLUMN     "intervalleAnnuaireMois" INTEGER NOT NULL DEFAULT 12;

-- CreateTable
CREATE TABLE "confirmation_annuaire" (
    "id" UUID NOT NULL,
    "caisseId" UUID,
    "partenaireId" UUID,
    "depuis" TIMESTAMPTZ(3) NOT NULL,
    "confirmeeLe" TIMESTAMPTZ(3),
    "relanceeLe" TIMESTAMPTZ(3),

    CONSTRAINT "confirmation_annuaire_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "confirmation_annuaire_caisseId_key" ON "confirmation_annuaire"("caisseId");

-- CreateIndex
CREATE UNIQUE INDEX "confirmation_annuaire_partenaireId_key" ON "confirmation_annuaire"("partenaireId");

-- AddForeignKey
ALTER TABLE "confirmation_annuaire" ADD CONSTRAINT "confirmation_annuaire_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation_annuaire" ADD CONSTRAINT "confirmation_annuaire_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE contact_partenaire ADD CHECK ((type = 'theme') = (theme IS NOT NULL));
ALTER TABLE reglages_caisse ADD CHECK ("intervalleAnnuaireMois" BETWEEN 1 AND 60);
ALTER TABLE confirmation_annuaire ADD CHECK (("caisseId" IS NULL) <> ("partenaireId" IS NULL));

-- Addresses by theme are the partenaire's own: a référent keeps those of the convention only.
ALTER POLICY tenue ON contact_partenaire USING (
  (type <> 'theme' AND "partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[]))
  OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND (SELECT ep_uuid('gestionnaire')) IS NOT NULL)
);

ALTER TABLE confirmation_annuaire ENABLE ROW LEVEL SECURITY;
ALTER TABLE confirmation_annuaire FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON confirmation_annuaire TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON confirmation_annuaire TO ep_travaux;
-- One's own side, and the other: whose directory one reads.
CREATE POLICY lecture ON confirmation_annuaire FOR SELECT TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('caisse')) OR "partenaireId" = (SELECT ep_uuid('partenaire'))
  OR "caisseId" IN (SELECT c."caisseId" FROM convention_caisse c WHERE c."partenaireId" = (SELECT ep_uuid('partenaire')))
  OR "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')))
);
-- Each side confirms its own.
CREATE POLICY tenue ON confirmation_annuaire FOR INSERT TO ep_web WITH CHECK (
  "caisseId" = (SELECT ep_uuid('referent')) OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND (SELECT ep_uuid('gestionnaire')) IS NOT NULL)
);
CREATE POLICY suite ON confirmation_annuaire FOR UPDATE TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('referent')) OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND (SELECT ep_uuid('gestionnaire')) IS NOT NULL)
);
GRANT SELECT, INSERT ON confirmation_annuaire TO ep_web;
GRANT UPDATE (depuis, "confirmeeLe", "relanceeLe") ON confirmation_annuaire TO ep_web;

-- As one searches: neither case nor accents count.
CREATE FUNCTION ep_sans_accent(texte text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent', coalesce(texte, '')))
$$;
REVOKE ALL ON FUNCTION ep_sans_accent(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_sans_accent(text) TO ep_web;

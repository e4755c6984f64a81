-- 20 Mo and 100 Mo as people read them.
-- AlterTable
ALTER TABLE "reglages_caisse" ALTER COLUMN "tailleMaxFichierOctets" SET DEFAULT 20000000,
ALTER COLUMN "tailleMaxDemandeOctets" SET DEFAULT 100000000;

-- AlterTable
ALTER TABLE "reglages_caisse" ADD COLUMN     "conservationDemandeMois" INTEGER NOT NULL DEFAULT 60;

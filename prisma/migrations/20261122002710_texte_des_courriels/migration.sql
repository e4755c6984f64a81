-- AlterTable
ALTER TABLE "courriel" ADD COLUMN     "texte" TEXT;

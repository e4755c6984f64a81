-- AlterTable
ALTER TABLE "signalement_compte" ADD COLUMN     "inactiveLe" TIMESTAMPTZ(3);

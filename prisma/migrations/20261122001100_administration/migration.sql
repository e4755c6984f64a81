-- AlterTable
ALTER TABLE "attestation" ADD COLUMN     "actif" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "demande" ADD COLUMN     "libellesPieces" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "motif" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "piece_attendue" ADD COLUMN     "actif" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "version_cgu" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "acceptation_cgu_accepteeLe_compteId_idx" ON "acceptation_cgu"("accepteeLe", "compteId");

-- CreateIndex
CREATE INDEX "demande_motifId_ouverte_idx" ON "demande"("motifId", "ouverte");

-- Three digits, whatever screen or script writes them.
ALTER TABLE caisse ADD CHECK (code ~ '^[0-9]{3}$');

-- A code of the national catalogue names one motif: with NULL, the unique key on (code, caisseId) would let two in.
CREATE UNIQUE INDEX motif_national ON motif (code) WHERE "caisseId" IS NULL;

-- Figures for those who read no demande: how many, and nothing of any.
CREATE FUNCTION ep_portee_motif(motif_cherche uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN ep_est('administrateur') THEN jsonb_build_object(
    'ouvertes', (SELECT count(*)::int FROM demande d WHERE d."motifId" = motif_cherche AND d.ouverte),
    'brouillons', (SELECT count(*)::int FROM brouillon b WHERE b."motifId" = motif_cherche)
  ) END
$$;
CREATE FUNCTION ep_demandes_au_nom(compte_cherche uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM compte c JOIN demande d ON d."caisseId" = c."caisseId" AND d.ouverte AND d."agentId" = c.id
  WHERE c.id = compte_cherche AND (ep_est('administrateur') OR c."caisseId" = ep_uuid('referent'))
$$;
-- What a caisse still lacks before it can open, for the administrateur: it has no right on its partenaires.
CREATE FUNCTION ep_partenaires_par_caisse() RETURNS TABLE ("caisseId" uuid, nombre int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c."caisseId", count(DISTINCT c."partenaireId")::int FROM convention_caisse c
  WHERE ep_est('administrateur') AND c.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure') GROUP BY 1
$$;

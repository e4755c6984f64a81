-- AlterTable
ALTER TABLE "partenaire" ADD COLUMN     "modifieLe" TIMESTAMPTZ(3),
ADD COLUMN     "modifieParCaisseId" UUID;

-- The record of a partenaire is one for all the caisses bound to it ----------------------------------------------------
-- A référent knows which other caisses hold it, and tells their référents of a change; of their conventions it reads nothing.

CREATE FUNCTION ep_caisses_liees(partenaire_id uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT array_agg(DISTINCT c."caisseId") FROM convention_caisse c
  WHERE c."partenaireId" = partenaire_id AND c."caisseId" <> ep_uuid('referent')
    AND c.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure')
    AND EXISTS (SELECT FROM convention_caisse m WHERE m."partenaireId" = partenaire_id AND m."caisseId" = ep_uuid('referent'))
$$;

CREATE FUNCTION ep_referents_lies(partenaire_id uuid) RETURNS TABLE (id uuid, prenom text, courriel text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.prenom, k.courriel FROM compte k
  WHERE k.profil = 'caisse' AND 'referent' = ANY (k.roles) AND k.etat = 'actif' AND k."supprimeLe" IS NULL
    AND k."caisseId" = ANY (ep_caisses_liees(partenaire_id))
$$;

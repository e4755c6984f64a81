-- What a change of settings touches: counts and names of organisations, never a demande nor a person. Whoever sets the
-- caisse may ask (its référent, or an administrateur); the rows themselves stay out of their perimeter.
CREATE FUNCTION ep_parametre(caisse uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT ep_est('administrateur') OR coalesce(ep_uuid('referent') = caisse, false) $$;

CREATE FUNCTION ep_portee_reglages(caisse uuid, pour uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN ep_parametre(caisse) THEN jsonb_build_object(
    'demandes', (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM (
      SELECT d.service, d."motifId", d.prestation, d.urgent, d."delaiJours", count(*)::int AS nombre FROM demande d
      WHERE d."caisseId" = caisse AND d.ouverte AND (pour IS NULL OR d."partenaireId" = pour) GROUP BY 1, 2, 3, 4, 5) t),
    'brouillons', (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM (
      SELECT b.service, b."motifId", count(*)::int AS nombre FROM brouillon b
      WHERE b."caisseId" = caisse AND b."motifId" IS NOT NULL AND (pour IS NULL OR b."partenaireId" = pour) GROUP BY 1, 2) t),
    'partenaires', (SELECT count(DISTINCT c."partenaireId")::int FROM convention_caisse c
      WHERE c."caisseId" = caisse AND c.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure')),
    'habilitations', (SELECT count(*)::int FROM demande_habilitation h WHERE h."caisseId" = caisse AND h.etat = 'deposee'),
    'misesEnDemeure', (SELECT count(*)::int FROM convention_caisse c WHERE c."caisseId" = caisse AND c.etat = 'mise_en_demeure'),
    'inactivations', (SELECT count(*)::int FROM compte k WHERE k.profil = 'gestionnaire' AND k."inactivationPrevueLe" IS NOT NULL
      AND k.etat <> 'inactif' AND k."partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = caisse)),
    'structures', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.partenaire, t.structure), '[]') FROM (
      SELECT s.id, p.nom AS partenaire, s.nom AS structure, s."nombreMembres" AS membres,
        (SELECT count(*) > 1 FROM structure u WHERE u."partenaireId" = p.id) AS plusieurs,
        (SELECT count(*)::int FROM compte k WHERE k."structureId" = s.id AND k.profil = 'technicien' AND k.etat <> 'inactif' AND k."supprimeLe" IS NULL) AS techniciens,
        (SELECT max(r."signeeLe")::date::text FROM revue_habilitation r WHERE r."structureId" = s.id) AS "signeeLe",
        (SELECT min(r."echeanceLe")::text FROM revue_habilitation r WHERE r."structureId" = s.id AND r."signeeLe" IS NULL) AS "revueOuverte",
        (SELECT min(k."creeLe")::date::text FROM compte k WHERE k."structureId" = s.id AND k.etat <> 'inactif' AND k."supprimeLe" IS NULL) AS "premierCompteLe",
        (SELECT min(g."intervalleRevueMois") FROM convention_caisse c JOIN reglages_caisse g ON g."caisseId" = c."caisseId"
          WHERE c."partenaireId" = p.id AND c."caisseId" <> caisse AND c.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure')) AS "autreIntervalle"
      FROM structure s JOIN partenaire p ON p.id = s."partenaireId"
      WHERE p.id IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = caisse AND c.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure'))) t)
  ) END
$$;

-- Demandes of the caisse closed between two instants.
CREATE FUNCTION ep_demandes_closes(caisse uuid, du timestamptz, au timestamptz) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM demande d WHERE ep_parametre(caisse) AND d."caisseId" = caisse AND d.etat = 'traitee'
    AND (du IS NULL OR d."closeLe" >= du) AND d."closeLe" < au
$$;

-- An administrateur sets any caisse: its own motifs too.
ALTER POLICY redaction ON motif USING (
  (SELECT ep_est('administrateur')) OR "caisseId" = (SELECT ep_uuid('referent'))
);
ALTER POLICY redaction ON piece_attendue USING (
  (SELECT ep_est('administrateur')) OR EXISTS (SELECT FROM motif m WHERE m.id = "motifId" AND m."caisseId" = (SELECT ep_uuid('referent')))
);

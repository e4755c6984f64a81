-- Open to all, where the caisse has opened them: the caisse as a whole, whole months only. Nothing of one partenaire.
CREATE OR REPLACE FUNCTION ep_chiffres_publics(code_caisse text, du date, au date) RETURNS TABLE (mois date, mesure text, cle text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.mois, b.mesure, b.cle, sum(b.n)::bigint FROM caisse k JOIN reglages_caisse r ON r."caisseId" = k.id AND r."chiffresPublics"
    JOIN compteur_bilan b ON b."caisseId" = k.id AND b."partenaireId" = k.id
  WHERE k.code = code_caisse AND b.mois >= du AND b.mois <= au
    AND b.mesure IN ('depose', 'motif_depose', 'orientee', 'clos', 'respect', 'total', 'net', 'complement', 'rendez_vous')
  GROUP BY 1, 2, 3
$$;

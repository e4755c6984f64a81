-- Demandes of a technicien that hold something it has not read, by caisse: the number stands in the header of each of its pages.
-- Read with the session, before any perimeter is set; nobody else learns anything from it.
CREATE FUNCTION ep_non_lus(compte_id uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(x."caisseId", x.n), '{}') FROM (
    SELECT d."caisseId", count(*)::int AS n FROM demande d
    WHERE d."auteurId" = compte_id AND d."nonLusPartenaire" > 0 AND current_setting('ep.profil', true) = 'connexion'
    GROUP BY 1
  ) x
$$;
REVOKE EXECUTE ON FUNCTION ep_non_lus(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_non_lus(uuid) TO ep_web, ep_migration;

-- The same as before, with that number.
CREATE OR REPLACE FUNCTION ep_session(session_id uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  profil_courant text := current_setting('ep.profil', true);
  resultat jsonb;
BEGIN
  PERFORM set_config('ep.profil', 'connexion', true);
  SELECT jsonb_build_object(
    'sessionId', s.id, 'vueLe', s."vueLe", 'expireLe', s."expireLe",
    'compteId', c.id, 'identifiant', c.identifiant, 'profil', c.profil, 'roles', c.roles, 'etat', c.etat,
    'civilite', c.civilite, 'nom', c.nom, 'prenom', c.prenom, 'courriel', c.courriel, 'preferences', c.preferences,
    'motDePasseLe', a."motDePasseLe",
    'caisse', (SELECT jsonb_build_object('id', k.id, 'nom', k.nom) FROM caisse k WHERE k.id = c."caisseId"),
    'partenaire', (SELECT jsonb_build_object('id', p.id, 'nom', p.nom) FROM partenaire p WHERE p.id = c."partenaireId"),
    'structure', (SELECT jsonb_build_object('id', t.id, 'nom', t.nom, 'ouvreLe', t."ouvreLe",
        'unique', NOT EXISTS (SELECT FROM structure u WHERE u."partenaireId" = t."partenaireId" AND u.id <> t.id))
      FROM structure t WHERE t.id = c."structureId"),
    'parts', CASE WHEN c."partenaireId" IS NULL THEN '[]'::jsonb ELSE ep_parts(c."partenaireId") END,
    'equipes', coalesce((SELECT jsonb_agg(m."equipeId" ORDER BY m."equipeId") FROM membre_equipe m JOIN equipe e ON e.id = m."equipeId" AND e.actif
      WHERE m."compteId" = c.id), '[]'),
    'remplacements', CASE WHEN c.roles @> '{agent}' AND EXISTS (SELECT FROM absence x WHERE x."remplacantId" = c.id)
      THEN ep_remplacements(c.id) ELSE '[]'::jsonb END,
    'absences', CASE WHEN c.roles @> '{agent}' THEN coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.id, 'debutLe', x."debutLe", 'finLe', x."finLe",
        'civilite', r.civilite, 'prenom', r.prenom, 'nom', r.nom)) FROM absence x JOIN compte r ON r.id = x."remplacantId" WHERE x."compteId" = c.id), '[]')
      ELSE '[]'::jsonb END,
    'nonLus', CASE WHEN c.profil = 'technicien' THEN ep_non_lus(c.id) ELSE '{}'::jsonb END,
    'cguAcceptee', NOT EXISTS (SELECT FROM version_cgu g WHERE g."publieeLe" <= now() AND g.numero = (SELECT max(h.numero) FROM version_cgu h WHERE h."publieeLe" <= now())
      AND NOT EXISTS (SELECT FROM acceptation_cgu b WHERE b."versionId" = g.id AND b."compteId" = c.id)),
    'motDePasseMois', (SELECT valeur FROM parametre WHERE cle = 'mot_de_passe_mois'))
  INTO resultat
  FROM session s JOIN compte c ON c.id = s."compteId" LEFT JOIN authentification a ON a."compteId" = c.id
  WHERE s.id = session_id AND s."fermeeLe" IS NULL;
  PERFORM set_config('ep.profil', coalesce(profil_courant, ''), true);
  RETURN resultat;
END $$;

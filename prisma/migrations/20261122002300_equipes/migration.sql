-- Absences --------------------------------------------------------------------------------------------------------------

-- An agent is away once at a time, whoever says it.
ALTER TABLE absence ADD CONSTRAINT absence_unique EXCLUDE USING gist ("compteId" WITH =, daterange("debutLe", "finLe", '[]') WITH &&);

-- Who stands in for an account that day, along the chain of those who are away too: the first one who is there. A chain that turns in
-- circles, or that ends on a closed account, gives nobody. Asked too when a partenaire writes: it does not read the absences.
CREATE FUNCTION ep_remplacant(compte_absent uuid, jour date) RETURNS TABLE (id uuid, prenom text, courriel text, etat text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE chaine (compte, vus) AS (
    SELECT a."remplacantId", ARRAY[compte_absent, a."remplacantId"] FROM absence a
    WHERE a."compteId" = compte_absent AND jour >= a."debutLe" AND jour <= coalesce(a."finLe", 'infinity')
    UNION ALL
    SELECT a."remplacantId", c.vus || a."remplacantId" FROM chaine c JOIN absence a ON a."compteId" = c.compte
    WHERE jour >= a."debutLe" AND jour <= coalesce(a."finLe", 'infinity') AND a."remplacantId" <> ALL (c.vus)
  )
  SELECT k.id, k.prenom, k.courriel, k.etat FROM chaine c JOIN compte k ON k.id = c.compte
  WHERE k.etat = 'actif' AND k.roles @> '{agent}'
    AND (session_user <> 'ep_web' OR k."caisseId" = ep_uuid('caisse') OR k."caisseId" = ANY (ep_uuids('caisses')::uuid[]))
    AND NOT EXISTS (SELECT FROM absence a WHERE a."compteId" = k.id AND jour >= a."debutLe" AND jour <= coalesce(a."finLe", 'infinity'))
$$;

-- For whom an account stands in, and when: those it was named for, and those they were themselves standing in for while away.
CREATE FUNCTION ep_remplacements(remplacant uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE chaine (compte, debut, fin, absent_jusquau, vus) AS (
    SELECT a."compteId", a."debutLe", coalesce(a."finLe", 'infinity'), a."finLe", ARRAY[remplacant, a."compteId"] FROM absence a
    WHERE a."remplacantId" = remplacant
    UNION ALL
    SELECT a."compteId", greatest(c.debut, a."debutLe"), least(c.fin, coalesce(a."finLe", 'infinity')), a."finLe", c.vus || a."compteId"
    FROM chaine c JOIN absence a ON a."remplacantId" = c.compte AND a."compteId" <> ALL (c.vus)
      AND a."debutLe" <= c.fin AND coalesce(a."finLe", 'infinity') >= c.debut
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('compteId', c.compte, 'debutLe', c.debut, 'finLe', nullif(c.fin, 'infinity'),
    'jusquau', c.absent_jusquau, 'civilite', k.civilite, 'prenom', k.prenom, 'nom', k.nom)), '[]')
  FROM chaine c JOIN compte k ON k.id = c.compte
$$;

-- The same as before, with the chain of the absences one stands in for, and one's own.
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
    'cguAcceptee', NOT EXISTS (SELECT FROM version_cgu g WHERE g."publieeLe" <= now() AND g.numero = (SELECT max(h.numero) FROM version_cgu h WHERE h."publieeLe" <= now())
      AND NOT EXISTS (SELECT FROM acceptation_cgu b WHERE b."versionId" = g.id AND b."compteId" = c.id)),
    'motDePasseMois', (SELECT valeur FROM parametre WHERE cle = 'mot_de_passe_mois'))
  INTO resultat
  FROM session s JOIN compte c ON c.id = s."compteId" LEFT JOIN authentification a ON a."compteId" = c.id
  WHERE s.id = session_id AND s."fermeeLe" IS NULL;
  PERFORM set_config('ep.profil', coalesce(profil_courant, ''), true);
  RETURN resultat;
END $$;

-- Teams -----------------------------------------------------------------------------------------------------------------

-- A name is that of one active team, whatever its capitals: a dissolved one gives its name back.
DROP INDEX "equipe_caisseId_nom_key";
CREATE UNIQUE INDEX equipe_nom ON equipe ("caisseId", lower(nom)) WHERE actif;

-- A référent decides where demandes go without the right to read them: what follows moves them, counts them, and reads nothing else.

-- Open demandes of each team of the caisse, and how many of them nobody follows; without team, the common queue.
CREATE FUNCTION ep_demandes_par_equipe() RETURNS TABLE (equipe uuid, ouvertes int, a_prendre int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d."equipeId", count(*)::int, (count(*) FILTER (WHERE d."agentId" IS NULL))::int FROM demande d
  WHERE d."caisseId" = ep_uuid('referent') AND d.ouverte GROUP BY 1
$$;

CREATE FUNCTION ep_equipe_recoit(equipe_id uuid, caisse_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF equipe_id IS NOT NULL AND NOT EXISTS (SELECT FROM equipe e WHERE e.id = equipe_id AND e."caisseId" = caisse_id AND e.actif) THEN
    RAISE EXCEPTION 'permission denied: cette équipe ne reçoit pas de demande';
  END IF;
END $$;

-- A team that is dissolved: its open demandes and its rules go to another one, or its demandes to the common queue and its rules away.
CREATE FUNCTION ep_vider_equipe(equipe_id uuid, vers uuid, a_l_instant timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  caisse_id uuid := (SELECT e."caisseId" FROM equipe e WHERE e.id = equipe_id AND e."caisseId" = ep_uuid('referent'));
  n int;
BEGIN
  IF caisse_id IS NULL THEN RAISE EXCEPTION 'permission denied: cette équipe est celle d’une autre caisse'; END IF;
  PERFORM ep_equipe_recoit(vers, caisse_id);
  IF vers IS NULL THEN DELETE FROM regle_routage WHERE "equipeId" = equipe_id;
  ELSE UPDATE regle_routage SET "equipeId" = vers WHERE "equipeId" = equipe_id;
  END IF;
  DELETE FROM membre_equipe WHERE "equipeId" = equipe_id;
  WITH visees AS MATERIALIZED (
    SELECT d.id FROM demande d WHERE d."caisseId" = caisse_id AND d.ouverte AND d."equipeId" = equipe_id ORDER BY d.id FOR UPDATE
  ), changees AS (
    UPDATE demande d SET "equipeId" = vers FROM visees v WHERE d.id = v.id RETURNING d.id, d."caisseId", d."structureId"
  ), dites AS (
    INSERT INTO evenement (id, "demandeId", "caisseId", "structureId", type, le, "auteurId", cote, "visiblePartenaire", details)
    SELECT gen_random_uuid(), c.id, c."caisseId", c."structureId", 'attribuee', a_l_instant, ep_uuid('compte'), 'caisse', false,
      jsonb_strip_nulls(jsonb_build_object('par', 'dissolution', 'vers', CASE WHEN vers IS NULL THEN 'commune' ELSE 'equipe' END,
        'a', (SELECT e.nom FROM equipe e WHERE e.id = vers))) FROM changees c
  ) SELECT count(*) INTO n FROM changees;
  RETURN n;
END $$;

-- An account that follows demandes no more: those that are open are to be taken again, in their team or in the one given. Done by who
-- closes the account, in the same transaction.
CREATE FUNCTION ep_rendre_demandes(compte_id uuid, garder boolean, vers uuid, a_l_instant timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  caisse_id uuid := (SELECT c."caisseId" FROM compte c WHERE c.id = compte_id AND (c."caisseId" = ep_uuid('referent') OR ep_est('administrateur')));
  n int;
BEGIN
  IF caisse_id IS NULL THEN RAISE EXCEPTION 'permission denied: ce compte est celui d’une autre caisse'; END IF;
  PERFORM ep_equipe_recoit(vers, caisse_id);
  WITH visees AS MATERIALIZED (
    SELECT d.id FROM demande d WHERE d."caisseId" = caisse_id AND d.ouverte AND d."agentId" = compte_id ORDER BY d.id FOR UPDATE
  ), changees AS (
    UPDATE demande d SET "agentId" = NULL, "equipeId" = CASE WHEN garder THEN d."equipeId" ELSE vers END, version = d.version + 1, "majLe" = a_l_instant
    FROM visees v WHERE d.id = v.id RETURNING d.id, d."caisseId", d."structureId", d."equipeId"
  ), dites AS (
    INSERT INTO evenement (id, "demandeId", "caisseId", "structureId", type, le, "auteurId", cote, "visiblePartenaire", details)
    SELECT gen_random_uuid(), c.id, c."caisseId", c."structureId", 'attribuee', a_l_instant, ep_uuid('compte'), 'caisse', false,
      jsonb_strip_nulls(jsonb_build_object('par', 'depart', 'vers', CASE WHEN c."equipeId" IS NULL THEN 'commune' ELSE 'equipe' END,
        'a', (SELECT e.nom FROM equipe e WHERE e.id = c."equipeId"))) FROM changees c
  ) SELECT count(*) INTO n FROM changees;
  RETURN n;
END $$;

-- Routing ---------------------------------------------------------------------------------------------------------------

-- Open demandes that nobody follows, and that the rules of today would put elsewhere; what a colleague has handed over stays there.
CREATE FUNCTION ep_a_router() RETURNS TABLE (id uuid, avant uuid, apres uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH libres AS MATERIALIZED (
    SELECT d.id, d."equipeId", d."partenaireId", d.service, d."motifId" FROM demande d
    WHERE d."caisseId" = ep_uuid('referent') AND d.ouverte AND d."agentId" IS NULL
  ), sortes AS MATERIALIZED (
    SELECT s.*, ep_equipe_pour(ep_uuid('referent'), s."partenaireId", s.service, s."motifId") AS equipe
    FROM (SELECT DISTINCT l."partenaireId", l.service, l."motifId" FROM libres l) s
  )
  SELECT l.id, l."equipeId", s.equipe FROM libres l
  JOIN sortes s ON s."partenaireId" = l."partenaireId" AND s.service = l.service AND s."motifId" = l."motifId"
  WHERE l."equipeId" IS DISTINCT FROM s.equipe AND NOT EXISTS (
    SELECT FROM evenement e WHERE e."demandeId" = l.id AND e.type = 'attribuee' AND e.details ->> 'vers' IN ('equipe', 'commune') AND e.details ->> 'par' IS NULL
  )
$$;

CREATE FUNCTION ep_router_demandes(a_l_instant timestamptz) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  WITH visees AS MATERIALIZED (
    SELECT d.id, r.apres FROM ep_a_router() r JOIN demande d ON d.id = r.id WHERE d."agentId" IS NULL ORDER BY d.id FOR UPDATE OF d
  ), changees AS (
    UPDATE demande d SET "equipeId" = v.apres FROM visees v WHERE d.id = v.id AND d."agentId" IS NULL RETURNING d.id, d."caisseId", d."structureId", d."equipeId"
  ), dites AS (
    INSERT INTO evenement (id, "demandeId", "caisseId", "structureId", type, le, "auteurId", cote, "visiblePartenaire", details)
    SELECT gen_random_uuid(), c.id, c."caisseId", c."structureId", 'attribuee', a_l_instant, ep_uuid('compte'), 'caisse', false,
      jsonb_strip_nulls(jsonb_build_object('par', 'regles', 'vers', CASE WHEN c."equipeId" IS NULL THEN 'commune' ELSE 'equipe' END,
        'a', (SELECT e.nom FROM equipe e WHERE e.id = c."equipeId"))) FROM changees c
  ) SELECT count(*) INTO n FROM changees;
  RETURN n;
END $$;

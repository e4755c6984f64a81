ALTER TABLE plage ADD COLUMN "serieId" UUID;
CREATE INDEX "plage_serieId_idx" ON plage("serieId");
ALTER TABLE rendez_vous ADD COLUMN "autreDemandeLe" TIMESTAMPTZ(3);

-- Slots ----------------------------------------------------------------------------------------------------------------

-- Nobody holds two slots at once.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE creneau ADD CONSTRAINT creneau_agent_occupe
  EXCLUDE USING gist ("agentId" WITH =, tstzrange("debutLe", "finLe") WITH &&) WHERE ("agentId" IS NOT NULL);

-- As before, with two changes. The lock is the one an update takes: stronger, it would wait for the reference that every booking
-- of the same slot holds, and they would block each other. And a slot closed in the meantime is not taken.
CREATE OR REPLACE FUNCTION ep_compter_creneau() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  avant uuid := CASE WHEN TG_OP <> 'INSERT' AND OLD.etat IN ('fixe', 'honore', 'manque') THEN OLD."creneauId" END;
  apres uuid := CASE WHEN TG_OP <> 'DELETE' AND NEW.etat IN ('fixe', 'honore', 'manque') THEN NEW."creneauId" END;
BEGIN
  IF avant IS NOT DISTINCT FROM apres THEN RETURN NULL; END IF;
  -- In the order of the ids: two moves that cross do not block each other.
  PERFORM 1 FROM creneau WHERE id IN (avant, apres) ORDER BY id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM creneau WHERE id = apres AND ferme) THEN
    RAISE EXCEPTION 'creneau_ferme: la caisse est fermée ce jour-là' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE creneau SET pris = pris - 1 WHERE id = avant;
  UPDATE creneau SET pris = pris + 1 WHERE id = apres;
  RETURN NULL;
END $$;

-- Made free, open or closed as the days of the caisse say; counted and closed by the database alone.
CREATE POLICY libre ON creneau AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK (pris = 0);
REVOKE UPDATE (ferme) ON creneau FROM ep_web;
-- Only what nobody holds is taken away.
CREATE POLICY sans_rendez_vous ON creneau AS RESTRICTIVE FOR DELETE TO ep_web USING (pris = 0);

CREATE FUNCTION ep_fermer_creneau() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.ferme := EXISTS (SELECT FROM fermeture f WHERE f."caisseId" = NEW."caisseId"
    AND (NEW."debutLe" AT TIME ZONE 'Europe/Paris')::date BETWEEN f."debutLe" AND f."finLe");
  RETURN NEW;
END $$;
CREATE TRIGGER fermeture BEFORE INSERT ON creneau FOR EACH ROW EXECUTE FUNCTION ep_fermer_creneau();

CREATE FUNCTION ep_appliquer_fermeture() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  f fermeture := coalesce(NEW, OLD);
BEGIN
  UPDATE creneau c SET ferme = EXISTS (SELECT FROM fermeture g WHERE g."caisseId" = c."caisseId"
      AND (c."debutLe" AT TIME ZONE 'Europe/Paris')::date BETWEEN g."debutLe" AND g."finLe")
    WHERE c."caisseId" = f."caisseId" AND c."debutLe" >= f."debutLe"::timestamp AT TIME ZONE 'Europe/Paris'
      AND c."debutLe" < (f."finLe" + 1)::timestamp AT TIME ZONE 'Europe/Paris';
  RETURN NULL;
END $$;
CREATE TRIGGER creneaux AFTER INSERT OR DELETE ON fermeture FOR EACH ROW EXECUTE FUNCTION ep_appliquer_fermeture();

-- What a référent must know before closing a day, without reading the demandes: when, their reference, who keeps them.
CREATE FUNCTION ep_rendez_vous_fixes(caisse_id uuid, du date, au date)
  RETURNS TABLE (reference text, "debutLe" timestamptz, prenom text, nom text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.reference, r."debutLe", c.prenom, c.nom FROM rendez_vous r JOIN demande d ON d.id = r."demandeId"
    LEFT JOIN compte c ON c.id = coalesce(r."agentId", d."agentId")
  WHERE r."caisseId" = caisse_id AND caisse_id = ep_uuid('referent') AND r.etat = 'fixe'
    AND r."debutLe" >= du::timestamp AT TIME ZONE 'Europe/Paris' AND r."debutLe" < (au + 1)::timestamp AT TIME ZONE 'Europe/Paris'
  ORDER BY r."debutLe", d.reference
$$;
GRANT EXECUTE ON FUNCTION ep_rendez_vous_fixes(uuid, date, date) TO ep_web;

-- Rendez-vous ----------------------------------------------------------------------------------------------------------

REVOKE UPDATE ON rendez_vous FROM ep_web;
GRANT UPDATE ("agentId", "creneauId", mode, lieu, "debutLe", "finLe", etat, "autreDemandeLe", "annulePar", raison, "rappeleLe", sequence, version)
  ON rendez_vous TO ep_web;
GRANT UPDATE ("rappeleLe") ON rendez_vous TO ep_travaux;

-- What the partenaire may do: choose among the slots offered to it, ask for others, cancel. What is held, missed or cancelled stays so,
-- but for an agent who corrects one for the other.
CREATE FUNCTION ep_borner_rendez_vous() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  cote_caisse boolean := ep_uuid('agent') IS NOT NULL;
BEGIN
  -- What a constraint does when a slot goes is not done by who is signed in.
  IF current_user <> 'ep_web' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NOT cote_caisse OR NEW.etat NOT IN ('propose', 'fixe') THEN
      RAISE EXCEPTION 'permission denied: un rendez-vous est proposé ou fixé par la caisse';
    END IF;
    IF NOT EXISTS (SELECT FROM demande d WHERE d.id = NEW."demandeId" AND d."caisseId" = NEW."caisseId" AND d."structureId" = NEW."structureId") THEN
      RAISE EXCEPTION 'permission denied: ce rendez-vous n’est pas celui de la demande';
    END IF;
  ELSE
    IF NOT (NEW.etat = OLD.etat OR (OLD.etat = 'propose' AND NEW.etat IN ('fixe', 'annule')) OR (OLD.etat = 'fixe' AND NEW.etat = 'annule')
      OR (cote_caisse AND OLD.etat IN ('fixe', 'honore', 'manque') AND NEW.etat IN ('honore', 'manque'))) THEN
      RAISE EXCEPTION 'permission denied: un rendez-vous % ne devient pas %', OLD.etat, NEW.etat;
    END IF;
    IF OLD.etat NOT IN ('propose', 'fixe') AND (NEW."agentId", NEW."creneauId", NEW.mode, NEW.lieu, NEW."debutLe", NEW."finLe", NEW."annulePar", NEW.raison)
      IS DISTINCT FROM (OLD."agentId", OLD."creneauId", OLD.mode, OLD.lieu, OLD."debutLe", OLD."finLe", OLD."annulePar", OLD.raison) THEN
      RAISE EXCEPTION 'permission denied: un rendez-vous passé ou annulé ne change plus';
    END IF;
    IF NEW.sequence < OLD.sequence OR NEW."rappeleLe" IS NOT NULL AND NEW."rappeleLe" IS DISTINCT FROM OLD."rappeleLe" THEN
      RAISE EXCEPTION 'permission denied: ces colonnes ne se changent pas ainsi';
    END IF;
  END IF;
  IF NEW.etat = 'annule' AND (TG_OP = 'INSERT' OR OLD.etat <> 'annule')
    AND NEW."annulePar" IS DISTINCT FROM (CASE WHEN cote_caisse THEN 'caisse' ELSE 'partenaire' END) THEN
    RAISE EXCEPTION 'permission denied: on n’annule pas au nom de l’autre';
  END IF;
  IF cote_caisse THEN
    IF NEW."agentId" IS NOT NULL AND NOT EXISTS (SELECT FROM compte c WHERE c.id = NEW."agentId" AND c."caisseId" = NEW."caisseId") THEN
      RAISE EXCEPTION 'permission denied: cet agent n’est pas de la caisse';
    END IF;
    IF NEW."creneauId" IS NOT NULL AND NOT EXISTS (SELECT FROM creneau c WHERE c.id = NEW."creneauId" AND c."caisseId" = NEW."caisseId") THEN
      RAISE EXCEPTION 'permission denied: ce créneau n’est pas de la caisse';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW."agentId", NEW."creneauId", NEW.mode, NEW.lieu, NEW."debutLe", NEW."finLe") IS NOT DISTINCT FROM
    (OLD."agentId", OLD."creneauId", OLD.mode, OLD.lieu, OLD."debutLe", OLD."finLe") THEN
    IF NEW.etat = 'fixe' AND OLD.etat <> 'fixe' THEN RAISE EXCEPTION 'permission denied: choisissez un créneau'; END IF;
    RETURN NEW;
  END IF;
  IF NEW.etat <> 'fixe' OR NOT EXISTS (SELECT FROM proposition_creneau p JOIN creneau c ON c.id = p."creneauId"
    WHERE p."rendezVousId" = NEW.id AND c.id = NEW."creneauId"
      AND (c."agentId", c.mode, c.lieu, c."debutLe", c."finLe") IS NOT DISTINCT FROM (NEW."agentId", NEW.mode, NEW.lieu, NEW."debutLe", NEW."finLe")) THEN
    RAISE EXCEPTION 'permission denied: ce créneau n’est pas proposé';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rendez_vous_borne BEFORE INSERT OR UPDATE ON rendez_vous FOR EACH ROW EXECUTE FUNCTION ep_borner_rendez_vous();

-- The home of a technicien lists what waits for it.
CREATE INDEX rendez_vous_structure ON rendez_vous ("structureId") WHERE etat IN ('propose', 'fixe');

-- What the actions never do, the database does not let happen either: a fault in the product must not become a breach.

-- Columns that tell what a row is do not change ----------------------------------------------------------------------

REVOKE UPDATE ON partenaire, structure, convention_caisse, signataire, avenant, suspension, demande_habilitation, ligne_revue, signalement_compte FROM ep_web;
GRANT UPDATE (nom, type, siret, adresse, "codePostal", ville, telephone, courriel, site, "nombreMembres", domaines, "modifieLe",
  "modifieParCaisseId", version) ON partenaire TO ep_web;
GRANT UPDATE (nom, adresse, "codePostal", ville, "nombreMembres", "ouvreLe", courriel) ON structure TO ep_web;
GRANT UPDATE (etat, "signeeLe", "utilisationSigneeLe", "utilisationEffetLe", "finLe", "motifFin", "causeFin", "reconduiteLe", "miseEnDemeureLe",
  "miseEnDemeureEcheanceLe", "habiliteDocuments", "referentId", version) ON convention_caisse TO ep_web;
GRANT UPDATE ("signeeLe") ON signataire TO ep_web;
GRANT UPDATE ("caisseIds") ON avenant TO ep_web;
GRANT UPDATE ("finLe", "motifLevee", "leveeParId") ON suspension TO ep_web;
GRANT UPDATE ("compteId", etat, "motifRefus", "traiteeLe", "traiteeParId") ON demande_habilitation TO ep_web;
GRANT UPDATE (decision, "decideeLe", "decideeParId") ON ligne_revue TO ep_web;
GRANT UPDATE ("inactiveLe", suite, "traiteLe", "traiteParId") ON signalement_compte TO ep_web;
-- An avenant is signed: it stays. So does a signatory that has signed.
REVOKE DELETE ON avenant FROM ep_web;
CREATE POLICY non_signe ON signataire AS RESTRICTIVE FOR DELETE TO ep_web USING ("signeeLe" IS NULL);

-- Conventions --------------------------------------------------------------------------------------------------------

-- A part belongs to the partenaire of its convention. A caisse joins the convention of others when they invite it, as a draft; and
-- what has been signed never becomes a draft again, which could be deleted.
CREATE FUNCTION ep_borner_part() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> 'ep_web' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.etat = 'brouillon' AND OLD.etat <> 'brouillon' THEN
      RAISE EXCEPTION 'permission denied: une convention signée ne redevient pas un brouillon';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.etat <> 'brouillon'
    OR NOT EXISTS (SELECT FROM convention c WHERE c.id = NEW."conventionId" AND c."partenaireId" = NEW."partenaireId")
    OR (EXISTS (SELECT FROM convention_caisse c WHERE c."conventionId" = NEW."conventionId")
      AND NOT EXISTS (SELECT FROM convention_caisse c WHERE c."conventionId" = NEW."conventionId" AND c."caisseId" = ep_uuid('referent'))) THEN
    RAISE EXCEPTION 'permission denied: cette convention est celle d’autres caisses';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER part_bornee BEFORE INSERT OR UPDATE ON convention_caisse FOR EACH ROW EXECUTE FUNCTION ep_borner_part();

-- A caisse signs an avenant for itself alone.
CREATE FUNCTION ep_borner_avenant() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user = 'ep_web' AND NEW."caisseIds" IS DISTINCT FROM
    array_append(CASE WHEN TG_OP = 'UPDATE' THEN OLD."caisseIds" ELSE '{}'::uuid[] END, ep_uuid('referent')) THEN
    RAISE EXCEPTION 'permission denied: une caisse signe un avenant pour elle seule';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER avenant_borne BEFORE INSERT OR UPDATE ON avenant FOR EACH ROW EXECUTE FUNCTION ep_borner_avenant();

-- A document of a convention is a file of its own: the piece of a demande is not read by being called one.
ALTER POLICY conventions ON piece_jointe USING (
  "demandeId" IS NULL AND "brouillonId" IS NULL AND "messageId" IS NULL
  AND ((SELECT ep_uuid('referent')) IS NOT NULL OR (SELECT ep_uuid('gestionnaire')) IS NOT NULL)
  AND id IN (SELECT d."pieceJointeId" FROM document_convention d)
);

ALTER POLICY decision ON suspension WITH CHECK ("caisseId" = (SELECT ep_uuid('referent')) AND "partenaireId" IN (
  SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('referent')) AND c.etat <> 'brouillon'
));

-- Accounts -----------------------------------------------------------------------------------------------------------

-- An account starts with an invitation, by who makes it; roles are those of a caisse.
CREATE POLICY invitation ON compte AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK (
  etat = 'attente_activation' AND "creeParId" = (SELECT ep_uuid('compte')) AND (profil = 'caisse' OR cardinality(roles) = 0)
);

CREATE OR REPLACE FUNCTION ep_borner_ecriture_compte() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  soi boolean := NEW.id = ep_uuid('compte') OR ep_est('connexion');
  identite_change boolean := (NEW.civilite, NEW.nom, NEW.prenom, NEW.fonction, NEW.courriel) IS DISTINCT FROM
    (OLD.civilite, OLD.nom, OLD.prenom, OLD.fonction, OLD.courriel);
BEGIN
  IF current_user <> 'ep_web' THEN RETURN NEW; END IF;
  IF soi AND (identite_change OR NEW.roles IS DISTINCT FROM OLD.roles
    OR (NEW.etat = 'actif' AND OLD.etat = 'inactif') OR (ep_est('connexion') AND NEW.etat = 'inactif' AND OLD.etat <> 'inactif')
    -- One closes one's own account by reporting it; nobody puts off one's own end.
    OR (NOT (NEW.etat = 'inactif' AND OLD.etat <> 'inactif') AND
      (NEW."inactiveLe", NEW."motifInactivation", NEW."inactivationPrevueLe", NEW."creeParId") IS DISTINCT FROM
      (OLD."inactiveLe", OLD."motifInactivation", OLD."inactivationPrevueLe", OLD."creeParId"))
  ) THEN
    RAISE EXCEPTION 'permission denied: ces colonnes ne se changent pas de ce compte';
  END IF;
  IF OLD."supprimeLe" IS NOT NULL THEN
    RAISE EXCEPTION 'permission denied: un compte supprimé ne revient pas';
  END IF;
  IF identite_change AND OLD.profil = 'technicien' AND ep_uuid('referent') IS NOT NULL THEN
    RAISE EXCEPTION 'permission denied: un technicien est modifié par son gestionnaire';
  END IF;
  IF cardinality(NEW.roles) > 0 AND NEW.profil <> 'caisse' THEN
    RAISE EXCEPTION 'permission denied: les rôles sont ceux d’une caisse';
  END IF;
  -- Closed after a report: the caisse alone brings it back.
  IF OLD.etat = 'inactif' AND NEW.etat <> 'inactif' AND ep_uuid('gestionnaire') IS NOT NULL AND EXISTS (
    SELECT FROM signalement_compte s WHERE s."compteId" = NEW.id AND (s.suite IS NULL OR s.suite = 'inactive')) THEN
    RAISE EXCEPTION 'permission denied: la caisse rétablit un compte fermé après un signalement';
  END IF;
  RETURN NEW;
END $$;

-- Reviews and reports ------------------------------------------------------------------------------------------------

-- A signed revue is a proof: its rows stay as they were, and who signs is who acts.
DROP POLICY perimetre ON ligne_revue;
CREATE POLICY lecture ON ligne_revue FOR SELECT TO ep_web USING (EXISTS (SELECT FROM revue_habilitation r WHERE r.id = "revueId"));
CREATE POLICY ajout ON ligne_revue FOR INSERT TO ep_web
  WITH CHECK (EXISTS (SELECT FROM revue_habilitation r WHERE r.id = "revueId" AND r."signeeLe" IS NULL));
CREATE POLICY decision ON ligne_revue FOR UPDATE TO ep_web
  USING (EXISTS (SELECT FROM revue_habilitation r WHERE r.id = "revueId" AND r."signeeLe" IS NULL))
  WITH CHECK ("decideeParId" IS NULL OR "decideeParId" = (SELECT ep_uuid('compte')));
ALTER POLICY signature ON revue_habilitation
  WITH CHECK ("structureId" = (SELECT ep_uuid('gestionnaire')) AND "signeeParId" = (SELECT ep_uuid('compte')));
ALTER POLICY relance ON revue_habilitation USING ("partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[]) AND "signeeLe" IS NULL);

-- A report names an account with the partenaire or the caisse it belongs to.
CREATE POLICY compte_nomme ON signalement_compte AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK (EXISTS (
  SELECT FROM compte c WHERE c.id = signalement_compte."compteId"
    AND c."partenaireId" IS NOT DISTINCT FROM signalement_compte."partenaireId" AND c."caisseId" IS NOT DISTINCT FROM signalement_compte."caisseId"
));
ALTER POLICY suite ON demande_habilitation
  WITH CHECK ("caisseId" = (SELECT ep_uuid('referent')) AND "traiteeParId" = (SELECT ep_uuid('compte')));

-- Nobody signs an act with the name of another -----------------------------------------------------------------------

CREATE POLICY auteur ON journal AS RESTRICTIVE FOR INSERT TO ep_web
  WITH CHECK ((SELECT ep_est('connexion')) OR "compteId" IS NULL OR "compteId" = (SELECT ep_uuid('compte')));
CREATE POLICY auteur ON evenement AS RESTRICTIVE FOR INSERT TO ep_web
  WITH CHECK ("auteurId" IS NULL OR "auteurId" = (SELECT ep_uuid('compte')));
CREATE POLICY auteur ON evenement_convention AS RESTRICTIVE FOR INSERT TO ep_web
  WITH CHECK ("auteurId" IS NULL OR "auteurId" = (SELECT ep_uuid('compte')));

-- Functions that read beyond the perimeter answer those concerned only ------------------------------------------------

CREATE OR REPLACE FUNCTION ep_places(structure_id uuid, jour date)
  RETURNS TABLE (membres int, gestionnaires int, techniciens int, "quotaTechniciens" boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s."nombreMembres",
    (SELECT count(*)::int FROM compte c WHERE c."structureId" = s.id AND c.profil = 'gestionnaire' AND c.etat <> 'inactif'),
    (SELECT count(*)::int FROM compte c WHERE c."structureId" = s.id AND c.profil = 'technicien' AND c.etat <> 'inactif'),
    EXISTS (SELECT FROM convention_caisse v JOIN reglages_caisse r ON r."caisseId" = v."caisseId"
      WHERE v."partenaireId" = s."partenaireId" AND r."quotaTechniciensActif"
        AND v.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure') AND (v."finLe" IS NULL OR v."finLe" >= jour))
  FROM structure s WHERE s.id = structure_id AND (session_user <> 'ep_web' OR s."partenaireId" = ep_uuid('partenaire')
    OR EXISTS (SELECT FROM convention_caisse m WHERE m."partenaireId" = s."partenaireId" AND m."caisseId" = ep_uuid('referent')))
$$;

CREATE OR REPLACE FUNCTION ep_mot_de_passe_tient(compte_id uuid, a_l_instant timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM authentification a JOIN compte c ON c.id = a."compteId" WHERE a."compteId" = compte_id AND a."motDePasseHash" IS NOT NULL
    AND (c."structureId" = ep_uuid('gestionnaire') OR c."partenaireId" = ANY (ep_partenaires_tenus()))
    AND a."motDePasseLe" > a_l_instant - make_interval(months => coalesce(
      (SELECT (valeur #>> '{}')::int FROM parametre WHERE cle = 'mot_de_passe_mois'), 1200)))
$$;

CREATE OR REPLACE FUNCTION ep_identifiant_libre(voulu text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  candidat text := voulu;
  rang int := 1;
BEGIN
  IF session_user = 'ep_web' AND ep_uuid('gestionnaire') IS NULL AND ep_uuid('referent') IS NULL AND NOT ep_est('administrateur') THEN
    RAISE EXCEPTION 'permission denied: seul qui crée un compte cherche un identifiant';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('identifiant ' || voulu));
  WHILE EXISTS (SELECT FROM compte WHERE identifiant = candidat) LOOP
    rang := rang + 1;
    candidat := voulu || rang;
  END LOOP;
  RETURN candidat;
END $$;

-- Why another caisse suspends is between it and the partenaire.
CREATE OR REPLACE FUNCTION ep_parts(partenaire_id uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'id', v.id, 'conventionId', v."conventionId", 'caisseId', v."caisseId", 'caisseNom', k.nom, 'etat', v.etat,
    'utilisationEffetLe', v."utilisationEffetLe", 'finLe', v."finLe", 'causeFin', v."causeFin", 'reconduiteLe', v."reconduiteLe",
    'miseEnDemeureLe', v."miseEnDemeureLe", 'miseEnDemeureEcheanceLe', v."miseEnDemeureEcheanceLe",
    'effetLe', c."effetLe", 'dureeMois', c."dureeMois", 'taciteReconduction', c."taciteReconduction", 'preavisMois', c."preavisMois",
    'avenants', coalesce((SELECT jsonb_agg(jsonb_build_object('le', a."effetLe", 'dureeMois', a."dureeMois",
        'taciteReconduction', a."taciteReconduction", 'preavisMois', a."preavisMois") ORDER BY a."effetLe", a.id)
      FROM avenant a WHERE a."conventionId" = c.id AND v."caisseId" = ANY (a."caisseIds")), '[]'),
    'suspensions', coalesce((SELECT jsonb_agg(jsonb_build_object('debutLe', x."debutLe", 'finLe', x."finLe", 'motif',
        CASE WHEN ep_uuid('referent') IS NULL OR ep_uuid('referent') = x."caisseId" THEN x.motif ELSE '' END) ORDER BY x."debutLe")
      FROM suspension x WHERE x."caisseId" = v."caisseId" AND x."partenaireId" = v."partenaireId"), '[]')
  ) ORDER BY k.nom, v.id), '[]')
  FROM convention_caisse v JOIN convention c ON c.id = v."conventionId" JOIN caisse k ON k.id = v."caisseId"
  WHERE v."partenaireId" = partenaire_id AND v.etat <> 'brouillon' AND (
    ep_est('connexion') OR session_user = 'ep_travaux' OR ep_uuid('partenaire') = partenaire_id
    OR EXISTS (SELECT FROM convention_caisse m WHERE m."partenaireId" = partenaire_id AND m."caisseId" = ep_uuid('referent') AND m.etat <> 'brouillon')
  )
$$;

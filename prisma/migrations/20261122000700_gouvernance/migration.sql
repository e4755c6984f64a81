-- AlterTable
ALTER TABLE "caisse" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "compte" ADD COLUMN     "connecteLe" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "convention" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "convention_caisse" ADD COLUMN     "referentId" UUID;

-- AlterTable
ALTER TABLE "demande_habilitation" ADD COLUMN     "justification" TEXT;

-- AlterTable
ALTER TABLE "partenaire" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "reglages_caisse" ADD COLUMN     "preavisInactivationJours" INTEGER NOT NULL DEFAULT 15,
ADD COLUMN     "revueDelaiJours" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "revueSuspensionJours" INTEGER;

-- AlterTable
ALTER TABLE "revue_habilitation" ADD COLUMN     "ouverteParId" UUID,
ADD COLUMN     "relanceeLe" DATE;

-- AlterTable
ALTER TABLE "signalement_compte" ADD COLUMN     "partenaireId" UUID NOT NULL,
ADD COLUMN     "suite" TEXT,
ADD COLUMN     "traiteLe" TIMESTAMPTZ(3),
ADD COLUMN     "traiteParId" UUID;

-- AlterTable
ALTER TABLE "suspension" ADD COLUMN     "leveeParId" UUID,
ADD COLUMN     "motifLevee" TEXT;

-- AlterTable
ALTER TABLE "version_cgu" ADD COLUMN     "creeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "resume" TEXT;

-- CreateIndex
CREATE INDEX "signalement_compte_partenaireId_idx" ON "signalement_compte"("partenaireId");

-- Closed lists and invariants ----------------------------------------------------------------------------------------

ALTER TABLE demande_habilitation ADD CHECK (type IN ('creation', 'modification', 'inactivation')),
  ADD CHECK (etat IN ('deposee', 'appliquee', 'refusee', 'retiree'));
ALTER TABLE ligne_revue ADD CHECK (decision IN ('garder', 'inactiver'));
ALTER TABLE signalement_compte ADD CHECK (type IN ('fraude', 'perte', 'vol', 'exclusion')),
  ADD CHECK (suite IN ('inactive', 'retabli', 'sans_suite'));
ALTER TABLE partenaire ADD CHECK ("nombreMembres" > 0);
ALTER TABLE structure ADD CHECK ("nombreMembres" > 0);
-- One open revue per structure.
CREATE UNIQUE INDEX revue_habilitation_ouverte ON revue_habilitation ("structureId") WHERE "signeeLe" IS NULL;
-- A caisse and a partenaire are bound by one convention d'utilisation at a time.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE convention_caisse ADD CONSTRAINT convention_sans_chevauchement EXCLUDE USING gist (
  "caisseId" WITH =, "partenaireId" WITH =,
  daterange("utilisationEffetLe", CASE WHEN "finLe" >= "utilisationEffetLe" THEN "finLe" END, '[]') WITH &&
) WHERE (etat <> 'brouillon' AND "utilisationEffetLe" IS NOT NULL AND ("finLe" IS NULL OR "finLe" >= "utilisationEffetLe"));

-- Who holds what -----------------------------------------------------------------------------------------------------
-- Two more settings say who acts: `ep.referent`, the caisse of a référent; `ep.gestionnaire`, the structure of a gestionnaire.
-- The functions below read beyond the perimeter of who calls, and give back ids only.

-- Conventions the caisse is a party of: it sees that another caisse signs the same text.
CREATE FUNCTION ep_conventions_liees() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT array_agg("conventionId") FROM convention_caisse WHERE "caisseId" = ep_uuid('caisse') $$;

-- Partenaires a référent may write: bound by a live convention, or not in the hands of another caisse.
CREATE FUNCTION ep_partenaires_tenus() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT array_agg(DISTINCT c."partenaireId") FROM convention_caisse c
  WHERE c."caisseId" = ep_uuid('referent') AND (
    c.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure')
    OR NOT EXISTS (SELECT FROM convention_caisse a WHERE a."partenaireId" = c."partenaireId" AND a."caisseId" <> c."caisseId"
      AND a.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure'))
  )
$$;

-- A SIRET is public: a caisse that binds a partenaire known to another one takes the same record.
CREATE FUNCTION ep_partenaire_connu(siret_cherche text) RETURNS TABLE (id uuid, nom text, ville text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT p.id, p.nom, p.ville FROM partenaire p WHERE p.siret = siret_cherche AND ep_uuid('referent') IS NOT NULL $$;

-- An identifiant is unique in the whole portal, beyond what its maker may see: the name as asked, or with the first free number.
CREATE FUNCTION ep_identifiant_libre(voulu text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  candidat text := voulu;
  rang int := 1;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('identifiant ' || voulu));
  WHILE EXISTS (SELECT FROM compte WHERE identifiant = candidat) LOOP
    rang := rang + 1;
    candidat := voulu || rang;
  END LOOP;
  RETURN candidat;
END $$;

-- Settings, catalogue, CGU -------------------------------------------------------------------------------------------

CREATE POLICY administration ON caisse TO ep_web USING ((SELECT ep_est('administrateur')));
GRANT INSERT, UPDATE ON caisse TO ep_web;

DO $$
DECLARE nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['reglages_caisse', 'delai_prestation', 'contact_caisse', 'service_caisse', 'motif_caisse'] LOOP
    EXECUTE format('CREATE POLICY reglage ON %I TO ep_web USING ((SELECT ep_est(''administrateur'')) OR "caisseId" = (SELECT ep_uuid(''referent'')))', nom);
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO ep_web', nom);
  END LOOP;
  FOREACH nom IN ARRAY ARRAY['service_partenaire', 'motif_partenaire'] LOOP
    EXECUTE format('CREATE POLICY reglage ON %I TO ep_web USING ("caisseId" = (SELECT ep_uuid(''referent'')))
      WITH CHECK ("caisseId" = (SELECT ep_uuid(''referent'')) AND "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid(''referent''))))', nom);
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO ep_web', nom);
  END LOOP;
END $$;

CREATE POLICY redaction ON motif TO ep_web USING (
  CASE WHEN "caisseId" IS NULL THEN (SELECT ep_est('administrateur')) ELSE "caisseId" = (SELECT ep_uuid('referent')) END
);
CREATE POLICY redaction ON piece_attendue TO ep_web USING (EXISTS (SELECT FROM motif m WHERE m.id = "motifId" AND
  CASE WHEN m."caisseId" IS NULL THEN (SELECT ep_est('administrateur')) ELSE m."caisseId" = (SELECT ep_uuid('referent')) END
));
CREATE POLICY redaction ON attestation TO ep_web USING ((SELECT ep_est('administrateur')));
CREATE POLICY redaction ON parametre TO ep_web USING ((SELECT ep_est('administrateur')));
CREATE POLICY redaction ON version_cgu TO ep_web USING ((SELECT ep_est('administrateur')) AND ("publieeLe" IS NULL OR "publieeLe" > now()))
  WITH CHECK ((SELECT ep_est('administrateur')));
GRANT INSERT, UPDATE ON motif, attestation, parametre, version_cgu TO ep_web;
GRANT INSERT, UPDATE, DELETE ON piece_attendue TO ep_web;
GRANT DELETE ON version_cgu TO ep_web;
CREATE POLICY registre ON acceptation_cgu FOR SELECT TO ep_web USING ((SELECT ep_est('administrateur')));

-- Partenaires and conventions ----------------------------------------------------------------------------------------
-- A new partenaire is written with the draft of its first convention, in one transaction.

CREATE POLICY creation ON partenaire FOR INSERT TO ep_web WITH CHECK ((SELECT ep_uuid('referent')) IS NOT NULL);
CREATE POLICY tenue ON partenaire FOR UPDATE TO ep_web USING (id = ANY ((SELECT ep_partenaires_tenus())::uuid[]));
CREATE POLICY tenue ON structure TO ep_web USING ("partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[]));
CREATE POLICY tenue ON contact_partenaire TO ep_web USING (
  "partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[])
  OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND (SELECT ep_uuid('gestionnaire')) IS NOT NULL)
);
GRANT INSERT, UPDATE ON partenaire, structure TO ep_web;
GRANT INSERT, UPDATE, DELETE ON contact_partenaire TO ep_web;

CREATE POLICY parties ON convention_caisse FOR SELECT TO ep_web USING ("conventionId" = ANY ((SELECT ep_conventions_liees())::uuid[]));
-- A caisse writes its own part; it may invite another one, which then signs for itself.
CREATE POLICY part ON convention_caisse FOR INSERT TO ep_web WITH CHECK ("caisseId" = (SELECT ep_uuid('referent')));
CREATE POLICY vie ON convention_caisse FOR UPDATE TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')));
CREATE POLICY abandon ON convention_caisse FOR DELETE TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')) AND etat = 'brouillon');
CREATE POLICY invitation ON convention_caisse FOR INSERT TO ep_web WITH CHECK (
  (SELECT ep_uuid('referent')) IS NOT NULL AND "conventionId" = ANY ((SELECT ep_conventions_liees())::uuid[])
  AND etat = 'brouillon' AND "signeeLe" IS NULL AND "utilisationSigneeLe" IS NULL
);
GRANT INSERT, UPDATE, DELETE ON convention_caisse TO ep_web;

CREATE POLICY creation ON convention FOR INSERT TO ep_web WITH CHECK ((SELECT ep_uuid('referent')) IS NOT NULL);
CREATE POLICY tenue ON convention FOR UPDATE TO ep_web USING (
  (SELECT ep_uuid('referent')) IS NOT NULL AND id = ANY ((SELECT ep_conventions_liees())::uuid[])
);
GRANT INSERT, UPDATE ON convention TO ep_web;

DO $$
DECLARE nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['signataire', 'avenant', 'document_convention', 'evenement_convention'] LOOP
    EXECUTE format('CREATE POLICY lecture ON %I FOR SELECT TO ep_web USING ("conventionId" = ANY ((SELECT ep_conventions_liees())::uuid[])
      OR ((SELECT ep_uuid(''gestionnaire'')) IS NOT NULL AND EXISTS (SELECT FROM convention c WHERE c.id = "conventionId" AND c."partenaireId" = (SELECT ep_uuid(''partenaire'')))))', nom);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO ep_web', nom);
  END LOOP;
  FOREACH nom IN ARRAY ARRAY['signataire', 'avenant'] LOOP
    EXECUTE format('CREATE POLICY tenue ON %I TO ep_web USING ((SELECT ep_uuid(''referent'')) IS NOT NULL AND "conventionId" = ANY ((SELECT ep_conventions_liees())::uuid[]))', nom);
    EXECUTE format('GRANT UPDATE, DELETE ON %I TO ep_web', nom);
  END LOOP;
  FOREACH nom IN ARRAY ARRAY['document_convention', 'evenement_convention'] LOOP
    EXECUTE format('CREATE POLICY ajout ON %I FOR INSERT TO ep_web WITH CHECK ("caisseId" = (SELECT ep_uuid(''referent'')) AND "conventionId" = ANY ((SELECT ep_conventions_liees())::uuid[]))', nom);
  END LOOP;
END $$;

-- The documents of a convention are read with it.
CREATE POLICY conventions ON piece_jointe FOR SELECT TO ep_web USING (
  ((SELECT ep_uuid('referent')) IS NOT NULL OR (SELECT ep_uuid('gestionnaire')) IS NOT NULL)
  AND id IN (SELECT d."pieceJointeId" FROM document_convention d)
);

CREATE POLICY decision ON suspension TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')));
GRANT INSERT, UPDATE ON suspension TO ep_web;

-- Accounts -----------------------------------------------------------------------------------------------------------

-- A draft convention opens nothing: the accounts of a partenaire are seen once it is signed.
ALTER POLICY lecture ON compte USING (
  id = (SELECT ep_uuid('compte')) OR (SELECT ep_est('connexion')) OR (SELECT ep_est('administrateur'))
  OR "partenaireId" = (SELECT ep_uuid('partenaire'))
  OR "caisseId" = (SELECT ep_uuid('caisse')) OR "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
  OR "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')) AND c.etat <> 'brouillon')
);
CREATE POLICY creation ON compte FOR INSERT TO ep_web WITH CHECK (
  (profil = 'technicien' AND "structureId" = (SELECT ep_uuid('gestionnaire')) AND "partenaireId" = (SELECT ep_uuid('partenaire')))
  OR (profil = 'gestionnaire' AND "partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[]))
  OR (profil = 'caisse' AND ("caisseId" = (SELECT ep_uuid('referent')) OR (SELECT ep_est('administrateur'))))
  OR (profil = 'administrateur' AND (SELECT ep_est('administrateur')))
);
CREATE POLICY gestion ON compte FOR UPDATE TO ep_web USING (
  (profil = 'technicien' AND "structureId" = (SELECT ep_uuid('gestionnaire')))
  OR (profil IN ('technicien', 'gestionnaire') AND "partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[]))
  OR (profil = 'caisse' AND ("caisseId" = (SELECT ep_uuid('referent')) OR (SELECT ep_est('administrateur'))))
  OR (profil = 'administrateur' AND (SELECT ep_est('administrateur')))
);
GRANT INSERT ON compte TO ep_web;
GRANT UPDATE (civilite, nom, prenom, fonction, telephone, courriel, roles, "creeParId", "connecteLe", "inactiveLe", "motifInactivation",
  "inactivationPrevueLe", version) ON compte TO ep_web;

-- Nobody changes one's own name, address or roles; the sign-in only activates and dates.
CREATE FUNCTION ep_borner_ecriture_compte() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user = 'ep_web' AND (NEW.id = ep_uuid('compte') OR ep_est('connexion')) AND (
    (NEW.civilite, NEW.nom, NEW.prenom, NEW.fonction, NEW.courriel, NEW.roles) IS DISTINCT FROM
    (OLD.civilite, OLD.nom, OLD.prenom, OLD.fonction, OLD.courriel, OLD.roles)
    OR (NEW.etat = 'actif' AND OLD.etat = 'inactif') OR (ep_est('connexion') AND NEW.etat = 'inactif' AND OLD.etat <> 'inactif')
  ) THEN
    RAISE EXCEPTION 'permission denied: ces colonnes ne se changent pas de ce compte';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ecriture_bornee BEFORE UPDATE ON compte FOR EACH ROW EXECUTE FUNCTION ep_borner_ecriture_compte();

-- Whatever inactivates an account closes its sessions and its links, at once.
CREATE FUNCTION ep_fermer_compte() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE session SET "fermeeLe" = now() WHERE "compteId" = NEW.id AND "fermeeLe" IS NULL;
  UPDATE jeton SET "utiliseLe" = now() WHERE "compteId" = NEW.id AND "utiliseLe" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER fermeture AFTER UPDATE OF etat ON compte FOR EACH ROW WHEN (NEW.etat = 'inactif' AND OLD.etat <> 'inactif')
  EXECUTE FUNCTION ep_fermer_compte();

-- A link to hand over, for an account one may create.
CREATE POLICY remise ON jeton FOR INSERT TO ep_web WITH CHECK (type = 'activation' AND EXISTS (
  SELECT FROM compte c WHERE c.id = "compteId" AND c.etat = 'attente_activation' AND (
    (c.profil = 'technicien' AND c."structureId" = (SELECT ep_uuid('gestionnaire')))
    OR (c.profil = 'gestionnaire' AND c."partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[]))
    OR (c.profil = 'caisse' AND (c."caisseId" = (SELECT ep_uuid('referent')) OR (SELECT ep_est('administrateur'))))
    OR (c.profil = 'administrateur' AND (SELECT ep_est('administrateur')))
  )
));
-- Whether the mail that invites has left, for those who invite.
CREATE POLICY invitations ON courriel FOR SELECT TO ep_web USING (modele = 'activation'
  AND ((SELECT ep_uuid('gestionnaire')) IS NOT NULL OR (SELECT ep_uuid('referent')) IS NOT NULL OR (SELECT ep_est('administrateur')))
  AND EXISTS (SELECT FROM compte c WHERE c.id = "compteId"));

CREATE POLICY lecture ON attestation_technicien FOR SELECT TO ep_web USING (EXISTS (SELECT FROM compte c WHERE c.id = "compteId"
  AND (c."structureId" = (SELECT ep_uuid('gestionnaire')) OR (c."partenaireId" IS NOT NULL AND (SELECT ep_uuid('referent')) IS NOT NULL))));
CREATE POLICY ajout ON attestation_technicien FOR INSERT TO ep_web WITH CHECK ("attesteParId" = (SELECT ep_uuid('compte'))
  AND EXISTS (SELECT FROM compte c WHERE c.id = "compteId" AND c.profil = 'technicien' AND c."structureId" = (SELECT ep_uuid('gestionnaire'))));
GRANT SELECT, INSERT ON attestation_technicien TO ep_web;

-- Requests, revues, incidents ----------------------------------------------------------------------------------------

CREATE POLICY lecture ON demande_habilitation FOR SELECT TO ep_web USING (
  "partenaireId" = (SELECT ep_uuid('partenaire')) OR "caisseId" = (SELECT ep_uuid('referent'))
);
CREATE POLICY depot ON demande_habilitation FOR INSERT TO ep_web WITH CHECK (
  "partenaireId" = (SELECT ep_uuid('partenaire')) AND "deposeeParId" = (SELECT ep_uuid('compte')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
);
CREATE POLICY suite ON demande_habilitation FOR UPDATE TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')));
CREATE POLICY retrait ON demande_habilitation FOR UPDATE TO ep_web USING ("deposeeParId" = (SELECT ep_uuid('compte')) AND etat = 'deposee')
  WITH CHECK ("deposeeParId" = (SELECT ep_uuid('compte')) AND etat = 'retiree');
GRANT SELECT, INSERT, UPDATE ON demande_habilitation TO ep_web;

CREATE POLICY lecture ON revue_habilitation FOR SELECT TO ep_web USING (
  "structureId" = (SELECT ep_uuid('gestionnaire'))
  OR "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('referent')) AND c.etat <> 'brouillon')
);
CREATE POLICY ouverture ON revue_habilitation FOR INSERT TO ep_web WITH CHECK ("partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[]));
CREATE POLICY relance ON revue_habilitation FOR UPDATE TO ep_web USING ("partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[]));
CREATE POLICY signature ON revue_habilitation FOR UPDATE TO ep_web USING ("structureId" = (SELECT ep_uuid('gestionnaire')) AND "signeeLe" IS NULL)
  WITH CHECK ("structureId" = (SELECT ep_uuid('gestionnaire')));
CREATE POLICY perimetre ON ligne_revue TO ep_web USING (EXISTS (SELECT FROM revue_habilitation r WHERE r.id = "revueId"))
  WITH CHECK (EXISTS (SELECT FROM revue_habilitation r WHERE r.id = "revueId" AND r."signeeLe" IS NULL));
GRANT SELECT, INSERT ON revue_habilitation, ligne_revue TO ep_web;
GRANT UPDATE ("relanceeLe", "echeanceLe", "signeeLe", "signeeParId") ON revue_habilitation TO ep_web;
GRANT UPDATE ON ligne_revue TO ep_web;

CREATE POLICY lecture ON signalement_compte FOR SELECT TO ep_web USING (
  "signaleParId" = (SELECT ep_uuid('compte'))
  OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND (SELECT ep_uuid('gestionnaire')) IS NOT NULL)
  OR ((SELECT ep_uuid('caisse')) IS NOT NULL AND "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')) AND c.etat <> 'brouillon'))
);
CREATE POLICY ajout ON signalement_compte FOR INSERT TO ep_web WITH CHECK ("signaleParId" = (SELECT ep_uuid('compte')) AND (
  "partenaireId" = (SELECT ep_uuid('partenaire'))
  OR "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')) AND c.etat <> 'brouillon')
));
CREATE POLICY suite ON signalement_compte FOR UPDATE TO ep_web USING ("partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[]));
GRANT SELECT, INSERT, UPDATE ON signalement_compte TO ep_web;

-- The night ----------------------------------------------------------------------------------------------------------

GRANT INSERT, UPDATE ON convention_caisse, evenement_convention, revue_habilitation, ligne_revue, suspension, demande_habilitation TO ep_travaux;
GRANT INSERT, UPDATE, DELETE ON authentification TO ep_travaux;
GRANT DELETE ON jeton, session, attestation_technicien, ligne_revue, signalement_compte, brouillon TO ep_travaux;

-- DropIndex
DROP INDEX "demande_caisseId_nomNaissance_dateNaissance_idx";

-- AlterTable
ALTER TABLE "courriel" ADD COLUMN     "caisseId" UUID,
ADD COLUMN     "pasAvantLe" TIMESTAMPTZ(3),
ADD COLUMN     "porteSurId" UUID,
ADD COLUMN     "resumeId" UUID,
ADD COLUMN     "vuLe" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "demande" ADD COLUMN     "clePersonne" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "delaiOrdinaireJours" INTEGER,
ADD COLUMN     "equipeId" UUID,
ADD COLUMN     "procedureOrdinaire" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "motif_caisse" ADD COLUMN     "delaiJours" INTEGER,
ADD COLUMN     "seuilAlerteJours" INTEGER;

-- AlterTable
ALTER TABLE "piece_jointe" ADD COLUMN     "enPreparation" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "expireLe" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "reglages_caisse" ADD COLUMN     "documentDisponibleJours" INTEGER NOT NULL DEFAULT 90;

-- AlterTable
ALTER TABLE "rendez_vous" ADD COLUMN     "annulePar" TEXT,
ADD COLUMN     "creeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "creneauId" UUID,
ADD COLUMN     "raison" TEXT,
ADD COLUMN     "rappeleLe" TIMESTAMPTZ(3),
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "debutLe" DROP NOT NULL,
ALTER COLUMN "finLe" DROP NOT NULL;

-- CreateTable
CREATE TABLE "plage" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "agentId" UUID,
    "mode" TEXT NOT NULL,
    "lieu" TEXT,
    "debutLe" TIMESTAMPTZ(3) NOT NULL,
    "finLe" TIMESTAMPTZ(3) NOT NULL,
    "dureeMinutes" INTEGER NOT NULL,
    "capacite" INTEGER NOT NULL DEFAULT 1,
    "creeeParId" UUID NOT NULL,
    "creeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "creneau" (
    "id" UUID NOT NULL,
    "plageId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "agentId" UUID,
    "mode" TEXT NOT NULL,
    "lieu" TEXT,
    "debutLe" TIMESTAMPTZ(3) NOT NULL,
    "finLe" TIMESTAMPTZ(3) NOT NULL,
    "capacite" INTEGER NOT NULL DEFAULT 1,
    "pris" INTEGER NOT NULL DEFAULT 0,
    "ferme" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "creneau_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposition_creneau" (
    "rendezVousId" UUID NOT NULL,
    "creneauId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "structureId" UUID NOT NULL,

    CONSTRAINT "proposition_creneau_pkey" PRIMARY KEY ("rendezVousId","creneauId")
);

-- CreateTable
CREATE TABLE "fermeture" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "debutLe" DATE NOT NULL,
    "finLe" DATE NOT NULL,
    "libelle" TEXT NOT NULL,

    CONSTRAINT "fermeture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "equipe" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "actif" BOOLEAN NOT NULL DEFAULT true,
    "creeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "equipe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membre_equipe" (
    "equipeId" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,

    CONSTRAINT "membre_equipe_pkey" PRIMARY KEY ("equipeId","compteId")
);

-- CreateTable
CREATE TABLE "regle_routage" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "service" TEXT,
    "motifId" UUID,
    "partenaireId" UUID,
    "equipeId" UUID NOT NULL,
    "creeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "regle_routage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "remplacantId" UUID NOT NULL,
    "debutLe" DATE NOT NULL,
    "finLe" DATE,
    "creeeParId" UUID NOT NULL,
    "creeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vue_file" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "partagee" BOOLEAN NOT NULL DEFAULT false,
    "nom" TEXT NOT NULL,
    "filtres" JSONB NOT NULL,
    "compte" INTEGER,
    "compteLe" TIMESTAMPTZ(3),
    "creeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vue_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_groupee" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lignes" JSONB NOT NULL,
    "annuleeLe" TIMESTAMPTZ(3),

    CONSTRAINT "action_groupee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "modele_reponse" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "titre" TEXT NOT NULL,
    "texte" TEXT NOT NULL,
    "service" TEXT,
    "motifId" UUID,
    "acte" TEXT NOT NULL DEFAULT 'repondre',
    "issue" TEXT,
    "usages" INTEGER NOT NULL DEFAULT 0,
    "actif" BOOLEAN NOT NULL DEFAULT true,
    "ordre" INTEGER NOT NULL DEFAULT 0,
    "creeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "modele_reponse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lien_demande" (
    "aId" UUID NOT NULL,
    "bId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "lieParId" UUID NOT NULL,
    "lieLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lien_demande_pkey" PRIMARY KEY ("aId","bId")
);

-- CreateTable
CREATE TABLE "transfert" (
    "id" UUID NOT NULL,
    "demandeId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "deCaisseId" UUID NOT NULL,
    "versCaisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "raison" TEXT NOT NULL,
    "transfereeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "transfereeParId" UUID NOT NULL,

    CONSTRAINT "transfert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence" (
    "demandeId" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "ecrit" BOOLEAN NOT NULL DEFAULT false,
    "vuLe" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("demandeId","compteId")
);

-- CreateTable
CREATE TABLE "compteur_file" (
    "caisseId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "cle" TEXT NOT NULL,
    "part" SMALLINT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "compteur_file_pkey" PRIMARY KEY ("caisseId","type","cle","part")
);

-- CreateTable
CREATE TABLE "telechargement" (
    "id" UUID NOT NULL,
    "pieceJointeId" UUID NOT NULL,
    "demandeId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "telechargement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "plage_caisseId_debutLe_idx" ON "plage"("caisseId", "debutLe");

-- CreateIndex
CREATE INDEX "creneau_caisseId_debutLe_idx" ON "creneau"("caisseId", "debutLe");

-- CreateIndex
CREATE UNIQUE INDEX "creneau_plageId_debutLe_key" ON "creneau"("plageId", "debutLe");

-- CreateIndex
CREATE INDEX "proposition_creneau_creneauId_idx" ON "proposition_creneau"("creneauId");

-- CreateIndex
CREATE INDEX "fermeture_caisseId_debutLe_idx" ON "fermeture"("caisseId", "debutLe");

-- CreateIndex
CREATE UNIQUE INDEX "equipe_caisseId_nom_key" ON "equipe"("caisseId", "nom");

-- CreateIndex
CREATE INDEX "membre_equipe_compteId_idx" ON "membre_equipe"("compteId");

-- CreateIndex
CREATE INDEX "regle_routage_caisseId_idx" ON "regle_routage"("caisseId");

-- CreateIndex
CREATE INDEX "absence_caisseId_idx" ON "absence"("caisseId");

-- CreateIndex
CREATE INDEX "absence_compteId_idx" ON "absence"("compteId");

-- CreateIndex
CREATE INDEX "absence_remplacantId_idx" ON "absence"("remplacantId");

-- CreateIndex
CREATE INDEX "vue_file_caisseId_compteId_idx" ON "vue_file"("caisseId", "compteId");

-- CreateIndex
CREATE INDEX "action_groupee_compteId_le_idx" ON "action_groupee"("compteId", "le");

-- CreateIndex
CREATE INDEX "modele_reponse_caisseId_actif_idx" ON "modele_reponse"("caisseId", "actif");

-- CreateIndex
CREATE INDEX "lien_demande_bId_idx" ON "lien_demande"("bId");

-- CreateIndex
CREATE INDEX "transfert_deCaisseId_transfereeLe_idx" ON "transfert"("deCaisseId", "transfereeLe");

-- CreateIndex
CREATE INDEX "transfert_demandeId_idx" ON "transfert"("demandeId");

-- CreateIndex
CREATE INDEX "telechargement_pieceJointeId_le_idx" ON "telechargement"("pieceJointeId", "le");

-- CreateIndex
CREATE INDEX "courriel_caisseId_etat_creeLe_idx" ON "courriel"("caisseId", "etat", "creeLe");

-- CreateIndex
CREATE INDEX "courriel_etat_compteId_idx" ON "courriel"("etat", "compteId");

-- CreateIndex
CREATE INDEX "courriel_porteSurId_idx" ON "courriel"("porteSurId");

-- CreateIndex
CREATE INDEX "demande_caisseId_ouverte_deposeeLe_id_idx" ON "demande"("caisseId", "ouverte", "deposeeLe", "id");

-- CreateIndex
CREATE INDEX "demande_caisseId_ouverte_equipeId_triLe_id_idx" ON "demande"("caisseId", "ouverte", "equipeId", "triLe", "id");

-- CreateIndex
CREATE INDEX "demande_caisseId_ouverte_motifId_triLe_id_idx" ON "demande"("caisseId", "ouverte", "motifId", "triLe", "id");

-- CreateIndex
CREATE INDEX "demande_caisseId_ouverte_partenaireId_triLe_id_idx" ON "demande"("caisseId", "ouverte", "partenaireId", "triLe", "id");

-- CreateIndex
CREATE INDEX "demande_caisseId_clePersonne_idx" ON "demande"("caisseId", "clePersonne");

-- CreateIndex
CREATE INDEX "demande_structureId_clePersonne_idx" ON "demande"("structureId", "clePersonne");

-- CreateIndex
CREATE INDEX "rendez_vous_creneauId_idx" ON "rendez_vous"("creneauId");

-- AddForeignKey
ALTER TABLE "demande" ADD CONSTRAINT "demande_equipeId_fkey" FOREIGN KEY ("equipeId") REFERENCES "equipe"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plage" ADD CONSTRAINT "plage_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creneau" ADD CONSTRAINT "creneau_plageId_fkey" FOREIGN KEY ("plageId") REFERENCES "plage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rendez_vous" ADD CONSTRAINT "rendez_vous_creneauId_fkey" FOREIGN KEY ("creneauId") REFERENCES "creneau"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposition_creneau" ADD CONSTRAINT "proposition_creneau_rendezVousId_fkey" FOREIGN KEY ("rendezVousId") REFERENCES "rendez_vous"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposition_creneau" ADD CONSTRAINT "proposition_creneau_creneauId_fkey" FOREIGN KEY ("creneauId") REFERENCES "creneau"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fermeture" ADD CONSTRAINT "fermeture_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equipe" ADD CONSTRAINT "equipe_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membre_equipe" ADD CONSTRAINT "membre_equipe_equipeId_fkey" FOREIGN KEY ("equipeId") REFERENCES "equipe"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membre_equipe" ADD CONSTRAINT "membre_equipe_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regle_routage" ADD CONSTRAINT "regle_routage_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regle_routage" ADD CONSTRAINT "regle_routage_motifId_fkey" FOREIGN KEY ("motifId") REFERENCES "motif"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regle_routage" ADD CONSTRAINT "regle_routage_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regle_routage" ADD CONSTRAINT "regle_routage_equipeId_fkey" FOREIGN KEY ("equipeId") REFERENCES "equipe"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_remplacantId_fkey" FOREIGN KEY ("remplacantId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vue_file" ADD CONSTRAINT "vue_file_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vue_file" ADD CONSTRAINT "vue_file_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_groupee" ADD CONSTRAINT "action_groupee_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_groupee" ADD CONSTRAINT "action_groupee_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "modele_reponse" ADD CONSTRAINT "modele_reponse_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "modele_reponse" ADD CONSTRAINT "modele_reponse_motifId_fkey" FOREIGN KEY ("motifId") REFERENCES "motif"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lien_demande" ADD CONSTRAINT "lien_demande_aId_fkey" FOREIGN KEY ("aId") REFERENCES "demande"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lien_demande" ADD CONSTRAINT "lien_demande_bId_fkey" FOREIGN KEY ("bId") REFERENCES "demande"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_demandeId_fkey" FOREIGN KEY ("demandeId") REFERENCES "demande"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telechargement" ADD CONSTRAINT "telechargement_pieceJointeId_fkey" FOREIGN KEY ("pieceJointeId") REFERENCES "piece_jointe"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telechargement" ADD CONSTRAINT "telechargement_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Closed lists ------------------------------------------------------------------------------------------------------

ALTER TABLE courriel DROP CONSTRAINT courriel_etat_check;
ALTER TABLE courriel ADD CHECK (etat IN ('a_envoyer', 'a_grouper', 'groupe', 'non_envoye', 'retire', 'envoye', 'echec'));
ALTER TABLE compteur_file ADD CHECK (type IN ('toutes', 'a_prendre', 'urgentes', 'en_attente', 'agent', 'equipe', 'echeance', 'non_lu'));
ALTER TABLE action_groupee ADD CHECK (type IN ('prendre', 'attribuer', 'clore'));
ALTER TABLE modele_reponse ADD CHECK (acte IN ('repondre', 'complement', 'clore')),
  ADD CHECK (service IS NULL OR service IN ('contact', 'dossier', 'signalement', 'rendez_vous', 'document')),
  ADD CHECK ((acte = 'clore') = (issue IS NOT NULL));
ALTER TABLE regle_routage ADD CHECK (service IS NULL OR service IN ('contact', 'dossier', 'signalement', 'rendez_vous', 'document')),
  ADD CHECK (num_nonnulls(service, "motifId", "partenaireId") > 0);
CREATE UNIQUE INDEX regle_routage_unique ON regle_routage ("caisseId", coalesce(service, ''), coalesce("motifId"::text, ''), coalesce("partenaireId"::text, ''));
ALTER TABLE absence ADD CHECK ("finLe" IS NULL OR "finLe" >= "debutLe"), ADD CHECK ("compteId" <> "remplacantId");
ALTER TABLE lien_demande ADD CHECK ("aId" < "bId");
ALTER TABLE plage ADD CHECK (mode IN ('sur_place', 'telephone', 'visio')), ADD CHECK ("finLe" > "debutLe"),
  ADD CHECK ("dureeMinutes" BETWEEN 5 AND 480), ADD CHECK (capacite BETWEEN 1 AND 50);
ALTER TABLE creneau ADD CHECK (mode IN ('sur_place', 'telephone', 'visio')), ADD CHECK ("finLe" > "debutLe"),
  -- No double booking, whatever the product does.
  ADD CONSTRAINT creneau_complet CHECK (pris BETWEEN 0 AND capacite);
ALTER TABLE rendez_vous ADD CHECK (mode IN ('sur_place', 'telephone', 'visio')),
  ADD CHECK (etat IN ('propose', 'fixe', 'annule', 'honore', 'manque')),
  ADD CHECK (etat IN ('propose', 'annule') OR ("debutLe" IS NOT NULL AND "finLe" IS NOT NULL)),
  ADD CHECK ("annulePar" IN ('partenaire', 'caisse'));
CREATE UNIQUE INDEX rendez_vous_en_cours ON rendez_vous ("demandeId") WHERE etat IN ('propose', 'fixe');
ALTER TABLE fermeture ADD CHECK ("finLe" >= "debutLe");

-- Counters of the queue -----------------------------------------------------------------------------------------------

/* What an open demande adds to the counters of its caisse. */
CREATE FUNCTION ep_cles_compteur(d demande) RETURNS TABLE (type text, cle text) LANGUAGE sql IMMUTABLE AS $$
  SELECT v.type, v.cle FROM (VALUES
    ('toutes', '', true), ('a_prendre', '', d."agentId" IS NULL), ('urgentes', '', d.urgent), ('en_attente', '', d.etat = 'attente_complement'),
    ('agent', d."agentId"::text, d."agentId" IS NOT NULL), ('equipe', d."equipeId"::text, d."equipeId" IS NOT NULL),
    ('echeance', d."echeanceLe"::text, d."echeanceLe" IS NOT NULL),
    ('non_lu', coalesce(d."agentId"::text, ''), d."nonLusCaisse" > 0)
  ) v(type, cle, present) WHERE d.ouverte AND v.present
$$;

CREATE FUNCTION ep_compter_demande() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO compteur_file AS c ("caisseId", type, cle, part, n)
  SELECT caisse, t, k, pg_backend_pid() % 16, sum(s) FROM (
    SELECT OLD."caisseId" AS caisse, o.type AS t, o.cle AS k, -1 AS s FROM ep_cles_compteur(OLD) o WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT NEW."caisseId", n.type, n.cle, 1 FROM ep_cles_compteur(NEW) n WHERE TG_OP <> 'DELETE'
  ) x GROUP BY 1, 2, 3 HAVING sum(s) <> 0 ORDER BY 1, 2, 3
  ON CONFLICT ("caisseId", type, cle, part) DO UPDATE SET n = c.n + excluded.n;
  RETURN NULL;
END $$;

-- Deferred: the rows of the counters are held for the time of a commit, and not for that of an act.
CREATE CONSTRAINT TRIGGER comptage AFTER INSERT OR DELETE ON demande DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ep_compter_demande();
CREATE CONSTRAINT TRIGGER recomptage AFTER UPDATE OF "caisseId", ouverte, "agentId", "equipeId", urgent, etat, "echeanceLe", "nonLusCaisse" ON demande
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.ouverte OR NEW.ouverte) EXECUTE FUNCTION ep_compter_demande();

-- Counts all again: after a load that went round the triggers, and each night, to gather what the parts have spread.
CREATE FUNCTION ep_recompter_file() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  LOCK TABLE demande IN SHARE MODE;
  DELETE FROM compteur_file;
  INSERT INTO compteur_file ("caisseId", type, cle, part, n)
  SELECT d."caisseId", c.type, c.cle, 0, count(*) FROM demande d, ep_cles_compteur(d) c WHERE d.ouverte GROUP BY 1, 2, 3;
END $$;
REVOKE EXECUTE ON FUNCTION ep_recompter_file() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_recompter_file() TO ep_migration, ep_travaux;

-- Routing -------------------------------------------------------------------------------------------------------------

-- Team a demande goes to when it is filed; those who file do not see the rules. Motif first, then partenaire, then service.
CREATE FUNCTION ep_equipe_pour(caisse_id uuid, partenaire_id uuid, service_demande text, motif_id uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r."equipeId" FROM regle_routage r JOIN equipe e ON e.id = r."equipeId" AND e.actif
  WHERE r."caisseId" = caisse_id AND (r."motifId" IS NULL OR r."motifId" = motif_id)
    AND (r."partenaireId" IS NULL OR r."partenaireId" = partenaire_id) AND (r.service IS NULL OR r.service = service_demande)
  ORDER BY (r."motifId" IS NOT NULL)::int * 4 + (r."partenaireId" IS NOT NULL)::int * 2 + (r.service IS NOT NULL)::int DESC, r."creeeLe", r.id
  LIMIT 1
$$;

-- Slots ----------------------------------------------------------------------------------------------------------------

-- A slot counts what is fixed on it: the constraint `creneau_complet` refuses one too many, the row lock makes others wait.
CREATE FUNCTION ep_compter_creneau() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  avant uuid := CASE WHEN TG_OP <> 'INSERT' AND OLD.etat IN ('fixe', 'honore', 'manque') THEN OLD."creneauId" END;
  apres uuid := CASE WHEN TG_OP <> 'DELETE' AND NEW.etat IN ('fixe', 'honore', 'manque') THEN NEW."creneauId" END;
BEGIN
  IF avant IS NOT DISTINCT FROM apres THEN RETURN NULL; END IF;
  -- In the order of the ids: two moves that cross do not block each other.
  PERFORM 1 FROM creneau WHERE id IN (avant, apres) ORDER BY id FOR UPDATE;
  UPDATE creneau SET pris = pris - 1 WHERE id = avant;
  UPDATE creneau SET pris = pris + 1 WHERE id = apres;
  RETURN NULL;
END $$;
CREATE TRIGGER comptage AFTER INSERT OR UPDATE OF etat, "creneauId" OR DELETE ON rendez_vous FOR EACH ROW EXECUTE FUNCTION ep_compter_creneau();

-- Perimeter ---------------------------------------------------------------------------------------------------------

DO $$
DECLARE nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['equipe', 'membre_equipe', 'regle_routage', 'absence', 'vue_file', 'action_groupee', 'modele_reponse', 'lien_demande',
    'transfert', 'presence', 'compteur_file', 'telechargement', 'plage', 'creneau', 'proposition_creneau', 'fermeture'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT ON %I TO ep_travaux, ep_web', nom);
  END LOOP;
  -- What the people of a caisse read of their own house.
  FOREACH nom IN ARRAY ARRAY['equipe', 'membre_equipe', 'regle_routage', 'absence', 'modele_reponse', 'plage'] LOOP
    EXECUTE format('CREATE POLICY lecture ON %I FOR SELECT TO ep_web USING ("caisseId" = (SELECT ep_uuid(''caisse'')))', nom);
  END LOOP;
END $$;

-- Teams and routing: the référent.
CREATE POLICY reglage ON equipe TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')));
GRANT INSERT ON equipe TO ep_web;
GRANT UPDATE (nom, actif, version) ON equipe TO ep_web;
CREATE POLICY reglage ON membre_equipe TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')))
  WITH CHECK ("caisseId" = (SELECT ep_uuid('referent'))
    AND EXISTS (SELECT FROM equipe e WHERE e.id = "equipeId" AND e."caisseId" = (SELECT ep_uuid('referent')))
    AND EXISTS (SELECT FROM compte c WHERE c.id = "compteId" AND c."caisseId" = (SELECT ep_uuid('referent')) AND c.roles @> '{agent}'));
GRANT INSERT, DELETE ON membre_equipe TO ep_web;
CREATE POLICY reglage ON regle_routage TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')))
  WITH CHECK ("caisseId" = (SELECT ep_uuid('referent'))
    AND EXISTS (SELECT FROM equipe e WHERE e.id = "equipeId" AND e."caisseId" = (SELECT ep_uuid('referent'))));
GRANT INSERT, DELETE ON regle_routage TO ep_web;

-- An absence is said by the agent, or by the référent for it.
CREATE POLICY tenue ON absence TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')) OR ("caisseId" = (SELECT ep_uuid('agent')) AND "compteId" = (SELECT ep_uuid('compte'))))
  WITH CHECK (("caisseId" = (SELECT ep_uuid('referent')) OR ("caisseId" = (SELECT ep_uuid('agent')) AND "compteId" = (SELECT ep_uuid('compte'))))
    AND "creeeParId" = (SELECT ep_uuid('compte'))
    AND (SELECT count(*) FROM compte c WHERE c.id IN ("compteId", "remplacantId") AND c."caisseId" = absence."caisseId" AND c.roles @> '{agent}') = 2);
GRANT INSERT, DELETE ON absence TO ep_web;
GRANT UPDATE ("debutLe", "finLe", "remplacantId", "creeeParId") ON absence TO ep_web;

-- Views and bulk acts of an agent.
CREATE POLICY lecture ON vue_file FOR SELECT TO ep_web USING ("caisseId" = (SELECT ep_uuid('agent')) AND (partagee OR "compteId" = (SELECT ep_uuid('compte'))));
CREATE POLICY tenue ON vue_file TO ep_web USING ("caisseId" = (SELECT ep_uuid('agent')) AND "compteId" = (SELECT ep_uuid('compte')));
GRANT INSERT, DELETE ON vue_file TO ep_web;
GRANT UPDATE (nom, filtres, partagee, compte, "compteLe") ON vue_file TO ep_web;
CREATE POLICY perimetre ON action_groupee TO ep_web USING ("caisseId" = (SELECT ep_uuid('agent')) AND "compteId" = (SELECT ep_uuid('compte')));
GRANT INSERT ON action_groupee TO ep_web;
GRANT UPDATE (lignes, "annuleeLe") ON action_groupee TO ep_web;

CREATE POLICY tenue ON modele_reponse TO ep_web USING ("caisseId" = (SELECT ep_uuid('agent')) OR "caisseId" = (SELECT ep_uuid('referent')));
GRANT INSERT ON modele_reponse TO ep_web;
GRANT UPDATE (titre, texte, service, "motifId", acte, issue, usages, actif, ordre, version) ON modele_reponse TO ep_web;

CREATE POLICY perimetre ON lien_demande TO ep_web USING ("caisseId" = (SELECT ep_uuid('agent')))
  WITH CHECK ("caisseId" = (SELECT ep_uuid('agent')) AND "lieParId" = (SELECT ep_uuid('compte'))
    AND (SELECT count(*) FROM demande d WHERE d.id IN ("aId", "bId")) = 2);
GRANT INSERT, DELETE ON lien_demande TO ep_web;
CREATE POLICY lecture ON transfert FOR SELECT TO ep_web USING ((SELECT ep_uuid('agent')) IN ("deCaisseId", "versCaisseId"));

CREATE POLICY lecture ON presence FOR SELECT TO ep_web USING ("caisseId" = (SELECT ep_uuid('agent')));
CREATE POLICY tenue ON presence TO ep_web USING ("caisseId" = (SELECT ep_uuid('agent')) AND "compteId" = (SELECT ep_uuid('compte')))
  WITH CHECK ("caisseId" = (SELECT ep_uuid('agent')) AND "compteId" = (SELECT ep_uuid('compte')) AND EXISTS (SELECT FROM demande d WHERE d.id = "demandeId"));
GRANT INSERT, UPDATE, DELETE ON presence TO ep_web;
GRANT DELETE ON presence TO ep_travaux;

CREATE POLICY lecture ON compteur_file FOR SELECT TO ep_web USING ("caisseId" = (SELECT ep_uuid('agent')));

-- Delivered documents: a receipt is written by who downloads, and read by both sides.
CREATE POLICY lecture ON telechargement FOR SELECT TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('agent'))
  OR ("structureId" = (SELECT ep_uuid('structure')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]))
);
CREATE POLICY ajout ON telechargement FOR INSERT TO ep_web WITH CHECK (
  "compteId" = (SELECT ep_uuid('compte')) AND "structureId" = (SELECT ep_uuid('structure'))
  AND EXISTS (SELECT FROM piece_jointe p WHERE p.id = "pieceJointeId" AND p.sens = 'sortante' AND p."demandeId" = telechargement."demandeId")
);
GRANT INSERT ON telechargement TO ep_web;
-- A file joined to a message not sent yet is its writer's.
CREATE POLICY en_preparation ON piece_jointe AS RESTRICTIVE FOR SELECT TO ep_web USING (NOT "enPreparation" OR "deposeeParId" = (SELECT ep_uuid('compte')));

-- Rendez-vous.
CREATE POLICY tenue ON plage TO ep_web USING ("caisseId" = (SELECT ep_uuid('agent')))
  WITH CHECK ("caisseId" = (SELECT ep_uuid('agent')) AND "creeeParId" = (SELECT ep_uuid('compte'))
    AND ("agentId" IS NULL OR EXISTS (SELECT FROM compte c WHERE c.id = "agentId" AND c."caisseId" = (SELECT ep_uuid('agent')))));
GRANT INSERT, DELETE ON plage TO ep_web;
CREATE POLICY tenue ON creneau TO ep_web USING ("caisseId" = (SELECT ep_uuid('agent')))
  WITH CHECK ("caisseId" = (SELECT ep_uuid('agent')) AND EXISTS (SELECT FROM plage p WHERE p.id = "plageId"));
-- The partenaire sees the slots offered to it, and those it has.
CREATE POLICY offerts ON creneau FOR SELECT TO ep_web USING (
  (SELECT ep_uuid('structure')) IS NOT NULL AND (
    EXISTS (SELECT FROM proposition_creneau p WHERE p."creneauId" = creneau.id)
    OR EXISTS (SELECT FROM rendez_vous r WHERE r."creneauId" = creneau.id)
  )
);
GRANT INSERT, DELETE ON creneau TO ep_web;
GRANT UPDATE (ferme) ON creneau TO ep_web;
CREATE POLICY perimetre ON proposition_creneau FOR SELECT TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('agent'))
  OR ("structureId" = (SELECT ep_uuid('structure')) AND "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[]))
);
CREATE POLICY offre ON proposition_creneau TO ep_web USING ("caisseId" = (SELECT ep_uuid('agent')))
  WITH CHECK ("caisseId" = (SELECT ep_uuid('agent'))
    AND EXISTS (SELECT FROM rendez_vous r WHERE r.id = "rendezVousId" AND r."structureId" = proposition_creneau."structureId")
    AND EXISTS (SELECT FROM creneau c WHERE c.id = "creneauId" AND c."caisseId" = proposition_creneau."caisseId"));
GRANT INSERT, DELETE ON proposition_creneau TO ep_web;
CREATE POLICY lecture ON fermeture FOR SELECT TO ep_web USING (true);
CREATE POLICY reglage ON fermeture TO ep_web USING ("caisseId" = (SELECT ep_uuid('referent')));
GRANT INSERT, DELETE ON fermeture TO ep_web;

-- Session -------------------------------------------------------------------------------------------------------------

-- What the sign-in reads beside the account (`ep_session`, in the migration `equipes`).
CREATE POLICY connexion ON equipe FOR SELECT TO ep_web USING ((SELECT ep_est('connexion')));
CREATE POLICY connexion ON membre_equipe FOR SELECT TO ep_web USING ((SELECT ep_est('connexion')));
CREATE POLICY connexion ON absence FOR SELECT TO ep_web USING ((SELECT ep_est('connexion')));

-- Search, and what was filed before -----------------------------------------------------------------------------------

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

UPDATE demande SET "clePersonne" = trim(regexp_replace(lower(unaccent("nomNaissance" || ' ' || prenom)), '[^[:alnum:]]+', ' ', 'g')) || ' ' || "dateNaissance"
  WHERE "nomNaissance" IS NOT NULL AND prenom IS NOT NULL AND "dateNaissance" IS NOT NULL;
UPDATE demande SET "delaiOrdinaireJours" = "delaiJours" WHERE NOT urgent;
UPDATE courriel c SET "caisseId" = d."caisseId" FROM demande d WHERE d.id = c."demandeId";
SELECT ep_recompter_file();

-- CreateTable
CREATE TABLE "caisse" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "adresse" TEXT NOT NULL,
    "codePostal" TEXT NOT NULL,
    "ville" TEXT NOT NULL,
    "departements" TEXT[],
    "calendrier" TEXT NOT NULL DEFAULT 'france',
    "creeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "caisse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reglages_caisse" (
    "caisseId" UUID NOT NULL,
    "delaiHabilitationJoursOuvres" INTEGER NOT NULL DEFAULT 5,
    "quotaTechniciensActif" BOOLEAN NOT NULL DEFAULT false,
    "inactivationGestionnaire" TEXT NOT NULL DEFAULT 'date_souhaitee',
    "preavisRenouvellementMois" INTEGER,
    "delaiMiseEnDemeureJours" INTEGER NOT NULL DEFAULT 15,
    "delaiMiseEnDemeurePortailJours" INTEGER NOT NULL DEFAULT 30,
    "delaiUrgentJours" INTEGER NOT NULL DEFAULT 10,
    "rendezVousRestreint" BOOLEAN NOT NULL DEFAULT false,
    "rendezVousModes" TEXT[] DEFAULT ARRAY['sur_place', 'telephone']::TEXT[],
    "intervalleRevueMois" INTEGER NOT NULL DEFAULT 12,
    "periodiciteStatistiques" TEXT NOT NULL DEFAULT 'annuelle',
    "tailleMaxFichierOctets" INTEGER NOT NULL DEFAULT 20971520,
    "tailleMaxDemandeOctets" INTEGER NOT NULL DEFAULT 104857600,
    "delaiReouvertureJours" INTEGER NOT NULL DEFAULT 30,
    "delaiNotificationViolationHeures" INTEGER NOT NULL DEFAULT 48,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reglages_caisse_pkey" PRIMARY KEY ("caisseId")
);

-- CreateTable
CREATE TABLE "delai_prestation" (
    "caisseId" UUID NOT NULL,
    "prestation" TEXT NOT NULL,
    "delaiJours" INTEGER,
    "seuilAlerteJours" INTEGER NOT NULL DEFAULT 5,

    CONSTRAINT "delai_prestation_pkey" PRIMARY KEY ("caisseId","prestation")
);

-- CreateTable
CREATE TABLE "contact_caisse" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "theme" TEXT,
    "nom" TEXT,
    "telephone" TEXT,
    "courriel" TEXT,
    "adresse" TEXT,
    "ordre" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "contact_caisse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parametre" (
    "cle" TEXT NOT NULL,
    "valeur" JSONB NOT NULL,

    CONSTRAINT "parametre_pkey" PRIMARY KEY ("cle")
);

-- CreateTable
CREATE TABLE "version_cgu" (
    "id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "texte" TEXT NOT NULL,
    "publieeLe" TIMESTAMPTZ(3),

    CONSTRAINT "version_cgu_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motif" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "caisseId" UUID,
    "libelle" TEXT NOT NULL,
    "libelleCourt" TEXT NOT NULL,
    "aide" TEXT,
    "assureRequis" BOOLEAN NOT NULL DEFAULT true,
    "demandeLiee" BOOLEAN NOT NULL DEFAULT false,
    "habilitation" BOOLEAN NOT NULL DEFAULT false,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "urgencePossible" BOOLEAN NOT NULL DEFAULT false,
    "prestation" TEXT,
    "variantes" JSONB NOT NULL DEFAULT '[]',
    "ordre" INTEGER NOT NULL DEFAULT 0,
    "actif" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "motif_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motif_caisse" (
    "caisseId" UUID NOT NULL,
    "motifId" UUID NOT NULL,
    "actif" BOOLEAN NOT NULL DEFAULT true,
    "libelle" TEXT,
    "ordre" INTEGER,

    CONSTRAINT "motif_caisse_pkey" PRIMARY KEY ("caisseId","motifId")
);

-- CreateTable
CREATE TABLE "motif_partenaire" (
    "caisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "motifId" UUID NOT NULL,
    "actif" BOOLEAN NOT NULL,

    CONSTRAINT "motif_partenaire_pkey" PRIMARY KEY ("caisseId","partenaireId","motifId")
);

-- CreateTable
CREATE TABLE "service_caisse" (
    "caisseId" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "actif" BOOLEAN NOT NULL DEFAULT true,
    "ordre" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "service_caisse_pkey" PRIMARY KEY ("caisseId","service")
);

-- CreateTable
CREATE TABLE "service_partenaire" (
    "caisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "actif" BOOLEAN NOT NULL,

    CONSTRAINT "service_partenaire_pkey" PRIMARY KEY ("caisseId","partenaireId","service")
);

-- CreateTable
CREATE TABLE "piece_attendue" (
    "id" UUID NOT NULL,
    "motifId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "libelle" TEXT NOT NULL,
    "aide" TEXT,
    "exigence" TEXT NOT NULL DEFAULT 'requise',
    "variantes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "ordre" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "piece_attendue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attestation" (
    "code" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    "service" TEXT,
    "texte" TEXT NOT NULL,
    "aide" TEXT,
    "ordre" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "attestation_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "compte" (
    "id" UUID NOT NULL,
    "identifiant" TEXT NOT NULL,
    "profil" TEXT NOT NULL,
    "roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "civilite" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "prenom" TEXT NOT NULL,
    "fonction" TEXT NOT NULL,
    "telephone" TEXT,
    "courriel" TEXT NOT NULL,
    "partenaireId" UUID,
    "structureId" UUID,
    "caisseId" UUID,
    "etat" TEXT NOT NULL DEFAULT 'attente_activation',
    "creeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "creeParId" UUID,
    "activeLe" TIMESTAMPTZ(3),
    "inactiveLe" TIMESTAMPTZ(3),
    "motifInactivation" TEXT,
    "inactivationPrevueLe" DATE,
    "supprimeLe" TIMESTAMPTZ(3),
    "preferences" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "compte_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authentification" (
    "compteId" UUID NOT NULL,
    "motDePasseHash" TEXT,
    "motDePasseLe" TIMESTAMPTZ(3),

    CONSTRAINT "authentification_pkey" PRIMARY KEY ("compteId")
);

-- CreateTable
CREATE TABLE "tentative" (
    "cle" TEXT NOT NULL,
    "echecs" INTEGER NOT NULL DEFAULT 0,
    "bloqueJusqua" TIMESTAMPTZ(3),
    "derniereLe" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tentative_pkey" PRIMARY KEY ("cle")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "creeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "vueLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expireLe" TIMESTAMPTZ(3) NOT NULL,
    "fermeeLe" TIMESTAMPTZ(3),
    "adresse" TEXT,
    "navigateur" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jeton" (
    "id" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "empreinte" TEXT NOT NULL,
    "creeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expireLe" TIMESTAMPTZ(3) NOT NULL,
    "utiliseLe" TIMESTAMPTZ(3),

    CONSTRAINT "jeton_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acceptation_cgu" (
    "compteId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "accepteeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "acceptation_cgu_pkey" PRIMARY KEY ("compteId","versionId")
);

-- CreateTable
CREATE TABLE "attestation_technicien" (
    "id" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "attesteParId" UUID NOT NULL,
    "attesteeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "texte" TEXT NOT NULL,

    CONSTRAINT "attestation_technicien_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demande_habilitation" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "compteId" UUID,
    "donnees" JSONB NOT NULL,
    "souhaiteeLe" DATE,
    "deposeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deposeeParId" UUID NOT NULL,
    "echeanceLe" DATE NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'deposee',
    "motifRefus" TEXT,
    "traiteeLe" TIMESTAMPTZ(3),
    "traiteeParId" UUID,

    CONSTRAINT "demande_habilitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revue_habilitation" (
    "id" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "ouverteLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "echeanceLe" DATE NOT NULL,
    "signeeLe" TIMESTAMPTZ(3),
    "signeeParId" UUID,

    CONSTRAINT "revue_habilitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ligne_revue" (
    "revueId" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "decision" TEXT,
    "decideeLe" TIMESTAMPTZ(3),

    CONSTRAINT "ligne_revue_pkey" PRIMARY KEY ("revueId","compteId")
);

-- CreateTable
CREATE TABLE "signalement_compte" (
    "id" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "signaleLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signaleParId" UUID,

    CONSTRAINT "signalement_compte_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "convention" (
    "id" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "intitule" TEXT NOT NULL,
    "effetLe" DATE,
    "dureeMois" INTEGER NOT NULL DEFAULT 12,
    "taciteReconduction" BOOLEAN NOT NULL DEFAULT true,
    "preavisMois" INTEGER,
    "creeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "convention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "convention_caisse" (
    "id" UUID NOT NULL,
    "conventionId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'brouillon',
    "signeeLe" DATE,
    "utilisationSigneeLe" DATE,
    "utilisationEffetLe" DATE,
    "finLe" DATE,
    "motifFin" TEXT,
    "miseEnDemeureLe" DATE,
    "miseEnDemeureEcheanceLe" DATE,
    "habiliteDocuments" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "convention_caisse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signataire" (
    "id" UUID NOT NULL,
    "conventionId" UUID NOT NULL,
    "organisme" TEXT NOT NULL,
    "nom" TEXT,
    "qualite" TEXT,
    "signeeLe" DATE,

    CONSTRAINT "signataire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avenant" (
    "id" UUID NOT NULL,
    "conventionId" UUID NOT NULL,
    "objet" TEXT NOT NULL,
    "signeLe" DATE NOT NULL,
    "effetLe" DATE NOT NULL,

    CONSTRAINT "avenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_convention" (
    "id" UUID NOT NULL,
    "conventionId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "pieceJointeId" UUID NOT NULL,
    "type" TEXT NOT NULL,

    CONSTRAINT "document_convention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evenement_convention" (
    "id" UUID NOT NULL,
    "conventionId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "auteurId" UUID,
    "justification" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "evenement_convention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "brouillon" (
    "id" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "caisseId" UUID,
    "motifId" UUID,
    "variante" TEXT,
    "donnees" JSONB NOT NULL DEFAULT '{}',
    "etape" TEXT NOT NULL DEFAULT 'motif',
    "version" INTEGER NOT NULL DEFAULT 1,
    "creeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modifieLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brouillon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demande" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "caisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "auteurId" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "motifId" UUID NOT NULL,
    "variante" TEXT,
    "objet" TEXT NOT NULL,
    "prestation" TEXT,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "etat" TEXT NOT NULL DEFAULT 'transmise',
    "civilite" TEXT,
    "nomNaissance" TEXT,
    "nomUsage" TEXT,
    "prenom" TEXT,
    "dateNaissance" DATE,
    "departement" TEXT,
    "nomRecherche" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',
    "piecesAbsentes" JSONB NOT NULL DEFAULT '[]',
    "attestations" JSONB NOT NULL DEFAULT '[]',
    "demandeLieeId" UUID,
    "deposeeLe" TIMESTAMPTZ(3) NOT NULL,
    "completeeLe" TIMESTAMPTZ(3),
    "suspendueLe" TIMESTAMPTZ(3),
    "joursSuspendus" INTEGER NOT NULL DEFAULT 0,
    "delaiJours" INTEGER,
    "seuilAlerteJours" INTEGER NOT NULL DEFAULT 5,
    "echeanceLe" DATE,
    "triLe" TIMESTAMPTZ(3) NOT NULL,
    "ouverte" BOOLEAN NOT NULL DEFAULT true,
    "agentId" UUID,
    "priseEnChargeLe" TIMESTAMPTZ(3),
    "closeLe" TIMESTAMPTZ(3),
    "issue" TEXT,
    "majLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nonLusPartenaire" INTEGER NOT NULL DEFAULT 0,
    "nonLusCaisse" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "demande_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evenement" (
    "id" UUID NOT NULL,
    "demandeId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "auteurId" UUID,
    "cote" TEXT NOT NULL,
    "visiblePartenaire" BOOLEAN NOT NULL DEFAULT true,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "evenement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lecture" (
    "demandeId" UUID NOT NULL,
    "compteId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "cote" TEXT NOT NULL,
    "vueLe" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lecture_pkey" PRIMARY KEY ("demandeId","compteId")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "demandeId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "cote" TEXT NOT NULL,
    "interne" BOOLEAN NOT NULL DEFAULT false,
    "auteurId" UUID NOT NULL,
    "texte" TEXT NOT NULL,
    "envoyeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retireLe" TIMESTAMPTZ(3),
    "santeGardee" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rendez_vous" (
    "id" UUID NOT NULL,
    "demandeId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "agentId" UUID,
    "mode" TEXT NOT NULL,
    "lieu" TEXT,
    "debutLe" TIMESTAMPTZ(3) NOT NULL,
    "finLe" TIMESTAMPTZ(3) NOT NULL,
    "etat" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rendez_vous_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" BIGSERIAL NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "compteId" UUID,
    "profil" TEXT,
    "action" TEXT NOT NULL,
    "objetType" TEXT,
    "objetId" TEXT,
    "caisseId" UUID,
    "partenaireId" UUID,
    "adresse" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "courriel" (
    "id" UUID NOT NULL,
    "messageId" TEXT NOT NULL,
    "modele" TEXT NOT NULL,
    "destinataire" TEXT NOT NULL,
    "compteId" UUID,
    "demandeId" UUID,
    "donnees" JSONB NOT NULL DEFAULT '{}',
    "objet" TEXT,
    "etat" TEXT NOT NULL DEFAULT 'a_envoyer',
    "creeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "envoyeLe" TIMESTAMPTZ(3),
    "erreur" TEXT,

    CONSTRAINT "courriel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "battement" (
    "processus" TEXT NOT NULL,
    "vuLe" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "battement_pkey" PRIMARY KEY ("processus")
);

-- CreateTable
CREATE TABLE "partenaire" (
    "id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "siret" TEXT NOT NULL,
    "adresse" TEXT NOT NULL,
    "codePostal" TEXT NOT NULL,
    "ville" TEXT NOT NULL,
    "telephone" TEXT,
    "courriel" TEXT,
    "site" TEXT,
    "nombreMembres" INTEGER NOT NULL,
    "domaines" TEXT[],
    "creeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partenaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "structure" (
    "id" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "adresse" TEXT,
    "codePostal" TEXT,
    "ville" TEXT,
    "nombreMembres" INTEGER NOT NULL,
    "ouvreLe" DATE,
    "courriel" TEXT,

    CONSTRAINT "structure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_partenaire" (
    "id" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "fonction" TEXT,
    "telephone" TEXT,
    "courriel" TEXT,

    CONSTRAINT "contact_partenaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suspension" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "partenaireId" UUID NOT NULL,
    "motif" TEXT NOT NULL,
    "debutLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finLe" TIMESTAMPTZ(3),
    "decideeParId" UUID,

    CONSTRAINT "suspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "piece_jointe" (
    "id" UUID NOT NULL,
    "brouillonId" UUID,
    "demandeId" UUID,
    "messageId" UUID,
    "caisseId" UUID,
    "structureId" UUID,
    "sens" TEXT NOT NULL DEFAULT 'entrante',
    "code" TEXT NOT NULL DEFAULT 'autre',
    "nomFichier" TEXT NOT NULL,
    "typeMime" TEXT NOT NULL,
    "taille" INTEGER NOT NULL,
    "empreinte" TEXT NOT NULL,
    "cleEnveloppee" BYTEA NOT NULL,
    "cleVersion" INTEGER NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'en_analyse',
    "raisonRefus" TEXT,
    "analyseeLe" TIMESTAMPTZ(3),
    "alerteQualite" TEXT,
    "apercu" BOOLEAN NOT NULL DEFAULT false,
    "deposeeParId" UUID NOT NULL,
    "deposeeLe" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "piece_jointe_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "caisse_code_key" ON "caisse"("code");

-- CreateIndex
CREATE INDEX "contact_caisse_caisseId_idx" ON "contact_caisse"("caisseId");

-- CreateIndex
CREATE UNIQUE INDEX "version_cgu_numero_key" ON "version_cgu"("numero");

-- CreateIndex
CREATE UNIQUE INDEX "motif_code_caisseId_key" ON "motif"("code", "caisseId");

-- CreateIndex
CREATE UNIQUE INDEX "piece_attendue_motifId_code_key" ON "piece_attendue"("motifId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "compte_identifiant_key" ON "compte"("identifiant");

-- CreateIndex
CREATE INDEX "compte_courriel_idx" ON "compte"("courriel");

-- CreateIndex
CREATE INDEX "compte_partenaireId_idx" ON "compte"("partenaireId");

-- CreateIndex
CREATE INDEX "compte_structureId_idx" ON "compte"("structureId");

-- CreateIndex
CREATE INDEX "compte_caisseId_idx" ON "compte"("caisseId");

-- CreateIndex
CREATE INDEX "session_compteId_idx" ON "session"("compteId");

-- CreateIndex
CREATE UNIQUE INDEX "jeton_empreinte_key" ON "jeton"("empreinte");

-- CreateIndex
CREATE INDEX "jeton_compteId_idx" ON "jeton"("compteId");

-- CreateIndex
CREATE INDEX "attestation_technicien_compteId_idx" ON "attestation_technicien"("compteId");

-- CreateIndex
CREATE INDEX "demande_habilitation_caisseId_etat_echeanceLe_idx" ON "demande_habilitation"("caisseId", "etat", "echeanceLe");

-- CreateIndex
CREATE INDEX "demande_habilitation_partenaireId_idx" ON "demande_habilitation"("partenaireId");

-- CreateIndex
CREATE INDEX "revue_habilitation_partenaireId_idx" ON "revue_habilitation"("partenaireId");

-- CreateIndex
CREATE INDEX "signalement_compte_compteId_idx" ON "signalement_compte"("compteId");

-- CreateIndex
CREATE INDEX "convention_partenaireId_idx" ON "convention"("partenaireId");

-- CreateIndex
CREATE INDEX "convention_caisse_caisseId_partenaireId_idx" ON "convention_caisse"("caisseId", "partenaireId");

-- CreateIndex
CREATE INDEX "convention_caisse_partenaireId_idx" ON "convention_caisse"("partenaireId");

-- CreateIndex
CREATE UNIQUE INDEX "convention_caisse_conventionId_caisseId_key" ON "convention_caisse"("conventionId", "caisseId");

-- CreateIndex
CREATE INDEX "signataire_conventionId_idx" ON "signataire"("conventionId");

-- CreateIndex
CREATE INDEX "avenant_conventionId_idx" ON "avenant"("conventionId");

-- CreateIndex
CREATE UNIQUE INDEX "document_convention_pieceJointeId_key" ON "document_convention"("pieceJointeId");

-- CreateIndex
CREATE INDEX "document_convention_conventionId_idx" ON "document_convention"("conventionId");

-- CreateIndex
CREATE INDEX "evenement_convention_conventionId_le_idx" ON "evenement_convention"("conventionId", "le");

-- CreateIndex
CREATE INDEX "brouillon_compteId_modifieLe_idx" ON "brouillon"("compteId", "modifieLe");

-- CreateIndex
CREATE INDEX "brouillon_modifieLe_idx" ON "brouillon"("modifieLe");

-- CreateIndex
CREATE UNIQUE INDEX "demande_reference_key" ON "demande"("reference");

-- CreateIndex
CREATE INDEX "demande_caisseId_ouverte_triLe_id_idx" ON "demande"("caisseId", "ouverte", "triLe", "id");

-- CreateIndex
CREATE INDEX "demande_caisseId_ouverte_agentId_triLe_id_idx" ON "demande"("caisseId", "ouverte", "agentId", "triLe", "id");

-- CreateIndex
CREATE INDEX "demande_structureId_ouverte_triLe_id_idx" ON "demande"("structureId", "ouverte", "triLe", "id");

-- CreateIndex
CREATE INDEX "demande_structureId_majLe_id_idx" ON "demande"("structureId", "majLe" DESC, "id");

-- CreateIndex
CREATE INDEX "demande_caisseId_nomNaissance_dateNaissance_idx" ON "demande"("caisseId", "nomNaissance", "dateNaissance");

-- CreateIndex
CREATE INDEX "demande_auteurId_idx" ON "demande"("auteurId");

-- CreateIndex
CREATE INDEX "evenement_demandeId_le_idx" ON "evenement"("demandeId", "le");

-- CreateIndex
CREATE INDEX "message_demandeId_envoyeLe_idx" ON "message"("demandeId", "envoyeLe");

-- CreateIndex
CREATE INDEX "rendez_vous_demandeId_idx" ON "rendez_vous"("demandeId");

-- CreateIndex
CREATE INDEX "rendez_vous_caisseId_debutLe_idx" ON "rendez_vous"("caisseId", "debutLe");

-- CreateIndex
CREATE INDEX "journal_caisseId_le_idx" ON "journal"("caisseId", "le");

-- CreateIndex
CREATE INDEX "journal_compteId_le_idx" ON "journal"("compteId", "le");

-- CreateIndex
CREATE UNIQUE INDEX "courriel_messageId_key" ON "courriel"("messageId");

-- CreateIndex
CREATE INDEX "courriel_demandeId_idx" ON "courriel"("demandeId");

-- CreateIndex
CREATE INDEX "courriel_compteId_idx" ON "courriel"("compteId");

-- CreateIndex
CREATE UNIQUE INDEX "partenaire_siret_key" ON "partenaire"("siret");

-- CreateIndex
CREATE INDEX "structure_partenaireId_idx" ON "structure"("partenaireId");

-- CreateIndex
CREATE INDEX "contact_partenaire_partenaireId_idx" ON "contact_partenaire"("partenaireId");

-- CreateIndex
CREATE INDEX "suspension_partenaireId_idx" ON "suspension"("partenaireId");

-- CreateIndex
CREATE INDEX "piece_jointe_brouillonId_idx" ON "piece_jointe"("brouillonId");

-- CreateIndex
CREATE INDEX "piece_jointe_demandeId_idx" ON "piece_jointe"("demandeId");

-- CreateIndex
CREATE INDEX "piece_jointe_messageId_idx" ON "piece_jointe"("messageId");

-- AddForeignKey
ALTER TABLE "reglages_caisse" ADD CONSTRAINT "reglages_caisse_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delai_prestation" ADD CONSTRAINT "delai_prestation_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_caisse" ADD CONSTRAINT "contact_caisse_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motif" ADD CONSTRAINT "motif_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motif_caisse" ADD CONSTRAINT "motif_caisse_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motif_caisse" ADD CONSTRAINT "motif_caisse_motifId_fkey" FOREIGN KEY ("motifId") REFERENCES "motif"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motif_partenaire" ADD CONSTRAINT "motif_partenaire_motifId_fkey" FOREIGN KEY ("motifId") REFERENCES "motif"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motif_partenaire" ADD CONSTRAINT "motif_partenaire_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_caisse" ADD CONSTRAINT "service_caisse_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_partenaire" ADD CONSTRAINT "service_partenaire_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "piece_attendue" ADD CONSTRAINT "piece_attendue_motifId_fkey" FOREIGN KEY ("motifId") REFERENCES "motif"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compte" ADD CONSTRAINT "compte_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compte" ADD CONSTRAINT "compte_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compte" ADD CONSTRAINT "compte_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authentification" ADD CONSTRAINT "authentification_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jeton" ADD CONSTRAINT "jeton_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptation_cgu" ADD CONSTRAINT "acceptation_cgu_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptation_cgu" ADD CONSTRAINT "acceptation_cgu_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "version_cgu"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attestation_technicien" ADD CONSTRAINT "attestation_technicien_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande_habilitation" ADD CONSTRAINT "demande_habilitation_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande_habilitation" ADD CONSTRAINT "demande_habilitation_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande_habilitation" ADD CONSTRAINT "demande_habilitation_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revue_habilitation" ADD CONSTRAINT "revue_habilitation_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revue_habilitation" ADD CONSTRAINT "revue_habilitation_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ligne_revue" ADD CONSTRAINT "ligne_revue_revueId_fkey" FOREIGN KEY ("revueId") REFERENCES "revue_habilitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ligne_revue" ADD CONSTRAINT "ligne_revue_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signalement_compte" ADD CONSTRAINT "signalement_compte_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention" ADD CONSTRAINT "convention_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention_caisse" ADD CONSTRAINT "convention_caisse_conventionId_fkey" FOREIGN KEY ("conventionId") REFERENCES "convention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention_caisse" ADD CONSTRAINT "convention_caisse_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signataire" ADD CONSTRAINT "signataire_conventionId_fkey" FOREIGN KEY ("conventionId") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avenant" ADD CONSTRAINT "avenant_conventionId_fkey" FOREIGN KEY ("conventionId") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_convention" ADD CONSTRAINT "document_convention_conventionId_fkey" FOREIGN KEY ("conventionId") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_convention" ADD CONSTRAINT "document_convention_pieceJointeId_fkey" FOREIGN KEY ("pieceJointeId") REFERENCES "piece_jointe"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evenement_convention" ADD CONSTRAINT "evenement_convention_conventionId_fkey" FOREIGN KEY ("conventionId") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brouillon" ADD CONSTRAINT "brouillon_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brouillon" ADD CONSTRAINT "brouillon_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande" ADD CONSTRAINT "demande_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande" ADD CONSTRAINT "demande_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande" ADD CONSTRAINT "demande_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande" ADD CONSTRAINT "demande_auteurId_fkey" FOREIGN KEY ("auteurId") REFERENCES "compte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande" ADD CONSTRAINT "demande_agentId_fkey" FOREIGN KEY ("agentId") REFERENCES "compte"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande" ADD CONSTRAINT "demande_motifId_fkey" FOREIGN KEY ("motifId") REFERENCES "motif"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande" ADD CONSTRAINT "demande_demandeLieeId_fkey" FOREIGN KEY ("demandeLieeId") REFERENCES "demande"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evenement" ADD CONSTRAINT "evenement_demandeId_fkey" FOREIGN KEY ("demandeId") REFERENCES "demande"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evenement" ADD CONSTRAINT "evenement_auteurId_fkey" FOREIGN KEY ("auteurId") REFERENCES "compte"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lecture" ADD CONSTRAINT "lecture_demandeId_fkey" FOREIGN KEY ("demandeId") REFERENCES "demande"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lecture" ADD CONSTRAINT "lecture_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_demandeId_fkey" FOREIGN KEY ("demandeId") REFERENCES "demande"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_auteurId_fkey" FOREIGN KEY ("auteurId") REFERENCES "compte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rendez_vous" ADD CONSTRAINT "rendez_vous_demandeId_fkey" FOREIGN KEY ("demandeId") REFERENCES "demande"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "courriel" ADD CONSTRAINT "courriel_compteId_fkey" FOREIGN KEY ("compteId") REFERENCES "compte"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "courriel" ADD CONSTRAINT "courriel_demandeId_fkey" FOREIGN KEY ("demandeId") REFERENCES "demande"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "structure" ADD CONSTRAINT "structure_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_partenaire" ADD CONSTRAINT "contact_partenaire_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_partenaireId_fkey" FOREIGN KEY ("partenaireId") REFERENCES "partenaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "piece_jointe" ADD CONSTRAINT "piece_jointe_brouillonId_fkey" FOREIGN KEY ("brouillonId") REFERENCES "brouillon"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "piece_jointe" ADD CONSTRAINT "piece_jointe_demandeId_fkey" FOREIGN KEY ("demandeId") REFERENCES "demande"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "piece_jointe" ADD CONSTRAINT "piece_jointe_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

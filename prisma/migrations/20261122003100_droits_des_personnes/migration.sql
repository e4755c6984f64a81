-- AlterTable
ALTER TABLE "demande" ADD COLUMN     "consentement" TEXT,
ADD COLUMN     "consentementLe" DATE,
ADD COLUMN     "limiteeLe" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "demande_personne" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "caisseId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "canal" TEXT NOT NULL,
    "recueLe" DATE NOT NULL,
    "nomNaissance" TEXT NOT NULL,
    "nomUsage" TEXT,
    "prenom" TEXT NOT NULL,
    "dateNaissance" DATE,
    "autresNoms" TEXT,
    "representant" TEXT,
    "adresse" TEXT,
    "objet" TEXT NOT NULL,
    "identiteMoyen" TEXT,
    "identiteLe" DATE,
    "echeanceLe" DATE NOT NULL,
    "prolongeeLe" TIMESTAMPTZ(3),
    "prolongeeMotif" TEXT,
    "prolongeeDiteLe" DATE,
    "etat" TEXT NOT NULL DEFAULT 'ouverte',
    "issue" TEXT,
    "reponse" TEXT,
    "reponduLe" DATE,
    "creeLe" TIMESTAMPTZ(3) NOT NULL,
    "creeParId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "demande_personne_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evenement_personne" (
    "id" UUID NOT NULL,
    "demandePersonneId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,
    "auteurId" UUID NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "evenement_personne_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_personne" (
    "demandePersonneId" UUID NOT NULL,
    "demandeId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "retenuLe" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dossier_personne_pkey" PRIMARY KEY ("demandePersonneId","demandeId")
);

-- CreateTable
CREATE TABLE "limitation" (
    "id" UUID NOT NULL,
    "demandeId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "demandePersonneId" UUID NOT NULL,
    "motif" TEXT NOT NULL,
    "poseeLe" TIMESTAMPTZ(3) NOT NULL,
    "poseeParId" UUID NOT NULL,
    "leveeLe" TIMESTAMPTZ(3),
    "leveeParId" UUID,

    CONSTRAINT "limitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "donnees_limitees" (
    "limitationId" UUID NOT NULL,
    "contenu" JSONB NOT NULL,

    CONSTRAINT "donnees_limitees_pkey" PRIMARY KEY ("limitationId")
);

-- CreateTable
CREATE TABLE "opposition" (
    "id" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "demandePersonneId" UUID NOT NULL,
    "clePersonne" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "consigne" TEXT NOT NULL,
    "decideeLe" TIMESTAMPTZ(3) NOT NULL,
    "decideeParId" UUID NOT NULL,
    "leveeLe" TIMESTAMPTZ(3),

    CONSTRAINT "opposition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_personne" (
    "id" UUID NOT NULL,
    "demandePersonneId" UUID NOT NULL,
    "caisseId" UUID NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'en_preparation',
    "faits" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "taille" INTEGER,
    "cleEnveloppee" BYTEA,
    "cleVersion" INTEGER,
    "demandeLe" TIMESTAMPTZ(3) NOT NULL,
    "demandeParId" UUID NOT NULL,
    "pretLe" TIMESTAMPTZ(3),
    "expireLe" TIMESTAMPTZ(3),

    CONSTRAINT "export_personne_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "demande_personne_caisseId_etat_echeanceLe_id_idx" ON "demande_personne"("caisseId", "etat", "echeanceLe", "id");

-- CreateIndex
CREATE INDEX "demande_personne_caisseId_recueLe_idx" ON "demande_personne"("caisseId", "recueLe");

-- CreateIndex
CREATE UNIQUE INDEX "demande_personne_caisseId_reference_key" ON "demande_personne"("caisseId", "reference");

-- CreateIndex
CREATE INDEX "evenement_personne_demandePersonneId_le_idx" ON "evenement_personne"("demandePersonneId", "le");

-- CreateIndex
CREATE INDEX "dossier_personne_demandeId_idx" ON "dossier_personne"("demandeId");

-- CreateIndex
CREATE INDEX "limitation_demandeId_idx" ON "limitation"("demandeId");

-- CreateIndex
CREATE INDEX "limitation_demandePersonneId_idx" ON "limitation"("demandePersonneId");

-- CreateIndex
CREATE INDEX "opposition_caisseId_clePersonne_idx" ON "opposition"("caisseId", "clePersonne");

-- CreateIndex
CREATE INDEX "opposition_demandePersonneId_idx" ON "opposition"("demandePersonneId");

-- CreateIndex
CREATE INDEX "export_personne_demandePersonneId_demandeLe_idx" ON "export_personne"("demandePersonneId", "demandeLe");

-- CreateIndex
CREATE INDEX "export_personne_expireLe_idx" ON "export_personne"("expireLe");

-- AddForeignKey
ALTER TABLE "demande_personne" ADD CONSTRAINT "demande_personne_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evenement_personne" ADD CONSTRAINT "evenement_personne_demandePersonneId_fkey" FOREIGN KEY ("demandePersonneId") REFERENCES "demande_personne"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_personne" ADD CONSTRAINT "dossier_personne_demandePersonneId_fkey" FOREIGN KEY ("demandePersonneId") REFERENCES "demande_personne"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_personne" ADD CONSTRAINT "dossier_personne_demandeId_fkey" FOREIGN KEY ("demandeId") REFERENCES "demande"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limitation" ADD CONSTRAINT "limitation_demandeId_fkey" FOREIGN KEY ("demandeId") REFERENCES "demande"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limitation" ADD CONSTRAINT "limitation_demandePersonneId_fkey" FOREIGN KEY ("demandePersonneId") REFERENCES "demande_personne"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donnees_limitees" ADD CONSTRAINT "donnees_limitees_limitationId_fkey" FOREIGN KEY ("limitationId") REFERENCES "limitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opposition" ADD CONSTRAINT "opposition_demandePersonneId_fkey" FOREIGN KEY ("demandePersonneId") REFERENCES "demande_personne"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_personne" ADD CONSTRAINT "export_personne_demandePersonneId_fkey" FOREIGN KEY ("demandePersonneId") REFERENCES "demande_personne"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rights of persons (ADR 14) -------------------------------------------------------------------------------------------------

ALTER TABLE demande ADD CONSTRAINT consentement_connu CHECK (consentement IN ('oral', 'ecrit')),
  ADD CONSTRAINT consentement_date CHECK ((consentement IS NULL) = ("consentementLe" IS NULL));
-- Few: what every read of a message, a file or a rendez-vous asks.
CREATE INDEX "demande_limitee" ON demande ("caisseId") WHERE "limiteeLe" IS NOT NULL;
-- One at a time.
CREATE UNIQUE INDEX "limitation_en_cours" ON limitation ("demandeId") WHERE "leveeLe" IS NULL;
CREATE UNIQUE INDEX "opposition_en_cours" ON opposition ("demandePersonneId") WHERE "leveeLe" IS NULL;

DO $$
DECLARE nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['demande_personne', 'evenement_personne', 'dossier_personne', 'limitation', 'donnees_limitees', 'opposition', 'export_personne'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    -- The worker makes exports, and removes what is past the time it is kept.
    EXECUTE format('GRANT SELECT, DELETE ON %I TO ep_travaux', nom);
    CONTINUE WHEN nom = 'donnees_limitees';
    EXECUTE format('CREATE POLICY perimetre ON %I TO ep_web USING ("caisseId" = (SELECT ep_uuid(''dpo'')))', nom);
    EXECUTE format('GRANT SELECT ON %I TO ep_web', nom);
  END LOOP;
END $$;
GRANT INSERT, UPDATE ON demande_personne TO ep_web;
GRANT INSERT ON evenement_personne, opposition, export_personne TO ep_web;
GRANT UPDATE ("leveeLe") ON opposition TO ep_web;
GRANT UPDATE ON export_personne TO ep_travaux;
-- Agents are told of what was accepted, and why they are told, nothing of the request itself.
CREATE POLICY agents ON opposition FOR SELECT TO ep_web USING (
  "caisseId" = (SELECT ep_uuid('agent')) AND decision = 'acceptee' AND "leveeLe" IS NULL);
CREATE POLICY auteur ON evenement_personne AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK ("auteurId" = (SELECT ep_uuid('compte'))
  AND EXISTS (SELECT FROM demande_personne p WHERE p.id = "demandePersonneId" AND p."caisseId" = evenement_personne."caisseId"));
CREATE POLICY auteur ON opposition AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK ("decideeParId" = (SELECT ep_uuid('compte'))
  AND EXISTS (SELECT FROM demande_personne p WHERE p.id = "demandePersonneId" AND p."caisseId" = opposition."caisseId"));
CREATE POLICY auteur ON export_personne AS RESTRICTIVE FOR INSERT TO ep_web WITH CHECK ("demandeParId" = (SELECT ep_uuid('compte'))
  AND etat = 'en_preparation' AND "pretLe" IS NULL AND "cleEnveloppee" IS NULL
  AND EXISTS (SELECT FROM demande_personne p WHERE p.id = "demandePersonneId" AND p."caisseId" = export_personne."caisseId"));

-- What a request is does not change; what is done of it does.
CREATE FUNCTION ep_fixer_demande_personne() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user = 'ep_web' AND ((NEW.id, NEW.reference, NEW."caisseId", NEW."recueLe", NEW."creeLe", NEW."creeParId") IS DISTINCT FROM
    (OLD.id, OLD.reference, OLD."caisseId", OLD."recueLe", OLD."creeLe", OLD."creeParId") OR NEW.version <= OLD.version
    OR NEW."echeanceLe" > OLD."recueLe" + interval '3 months' OR (OLD.etat = 'traitee' AND NEW.etat = 'traitee')) THEN
    RAISE EXCEPTION 'permission denied: ces colonnes d’une demande de droits ne se changent pas';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER demande_personne_fixe BEFORE UPDATE ON demande_personne FOR EACH ROW EXECUTE FUNCTION ep_fixer_demande_personne();

-- Limited: out of reach -------------------------------------------------------------------------------------------------
-- The content of a limited demande leaves its row for `donnees_limitees`: whatever reads the row reads nothing of the person, lists,
-- search and exports included. What hangs on it is hidden from both sides.

/* Limited demandes that whoever asks could otherwise reach. */
CREATE FUNCTION ep_limitees() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(d.id), '{}') FROM demande d WHERE d."limiteeLe" IS NOT NULL
    AND (d."caisseId" = ep_uuid('agent') OR d."caisseId" = ANY (ep_uuids('caisses')))
$$;
GRANT EXECUTE ON FUNCTION ep_limitees() TO ep_web;
DO $$
DECLARE nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['message', 'rendez_vous', 'evenement', 'courriel', 'telechargement', 'lecture', 'presence'] LOOP
    EXECUTE format('CREATE POLICY limitee ON %I AS RESTRICTIVE TO ep_web
      USING ("demandeId" IS NULL OR "demandeId" <> ALL ((SELECT ep_limitees())::uuid[]))', nom);
  END LOOP;
END $$;
CREATE POLICY limitee ON piece_jointe AS RESTRICTIVE TO ep_web USING ("demandeId" IS NULL OR "demandeId" <> ALL ((SELECT ep_limitees())::uuid[]));

CREATE FUNCTION ep_borner_limitation() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user = 'ep_web' THEN RAISE EXCEPTION 'permission denied: ce dossier est limité, ou se limite par le délégué à la protection des données'; END IF;
  IF OLD."limiteeLe" IS NOT NULL AND NEW."caisseId" IS DISTINCT FROM OLD."caisseId" THEN
    RAISE EXCEPTION 'Un dossier limité reste à sa caisse.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER limitation_bornee BEFORE UPDATE ON demande FOR EACH ROW
  WHEN (OLD."limiteeLe" IS NOT NULL OR NEW."limiteeLe" IS NOT NULL OR OLD.consentement IS DISTINCT FROM NEW.consentement
    OR OLD."consentementLe" IS DISTINCT FROM NEW."consentementLe")
  EXECUTE FUNCTION ep_borner_limitation();
CREATE TRIGGER limitation_a_part BEFORE INSERT ON demande FOR EACH ROW
  WHEN (NEW."limiteeLe" IS NOT NULL AND current_user = 'ep_web') EXECUTE FUNCTION ep_borner_limitation();

-- The words of its messages leave the search with it.
CREATE OR REPLACE FUNCTION recherche.vecteur_echanges(demande_id uuid) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(recherche.racines(string_agg(m.texte, ' ') FILTER (WHERE NOT m.interne)), '')
    || coalesce(recherche.marquer('!', recherche.racines(string_agg(m.texte, ' ') FILTER (WHERE m.interne AND m."caisseId" = d."caisseId"))), '')
  FROM public.message m JOIN public.demande d ON d.id = m."demandeId"
  WHERE m."demandeId" = demande_id AND m."retireLe" IS NULL AND d."limiteeLe" IS NULL
$$;

-- What the DPO does ---------------------------------------------------------------------------------------------------------
-- A DPO who is no agent reads no demande. These functions give it those it has recognised as that of the person, and those only.

/* The request, when whoever asks may handle it. */
CREATE FUNCTION ep_demande_personne(p_id uuid) RETURNS demande_personne LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p FROM demande_personne p WHERE p.id = p_id AND (p."caisseId" = ep_uuid('dpo') OR session_user <> 'ep_web')
$$;

/* A demande as it would be if it were not limited. */
CREATE FUNCTION ep_demande_entiere(d demande) RETURNS demande LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN d."limiteeLe" IS NULL THEN d ELSE coalesce((SELECT jsonb_populate_record(d, x.contenu) FROM limitation l JOIN donnees_limitees x ON x."limitationId" = l.id
    WHERE l."demandeId" = d.id AND l."leveeLe" IS NULL), d) END
$$;

/* Words that may be one of those of a name: as written, joined, or one slip away. */
CREATE FUNCTION recherche.formes_du_nom(nom text, caisse_id uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT '=' || f), '{}') FROM recherche.mots_du_nom(nom) n, LATERAL (
    SELECT n AS f UNION ALL SELECT unnest(recherche.voisins(n, ARRAY[caisse_id])) WHERE length(n) > 2) x
  WHERE length(n) > 1
$$;

/*
 * Demandes that may be those of the person of a request: its names, in any order and with a slip, or its birth date with one of its
 * names. 1: same names and same date; 2: same names; 3: near names; 4: a name and the date; 5: named in a text.
 */
CREATE FUNCTION ep_personne_candidats(p_id uuid) RETURNS TABLE (id uuid, niveau int) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  p demande_personne := ep_demande_personne(p_id);
  noms text[];
  prenoms text[];
  exacts tsquery;
  proches tsquery;
  jour tsquery;
  date_et_nom tsquery;
  textes tsquery;
BEGIN
  IF p.id IS NULL THEN RETURN; END IF;
  noms := recherche.formes_du_nom(concat_ws(' ', p."nomNaissance", p."nomUsage", p."autresNoms"), p."caisseId");
  prenoms := recherche.formes_du_nom(p.prenom, p."caisseId");
  IF cardinality(noms) = 0 OR cardinality(prenoms) = 0 THEN RETURN; END IF;
  proches := (recherche.une_de(noms) || '&' || recherche.une_de(prenoms))::tsquery;
  exacts := (SELECT string_agg(quote_literal('=' || m), '&') FROM unnest(recherche.mots(p."nomNaissance") || recherche.mots(p.prenom)) m)::tsquery;
  jour := quote_literal('=' || coalesce(to_char(p."dateNaissance", 'YYYYMMDD'), 'inconnue'))::tsquery;
  date_et_nom := jour && recherche.une_de(noms || prenoms)::tsquery;
  textes := (SELECT CASE WHEN count(r) > 1 THEN string_agg('(' || quote_literal(r) || '|' || quote_literal('!' || r) || ')', '&') ELSE '''=''' END
    FROM unnest(tsvector_to_array(recherche.racines(p."nomNaissance" || ' ' || p.prenom))) r)::tsquery;
  RETURN QUERY
  WITH limitees AS (
    -- Out of the search: read as they were.
    SELECT d.id, recherche.vecteur_demande(ep_demande_entiere(d)) AS vecteur FROM demande d WHERE d."caisseId" = p."caisseId" AND d."limiteeLe" IS NOT NULL
  ), trouvees AS (
    SELECT r.id, r.vecteur FROM recherche.demande r WHERE r."caisseId" = p."caisseId" AND r.vecteur @@ (proches || date_et_nom || textes)
    UNION ALL SELECT l.id, l.vecteur FROM limitees l WHERE l.vecteur @@ (proches || date_et_nom)
  )
  SELECT t.id, CASE
    WHEN t.vecteur @@ (exacts && jour) THEN 1 WHEN t.vecteur @@ exacts THEN 2 WHEN t.vecteur @@ proches THEN 3
    WHEN t.vecteur @@ date_et_nom THEN 4 ELSE 5 END
  FROM trouvees t ORDER BY 2, 1 LIMIT 300;
END $$;

/* What tells one demande from another in that list, and nothing more. */
CREATE FUNCTION ep_personne_liste(p_id uuid) RETURNS TABLE (id uuid, reference text, niveau int, retenue boolean, limitee boolean, civilite text, "nomNaissance" text,
  "nomUsage" text, prenom text, "dateNaissance" date, departement text, objet text, etat text, partenaire text, "deposeeLe" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id, e.reference, c.niveau, c.retenue, d."limiteeLe" IS NOT NULL, e.civilite, e."nomNaissance", e."nomUsage", e.prenom, e."dateNaissance", e.departement,
    e.objet, e.etat, (SELECT nom FROM partenaire WHERE partenaire.id = e."partenaireId"), e."deposeeLe"
  FROM (
    SELECT x.id, min(x.niveau) AS niveau, bool_or(x.retenue) AS retenue FROM (
      SELECT k.id, k.niveau, false AS retenue FROM ep_personne_candidats(p_id) k
      UNION ALL SELECT r."demandeId", 9, true FROM dossier_personne r WHERE r."demandePersonneId" = (ep_demande_personne(p_id)).id
    ) x GROUP BY x.id
  ) c JOIN demande d ON d.id = c.id AND d."caisseId" = (ep_demande_personne(p_id))."caisseId", LATERAL ep_demande_entiere(d) e
  ORDER BY c.niveau, e."deposeeLe" DESC, e.id
$$;

/* Keeps those ticked, among those found or kept already. Gives how many are kept. */
CREATE FUNCTION ep_retenir_dossiers(p_id uuid, ids uuid[], quand timestamptz) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE p demande_personne := ep_demande_personne(p_id); gardes int;
BEGIN
  IF p.id IS NULL OR p.etat <> 'ouverte' THEN RAISE EXCEPTION 'permission denied: cette demande de droits n’est pas à traiter'; END IF;
  -- A limited demande stays with the request that limits it.
  DELETE FROM dossier_personne r WHERE r."demandePersonneId" = p.id AND r."demandeId" <> ALL (ids)
    AND NOT EXISTS (SELECT FROM limitation l WHERE l."demandeId" = r."demandeId" AND l."demandePersonneId" = p.id AND l."leveeLe" IS NULL);
  INSERT INTO dossier_personne ("demandePersonneId", "demandeId", "caisseId", "retenuLe")
    SELECT p.id, k.id, p."caisseId", quand FROM ep_personne_candidats(p.id) k WHERE k.id = ANY (ids) ON CONFLICT DO NOTHING;
  SELECT count(*) INTO gardes FROM dossier_personne r WHERE r."demandePersonneId" = p.id;
  RETURN gardes;
END $$;

/* Ids of a request that may be acted upon: kept, still at the caisse, locked until the end of the transaction. */
CREATE FUNCTION ep_dossiers_retenus(p_id uuid, ids uuid[]) RETURNS SETOF demande LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE p demande_personne := ep_demande_personne(p_id);
BEGIN
  IF p.id IS NULL OR p.etat <> 'ouverte' THEN RAISE EXCEPTION 'permission denied: cette demande de droits n’est pas à traiter'; END IF;
  RETURN QUERY SELECT d.* FROM demande d WHERE d.id = ANY (ids) AND d."caisseId" = p."caisseId"
    AND EXISTS (SELECT FROM dossier_personne r WHERE r."demandePersonneId" = p.id AND r."demandeId" = d.id) ORDER BY d.id FOR UPDATE OF d;
END $$;

/* A row of the history of a demande, by the DPO. */
CREATE FUNCTION ep_noter_acte_dpo(d demande, quoi text, quand timestamptz, avec jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO evenement (id, "demandeId", "caisseId", "structureId", type, le, "auteurId", cote, "visiblePartenaire", details)
  VALUES (gen_random_uuid(), d.id, d."caisseId", d."structureId", quoi, quand, ep_uuid('compte'), 'caisse', true, avec)
$$;

/* Sets apart the content of these demandes. Gives their ids; those that are limited already are left alone. */
CREATE FUNCTION ep_limiter_demandes(p_id uuid, ids uuid[], raison text, quand timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE d demande; cle uuid;
BEGIN
  FOR d IN SELECT * FROM ep_dossiers_retenus(p_id, ids) x WHERE x."limiteeLe" IS NULL LOOP
    cle := gen_random_uuid();
    INSERT INTO limitation (id, "demandeId", "caisseId", "demandePersonneId", motif, "poseeLe", "poseeParId")
      VALUES (cle, d.id, d."caisseId", p_id, raison, quand, ep_uuid('compte'));
    INSERT INTO donnees_limitees ("limitationId", contenu) VALUES (cle, jsonb_build_object('objet', d.objet, 'variante', d.variante, 'civilite', d.civilite,
      'nomNaissance', d."nomNaissance", 'nomUsage', d."nomUsage", 'prenom', d.prenom, 'dateNaissance', d."dateNaissance", 'departement', d.departement,
      'nomRecherche', d."nomRecherche", 'clePersonne', d."clePersonne", 'details', d.details, 'libellesPieces', d."libellesPieces", 'piecesAbsentes', d."piecesAbsentes",
      'attestations', d.attestations, 'consentement', d.consentement, 'consentementLe', d."consentementLe"));
    PERFORM ep_noter_acte_dpo(d, 'limitee', quand, '{}');
    UPDATE demande SET objet = 'Dossier limité à la demande de la personne', variante = NULL, civilite = NULL, "nomNaissance" = NULL, "nomUsage" = NULL, prenom = NULL,
      "dateNaissance" = NULL, departement = NULL, "nomRecherche" = '', "clePersonne" = '', details = '{}', "libellesPieces" = '[]', "piecesAbsentes" = '[]',
      attestations = '[]', consentement = NULL, "consentementLe" = NULL, "limiteeLe" = quand, version = version + 1 WHERE id = d.id;
    RETURN NEXT d.id;
  END LOOP;
END $$;

/* Puts back what was set apart. */
CREATE FUNCTION ep_lever_limitations(p_id uuid, ids uuid[], quand timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE d demande; e demande;
BEGIN
  FOR d IN SELECT * FROM ep_dossiers_retenus(p_id, ids) x WHERE x."limiteeLe" IS NOT NULL LOOP
    e := ep_demande_entiere(d);
    UPDATE demande SET objet = e.objet, variante = e.variante, civilite = e.civilite, "nomNaissance" = e."nomNaissance", "nomUsage" = e."nomUsage", prenom = e.prenom,
      "dateNaissance" = e."dateNaissance", departement = e.departement, "nomRecherche" = e."nomRecherche", "clePersonne" = e."clePersonne", details = e.details,
      "libellesPieces" = e."libellesPieces", "piecesAbsentes" = e."piecesAbsentes", attestations = e.attestations, consentement = e.consentement,
      "consentementLe" = e."consentementLe", "limiteeLe" = NULL, version = version + 1 WHERE id = d.id;
    DELETE FROM donnees_limitees x USING limitation l WHERE x."limitationId" = l.id AND l."demandeId" = d.id;
    UPDATE limitation SET "leveeLe" = quand, "leveeParId" = ep_uuid('compte') WHERE "demandeId" = d.id AND "leveeLe" IS NULL;
    PERFORM ep_noter_acte_dpo(d, 'limitation_levee', quand, '{}');
    RETURN NEXT d.id;
  END LOOP;
END $$;

/* Corrects the identity on these demandes; `champs` holds the columns to change. Gives those changed, and which of their columns. */
CREATE FUNCTION ep_corriger_identite(p_id uuid, ids uuid[], champs jsonb, recherche_noms text, cle text, quand timestamptz)
RETURNS TABLE (id uuid, reference text, changes text[]) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE d demande; e demande; n demande; permis jsonb;
BEGIN
  SELECT jsonb_object_agg(key, value) INTO permis FROM jsonb_each(champs)
    WHERE key IN ('civilite', 'nomNaissance', 'nomUsage', 'prenom', 'dateNaissance', 'departement');
  FOR d IN SELECT * FROM ep_dossiers_retenus(p_id, ids) x WHERE x."nomNaissance" IS NOT NULL OR x."limiteeLe" IS NOT NULL LOOP
    e := ep_demande_entiere(d);
    n := jsonb_populate_record(e, permis);
    changes := ARRAY(SELECT k FROM jsonb_object_keys(permis) k WHERE to_jsonb(n) -> k IS DISTINCT FROM to_jsonb(e) -> k ORDER BY k);
    CONTINUE WHEN cardinality(changes) = 0;
    IF d."limiteeLe" IS NULL THEN
      UPDATE demande SET civilite = n.civilite, "nomNaissance" = n."nomNaissance", "nomUsage" = n."nomUsage", prenom = n.prenom, "dateNaissance" = n."dateNaissance",
        departement = n.departement, "nomRecherche" = recherche_noms, "clePersonne" = cle, version = version + 1, "majLe" = quand WHERE demande.id = d.id;
    ELSE
      UPDATE donnees_limitees x SET contenu = x.contenu || permis || jsonb_build_object('nomRecherche', recherche_noms, 'clePersonne', cle)
      FROM limitation l WHERE l.id = x."limitationId" AND l."demandeId" = d.id AND l."leveeLe" IS NULL;
    END IF;
    PERFORM ep_noter_acte_dpo(d, 'identite_corrigee', quand, jsonb_build_object('champs', to_jsonb(changes)));
    id := d.id; reference := d.reference;
    RETURN NEXT;
  END LOOP;
END $$;

/* All that is kept about the person: the demandes recognised, with what hangs on each. The shape is that of lib/personnes/dossier.ts. */
CREATE FUNCTION ep_dossier_personne(p_id uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE p demande_personne := ep_demande_personne(p_id);
BEGIN
  IF p.id IS NULL THEN RETURN NULL; END IF;
  RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object(
    'id', e.id, 'reference', e.reference, 'etat', e.etat, 'service', e.service, 'objet', e.objet, 'prestation', e.prestation, 'urgent', e.urgent,
    'deposeeLe', e."deposeeLe", 'closeLe', e."closeLe", 'echeanceLe', e."echeanceLe", 'issue', e.issue,
    'partenaire', (SELECT x.nom FROM partenaire x WHERE x.id = e."partenaireId"),
    'auteur', (SELECT jsonb_build_object('nom', x.prenom || ' ' || x.nom, 'fonction', x.fonction) FROM compte x WHERE x.id = e."auteurId"),
    'agent', (SELECT x.prenom || ' ' || x.nom FROM compte x WHERE x.id = e."agentId"),
    'personne', jsonb_build_object('civilite', e.civilite, 'nomNaissance', e."nomNaissance", 'nomUsage', e."nomUsage", 'prenom', e.prenom,
      'dateNaissance', e."dateNaissance", 'departement', e.departement),
    'consentement', CASE WHEN e.consentement IS NOT NULL THEN jsonb_build_object('forme', e.consentement, 'le', e."consentementLe") END,
    'attestations', e.attestations, 'details', e.details, 'piecesAbsentes', e."piecesAbsentes",
    'limitation', (SELECT jsonb_build_object('motif', l.motif, 'poseeLe', l."poseeLe", 'iciPosee', l."demandePersonneId" = p.id)
      FROM limitation l WHERE l."demandeId" = e.id AND l."leveeLe" IS NULL),
    'messages', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'cote', m.cote, 'interne', m.interne, 'auteur', c.prenom || ' ' || c.nom, 'envoyeLe', m."envoyeLe",
        'texte', coalesce(t.texte, m.texte), 'retireLe', m."retireLe") ORDER BY m."envoyeLe", m.id), '[]')
      FROM message m JOIN compte c ON c.id = m."auteurId" LEFT JOIN texte_retire t ON t."messageId" = m.id WHERE m."demandeId" = e.id),
    'fichiers', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'nom', f."nomFichier", 'type', f."typeMime", 'taille', f.taille, 'sens', f.sens, 'code', f.code, 'etat', f.etat,
        'deposeLe', f."deposeeLe", 'retireLe', f."retireLe", 'expireLe', f."expireLe",
        'telechargements', (SELECT count(*) FROM telechargement x WHERE x."pieceJointeId" = f.id)) ORDER BY f."deposeeLe", f.id), '[]')
      FROM piece_jointe f WHERE f."demandeId" = e.id AND NOT f."enPreparation"),
    'rendezVous', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'mode', r.mode, 'lieu', r.lieu, 'debutLe', r."debutLe", 'finLe', r."finLe", 'etat', r.etat, 'raison', r.raison)
      ORDER BY r."creeLe", r.id), '[]') FROM rendez_vous r WHERE r."demandeId" = e.id),
    'historique', (SELECT coalesce(jsonb_agg(jsonb_build_object('type', v.type, 'le', v.le, 'cote', v.cote, 'auteur', c.prenom || ' ' || c.nom, 'details', v.details) ORDER BY v.le, v.id), '[]')
      FROM evenement v LEFT JOIN compte c ON c.id = v."auteurId" WHERE v."demandeId" = e.id),
    'courriels', (SELECT coalesce(jsonb_agg(jsonb_build_object('modele', k.modele, 'objet', k.objet, 'destinataire', k.destinataire, 'etat', k.etat, 'le', coalesce(k."envoyeLe", k."creeLe"))
      ORDER BY k."creeLe", k.id), '[]') FROM courriel k WHERE k."demandeId" = e.id),
    'consultations', (SELECT coalesce(jsonb_agg(y ORDER BY y.rang), '[]') FROM (
      SELECT j.id AS rang, j.le, j.action, j.profil, c.prenom || ' ' || c.nom AS nom, coalesce(q.nom, s.nom) AS organisme
      FROM journal j LEFT JOIN compte c ON c.id = j."compteId" LEFT JOIN partenaire q ON q.id = c."partenaireId" LEFT JOIN caisse s ON s.id = c."caisseId"
      WHERE j."objetId" IN (SELECT e.id::text UNION ALL SELECT f.id::text FROM piece_jointe f WHERE f."demandeId" = e.id) AND j.action LIKE ANY (ARRAY['%.consultee', '%.accuse', 'document.telecharge', 'personne.%'])
      ORDER BY j.id DESC LIMIT 500) y)
    ) ORDER BY e."deposeeLe", e.id), '[]')
  FROM dossier_personne r JOIN demande d ON d.id = r."demandeId" AND d."caisseId" = p."caisseId", LATERAL ep_demande_entiere(d) e
  WHERE r."demandePersonneId" = p.id);
END $$;

-- An account, for its holder ----------------------------------------------------------------------------------------------
/* All that is kept about the account that asks, in the shape of lib/mes-donnees/donnees.ts. Neither secret nor hash. */
CREATE FUNCTION ep_mes_donnees() RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT jsonb_build_object(
    'identite', jsonb_build_object('identifiant', c.identifiant, 'civilite', c.civilite, 'prenom', c.prenom, 'nom', c.nom, 'fonction', c.fonction, 'telephone', c.telephone,
      'courriel', c.courriel, 'profil', c.profil, 'roles', c.roles, 'partenaire', p.nom, 'structure', s.nom, 'caisse', k.nom, 'preferences', c.preferences),
    'vie', jsonb_build_object('etat', c.etat, 'creeLe', c."creeLe", 'activeLe', c."activeLe", 'connecteLe', c."connecteLe", 'motDePasseLe',
      (SELECT a."motDePasseLe" FROM authentification a WHERE a."compteId" = c.id), 'secondFacteurLe', (SELECT f."installeLe" FROM second_facteur f WHERE f."compteId" = c.id)),
    'conditions', (SELECT coalesce(jsonb_agg(jsonb_build_object('numero', v.numero, 'accepteeLe', a."accepteeLe") ORDER BY a."accepteeLe"), '[]')
      FROM acceptation_cgu a JOIN version_cgu v ON v.id = a."versionId" WHERE a."compteId" = c.id),
    'attestations', (SELECT coalesce(jsonb_agg(jsonb_build_object('texte', a.texte, 'le', a."attesteeLe", 'par', x.prenom || ' ' || x.nom) ORDER BY a."attesteeLe"), '[]')
      FROM attestation_technicien a LEFT JOIN compte x ON x.id = a."attesteParId" WHERE a."compteId" = c.id),
    'revues', (SELECT coalesce(jsonb_agg(jsonb_build_object('le', l."decideeLe", 'decision', l.decision) ORDER BY l."decideeLe"), '[]')
      FROM ligne_revue l WHERE l."compteId" = c.id AND l."decideeLe" IS NOT NULL),
    'sessions', (SELECT coalesce(jsonb_agg(jsonb_build_object('ouverteLe', x."creeeLe", 'vueLe', x."vueLe", 'fermeeLe', x."fermeeLe", 'adresse', x.adresse, 'navigateur', x.navigateur)
      ORDER BY x."creeeLe" DESC), '[]') FROM session x WHERE x."compteId" = c.id),
    'appareils', (SELECT coalesce(jsonb_agg(jsonb_build_object('navigateur', x.navigateur, 'premierLe', x."premierLe", 'vuLe', x."vuLe") ORDER BY x."premierLe"), '[]')
      FROM appareil_connu x WHERE x."compteId" = c.id),
    'clesAcces', (SELECT coalesce(jsonb_agg(jsonb_build_object('nom', x.nom, 'creeeLe', x."creeeLe", 'utiliseeLe', x."utiliseeLe") ORDER BY x."creeeLe"), '[]')
      FROM cle_acces x WHERE x."compteId" = c.id),
    'absences', (SELECT coalesce(jsonb_agg(jsonb_build_object('debutLe', x."debutLe", 'finLe', x."finLe") ORDER BY x."debutLe"), '[]') FROM absence x WHERE x."compteId" = c.id),
    'travail', jsonb_build_object('demandesDeposees', (SELECT count(*) FROM demande d WHERE d."auteurId" = c.id), 'demandesSuivies', (SELECT count(*) FROM demande d WHERE d."agentId" = c.id),
      'messages', (SELECT count(*) FROM message m WHERE m."auteurId" = c.id)),
    'courriels', (SELECT coalesce(jsonb_agg(y ORDER BY y.le DESC), '[]') FROM (SELECT m.objet, m.etat, m.destinataire, coalesce(m."envoyeLe", m."creeLe") AS le FROM courriel m WHERE m."compteId" = c.id
      ORDER BY m."creeLe" DESC LIMIT 1000) y),
    'journal', (SELECT coalesce(jsonb_agg(y ORDER BY y.rang DESC), '[]') FROM (SELECT j.id AS rang, j.le, j.action, j."objetType", j."objetId", j.adresse FROM journal j
      WHERE j."compteId" = c.id ORDER BY j.id DESC LIMIT 5000) y))
  FROM compte c LEFT JOIN partenaire p ON p.id = c."partenaireId" LEFT JOIN structure s ON s.id = c."structureId" LEFT JOIN caisse k ON k.id = c."caisseId"
  WHERE c.id = ep_uuid('compte'));
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['ep_limitees()', 'ep_demande_personne(uuid)', 'ep_demande_entiere(demande)', 'ep_personne_candidats(uuid)', 'ep_personne_liste(uuid)',
    'ep_retenir_dossiers(uuid, uuid[], timestamptz)', 'ep_dossiers_retenus(uuid, uuid[])', 'ep_noter_acte_dpo(demande, text, timestamptz, jsonb)',
    'ep_limiter_demandes(uuid, uuid[], text, timestamptz)', 'ep_lever_limitations(uuid, uuid[], timestamptz)',
    'ep_corriger_identite(uuid, uuid[], jsonb, text, text, timestamptz)', 'ep_dossier_personne(uuid)', 'ep_mes_donnees()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION ep_limitees(), ep_personne_liste(uuid), ep_retenir_dossiers(uuid, uuid[], timestamptz), ep_limiter_demandes(uuid, uuid[], text, timestamptz),
  ep_lever_limitations(uuid, uuid[], timestamptz), ep_corriger_identite(uuid, uuid[], jsonb, text, text, timestamptz), ep_mes_donnees() TO ep_web;
GRANT EXECUTE ON FUNCTION ep_dossier_personne(uuid) TO ep_web, ep_travaux;

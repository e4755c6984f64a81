-- CreateTable
CREATE TABLE "document_bibliotheque" (
    "id" UUID NOT NULL,
    "caisseId" UUID,
    "genre" TEXT NOT NULL,
    "titre" TEXT COLLATE "fr-x-icu" NOT NULL,
    "description" TEXT NOT NULL,
    "theme" TEXT COLLATE "fr-x-icu" NOT NULL,
    "services" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "motifs" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "caisses" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "types" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "profils" TEXT[] NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'brouillon',
    "creeLe" TIMESTAMPTZ(3) NOT NULL,
    "creeParId" UUID NOT NULL,
    "publieLe" TIMESTAMPTZ(3),
    "retireLe" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "document_bibliotheque_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version_document" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "caisseId" UUID,
    "numero" INTEGER NOT NULL,
    "pieceJointeId" UUID,
    "lien" TEXT,
    "ajouteeLe" TIMESTAMPTZ(3) NOT NULL,
    "ajouteeParId" UUID NOT NULL,

    CONSTRAINT "version_document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_bibliotheque_caisseId_etat_idx" ON "document_bibliotheque"("caisseId", "etat");

-- CreateIndex
CREATE UNIQUE INDEX "version_document_pieceJointeId_key" ON "version_document"("pieceJointeId");

-- CreateIndex
CREATE UNIQUE INDEX "version_document_documentId_numero_key" ON "version_document"("documentId", "numero");

-- AddForeignKey
ALTER TABLE "document_bibliotheque" ADD CONSTRAINT "document_bibliotheque_caisseId_fkey" FOREIGN KEY ("caisseId") REFERENCES "caisse"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_document" ADD CONSTRAINT "version_document_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "document_bibliotheque"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_document" ADD CONSTRAINT "version_document_pieceJointeId_fkey" FOREIGN KEY ("pieceJointeId") REFERENCES "piece_jointe"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE document_bibliotheque
  ADD CHECK (genre IN ('formulaire', 'depliant', 'guide')),
  ADD CHECK (etat IN ('brouillon', 'publie', 'retire')),
  ADD CHECK (cardinality(profils) > 0 AND profils <@ ARRAY['technicien', 'gestionnaire', 'agent', 'referent', 'dpo']),
  ADD CHECK (services <@ ARRAY['dossier', 'signalement', 'rendez_vous', 'document', 'contact']),
  ADD CHECK ("caisseId" IS NULL OR cardinality(caisses) = 0);
ALTER TABLE version_document
  ADD CHECK (numero > 0),
  ADD CHECK (lien IS NULL OR lien ~ '^https://'),
  ADD CHECK (("pieceJointeId" IS NULL) <> (lien IS NULL));

DO $$ DECLARE nom text; BEGIN
  FOREACH nom IN ARRAY ARRAY['document_bibliotheque', 'version_document'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY systeme ON %I TO ep_migration, ep_travaux USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ep_travaux', nom);
  END LOOP;
END $$;

CREATE POLICY lecture ON document_bibliotheque FOR SELECT TO ep_web USING (
  ep_tient_publication("caisseId") OR (etat = 'publie' AND ep_lit_publication("caisseId", caisses, types, profils))
);
CREATE POLICY creation ON document_bibliotheque FOR INSERT TO ep_web WITH CHECK (
  ep_tient_publication("caisseId") AND "creeParId" = (SELECT ep_uuid('compte')) AND etat = 'brouillon'
);
CREATE POLICY tenue ON document_bibliotheque FOR UPDATE TO ep_web USING (ep_tient_publication("caisseId"));
CREATE POLICY abandon ON document_bibliotheque FOR DELETE TO ep_web USING (ep_tient_publication("caisseId") AND etat = 'brouillon');
GRANT SELECT, INSERT, DELETE ON document_bibliotheque TO ep_web;
GRANT UPDATE (genre, titre, description, theme, services, motifs, caisses, types, profils, etat, "publieLe", "retireLe", version) ON document_bibliotheque TO ep_web;

-- The last version that can be opened: while a new file waits for its scan, or is refused, the one before is read.
CREATE FUNCTION ep_version_courante(document_id uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT v.id FROM version_document v LEFT JOIN piece_jointe p ON p.id = v."pieceJointeId"
  WHERE v."documentId" = document_id AND (v.lien IS NOT NULL OR p.etat IN ('saine', 'non_analysee')) ORDER BY v.numero DESC LIMIT 1
$$;
REVOKE EXECUTE ON FUNCTION ep_version_courante(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_version_courante(uuid) TO ep_web, ep_travaux;

-- A file that its reader has just sent, and that is of nothing else.
CREATE FUNCTION ep_fichier_libre(piece_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM piece_jointe p WHERE p.id = piece_id AND p."deposeeParId" = ep_uuid('compte') AND p."demandeId" IS NULL AND p."brouillonId" IS NULL
    AND p."messageId" IS NULL AND NOT EXISTS (SELECT FROM document_convention d WHERE d."pieceJointeId" = p.id))
$$;
REVOKE EXECUTE ON FUNCTION ep_fichier_libre(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_fichier_libre(uuid) TO ep_web;

-- A partenaire reads the current version; the side of the caisse, those before it too.
CREATE POLICY lecture ON version_document FOR SELECT TO ep_web USING (
  "documentId" IN (SELECT d.id FROM document_bibliotheque d)
  AND (NOT ((SELECT ep_est('technicien')) OR (SELECT ep_est('gestionnaire'))) OR id = ep_version_courante("documentId"))
);
CREATE POLICY ajout ON version_document FOR INSERT TO ep_web WITH CHECK (
  ep_tient_publication("caisseId") AND "ajouteeParId" = (SELECT ep_uuid('compte'))
  AND EXISTS (SELECT FROM document_bibliotheque d WHERE d.id = "documentId" AND d."caisseId" IS NOT DISTINCT FROM version_document."caisseId")
  AND ("pieceJointeId" IS NULL OR ep_fichier_libre("pieceJointeId"))
);
GRANT SELECT, INSERT ON version_document TO ep_web;

-- A document of the library is a file of its own, as one of a convention.
CREATE POLICY bibliotheque ON piece_jointe FOR SELECT TO ep_web USING (
  "demandeId" IS NULL AND "brouillonId" IS NULL AND "messageId" IS NULL AND "caisseId" IS NULL
  AND id IN (SELECT v."pieceJointeId" FROM version_document v)
);

-- A draft that is given up takes its files away.
CREATE FUNCTION ep_effacer_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM piece_jointe WHERE id = OLD."pieceJointeId";
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION ep_effacer_version() FROM PUBLIC;
CREATE TRIGGER abandon AFTER DELETE ON version_document FOR EACH ROW EXECUTE FUNCTION ep_effacer_version();

-- Words of a text: no accents, no signs, lower case.
CREATE FUNCTION ep_plie(texte text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT trim(regexp_replace(lower(public.unaccent('public.unaccent', normalize(coalesce(texte, ''), NFKC))), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- Documents where each word that means something is found: by its French stem, by its beginning, or with a slip. The title counts most.
CREATE FUNCTION ep_chercher_documents(mots text) RETURNS TABLE (id uuid, poids real) LANGUAGE sql STABLE AS $$
  WITH q AS (
    SELECT m.mot, to_tsquery('public.ep_francais', m.mot) AS racine FROM regexp_split_to_table(left(ep_plie(mots), 100), ' ') AS m (mot)
    WHERE m.mot <> '' AND numnode(to_tsquery('public.ep_francais', m.mot)) > 0
  )
  SELECT x.id, x.poids FROM (
    SELECT d.id, (SELECT sum(CASE
        WHEN to_tsvector('public.ep_francais', d.titre) @@ q.racine OR ' ' || ep_plie(d.titre) LIKE '% ' || q.mot || '%' THEN 4
        WHEN to_tsvector('public.ep_francais', t.texte) @@ q.racine OR ' ' || ep_plie(t.texte) LIKE '% ' || q.mot || '%' THEN 2
        WHEN length(q.mot) > 3 AND strict_word_similarity(q.mot, ep_plie(t.texte)) >= 0.4 THEN 1
      END)::real / nullif(count(*), 0) FROM q) AS poids,
      (SELECT count(*) FROM q WHERE to_tsvector('public.ep_francais', t.texte) @@ q.racine OR ' ' || ep_plie(t.texte) LIKE '% ' || q.mot || '%'
        OR (length(q.mot) > 3 AND strict_word_similarity(q.mot, ep_plie(t.texte)) >= 0.4)) AS trouves
    FROM document_bibliotheque d CROSS JOIN LATERAL (SELECT d.titre || ' ' || d.theme || ' ' || d.description AS texte) t
  ) x WHERE x.trouves > 0 AND x.trouves = (SELECT count(*) FROM q)
$$;
REVOKE EXECUTE ON FUNCTION ep_chercher_documents(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_chercher_documents(text) TO ep_web;

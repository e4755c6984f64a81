-- A withdrawn message ---------------------------------------------------------------------------------------------------

-- Its text leaves the message: neither side can read it again, by the screen nor by a fault in it. It is kept for the rights of
-- persons (DPO), with the demande, and goes with it.
CREATE TABLE "texte_retire" (
    "messageId" UUID NOT NULL,
    "texte" TEXT NOT NULL,
    "retireLe" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "texte_retire_pkey" PRIMARY KEY ("messageId")
);
ALTER TABLE "texte_retire" ADD CONSTRAINT "texte_retire_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE texte_retire ENABLE ROW LEVEL SECURITY;
ALTER TABLE texte_retire FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON texte_retire TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
GRANT SELECT ON texte_retire TO ep_travaux;

-- AlterTable
ALTER TABLE "piece_jointe" ADD COLUMN     "retireLe" TIMESTAMPTZ(3);
CREATE POLICY retiree ON piece_jointe AS RESTRICTIVE FOR SELECT TO ep_web USING ("retireLe" IS NULL);

-- What was sent does not change: a message can only be withdrawn, by who wrote it, in the five minutes that its e-mails wait.
REVOKE UPDATE ON message FROM ep_web;
GRANT UPDATE ("retireLe") ON message TO ep_web;
CREATE FUNCTION ep_retirer_message() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = 'ep_web' AND (OLD."retireLe" IS NOT NULL OR NEW."retireLe" IS NULL OR OLD."auteurId" IS DISTINCT FROM ep_uuid('compte')
    OR NEW."retireLe" < OLD."envoyeLe" OR NEW."retireLe" >= OLD."envoyeLe" + interval '5 minutes') THEN
    RAISE EXCEPTION 'permission denied: un message est retiré par son auteur, dans les cinq minutes';
  END IF;
  IF OLD."retireLe" IS NULL AND NEW."retireLe" IS NOT NULL THEN
    INSERT INTO texte_retire ("messageId", texte, "retireLe") VALUES (OLD.id, OLD.texte, NEW."retireLe");
    NEW.texte := '';
    UPDATE piece_jointe SET "retireLe" = NEW."retireLe" WHERE "messageId" = OLD.id;
    UPDATE courriel SET etat = 'retire' WHERE "porteSurId" = OLD.id AND etat IN ('a_envoyer', 'a_grouper');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER retrait BEFORE UPDATE OF "retireLe" ON message FOR EACH ROW EXECUTE FUNCTION ep_retirer_message();

-- Files joined to a message ------------------------------------------------------------------------------------------------

-- A message not sent yet holds the files of its writer only, and a file goes to a message of its own demande, once.
CREATE FUNCTION ep_borner_fichier_message() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user <> 'ep_web' THEN RETURN NEW; END IF;
  IF (TG_OP = 'UPDATE' AND OLD."messageId" IS NOT NULL AND NEW."messageId" IS DISTINCT FROM OLD."messageId")
    OR (NEW."messageId" IS NOT NULL AND NOT EXISTS (
      SELECT FROM message m WHERE m.id = NEW."messageId" AND m."demandeId" = NEW."demandeId" AND NOT m.interne
        AND m."auteurId" = NEW."deposeeParId"))
    OR (TG_OP = 'UPDATE' AND NEW."enPreparation" AND NOT OLD."enPreparation") THEN
    RAISE EXCEPTION 'permission denied: un fichier part avec un message de son auteur';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fichier_du_message BEFORE INSERT OR UPDATE OF "messageId", "enPreparation" ON piece_jointe
  FOR EACH ROW EXECUTE FUNCTION ep_borner_fichier_message();
CREATE INDEX piece_jointe_en_preparation ON piece_jointe ("deposeeLe") WHERE "enPreparation";

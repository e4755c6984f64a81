-- Each row of the journal is sealed over the one before it (lib/journal/sceau.ts): the key is not in the database.
-- Rows get their number from the head of the chain, without a gap. No journal was kept before this one.

DELETE FROM journal;
ALTER TABLE journal ALTER COLUMN id DROP DEFAULT, ALTER COLUMN le DROP DEFAULT;
DROP SEQUENCE journal_id_seq;
ALTER TABLE journal ADD COLUMN sceau bytea NOT NULL, ADD COLUMN "cleVersion" int NOT NULL;

-- One row: where the chain stands. Nobody writes it but the trigger below.
CREATE TABLE journal_tete (
  seule boolean PRIMARY KEY DEFAULT true CHECK (seule),
  id bigint NOT NULL,
  sceau bytea NOT NULL
);
INSERT INTO journal_tete (id, sceau) VALUES (0, decode(repeat('00', 32), 'hex'));
ALTER TABLE journal_tete ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_tete FORCE ROW LEVEL SECURITY;
CREATE POLICY systeme ON journal_tete TO ep_migration, ep_travaux USING (true) WITH CHECK (true);
GRANT SELECT ON journal_tete TO ep_travaux;

-- The head, held until the end of the transaction: rows are chained one after the other. Volatile, so that it sees the row
-- of the transaction it waited for.
CREATE FUNCTION ep_journal_tete() RETURNS TABLE (id bigint, sceau bytea)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT t.id, t.sceau FROM journal_tete t FOR UPDATE;
END $$;

-- A row that does not follow the head is refused, and the head moves with each row.
CREATE FUNCTION ep_journal_suit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE journal_tete SET id = NEW.id, sceau = NEW.sceau WHERE id = NEW.id - 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Cette ligne ne suit pas la dernière du journal.';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER suite AFTER INSERT ON journal FOR EACH ROW EXECUTE FUNCTION ep_journal_suit();

-- Nothing is changed nor removed, whoever asks; the nightly purge has its own way (lib/journal/purger.ts).
CREATE FUNCTION ep_journal_fige() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'Le journal ne se modifie pas.';
END $$;
CREATE TRIGGER fige BEFORE UPDATE OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION ep_journal_fige();

REVOKE ALL ON FUNCTION ep_journal_tete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ep_journal_tete() TO ep_web, ep_travaux;

-- AlterTable
ALTER TABLE "action_groupee" ADD COLUMN     "details" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "total" INTEGER NOT NULL DEFAULT 0;

-- A shared view is counted by whoever looks at it, and changed by its author alone. Without a number, only the date is
-- written: who reads next leaves the counting to the one who began it.
CREATE FUNCTION ep_compter_vue(vue_id uuid, nombre integer, quand timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE vue_file SET compte = coalesce(nombre, compte), "compteLe" = quand
  WHERE id = vue_id AND "caisseId" = ep_uuid('agent') AND (partagee OR "compteId" = ep_uuid('compte'))
$$;

-- A slot is seen through what is offered, and what is offered was checked through the slot: PostgreSQL refuses the circle. The caisse
-- of a slot is asked of a function instead, which answers an agent of that caisse only.
CREATE FUNCTION ep_creneau_de(creneau_id uuid, caisse_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT caisse_id = ep_uuid('agent') AND EXISTS (SELECT FROM creneau c WHERE c.id = creneau_id AND c."caisseId" = caisse_id)
$$;
ALTER POLICY offre ON proposition_creneau WITH CHECK ("caisseId" = (SELECT ep_uuid('agent'))
  AND EXISTS (SELECT FROM rendez_vous r WHERE r.id = "rendezVousId" AND r."caisseId" = proposition_creneau."caisseId"
    AND r."structureId" = proposition_creneau."structureId")
  AND ep_creneau_de("creneauId", "caisseId"));

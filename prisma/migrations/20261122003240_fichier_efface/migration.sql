-- A file past its time says so in the place of its name.
CREATE OR REPLACE FUNCTION ep_effacer_fichiers(caisse_id uuid, instant timestamptz, nombre int) RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  limite timestamptz := instant - ep_duree(caisse_id, NULL, 'conservationFichiersMois');
BEGIN
  RETURN QUERY UPDATE piece_jointe SET "cleEnveloppee" = '', "nomFichier" = CASE sens WHEN 'sortante' THEN 'Document effacé' ELSE 'Fichier effacé' END, empreinte = '',
    -- Nobody opens it any more: the page says why, where it says of a file that it was refused.
    etat = CASE WHEN sens = 'sortante' THEN etat ELSE 'refusee' END,
    "raisonRefus" = CASE WHEN sens = 'sortante' THEN NULL ELSE 'Effacé, au terme de sa durée de conservation.' END, "alerteQualite" = NULL, "effaceeLe" = instant
    WHERE piece_jointe.id IN (
      (SELECT p.id FROM demande d JOIN piece_jointe p ON p."demandeId" = d.id AND p."effaceeLe" IS NULL
        WHERE d."caisseId" = caisse_id AND NOT d.ouverte AND d."contenuEffaceLe" IS NULL AND d."closeLe" < limite AND ep_retenue(d.id, instant) IS NULL LIMIT nombre)
      UNION
      -- A delivered document past its last day.
      (SELECT p.id FROM piece_jointe p WHERE p."caisseId" = caisse_id AND p."effaceeLe" IS NULL AND p."expireLe" <= instant AND ep_retenue(p."demandeId", instant) IS NULL LIMIT nombre))
    RETURNING piece_jointe.id;
END $$;

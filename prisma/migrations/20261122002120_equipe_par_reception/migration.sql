-- A view of a team, what waits longest first: read in that order, and not sorted whole. Many demandes have no due date: a view
-- that asks for one leaves them in the index.
CREATE INDEX demande_equipe_par_reception ON demande ("caisseId", "equipeId", "deposeeLe", id, "echeanceLe") WHERE ouverte;

-- What a team has to do within some days, the first filed first, as its shared views ask: the last column lets the index itself pass over
-- those due later, rather than all the open demandes of the team being read and sorted. Partial: closed demandes are not in it.
CREATE INDEX demande_equipe_recues ON demande ("caisseId", "equipeId", "deposeeLe", id, "echeanceLe") WHERE ouverte;

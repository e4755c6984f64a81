-- What waits for a technicien: few rows among all those of its structure.
CREATE INDEX demande_a_completer ON demande ("structureId", "majLe") WHERE ouverte AND etat = 'attente_complement';
CREATE INDEX demande_a_lire ON demande ("auteurId", "majLe") WHERE "nonLusPartenaire" > 0;
CREATE INDEX rendez_vous_a_choisir ON rendez_vous ("structureId") WHERE etat = 'propose';

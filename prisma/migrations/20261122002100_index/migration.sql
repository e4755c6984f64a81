-- Views of the queue that keep few of the open demandes of a caisse: without these, the page reads most of them, in order, to
-- find fifty. Partial: closed demandes, thirty times as many, are not in them.
CREATE INDEX demande_urgentes ON demande ("caisseId", "triLe", id) WHERE ouverte AND urgent;
CREATE INDEX demande_par_etat ON demande ("caisseId", etat, "triLe", id) WHERE ouverte;
CREATE INDEX demande_non_lues ON demande ("caisseId", "triLe", id) WHERE ouverte AND "nonLusCaisse" > 0;

-- `demande_a_lire` answers what this one did, over the few demandes that have something to read.
DROP INDEX "demande_auteurId_nonLusPartenaire_idx";

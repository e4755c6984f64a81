/**
 * Four caisses of unequal size, 60 partenaires (three of them split into three structures, ten bound to two caisses), 300 accounts.
 * Rows are drawn by PostgreSQL itself: nothing goes through the network.
 */
export const organismes = `
INSERT INTO caisse (id, code, nom, adresse, "codePostal", ville, departements)
SELECT uuidv7(), (100 + i)::text, 'CPAM de mesure ' || i, i || ' rue de la Mesure', '7600' || i, 'Ville ' || i, ARRAY['76']
FROM generate_series(1, 4) i;
INSERT INTO reglages_caisse ("caisseId") SELECT id FROM caisse;
INSERT INTO delai_prestation ("caisseId", prestation, "delaiJours")
SELECT c.id, p, 30 FROM caisse c, unnest(ARRAY['puma', 'c2s', 'ame']) p;

INSERT INTO partenaire (id, nom, type, siret, adresse, "codePostal", ville, "nombreMembres")
SELECT uuidv7(), 'CCAS de Bourg-Mesure ' || i, 'ccas', lpad((90000000000000 + i)::text, 14, '0'), i || ' place Haute', '76000', 'Bourg ' || i, 20
FROM generate_series(1, 60) i;
INSERT INTO structure (id, "partenaireId", nom, "nombreMembres")
SELECT uuidv7(), p.id, p.nom || coalesce(' secteur ' || s, ''), 20
FROM (SELECT id, nom, row_number() OVER (ORDER BY siret) AS rang FROM partenaire) p,
  generate_series(1, CASE WHEN rang <= 3 THEN 3 ELSE 1 END) s;

-- Caisse of each partenaire: 40, 30, 20 and 10 % of them; ten have a second one.
CREATE TEMP TABLE lien AS
SELECT p.id AS partenaire, p.rang, c.id AS caisse, c.rang AS caisse_rang, c.choix FROM (
  SELECT id, row_number() OVER (ORDER BY siret) AS rang FROM partenaire
) p CROSS JOIN LATERAL (
  SELECT id, k.rang, CASE WHEN k.rang = premiere THEN 1 ELSE 2 END AS choix
  FROM (SELECT id, row_number() OVER (ORDER BY code) AS rang FROM caisse) k,
    (SELECT CASE WHEN p.rang % 10 < 4 THEN 1 WHEN p.rang % 10 < 7 THEN 2 WHEN p.rang % 10 < 9 THEN 3 ELSE 4 END AS premiere)
  WHERE k.rang = premiere OR (p.rang % 6 = 0 AND k.rang = premiere % 4 + 1)
) c;
INSERT INTO convention (id, "partenaireId", intitule, "effetLe")
SELECT uuidv7(), id, 'Accès aux droits et aux soins', current_date - 700 FROM partenaire;
INSERT INTO convention_caisse (id, "conventionId", "caisseId", "partenaireId", etat, "signeeLe", "utilisationSigneeLe", "utilisationEffetLe")
SELECT uuidv7(), v.id, l.caisse, l.partenaire, 'en_vigueur', current_date - 700, current_date - 700, current_date - 690
FROM lien l JOIN convention v ON v."partenaireId" = l.partenaire;

-- 60 agents, then one gestionnaire by structure, then techniciens.
INSERT INTO compte (id, identifiant, profil, roles, civilite, nom, prenom, fonction, courriel, "caisseId", etat, "activeLe")
SELECT uuidv7(), 'agent-' || i, 'caisse', ARRAY['agent'], 'madame', 'Agent' || i, 'Camille', 'Conseillère', 'agent' || i || '@cpam.example', c.id, 'actif', now()
FROM generate_series(1, 60) i JOIN (SELECT id, row_number() OVER (ORDER BY code) AS rang FROM caisse) c ON c.rang = i % 4 + 1;
INSERT INTO compte (id, identifiant, profil, civilite, nom, prenom, fonction, courriel, "partenaireId", "structureId", etat, "activeLe")
SELECT uuidv7(), 'compte-' || i, CASE WHEN i <= 66 THEN 'gestionnaire' ELSE 'technicien' END, 'monsieur', 'Social' || i, 'Sacha',
  'Travailleur social', 'compte' || i || '@bourg.example', s."partenaireId", s.id, 'actif', now()
FROM generate_series(1, 240) i
JOIN (SELECT id, "partenaireId", row_number() OVER (ORDER BY nom) AS rang, count(*) OVER () AS total FROM structure) s ON s.rang = i % s.total + 1;
-- Three teams by caisse, agents in turn, and a shared view of each team: a full page at every size.
INSERT INTO equipe (id, "caisseId", nom) SELECT uuidv7(), c.id, 'Équipe ' || i FROM caisse c, generate_series(1, 3) i;
INSERT INTO membre_equipe ("equipeId", "compteId", "caisseId")
SELECT e.id, a.id, e."caisseId" FROM (SELECT id, "caisseId", row_number() OVER (PARTITION BY "caisseId" ORDER BY identifiant) AS rang FROM compte WHERE profil = 'caisse') a
JOIN equipe e ON e."caisseId" = a."caisseId" AND e.nom = 'Équipe ' || (a.rang % 3 + 1);
INSERT INTO vue_file (id, "caisseId", "compteId", partagee, nom, filtres, compte, "compteLe")
SELECT uuidv7(), e."caisseId", (SELECT m."compteId" FROM membre_equipe m WHERE m."equipeId" = e.id LIMIT 1), true, e.nom || ', les plus anciennes',
  jsonb_build_object('vue', 'toutes', 'equipe', e.id, 'tri', 'recue'), 40, now() + interval '1 day' FROM equipe e;
INSERT INTO authentification ("compteId", "motDePasseHash", "motDePasseLe") SELECT id, 'x', now() FROM compte;
INSERT INTO acceptation_cgu ("compteId", "versionId") SELECT c.id, v.id FROM compte c, version_cgu v;
`

/** What a draw of a demande chooses from: a structure, its techniciens, its caisses and their agents. */
export const tirages = `
CREATE TEMP TABLE tirage AS
SELECT row_number() OVER (ORDER BY l.rang, s.nom) AS rang, count(*) OVER () AS total,
  s.id AS structure, s."partenaireId" AS partenaire, l.caisse,
  (SELECT array_agg(c.id ORDER BY c.identifiant) FROM compte c WHERE c."structureId" = s.id AND c.profil = 'technicien') AS techniciens,
  (SELECT array_agg(c.id ORDER BY c.identifiant) FROM compte c WHERE c."caisseId" = l.caisse) AS agents,
  (SELECT array_agg(e.id ORDER BY e.nom) FROM equipe e WHERE e."caisseId" = l.caisse) AS equipes
FROM lien l JOIN structure s ON s."partenaireId" = l.partenaire;
CREATE TEMP TABLE motif_rang AS
SELECT id, service, "libelleCourt" AS objet, prestation, row_number() OVER (ORDER BY service, ordre) AS rang, count(*) OVER () AS total
FROM motif WHERE "caisseId" IS NULL AND "assureRequis";
`

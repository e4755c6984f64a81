/**
 * Demandes over 18 months. About 3 % are open: nearly half of the last month, and a few older ones.
 * $1 number of demandes.
 */
export const demandes = `
WITH hasard AS MATERIALIZED (
  SELECT i, random() AS a, random() AS b, random() AS c, random() AS d, random() AS e, random() AS f,
    now() - interval '548 days' * (1 - i::float8 / $1::int) - interval '1 minute' AS le
  FROM generate_series(1, $1::int) i
), choix AS (
  SELECT h.*, t.structure, t.partenaire, t.caisse, t.techniciens[1 + floor(h.c * array_length(t.techniciens, 1))::int] AS auteur,
    t.agents[1 + floor(h.d * array_length(t.agents, 1))::int] AS agent,
    -- As a rule of routing by motif would.
    t.equipes[1 + m.rang % array_length(t.equipes, 1)] AS equipe, m.id AS motif, m.service, m.objet, m.prestation,
    CASE WHEN h.le > now() - interval '30 days' THEN h.b < 0.46 ELSE h.b < 0.005 END AS ouverte,
    h.e < 0.06 AS urgent
  FROM hasard h
  -- Squared: the first structures file much more than the last ones.
  JOIN tirage t ON t.rang = 1 + floor(t.total * h.a * h.a)::int
  JOIN motif_rang m ON m.rang = 1 + floor(m.total * h.f)::int
), etats AS (
  SELECT *, CASE
      WHEN NOT ouverte THEN CASE WHEN d < 0.03 THEN 'annulee' ELSE 'traitee' END
      WHEN d < 0.45 THEN 'transmise' WHEN d < 0.75 THEN 'prise_en_charge' WHEN d < 0.9 THEN 'attente_complement' ELSE 'complement_recu' END AS etat,
    CASE WHEN urgent THEN 10 WHEN prestation IN ('puma', 'c2s', 'ame') THEN 30 END AS delai,
    least(le + interval '20 days' * c, now()) AS maj
  FROM choix
)
INSERT INTO demande (id, reference, "caisseId", "partenaireId", "structureId", "auteurId", service, "motifId", objet, prestation, urgent, etat,
  civilite, "nomNaissance", prenom, "dateNaissance", departement, "nomRecherche", "clePersonne", "equipeId", "delaiOrdinaireJours", details, attestations, "deposeeLe", "completeeLe",
  "suspendueLe", "delaiJours", "echeanceLe", "triLe", ouverte, "agentId", "priseEnChargeLe", "closeLe", issue, "majLe", "nonLusPartenaire", "nonLusCaisse",
  "nbComplements", "joursSuspendus")
SELECT uuidv7(le - now()), to_char(le, 'YY') || '-' || lpad(nextval('demande_numero')::text, 6, '0'), caisse, partenaire, structure, auteur, service, motif,
  objet, prestation, urgent, etat, CASE WHEN a < 0.5 THEN 'madame' ELSE 'monsieur' END, nom.valeur, prenom.valeur,
  naissance, '76', lower(prenom.valeur || ' ' || nom.valeur), lower(replace(nom.valeur, '-', ' ') || ' ' || prenom.valeur) || ' ' || naissance,
  equipe, CASE WHEN NOT urgent THEN delai END,
  jsonb_build_object('situation', repeat('La personne attend une réponse depuis plusieurs semaines. ', 1 + floor(c * 12)::int), 'urgent', 'non'),
  '[{"code": "information_accord", "texte": "La personne est informée et d’accord."}]', le, le,
  CASE WHEN etat = 'attente_complement' THEN maj END, delai,
  CASE WHEN etat <> 'attente_complement' THEN (le + delai * interval '1 day')::date END,
  CASE WHEN etat = 'attente_complement' THEN le + interval '2000 years' WHEN delai IS NULL THEN le + interval '1000 years'
    ELSE (le + delai * interval '1 day')::date END,
  ouverte, CASE WHEN etat NOT IN ('transmise', 'annulee') THEN agent END, CASE WHEN etat NOT IN ('transmise', 'annulee') THEN least(le + interval '1 day', now()) END,
  CASE WHEN NOT ouverte THEN maj END, CASE WHEN etat = 'traitee' THEN 'accord' END, maj,
  CASE WHEN b < 0.004 THEN 1 ELSE 0 END, CASE WHEN ouverte AND e < 0.1 THEN 1 ELSE 0 END,
  -- As the history below tells it.
  CASE WHEN etat NOT IN ('transmise', 'annulee') AND extract(day FROM le) < 15 THEN 1 ELSE 0 END,
  CASE WHEN NOT ouverte AND etat <> 'annulee' AND extract(day FROM le) < 15 THEN least(3, (maj AT TIME ZONE 'Europe/Paris')::date - (le AT TIME ZONE 'Europe/Paris')::date) ELSE 0 END
FROM etats,
  LATERAL (SELECT date '1940-01-01' + floor(e * 24000)::int AS naissance) ne,
  LATERAL (SELECT (ARRAY['Brisset', 'Cohen', 'Diallo', 'Esposito', 'Ferrand', 'Garnier', 'Hadji', 'Issartel', 'Jourdan', 'Kouame', 'Lemoine',
    'Morvan', 'Nguyen', 'Oury', 'Peron', 'Quere', 'Rahmani', 'Sylvestre', 'Tessier', 'Urbain'])[1 + floor(f * 20)::int]
    || CASE WHEN c < 0.7 THEN '' ELSE '-' || (ARRAY['Martin', 'Petit', 'Roux', 'Leroy'])[1 + floor(e * 4)::int] END AS valeur) nom,
  LATERAL (SELECT (ARRAY['Adele', 'Bilal', 'Chloe', 'Driss', 'Elise', 'Fatou', 'Gael', 'Hugo', 'Ines', 'Jonas', 'Karim', 'Loic'])[1 + floor(b * 12)::int] AS valeur) prenom`

/** What hangs on the demandes: history, thread, files, receipts, mails, journal. */
export const suites = [
  `INSERT INTO evenement (id, "demandeId", "caisseId", "structureId", type, le, "auteurId", cote, "visiblePartenaire")
   SELECT uuidv7(e.le - now()), d.id, d."caisseId", d."structureId", e.type, e.le, CASE WHEN e.cote = 'caisse' THEN d."agentId" ELSE d."auteurId" END, e.cote, e.type <> 'passee'
   FROM demande d, LATERAL (VALUES ('deposee', d."deposeeLe", 'partenaire', true), ('prise_en_charge', d."priseEnChargeLe", 'caisse', d."priseEnChargeLe" IS NOT NULL),
     ('complement_demande', d."deposeeLe" + interval '2 days', 'caisse', d."agentId" IS NOT NULL AND d."seuilAlerteJours" * 7 + extract(day FROM d."deposeeLe") < 50),
     ('passee', d."deposeeLe" + interval '3 days', 'caisse', d."agentId" IS NOT NULL AND extract(day FROM d."deposeeLe") < 5),
     (CASE d.etat WHEN 'annulee' THEN 'annulee' ELSE 'traitee' END, d."closeLe", 'caisse', d."closeLe" IS NOT NULL)) e(type, le, cote, present) WHERE e.present`,
  `INSERT INTO message (id, "demandeId", "caisseId", "structureId", cote, interne, "auteurId", texte, "envoyeLe")
   SELECT uuidv7(d."deposeeLe" + n * interval '1 day' - now()), d.id, d."caisseId", d."structureId", CASE WHEN n = 2 THEN 'partenaire' ELSE 'caisse' END, n = 4,
     CASE WHEN n = 2 THEN d."auteurId" ELSE d."agentId" END, repeat('Merci de nous transmettre la pièce demandée. ', n), d."deposeeLe" + n * interval '1 day'
   FROM demande d, generate_series(1, 4) n WHERE d."agentId" IS NOT NULL AND n <= extract(day FROM d."deposeeLe")::int % 5`,
  `INSERT INTO piece_jointe (id, "demandeId", "caisseId", "structureId", code, "nomFichier", "typeMime", taille, empreinte, "cleEnveloppee", "cleVersion", etat, "deposeeParId", "deposeeLe")
   SELECT uuidv7(d."deposeeLe" - now()), d.id, d."caisseId", d."structureId", 'identite', 'piece-' || n || '.pdf', 'application/pdf', 240000, repeat('0', 64),
     decode(repeat('00', 60), 'hex'), 1, 'saine', d."auteurId", d."deposeeLe"
   FROM demande d, generate_series(1, 3) n WHERE n <= extract(minute FROM d."deposeeLe")::int % 4`,
  `INSERT INTO rendez_vous (id, "demandeId", "caisseId", "structureId", "agentId", mode, "debutLe", "finLe", etat, "creeLe")
   SELECT uuidv7(d."deposeeLe" - now()), d.id, d."caisseId", d."structureId", d."agentId", 'telephone', d."deposeeLe" + interval '9 days',
     d."deposeeLe" + interval '9 days 30 minutes', CASE WHEN d.ouverte THEN 'fixe' ELSE 'honore' END, d."deposeeLe"
   FROM demande d WHERE d.service = 'rendez_vous' AND d."agentId" IS NOT NULL`,
  `INSERT INTO lecture ("demandeId", "compteId", "caisseId", "structureId", cote, "vueLe")
   SELECT d.id, v.compte, d."caisseId", d."structureId", v.cote, d."majLe"
   FROM demande d, LATERAL (VALUES (d."auteurId", 'partenaire'), (d."agentId", 'caisse')) v(compte, cote) WHERE v.compte IS NOT NULL`,
  `INSERT INTO courriel (id, "messageId", modele, destinataire, "compteId", "demandeId", "caisseId", objet, etat, "creeLe", "envoyeLe")
   SELECT uuidv7(d."deposeeLe" - now()), '<' || d.reference || '-' || n || '@mesure.example>', 'demande_deposee', 'compte@bourg.example', d."auteurId", d.id, d."caisseId",
     'Votre demande', 'envoye', d."deposeeLe", d."deposeeLe"
   FROM demande d, generate_series(1, 2) n`,
  // Outside the chain: who would check it finds a break. The rows that follow are sealed over the last one.
  `INSERT INTO journal (id, le, "compteId", profil, action, "objetType", "objetId", "caisseId", "partenaireId", sceau, "cleVersion")
   SELECT row_number() OVER (), d."majLe", d."auteurId", 'technicien', 'demande.consultee', 'demande', d.id::text, d."caisseId", d."partenaireId", decode(repeat('00', 32), 'hex'), 1
   FROM demande d, generate_series(1, 2) n;
   UPDATE journal_tete SET id = (SELECT max(id) FROM journal)`,
]

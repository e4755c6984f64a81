import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Cible, Profil } from './carte'
import { ouvrirSession, sql } from './fixtures'
import { creerMonde } from './monde'

type Carte = { cible: Cible; comptes: Record<Profil, string | null> }

/** Accounts of every profile and what they may ask for, taken from the demo data or added to them: once for all the files of a run. */
export async function preparerCarte(): Promise<Carte> {
  const base = process.env.E2E_ADMIN ?? ''
  const garde = join(tmpdir(), `carte-${createHash('sha256').update(base).digest('hex').slice(0, 16)}.json`)
  const verrou = new pg.Client({ connectionString: base })
  await verrou.connect()
  try {
    await verrou.query('SELECT pg_advisory_lock(2026)')
    if (!existsSync(garde)) writeFileSync(garde, JSON.stringify(await preparer()), { mode: 0o600 })
    return JSON.parse(readFileSync(garde, 'utf8')) as Carte
  } finally {
    await verrou.end()
  }
}

async function preparer(): Promise<Carte> {
  const [demande] = await sql<{
    id: string
    reference: string
    caisseId: string
    structureId: string
    piece: string
    auteur: string
    partenaireId: string
  }>(`
    SELECT d.id, d.reference, d."caisseId", d."structureId", d."partenaireId", p.id AS piece, c.identifiant AS auteur
    FROM demande d JOIN piece_jointe p ON p."demandeId" = d.id AND p.etat = 'saine' JOIN compte c ON c.id = d."auteurId"
    WHERE c.etat = 'actif' AND EXISTS (SELECT FROM acceptation_cgu a WHERE a."compteId" = c.id) AND EXISTS (SELECT FROM convention_caisse v
      WHERE v."partenaireId" = d."partenaireId" AND v."caisseId" = d."caisseId" AND v.etat = 'en_vigueur' AND v."utilisationEffetLe" <= now() AND v."finLe" IS NULL)
      AND NOT EXISTS (SELECT FROM suspension s WHERE s."partenaireId" = d."partenaireId")
      AND d."caisseId" = (SELECT "caisseId" FROM compte WHERE identifiant = 'deuxvallees-faubertin') -- the caisse of several partenaires
    ORDER BY d.reference LIMIT 1`)
  if (!demande) throw new Error('Les données de démonstration n’ont pas de demande avec une pièce.')
  const compte = async (condition: string, valeurs: unknown[] = []) => {
    const [trouve] = await sql<{ identifiant: string }>(
      `SELECT identifiant FROM compte c WHERE etat = 'actif' AND EXISTS (SELECT FROM acceptation_cgu a WHERE a."compteId" = c.id)
       AND NOT EXISTS (SELECT FROM authentification h WHERE h."compteId" = c.id AND h."motDePasseLe" < now() - interval '11 months')
       AND ${condition} ORDER BY identifiant LIMIT 1`,
      valeurs,
    )
    if (!trouve) throw new Error(`Aucun compte de démonstration : ${condition}`)
    return trouve.identifiant
  }
  const ouvertes = `EXISTS (SELECT FROM convention_caisse v WHERE v."partenaireId" = c."partenaireId" AND v.etat = 'en_vigueur' AND v."finLe" IS NULL)
    AND NOT EXISTS (SELECT FROM suspension s WHERE s."partenaireId" = c."partenaireId")`
  const comptes: Record<Profil, string | null> = {
    anonyme: null,
    inactivé: await creerCopie(demande.auteur, 'inactif'),
    'CGU non acceptées': await creerCopie(demande.auteur, 'actif'),
    'second facteur attendu': await attendantSecondFacteur(demande.auteur),
    'second facteur à installer': await devantSInstaller(),
    technicien: demande.auteur,
    'technicien d’un autre partenaire': await compte(
      `profil = 'technicien' AND "partenaireId" <> $1 AND ${ouvertes}
       AND EXISTS (SELECT FROM convention_caisse v WHERE v."partenaireId" = c."partenaireId" AND v."caisseId" = $2 AND v.etat = 'en_vigueur')`,
      [demande.partenaireId, demande.caisseId],
    ),
    gestionnaire: await compte(`profil = 'gestionnaire' AND "structureId" = $1`, [demande.structureId]),
    'gestionnaire d’un autre partenaire': await compte(`profil = 'gestionnaire' AND "partenaireId" <> $1`, [
      demande.partenaireId,
    ]),
    agent: await compte(`roles = '{agent}' AND "caisseId" = $1`, [demande.caisseId]),
    'agent d’une autre caisse': await compte(`roles = '{agent}' AND "caisseId" <> $1`, [demande.caisseId]),
    référent: await compte(`roles = '{referent}' AND "caisseId" = $1`, [demande.caisseId]),
    'référent d’une autre caisse': await compte(`roles = '{referent}' AND "caisseId" <> $1`, [demande.caisseId]),
    DPO: await compte(`roles = '{dpo}' AND "caisseId" = $1`, [demande.caisseId]),
    administrateur: await compte(`profil = 'administrateur'`),
  }
  const [transmise] = await sql<{ reference: string }>(
    `INSERT INTO demande (id, reference, "caisseId", "partenaireId", "structureId", "auteurId", service, "motifId", objet, "deposeeLe", "triLe", "majLe")
     SELECT gen_random_uuid(), '26-9' || lpad(floor(random() * 100000)::text, 5, '0'), "caisseId", "partenaireId", "structureId", "auteurId", 'contact', "motifId", 'Essai', now(), now(), now()
     FROM demande WHERE id = $1 RETURNING reference`,
    [demande.id],
  )
  const [brouillon] = await sql<{ id: string }>(
    `INSERT INTO brouillon (id, "compteId", "partenaireId", "structureId", service, "caisseId", "motifId")
     SELECT gen_random_uuid(), c.id, c."partenaireId", c."structureId", 'contact', $2, (SELECT id FROM motif WHERE code = 'autre_contact' AND "caisseId" IS NULL)
     FROM compte c WHERE identifiant = $1 RETURNING id`,
    [demande.auteur, demande.caisseId],
  )
  const [regle] = await sql<{ lie: string; contactCaisse: string; contactPartenaire: string; motif: string }>(
    `WITH lie AS (SELECT v."partenaireId" AS id FROM convention_caisse v WHERE v."caisseId" = $1 AND v.etat = 'en_vigueur' AND NOT EXISTS
       (SELECT FROM convention_caisse w WHERE w."partenaireId" = v."partenaireId" AND w."caisseId" <> $1) LIMIT 1),
     contact AS (INSERT INTO contact_partenaire (id, "partenaireId", type, nom) VALUES (gen_random_uuid(), $2, 'referent', 'Essai') RETURNING id),
     propre AS (INSERT INTO motif (id, code, service, "caisseId", libelle, "libelleCourt", actif)
       VALUES (gen_random_uuid(), 'propre_' || substr(md5(random()::text), 1, 8), 'dossier', $1, 'Essai', 'Essai', false) RETURNING id)
     SELECT lie.id AS lie, contact.id AS "contactPartenaire", propre.id AS motif,
       (SELECT k.id FROM contact_caisse k WHERE k."caisseId" = $1 LIMIT 1) AS "contactCaisse" FROM lie, contact, propre`,
    [demande.caisseId, demande.partenaireId],
  )
  if (!regle) throw new Error('Les données de démonstration n’ont pas de partenaire lié à une seule caisse.')
  // The journal of a new portal is empty: the DPO looks at a page.
  const { name, value } = await ouvrirSession(comptes.DPO ?? '')
  await (await fetch(`${process.env.E2E_URL}/caisse/accueil`, { headers: { cookie: `${name}=${value}` } })).text()
  const [journal] = await sql<{ rangJournal: string }>(
    `SELECT id::text AS "rangJournal" FROM journal WHERE "caisseId" = (SELECT "caisseId" FROM compte WHERE identifiant = $1) ORDER BY id LIMIT 1`,
    [comptes.DPO],
  )
  if (!journal) throw new Error('Le journal de la démonstration ne dit rien de la caisse du DPO.')
  const cible: Cible = {
    ...regle,
    ...journal,
    ...(await rendezVousDe(demande)),
    ...(await ficheDe(regle.lie)),
    incident: await incidentDe(demande),
    droit: await droitDe(comptes.DPO ?? ''),
    violation: await violationDe(demande),
    ticket: await ticketDe(demande),
    ...(await formationsDe(demande, comptes.gestionnaire ?? '')),
    ...(await questionnairesDe(demande)),
    ...(await publicationsDe(demande)),
    copil: await copilDe(demande),
    demande: demande.reference,
    transmise: transmise?.reference ?? '',
    brouillon: brouillon?.id ?? '',
    doublon: await doublonDe(demande),
    piece: demande.piece,
    caisse: demande.caisseId,
    ...(await conventionDe(demande)),
    modele: await modeleDe(demande.caisseId),
    ...(await habilitationsDe(demande)),
    membre: await idDe(demande.auteur),
    cleAcces: await cleDe(demande.auteur),
    invite: await idDe(await creerCopie(demande.auteur, 'attente_activation')),
    compteCaisse: await idDe(comptes.agent ?? ''),
    compteNational: await idDe(comptes.administrateur ?? ''),
    ...(await deLAgent(comptes.agent ?? '')),
    ...(await reunis(comptes.agent ?? '')),
    ...(await administres()),
  }
  return { cible, comptes }
}

/** A draft whose person has a demande in progress at the structure. */
async function doublonDe(demande: { id: string; auteur: string; caisseId: string }) {
  const personne = {
    civilite: 'madame',
    nomNaissance: 'Essai',
    nomUsage: '',
    prenom: 'Doublon',
    dateNaissance: { jour: '1', mois: '1', annee: '1980' },
    departement: '14',
  }
  const [brouillon] = await sql<{ id: string }>(
    `WITH d AS (INSERT INTO demande (id, reference, "caisseId", "partenaireId", "structureId", "auteurId", service, "motifId", objet, "deposeeLe", "triLe", "majLe", "clePersonne")
       SELECT gen_random_uuid(), '26-8' || lpad(floor(random() * 100000)::text, 5, '0'), "caisseId", "partenaireId", "structureId", "auteurId", 'contact', "motifId", 'Essai', now(), now(), now(), 'essai doublon 1980-01-01'
       FROM demande WHERE id = $1)
     INSERT INTO brouillon (id, "compteId", "partenaireId", "structureId", service, "caisseId", "motifId", donnees)
     SELECT gen_random_uuid(), c.id, c."partenaireId", c."structureId", 'contact', $3, (SELECT id FROM motif WHERE code = 'autre_contact' AND "caisseId" IS NULL), $4::jsonb
     FROM compte c WHERE identifiant = $2 RETURNING id`,
    [demande.id, demande.auteur, demande.caisseId, JSON.stringify({ personne })],
  )
  return brouillon?.id ?? ''
}

/** A report of an account of the structure, closed for it: by nobody of those who open it here. */
async function incidentDe(demande: { auteur: string; partenaireId: string }) {
  const compte = await idDe(await creerCopie(demande.auteur, 'inactif'))
  const [rang] = await sql<{ id: string }>(
    `INSERT INTO signalement_compte (id, "compteId", "partenaireId", type, description, "signaleLe", "inactiveLe")
     VALUES (gen_random_uuid(), $1, $2, 'perte', 'Téléphone perdu.', now(), now()) RETURNING id`,
    [compte, demande.partenaireId],
  )
  return rang?.id ?? ''
}

/** A request of a person at the caisse of the DPO, with one dossier kept. */
async function droitDe(dpo: string) {
  const [rang] = await sql<{ id: string }>(
    `WITH p AS (INSERT INTO demande_personne (id, reference, "caisseId", type, canal, "recueLe", "nomNaissance", prenom, objet, "echeanceLe", "creeLe", "creeParId")
       SELECT gen_random_uuid(), 'P20-' || substr(md5(random()::text), 1, 6), c."caisseId", 'acces', 'courrier', current_date, 'Essai', 'Essai', 'Essai.', current_date + 30, now(), c.id
       FROM compte c WHERE c.identifiant = $1 RETURNING id, "caisseId")
     INSERT INTO dossier_personne ("demandePersonneId", "demandeId", "caisseId", "retenuLe")
     SELECT p.id, (SELECT d.id FROM demande d WHERE d."caisseId" = p."caisseId" AND d."nomNaissance" IS NOT NULL LIMIT 1), p."caisseId", now() FROM p
     RETURNING "demandePersonneId" AS id`,
    [dpo],
  )
  return rang?.id ?? ''
}

/** A breach declared by a colleague of those who open it here. */
async function violationDe(demande: { auteur: string; partenaireId: string; caisseId: string }) {
  const auteur = await idDe(await creerCopie(demande.auteur, 'inactif'))
  const [rang] = await sql<{ id: string }>(
    `WITH v AS (INSERT INTO violation (id, cote, "partenaireId", "declareeParId", "declareeLe", "constateeLe", natures, donnees, description, mesures, contact)
       VALUES (gen_random_uuid(), 'partenaire', $2, $1, now(), now(), '{confidentialite}', '{identite}', 'Essai.', '', 'Accueil') RETURNING id)
     INSERT INTO violation_caisse ("violationId", "caisseId", "declareeParId", "partenaireId", "connueLe", "autrePartieAvant", "autrePartieLe", "autoriteAvant")
     SELECT id, $3, $1, $2, now(), now(), now(), now() FROM v RETURNING "violationId" AS id`,
    [auteur, demande.partenaireId, demande.caisseId],
  )
  return rang?.id ?? ''
}

/** What the author of the demande told its caisse. */
async function ticketDe(demande: { auteur: string; partenaireId: string; caisseId: string }) {
  const [rang] = await sql<{ id: string }>(
    `INSERT INTO dysfonctionnement (id, "caisseId", "compteId", "partenaireId", profil, activite, constat, gene, "creeLe", "dernierLe")
     VALUES (gen_random_uuid(), $3, $1, $2, 'technicien', 'Essai.', 'Essai.', 'gene', now(), now()) RETURNING id`,
    [await idDe(demande.auteur), demande.partenaireId, demande.caisseId],
  )
  return rang?.id ?? ''
}

/** A questionnaire that waits for the answer of the partenaire, and one of the year after in draft. */
async function questionnairesDe({ partenaireId, caisseId }: { partenaireId: string; caisseId: string }) {
  const questionnaire = async (annee: number, etat: 'ouvert' | 'brouillon') => {
    const [rang] = await sql<{ id: string }>(
      `WITH q AS (INSERT INTO questionnaire (id, "caisseId", annee, titre, etat, "ouvreLe", "fermeLe", rappels, "creeLe", "creeParId", "ouvertLe")
         SELECT gen_random_uuid(), $1, $2, 'Essai', $3, current_date, current_date + 30, '{}', now(), c.id, CASE WHEN $3 = 'ouvert' THEN now() END
         FROM compte c WHERE c."caisseId" = $1 LIMIT 1 RETURNING id),
       u AS (INSERT INTO question_questionnaire (id, "questionnaireId", "caisseId", rang, type, intitule, options, obligatoire)
         SELECT gen_random_uuid(), id, $1, 1, 'oui_non', 'Essai ?', '{}', true FROM q)
       SELECT id FROM q`,
      [caisseId, annee, etat],
    )
    if (!rang) throw new Error('La caisse n’a pas de compte.')
    return rang.id
  }
  const ouvert = await questionnaire(2098, 'ouvert')
  await sql(
    `INSERT INTO destinataire_questionnaire ("questionnaireId", "partenaireId", "caisseId", "inviteLe") VALUES ($1, $2, $3, now())`,
    [ouvert, partenaireId, caisseId],
  )
  return { questionnaire: ouvert, brouillonQuestionnaire: await questionnaire(2099, 'brouillon') }
}

/** Training sessions kept for the partenaire, with the author of the demande and its gestionnaire registered. */
async function formationsDe(demande: { auteur: string; partenaireId: string; caisseId: string }, gestionnaire: string) {
  const session = async (etat: string, dans: string, presente: boolean | null) => {
    const [rang] = await sql<{ id: string; inscription: string }>(
      `WITH f AS (INSERT INTO formation (id, "caisseId", theme, description, mode, lieu, places, "debutLe", "finLe", "inscriptionsJusquau", "pourTous", profils, etat, "creeeLe", "creeeParId")
         SELECT gen_random_uuid(), $1, 'Essai', 'Essai.', 'sur_place', 'Salle 2', 5, now() + $2::interval, now() + $2::interval + interval '2 hours', current_date, false,
           '{technicien,gestionnaire}', $3, now() - interval '1 day', c.id FROM compte c WHERE c."caisseId" = $1 LIMIT 1 RETURNING id),
       p AS (INSERT INTO formation_partenaire ("formationId", "partenaireId", "caisseId") SELECT id, $4, $1 FROM f)
       SELECT id, gen_random_uuid() AS inscription FROM f`,
      [demande.caisseId, dans, etat, demande.partenaireId],
    )
    if (!rang) throw new Error('La caisse n’a pas de compte.')
    if (etat !== 'brouillon')
      await sql(
        `INSERT INTO inscription_formation (id, "formationId", "caisseId", "compteId", "partenaireId", "structureId", etat, "inscriteLe", "inscriteParId", presente, cle)
         SELECT $1, $2, $3, c.id, c."partenaireId", c."structureId", 'inscrite', now(), c.id, $5, CASE WHEN $5 THEN gen_random_uuid() END FROM compte c WHERE c.identifiant = $4`,
        [rang.inscription, rang.id, demande.caisseId, demande.auteur, presente],
      )
    if (etat === 'publiee')
      await sql(
        `INSERT INTO inscription_formation (id, "formationId", "caisseId", "compteId", "partenaireId", "structureId", etat, "inscriteLe", "inscriteParId")
         SELECT gen_random_uuid(), $1, $2, c.id, c."partenaireId", c."structureId", 'inscrite', now(), c.id FROM compte c WHERE c.identifiant = $3`,
        [rang.id, demande.caisseId, gestionnaire],
      )
    return rang
  }
  const suivie = await session('terminee', '-10 days', true)
  return {
    formation: (await session('publiee', '30 days', null)).id,
    brouillonFormation: (await session('brouillon', '30 days', null)).id,
    formationSuivie: suivie.id,
    attestation: suivie.inscription,
  }
}

/** News for the techniciens of the caisse, and a document: a file taken from another demande. */
async function publicationsDe({ caisseId, piece }: { caisseId: string; piece: string }) {
  const actualite = async (etat: string) => {
    const [rang] = await sql<{ id: string }>(
      `INSERT INTO actualite (id, "caisseId", genre, titre, texte, caisses, types, profils, etat, "publieeLe", "creeeLe", "creeeParId")
       SELECT gen_random_uuid(), $1, 'flash_info', 'Essai', 'Essai.', '{}', '{}', '{technicien}', $2, CASE WHEN $2 = 'publiee' THEN now() END, now(), gen_random_uuid() RETURNING id`,
      [caisseId, etat],
    )
    return rang?.id ?? ''
  }
  const [document] = await sql<{ id: string; version: string }>(
    `WITH autre AS (SELECT p.id FROM piece_jointe p JOIN demande d ON d.id = p."demandeId"
       WHERE d."caisseId" = $1 AND p.etat = 'saine' AND p.id <> $2 ORDER BY d.reference LIMIT 1 FOR UPDATE OF p SKIP LOCKED),
     p AS (UPDATE piece_jointe SET "demandeId" = NULL, "messageId" = NULL, "caisseId" = NULL, "structureId" = NULL WHERE id IN (SELECT id FROM autre) RETURNING id),
     d AS (INSERT INTO document_bibliotheque (id, "caisseId", genre, titre, description, theme, services, motifs, caisses, types, profils, etat, "creeLe", "creeParId")
       SELECT gen_random_uuid(), $1, 'guide', 'Essai', 'Essai.', 'Essai', '{}', '{}', '{}', '{}', '{technicien}', 'publie', now(), $1 RETURNING id)
     INSERT INTO version_document (id, "documentId", "caisseId", numero, "pieceJointeId", "ajouteeLe", "ajouteeParId")
       SELECT gen_random_uuid(), d.id, $1, 1, p.id, now(), $1 FROM d, p RETURNING "documentId" AS id, id AS version`,
    [caisseId, piece],
  )
  return {
    actualite: await actualite('publiee'),
    brouillonActualite: await actualite('brouillon'),
    documentBibliotheque: document?.id ?? '',
    versionBibliotheque: document?.version ?? '',
  }
}

/** A meeting to come, of a period that the demonstration has not. */
async function copilDe({ partenaireId, caisseId }: { partenaireId: string; caisseId: string }) {
  const [rang] = await sql<{ id: string }>(
    `INSERT INTO copil (id, "caisseId", "partenaireId", du, au, periode, libelle, "prevuLe", "creeLe", "creeParId")
     SELECT gen_random_uuid(), $1, $2, '2019-01-01', '2019-01-31', 'libre', 'Essai', now() + interval '20 days', now(), c.id FROM compte c WHERE c."caisseId" = $1 LIMIT 1 RETURNING id`,
    [caisseId, partenaireId],
  )
  return rang?.id ?? ''
}

/** What hangs on the record of a partenaire. */
async function ficheDe(partenaireId: string) {
  const [rang] = await sql<{ structureLiee: string; contactLie: string; gestionnaireLie: string }>(
    `SELECT c."structureId" AS "structureLiee", c.id AS "gestionnaireLie",
       (SELECT k.id FROM contact_partenaire k WHERE k."partenaireId" = $1 LIMIT 1) AS "contactLie"
     FROM compte c WHERE c."partenaireId" = $1 AND c.profil = 'gestionnaire' AND c.etat = 'actif' LIMIT 1`,
    [partenaireId],
  )
  if (!rang) throw new Error('Ce partenaire de démonstration n’a pas de gestionnaire.')
  return rang
}

/** A template of the caisse, whether the demonstration gives it one or not. */
async function modeleDe(caisseId: string): Promise<string> {
  const [rang] = await sql<{ id: string }>(
    `INSERT INTO modele_reponse (id, "caisseId", titre, texte) VALUES (gen_random_uuid(), $1, 'Essai', 'Bonjour {{prenom_du_technicien}},') RETURNING id`,
    [caisseId],
  )
  return rang?.id ?? ''
}

/** The convention behind a demande, with a document: a file taken from another demande of the same partenaire. */
async function conventionDe(demande: { partenaireId: string; caisseId: string; piece: string }) {
  const [rang] = await sql<{ convention: string; document: string }>(
    `WITH c AS (SELECT "conventionId" FROM convention_caisse WHERE "partenaireId" = $1 AND "caisseId" = $2 AND etat = 'en_vigueur' LIMIT 1),
     autre AS (SELECT p.id FROM piece_jointe p JOIN demande d ON d.id = p."demandeId"
       WHERE d."partenaireId" = $1 AND d."caisseId" = $2 AND p.etat = 'saine' AND p.id <> $3 ORDER BY d.reference DESC LIMIT 1 FOR UPDATE OF p SKIP LOCKED),
     detachee AS (UPDATE piece_jointe SET "demandeId" = NULL, "messageId" = NULL, "caisseId" = NULL, "structureId" = NULL
       WHERE id IN (SELECT id FROM autre) RETURNING id)
     INSERT INTO document_convention (id, "conventionId", "caisseId", "pieceJointeId", type)
     SELECT gen_random_uuid(), "conventionId", $2, detachee.id, 'annexe' FROM c, detachee RETURNING id AS document, "conventionId" AS convention`,
    [demande.partenaireId, demande.caisseId, demande.piece],
  )
  if (!rang) throw new Error('Les données de démonstration n’ont pas d’autre demande avec une pièce.')
  return rang
}

/** A saved view and a bulk act of the agent. */
async function deLAgent(identifiant: string) {
  const [rang] = await sql<{ vue: string; lot: string }>(
    `WITH a AS (SELECT id, "caisseId" FROM compte WHERE identifiant = $1),
     v AS (INSERT INTO vue_file (id, "caisseId", "compteId", nom, filtres, partagee) SELECT gen_random_uuid(), "caisseId", id, 'Essai', '{}', true FROM a RETURNING id),
     l AS (INSERT INTO action_groupee (id, "caisseId", "compteId", type, lignes) SELECT gen_random_uuid(), "caisseId", id, 'prendre', '[]' FROM a RETURNING id)
     SELECT v.id AS vue, l.id AS lot FROM v, l`,
    [identifiant],
  )
  if (!rang) throw new Error('Il faut un agent.')
  return rang
}

/** A team of the caisse with a rule that no demande follows, and an absence of the agent, far away. */
async function reunis(identifiant: string): Promise<{ equipeCaisse: string; regle: string; absence: string }> {
  const [rang] = await sql<{ equipeCaisse: string; regle: string; absence: string }>(
    `WITH a AS (SELECT id, "caisseId" FROM compte WHERE identifiant = $1),
     e AS (INSERT INTO equipe (id, "caisseId", nom) SELECT gen_random_uuid(), "caisseId", 'Essai ' || gen_random_uuid() FROM a RETURNING id, "caisseId"),
     g AS (INSERT INTO regle_routage (id, "caisseId", "motifId", "equipeId")
       SELECT gen_random_uuid(), e."caisseId", (SELECT m.id FROM motif m WHERE m.habilitation LIMIT 1), e.id FROM e
       ON CONFLICT ("caisseId", coalesce(service, ''), coalesce("motifId"::text, ''), coalesce("partenaireId"::text, ''))
         DO UPDATE SET "equipeId" = excluded."equipeId" RETURNING id),
     x AS (INSERT INTO absence (id, "caisseId", "compteId", "remplacantId", "debutLe", "finLe", "creeeParId")
       SELECT gen_random_uuid(), a."caisseId", a.id, r.id, d.jour, d.jour, a.id FROM a
         JOIN LATERAL (SELECT id FROM compte c WHERE c."caisseId" = a."caisseId" AND c.roles @> '{agent}' AND c.id <> a.id LIMIT 1) r ON true,
         LATERAL (SELECT current_date + 400 + floor(random() * 300)::int AS jour) d RETURNING id)
     SELECT e.id AS "equipeCaisse", g.id AS regle, x.id AS absence FROM e, g, x`,
    [identifiant],
  )
  if (!rang) throw new Error('Il faut deux agents dans la caisse.')
  return rang
}

/** A half-day of slots, and a rendez-vous fixed on the demande: the same one for all who prepare it. */
async function rendezVousDe({ id, caisseId, structureId }: { id: string; caisseId: string; structureId: string }) {
  await sql(
    `UPDATE rendez_vous SET etat = 'annule', "annulePar" = 'caisse'
     WHERE "demandeId" = $1 AND etat IN ('propose', 'fixe') AND ("debutLe" IS NULL OR "debutLe" < now() + interval '399 days')`,
    [id],
  )
  await sql(
    `INSERT INTO rendez_vous (id, "demandeId", "caisseId", "structureId", mode, etat, "debutLe", "finLe")
     VALUES (gen_random_uuid(), $1, $2, $3, 'telephone', 'fixe', now() + interval '400 days', now() + interval '401 days')
     ON CONFLICT DO NOTHING`,
    [id, caisseId, structureId],
  )
  const [rang] = await sql<{ plage: string; rendezVous: string }>(
    `WITH p AS (INSERT INTO plage (id, "caisseId", mode, "debutLe", "finLe", "dureeMinutes", "creeeParId")
       SELECT gen_random_uuid(), $2, 'telephone', now() + interval '400 days', now() + interval '401 days', 30, c.id FROM compte c WHERE c."caisseId" = $2 LIMIT 1 RETURNING id)
     SELECT p.id AS plage, r.id AS "rendezVous" FROM p, rendez_vous r WHERE r."demandeId" = $1 AND r.etat = 'fixe'`,
    [id, caisseId],
  )
  if (!rang) throw new Error('La caisse n’a pas de compte.')
  return rang
}

/** What an administrateur opens: the CGU in force, a national motif and a piece of it. */
async function administres() {
  const [rang] = await sql<{ cgu: string; maintenance: string; motifNational: string; pieceNationale: string }>(
    `SELECT (SELECT id FROM maintenance WHERE "debutLe" > now() AND etat = 'annoncee' LIMIT 1) AS maintenance, (SELECT id FROM version_cgu WHERE "publieeLe" <= now() ORDER BY numero DESC LIMIT 1) AS cgu, m.id AS "motifNational", p.id AS "pieceNationale"
     FROM motif m JOIN piece_attendue p ON p."motifId" = m.id WHERE m."caisseId" IS NULL AND m.code = 'puma' ORDER BY p.ordre LIMIT 1`,
  )
  if (!rang) throw new Error('Le catalogue national n’est pas installé.')
  return rang
}

const idDe = async (identifiant: string) =>
  (await sql<{ id: string }>('SELECT id FROM compte WHERE identifiant = $1', [identifiant]))[0]?.id ?? ''

/** A request that waits, and a revue that is signed: another one may be open. */
async function habilitationsDe({
  caisseId,
  partenaireId,
  structureId,
  auteur,
}: {
  caisseId: string
  partenaireId: string
  structureId: string
  auteur: string
}) {
  const [habilitation] = await sql<{ id: string }>(
    `INSERT INTO demande_habilitation (id, "caisseId", "partenaireId", "structureId", type, donnees, "deposeeParId", "echeanceLe")
     SELECT gen_random_uuid(), $1, $2, $3, 'creation', '{}', c.id, now() FROM compte c WHERE c.identifiant = $4 RETURNING id`,
    [caisseId, partenaireId, structureId, auteur],
  )
  const [revue] = await sql<{ id: string }>(
    `INSERT INTO revue_habilitation (id, "partenaireId", "structureId", "echeanceLe", "signeeLe")
     VALUES (gen_random_uuid(), $1, $2, now(), now()) RETURNING id`,
    [partenaireId, structureId],
  )
  return { habilitation: habilitation?.id ?? '', revue: revue?.id ?? '' }
}

/** A colleague of the technicien in another state: what an account may not do does not hang on who it is. */
/** An account with an application of codes. */
async function attendantSecondFacteur(identifiant: string): Promise<string> {
  const copie = await creerCopie(identifiant, 'actif')
  await sql(
    `INSERT INTO second_facteur ("compteId", secret, "cleVersion", "dernierPas") SELECT id, '\\x00', 1, 0 FROM compte WHERE identifiant = $1`,
    [copie],
  )
  return copie
}

/** A technicien whose caisse asks for a second factor. */
async function devantSInstaller(): Promise<string> {
  const { caisse, technicien } = await creerMonde()
  await sql(`UPDATE reglages_caisse SET "secondFacteurTechniciens" = true WHERE "caisseId" = $1`, [caisse.id])
  return technicien.identifiant
}

async function cleDe(identifiant: string): Promise<string> {
  const [rang] = await sql<{ id: string }>(
    `INSERT INTO cle_acces (id, "compteId", credential, "clePublique", nom)
     SELECT gen_random_uuid(), id, gen_random_uuid()::text, '\\x00', 'Ordinateur du bureau' FROM compte WHERE identifiant = $1 RETURNING id`,
    [identifiant],
  )
  return rang?.id ?? ''
}

async function creerCopie(identifiant: string, etat: string): Promise<string> {
  const copie = `${identifiant}-${etat}-${Math.random().toString(36).slice(2, 8)}`
  await sql(
    `INSERT INTO compte (id, identifiant, profil, civilite, nom, prenom, fonction, courriel, "partenaireId", "structureId", etat)
     SELECT gen_random_uuid(), $2, profil, civilite, nom, prenom, fonction, $2 || '@essai.example', "partenaireId", "structureId", $3
     FROM compte WHERE identifiant = $1`,
    [identifiant, copie, etat],
  )
  return copie
}

import { adresseDe, sources } from '../tests/architecture/sources'
import { expect, ouvrirSession, sql, test } from './fixtures'

/** What a request gets: the page, a « not found » that tells nothing, or the way to the sign-in. */
type Attendu = 'ouvert' | 'introuvable' | 'connexion' | 'cgu' | 'refus'

const profils = [
  'anonyme',
  'inactivé',
  'CGU non acceptées',
  'technicien',
  'technicien d’un autre partenaire',
  'gestionnaire',
  'gestionnaire d’un autre partenaire',
  'agent',
  'agent d’une autre caisse',
  'référent',
  'référent d’une autre caisse',
  'DPO',
  'administrateur',
] as const
type Profil = (typeof profils)[number]

type Cible = {
  convention: string
  document: string
  demande: string
  transmise: string
  brouillon: string
  piece: string
  caisse: string
  membre: string
  invite: string
  contactCaisse: string
  contactPartenaire: string
  motif: string
  /** Partenaire of the demande. */
  lie: string
  /** Report of an account of its structure. */
  incident: string
  /** An agent of the caisse, the administrateur, and what the latter administers. */
  compteCaisse: string
  compteNational: string
  cgu: string
  motifNational: string
  pieceNationale: string
  structureLiee: string
  contactLie: string
  gestionnaireLie: string
  /** Request and revue of the structure of the demande. */
  habilitation: string
  revue: string
}
type Regle = { adresse: (cible: Cible) => string; ouvertA: readonly Profil[]; sinon?: Attendu }

const techniciens: readonly Profil[] = ['technicien', 'technicien d’un autre partenaire']
const gestionnaires: readonly Profil[] = ['gestionnaire', 'gestionnaire d’un autre partenaire']
const agents: readonly Profil[] = ['agent', 'agent d’une autre caisse']
const referents: readonly Profil[] = ['référent', 'référent d’une autre caisse']
const administration: readonly Profil[] = ['administrateur']
const connectes = profils.filter((profil) => !['anonyme', 'inactivé', 'CGU non acceptées'].includes(profil))

/** Every guarded page: who gets it. The demande, the draft and the file belong to the technicien and the agent. */
const pages: Record<string, Regle> = {
  '/compte': { adresse: () => '/compte', ouvertA: connectes },
  '/demandes': { adresse: () => '/demandes', ouvertA: techniciens },
  '/demandes/toutes': { adresse: () => '/demandes/toutes', ouvertA: techniciens },
  '/demandes/nouvelle': { adresse: () => '/demandes/nouvelle', ouvertA: techniciens },
  '/demandes/nouvelle/[service]': { adresse: () => '/demandes/nouvelle/dossier', ouvertA: techniciens },
  '/demandes/brouillon/[id]': {
    adresse: ({ brouillon }) => `/demandes/brouillon/${brouillon}`,
    ouvertA: ['technicien'],
  },
  '/demandes/brouillon/[id]/[etape]': {
    adresse: ({ brouillon }) => `/demandes/brouillon/${brouillon}/besoin`,
    ouvertA: ['technicien'],
  },
  '/demandes/brouillon/[id]/supprimer': {
    adresse: ({ brouillon }) => `/demandes/brouillon/${brouillon}/supprimer`,
    ouvertA: ['technicien'],
  },
  '/demandes/[reference]': { adresse: ({ demande }) => `/demandes/${demande}`, ouvertA: ['technicien'] },
  '/demandes/[reference]/confirmation': {
    adresse: ({ demande }) => `/demandes/${demande}/confirmation`,
    ouvertA: ['technicien'],
  },
  '/demandes/[reference]/annuler': {
    adresse: ({ transmise }) => `/demandes/${transmise}/annuler`,
    ouvertA: ['technicien'],
  },
  '/equipe': { adresse: () => '/equipe', ouvertA: gestionnaires },
  '/equipe/nouveau': { adresse: () => '/equipe/nouveau', ouvertA: gestionnaires },
  '/equipe/import': { adresse: () => '/equipe/import', ouvertA: gestionnaires },
  '/equipe/[id]': { adresse: ({ membre }) => `/equipe/${membre}`, ouvertA: ['gestionnaire'] },
  '/equipe/[id]/inactiver': { adresse: ({ membre }) => `/equipe/${membre}/inactiver`, ouvertA: ['gestionnaire'] },
  '/equipe/[id]/lien': { adresse: ({ invite }) => `/equipe/${invite}/lien`, ouvertA: ['gestionnaire'] },
  '/equipe/revue/[id]': { adresse: ({ revue }) => `/equipe/revue/${revue}`, ouvertA: ['gestionnaire'] },
  '/habilitations': { adresse: () => '/habilitations', ouvertA: [...techniciens, ...gestionnaires] },
  '/habilitations/nouvelle': { adresse: () => '/habilitations/nouvelle', ouvertA: [...techniciens, ...gestionnaires] },
  '/habilitations/[id]': {
    adresse: ({ habilitation }) => `/habilitations/${habilitation}`,
    ouvertA: ['technicien', 'gestionnaire'],
  },
  '/caisse/habilitations': { adresse: () => '/caisse/habilitations', ouvertA: referents },
  '/caisse/habilitations/[id]': {
    adresse: ({ habilitation }) => `/caisse/habilitations/${habilitation}`,
    ouvertA: ['référent'],
  },
  '/caisse/revues': { adresse: () => '/caisse/revues', ouvertA: referents },
  '/caisse/revues/ouvrir': { adresse: () => '/caisse/revues/ouvrir?portee=toutes', ouvertA: referents },
  '/caisse/revues/[id]': { adresse: ({ revue }) => `/caisse/revues/${revue}`, ouvertA: ['référent'] },
  '/caisse/accueil': {
    adresse: () => '/caisse/accueil',
    ouvertA: ['agent', 'agent d’une autre caisse', 'référent', 'référent d’une autre caisse', 'DPO'],
  },
  '/convention': { adresse: () => '/convention', ouvertA: gestionnaires },
  '/caisse/conventions': { adresse: () => '/caisse/conventions', ouvertA: referents },
  '/caisse/conventions/nouvelle': { adresse: () => '/caisse/conventions/nouvelle', ouvertA: referents },
  '/caisse/conventions/[id]': {
    adresse: ({ convention }) => `/caisse/conventions/${convention}`,
    ouvertA: ['référent'],
  },
  '/caisse/conventions/[id]/[acte]': {
    adresse: ({ convention }) => `/caisse/conventions/${convention}/denoncer`,
    ouvertA: ['référent'],
  },
  '/annuaire': {
    adresse: () => '/annuaire',
    ouvertA: connectes.filter((profil) => profil !== 'administrateur'),
  },
  '/annuaire/partenaire/nouveau': { adresse: () => '/annuaire/partenaire/nouveau', ouvertA: gestionnaires },
  '/annuaire/partenaire/[id]': {
    adresse: ({ contactPartenaire }) => `/annuaire/partenaire/${contactPartenaire}`,
    ouvertA: ['gestionnaire'],
  },
  '/caisse/parametres': { adresse: () => '/caisse/parametres', ouvertA: referents },
  '/caisse/parametres/[section]': { adresse: () => '/caisse/parametres/delais', ouvertA: referents },
  '/caisse/parametres/[section]/verifier': {
    adresse: () => '/caisse/parametres/statistiques/verifier?periodiciteStatistiques=annuelle',
    ouvertA: referents,
  },
  '/caisse/parametres/motifs': { adresse: () => '/caisse/parametres/motifs', ouvertA: referents },
  '/caisse/parametres/motifs/[service]': { adresse: () => '/caisse/parametres/motifs/dossier', ouvertA: referents },
  '/caisse/parametres/motifs/[service]/verifier': {
    adresse: () => '/caisse/parametres/motifs/dossier/verifier',
    ouvertA: referents,
  },
  '/caisse/parametres/motifs/[service]/nouveau': {
    adresse: () => '/caisse/parametres/motifs/dossier/nouveau',
    ouvertA: referents,
  },
  '/caisse/parametres/motifs/[service]/[id]': {
    adresse: ({ motif }) => `/caisse/parametres/motifs/dossier/${motif}`,
    ouvertA: ['référent'],
  },
  '/caisse/parametres/contacts': { adresse: () => '/caisse/parametres/contacts', ouvertA: referents },
  '/caisse/parametres/contacts/nouveau': {
    adresse: () => '/caisse/parametres/contacts/nouveau?type=theme',
    ouvertA: referents,
  },
  '/caisse/parametres/contacts/[id]': {
    adresse: ({ contactCaisse }) => `/caisse/parametres/contacts/${contactCaisse}`,
    ouvertA: ['référent'],
  },
  '/acces-ferme': { adresse: () => '/acces-ferme', ouvertA: [...techniciens, ...gestionnaires] },
  '/signaler': {
    adresse: () => '/signaler',
    ouvertA: connectes.filter((profil) => profil !== 'administrateur'),
  },
  '/signaler/[id]': { adresse: ({ incident }) => `/signaler/${incident}`, ouvertA: ['gestionnaire', 'référent'] },
  '/caisse/incidents': { adresse: () => '/caisse/incidents', ouvertA: referents },
  '/caisse/incidents/[id]': { adresse: ({ incident }) => `/caisse/incidents/${incident}`, ouvertA: ['référent'] },
  '/caisse/nuit': { adresse: () => '/caisse/nuit', ouvertA: referents },
  '/caisse/partenaires/[id]/suspendre': {
    adresse: ({ lie }) => `/caisse/partenaires/${lie}/suspendre`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/suspendre/lever': {
    adresse: ({ lie }) => `/caisse/partenaires/${lie}/suspendre/lever`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires': { adresse: () => '/caisse/partenaires', ouvertA: referents },
  '/caisse/partenaires/nouveau': { adresse: () => '/caisse/partenaires/nouveau', ouvertA: referents },
  '/caisse/partenaires/[id]': {
    adresse: ({ lie }) => `/caisse/partenaires/${lie}`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/modifier': {
    adresse: ({ lie }) => `/caisse/partenaires/${lie}/modifier`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/contacts/nouveau': {
    adresse: ({ lie }) => `/caisse/partenaires/${lie}/contacts/nouveau`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/contacts/[contactId]': {
    adresse: ({ lie, contactLie }) => `/caisse/partenaires/${lie}/contacts/${contactLie}`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/structures/nouvelle': {
    adresse: ({ lie }) => `/caisse/partenaires/${lie}/structures/nouvelle`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/structures/[structureId]': {
    adresse: ({ lie, structureLiee }) => `/caisse/partenaires/${lie}/structures/${structureLiee}`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/structures/[structureId]/ouverture': {
    adresse: ({ lie, structureLiee }) => `/caisse/partenaires/${lie}/structures/${structureLiee}/ouverture`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/gestionnaires/nouveau': {
    adresse: ({ lie, structureLiee }) => `/caisse/partenaires/${lie}/gestionnaires/nouveau?structure=${structureLiee}`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/comptes/[compteId]': {
    adresse: ({ lie, gestionnaireLie }) => `/caisse/partenaires/${lie}/comptes/${gestionnaireLie}`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/comptes/[compteId]/modifier': {
    adresse: ({ lie, gestionnaireLie }) => `/caisse/partenaires/${lie}/comptes/${gestionnaireLie}/modifier`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/comptes/[compteId]/inactiver': {
    adresse: ({ lie, gestionnaireLie }) => `/caisse/partenaires/${lie}/comptes/${gestionnaireLie}/inactiver`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/comptes/[compteId]/lien': {
    adresse: ({ lie, gestionnaireLie }) => `/caisse/partenaires/${lie}/comptes/${gestionnaireLie}/lien`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/services': {
    adresse: ({ lie }) => `/caisse/partenaires/${lie}/services`,
    ouvertA: ['référent'],
  },
  '/caisse/partenaires/[id]/services/verifier': {
    adresse: ({ lie }) => `/caisse/partenaires/${lie}/services/verifier`,
    ouvertA: ['référent'],
  },
  '/administration/caisses/[id]/parametres': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}/parametres`,
    ouvertA: ['administrateur'],
  },
  '/administration/caisses/[id]/parametres/[section]': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}/parametres/delais`,
    ouvertA: ['administrateur'],
  },
  '/administration/caisses/[id]/parametres/[section]/verifier': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}/parametres/fichiers/verifier`,
    ouvertA: ['administrateur'],
  },
  '/administration/caisses/[id]/parametres/motifs': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}/parametres/motifs`,
    ouvertA: ['administrateur'],
  },
  '/administration/caisses/[id]/parametres/motifs/[service]': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}/parametres/motifs/dossier`,
    ouvertA: ['administrateur'],
  },
  '/administration/caisses/[id]/parametres/motifs/[service]/verifier': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}/parametres/motifs/dossier/verifier`,
    ouvertA: ['administrateur'],
  },
  '/administration/caisses/[id]/parametres/motifs/[service]/nouveau': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}/parametres/motifs/dossier/nouveau`,
    ouvertA: ['administrateur'],
  },
  '/administration/caisses/[id]/parametres/motifs/[service]/[motifId]': {
    adresse: ({ caisse, motif }) => `/administration/caisses/${caisse}/parametres/motifs/dossier/${motif}`,
    ouvertA: ['administrateur'],
  },
  '/administration/caisses/[id]/parametres/contacts': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}/parametres/contacts`,
    ouvertA: ['administrateur'],
  },
  '/administration/caisses/[id]/parametres/contacts/nouveau': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}/parametres/contacts/nouveau?type=theme`,
    ouvertA: ['administrateur'],
  },
  '/administration/caisses/[id]/parametres/contacts/[contactId]': {
    adresse: ({ caisse, contactCaisse }) => `/administration/caisses/${caisse}/parametres/contacts/${contactCaisse}`,
    ouvertA: ['administrateur'],
  },
  '/caisse/file': { adresse: () => '/caisse/file', ouvertA: agents },
  '/caisse/demandes/[reference]': { adresse: ({ demande }) => `/caisse/demandes/${demande}`, ouvertA: ['agent'] },
  '/caisse/parametres/comptes': { adresse: () => '/caisse/parametres/comptes', ouvertA: referents },
  '/caisse/parametres/comptes/nouveau': { adresse: () => '/caisse/parametres/comptes/nouveau', ouvertA: referents },
  '/caisse/parametres/comptes/[id]': {
    adresse: ({ compteCaisse }) => `/caisse/parametres/comptes/${compteCaisse}`,
    ouvertA: ['référent'],
  },
  '/caisse/parametres/comptes/[id]/modifier': {
    adresse: ({ compteCaisse }) => `/caisse/parametres/comptes/${compteCaisse}/modifier`,
    ouvertA: ['référent'],
  },
  '/caisse/parametres/comptes/[id]/inactiver': {
    adresse: ({ compteCaisse }) => `/caisse/parametres/comptes/${compteCaisse}/inactiver`,
    ouvertA: ['référent'],
  },
  '/administration': { adresse: () => '/administration', ouvertA: administration },
  '/administration/caisses': { adresse: () => '/administration/caisses', ouvertA: administration },
  '/administration/caisses/nouvelle': { adresse: () => '/administration/caisses/nouvelle', ouvertA: administration },
  '/administration/caisses/[id]': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}`,
    ouvertA: administration,
  },
  '/administration/caisses/[id]/modifier': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}/modifier`,
    ouvertA: administration,
  },
  '/administration/caisses/[id]/comptes/nouveau': {
    adresse: ({ caisse }) => `/administration/caisses/${caisse}/comptes/nouveau`,
    ouvertA: administration,
  },
  '/administration/caisses/[id]/comptes/[compteId]': {
    adresse: ({ caisse, compteCaisse }) => `/administration/caisses/${caisse}/comptes/${compteCaisse}`,
    ouvertA: administration,
  },
  '/administration/caisses/[id]/comptes/[compteId]/modifier': {
    adresse: ({ caisse, compteCaisse }) => `/administration/caisses/${caisse}/comptes/${compteCaisse}/modifier`,
    ouvertA: administration,
  },
  '/administration/caisses/[id]/comptes/[compteId]/inactiver': {
    adresse: ({ caisse, compteCaisse }) => `/administration/caisses/${caisse}/comptes/${compteCaisse}/inactiver`,
    ouvertA: administration,
  },
  '/administration/comptes': { adresse: () => '/administration/comptes', ouvertA: administration },
  '/administration/comptes/nouveau': { adresse: () => '/administration/comptes/nouveau', ouvertA: administration },
  '/administration/comptes/[id]': {
    adresse: ({ compteNational }) => `/administration/comptes/${compteNational}`,
    ouvertA: administration,
  },
  '/administration/comptes/[id]/modifier': {
    adresse: ({ compteNational }) => `/administration/comptes/${compteNational}/modifier`,
    ouvertA: administration,
  },
  '/administration/comptes/[id]/inactiver': {
    adresse: ({ compteNational }) => `/administration/comptes/${compteNational}/inactiver`,
    ouvertA: administration,
  },
  '/administration/catalogue': { adresse: () => '/administration/catalogue', ouvertA: administration },
  '/administration/catalogue/nouveau': { adresse: () => '/administration/catalogue/nouveau', ouvertA: administration },
  '/administration/catalogue/[id]': {
    adresse: ({ motifNational }) => `/administration/catalogue/${motifNational}`,
    ouvertA: administration,
  },
  '/administration/catalogue/[id]/retirer': {
    adresse: ({ motifNational }) => `/administration/catalogue/${motifNational}/retirer`,
    ouvertA: administration,
  },
  '/administration/catalogue/[id]/pieces/[pieceId]': {
    adresse: ({ motifNational, pieceNationale }) =>
      `/administration/catalogue/${motifNational}/pieces/${pieceNationale}`,
    ouvertA: administration,
  },
  '/administration/catalogue/attestations': {
    adresse: () => '/administration/catalogue/attestations',
    ouvertA: administration,
  },
  '/administration/catalogue/attestations/[code]': {
    adresse: () => '/administration/catalogue/attestations/information_accord',
    ouvertA: administration,
  },
  '/administration/catalogue/parametres': {
    adresse: () => '/administration/catalogue/parametres',
    ouvertA: administration,
  },
  '/administration/cgu': { adresse: () => '/administration/cgu', ouvertA: administration },
  '/administration/cgu/nouvelle': { adresse: () => '/administration/cgu/nouvelle', ouvertA: administration },
  '/administration/cgu/acceptations': { adresse: () => '/administration/cgu/acceptations', ouvertA: administration },
  '/administration/cgu/[id]': { adresse: ({ cgu }) => `/administration/cgu/${cgu}`, ouvertA: administration },
  '/administration/cgu/[id]/modifier': {
    adresse: ({ cgu }) => `/administration/cgu/${cgu}/modifier`,
    ouvertA: administration,
  },
  '/administration/cgu/[id]/publier': {
    adresse: ({ cgu }) => `/administration/cgu/${cgu}/publier`,
    ouvertA: administration,
  },
  '/administration/cgu/[id]/supprimer': {
    adresse: ({ cgu }) => `/administration/cgu/${cgu}/supprimer`,
    ouvertA: administration,
  },
}

/** Every guarded route. Without a session it answers 401, without the right 404: it is called by scripts, not by people. */
const routes: Record<string, Regle> = {
  '/api/pieces-jointes': {
    adresse: ({ brouillon }) => `/api/pieces-jointes?brouillon=${brouillon}`,
    ouvertA: [...techniciens, ...agents],
  },
  '/api/pieces-jointes/[id]': {
    adresse: ({ piece }) => `/api/pieces-jointes/${piece}`,
    ouvertA: ['technicien', 'agent'],
  },
  '/api/demandes/[reference]/accuse': {
    adresse: ({ demande }) => `/api/demandes/${demande}/accuse`,
    ouvertA: ['technicien'],
  },
  '/api/conventions/documents': {
    adresse: ({ convention }) => `/api/conventions/documents?convention=${convention}`,
    ouvertA: ['référent'],
  },
  '/api/conventions/documents/[id]': {
    adresse: ({ document }) => `/api/conventions/documents/${document}`,
    ouvertA: ['référent', 'gestionnaire'],
  },
  '/api/equipe/export': { adresse: () => '/api/equipe/export?format=xlsx', ouvertA: gestionnaires },
  '/api/equipe/modele': { adresse: () => '/api/equipe/modele?format=csv', ouvertA: gestionnaires },
  '/api/revues/[id]/export': {
    adresse: ({ revue }) => `/api/revues/${revue}/export?format=csv`,
    ouvertA: ['gestionnaire', 'référent'],
  },
  '/api/incidents/[id]/preuve': {
    adresse: ({ incident }) => `/api/incidents/${incident}/preuve`,
    ouvertA: ['gestionnaire', 'référent'],
  },
  '/api/demandes/notice': { adresse: ({ caisse }) => `/api/demandes/notice?caisse=${caisse}`, ouvertA: techniciens },
  '/api/administration/cgu/acceptations': {
    adresse: () => '/api/administration/cgu/acceptations?format=csv',
    ouvertA: administration,
  },
}

let cible: Cible
let comptes: Record<Profil, string | null>

test.beforeAll(async () => {
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
  comptes = {
    anonyme: null,
    inactivé: await creerCopie(demande.auteur, 'inactif'),
    'CGU non acceptées': await creerCopie(demande.auteur, 'actif'),
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
    DPO: await compte(`roles = '{dpo}'`),
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
  cible = {
    ...regle,
    ...(await ficheDe(regle.lie)),
    incident: await incidentDe(demande),
    demande: demande.reference,
    transmise: transmise?.reference ?? '',
    brouillon: brouillon?.id ?? '',
    piece: demande.piece,
    caisse: demande.caisseId,
    ...(await conventionDe(demande)),
    ...(await habilitationsDe(demande)),
    membre: await idDe(demande.auteur),
    invite: await idDe(await creerCopie(demande.auteur, 'attente_activation')),
    compteCaisse: await idDe(comptes.agent ?? ''),
    compteNational: await idDe(comptes.administrateur ?? ''),
    ...(await administres()),
  }
})

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

/** The convention behind a demande, with a document: here, the piece of the demande. */
async function conventionDe(demande: { partenaireId: string; caisseId: string; piece: string }) {
  const [rang] = await sql<{ convention: string; document: string }>(
    `WITH c AS (SELECT "conventionId" FROM convention_caisse WHERE "partenaireId" = $1 AND "caisseId" = $2 AND etat = 'en_vigueur' LIMIT 1)
     INSERT INTO document_convention (id, "conventionId", "caisseId", "pieceJointeId", type)
     SELECT gen_random_uuid(), "conventionId", $2, $3, 'annexe' FROM c
     ON CONFLICT ("pieceJointeId") DO UPDATE SET type = 'annexe' RETURNING id AS document, "conventionId" AS convention`,
    [demande.partenaireId, demande.caisseId, demande.piece],
  )
  return { convention: rang?.convention ?? '', document: rang?.document ?? '' }
}

/** What an administrateur opens: the CGU in force, a national motif and a piece of it. */
async function administres() {
  const [rang] = await sql<{ cgu: string; motifNational: string; pieceNationale: string }>(
    `SELECT (SELECT id FROM version_cgu WHERE "publieeLe" <= now() ORDER BY numero DESC LIMIT 1) AS cgu, m.id AS "motifNational", p.id AS "pieceNationale"
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

function attendu(profil: Profil, { ouvertA }: Regle, route: boolean): Attendu {
  if (ouvertA.includes(profil)) return 'ouvert'
  if (profil === 'anonyme' || profil === 'inactivé') return route ? 'refus' : 'connexion'
  if (profil === 'CGU non acceptées') return route ? 'refus' : 'cgu'
  return 'introuvable'
}

async function demander(profil: Profil, adresse: string): Promise<{ obtenu: Attendu | string; texte: string }> {
  const identifiant = comptes[profil]
  const cookie = identifiant ? await ouvrirSession(identifiant) : null
  const reponse = await fetch(process.env.E2E_URL + adresse, {
    redirect: 'manual',
    headers: cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {},
  })
  const texte = await reponse.text()
  const vers = reponse.headers.get('location') ?? ''
  const noms: Record<number, Attendu> = { 200: 'ouvert', 404: 'introuvable', 401: 'refus' }
  const redirige =
    reponse.status === 307 && /^\/(demandes|caisse|administration)/.test(new URL(vers, 'http://localhost').pathname)
  const obtenu = redirige
    ? 'ouvert'
    : vers.includes('/connexion')
      ? 'connexion'
      : vers.includes('/cgu')
        ? 'cgu'
        : (noms[reponse.status] ?? String(reponse.status))
  return { obtenu, texte }
}

test('la matrice connaît chaque page et chaque route du produit', () => {
  const gardees = sources('app', /^page\.tsx$/).filter(({ texte }) => /await exigerActeur\(\s*'/.test(texte))
  expect(gardees.map(({ chemin }) => adresseDe(chemin)).sort()).toEqual(Object.keys(pages).sort())
  const gardes = sources('app', /^route\.tsx?$/).filter(({ texte }) => texte.includes('defineRoute'))
  expect(gardes.map(({ chemin }) => adresseDe(chemin)).sort()).toEqual(Object.keys(routes).sort())
})

for (const [nom, regle] of [...Object.entries(pages), ...Object.entries(routes)]) {
  test(`${nom} s’ouvre à qui de droit, et à personne d’autre`, async () => {
    const adresse = regle.adresse(cible)
    const obtenus: Record<string, string> = {}
    for (const profil of profils) {
      const { obtenu, texte } = await demander(profil, adresse)
      obtenus[profil] = obtenu
      // A refusal says nothing of what it hides.
      if (obtenu !== 'ouvert') expect(texte).not.toContain(`« ${cible.demande} »`)
    }
    expect(obtenus).toEqual(
      Object.fromEntries(profils.map((profil) => [profil, attendu(profil, regle, nom.startsWith('/api/'))])),
    )
  })
}

test('un identifiant inconnu ou mal formé répond « introuvable », jamais une erreur', async () => {
  const inconnus = ['99-999999', '..%2F..%2Fetc', '%00', "'--", '00000000-0000-4000-8000-000000000000']
  for (const inconnu of inconnus) {
    expect((await demander('technicien', `/demandes/${inconnu}`)).obtenu).toMatch(/introuvable|400/)
    expect((await demander('agent', `/caisse/demandes/${inconnu}`)).obtenu).toMatch(/introuvable|400/)
    expect((await demander('technicien', `/demandes/brouillon/${inconnu}/besoin`)).obtenu).toMatch(/introuvable|400/)
    expect((await demander('agent', `/api/pieces-jointes/${inconnu}`)).obtenu).toMatch(/introuvable|400/)
  }
  expect((await demander('technicien', '/demandes/nouvelle/inconnu')).obtenu).toBe('introuvable')
})

test('la notice d’une caisse inconnue ou mal nommée est introuvable', async () => {
  for (const caisse of ['', 'x', '00000000-0000-4000-8000-000000000000'])
    expect((await demander('technicien', `/api/demandes/notice?caisse=${caisse}`)).obtenu).toBe('introuvable')
})

test('un envoi sans origine, d’une autre origine ou mal formé est refusé, jamais une erreur', async () => {
  const identifiant = comptes.technicien ?? ''
  const { name, value } = await ouvrirSession(identifiant)
  const cookie = `${name}=${value}`
  const url = `${process.env.E2E_URL}/api/pieces-jointes?brouillon=${cible.brouillon}`
  const origin = process.env.E2E_URL ?? ''
  const envoyer = async (headers: Record<string, string>, body: BodyInit) =>
    (await fetch(url, { method: 'POST', headers: { cookie, ...headers }, body })).status
  expect(await envoyer({}, 'x')).toBe(403)
  expect(await envoyer({ origin: 'https://ailleurs.example' }, 'x')).toBe(403)
  expect(await envoyer({ origin }, 'x')).toBe(422)
  expect(await envoyer({ origin, 'content-type': 'multipart/form-data' }, 'x')).toBe(422)
  expect(await envoyer({ origin, 'content-type': 'multipart/form-data; boundary=a' }, '--b\r\nrien')).toBe(422)
})

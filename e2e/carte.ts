import {
  connectes,
  type Profil as ProfilDeCompte,
  profils as profilsDeCompte,
} from '../tests/architecture/droits/profils'

/** What a request gets: the page, a « not found » that tells nothing, or the way to the sign-in. */
export type Attendu = 'ouvert' | 'introuvable' | 'connexion' | 'second_facteur' | 'cgu' | 'enrolement' | 'refus'

/** An account that was never activated cannot ask for a page: it has no session. */
export type Profil = Exclude<ProfilDeCompte, 'non activé'>
export const profils = profilsDeCompte.filter((profil): profil is Profil => profil !== 'non activé')

export type Cible = {
  convention: string
  document: string
  demande: string
  transmise: string
  brouillon: string
  /** A draft for a person who has a demande in progress. */
  doublon: string
  piece: string
  /** Half-day of slots of the caisse, and a rendez-vous of the demande. */
  plage: string
  rendezVous: string
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
  /** Breach declared by somebody of the partenaire, to the caisse. */
  violation: string
  /** What its technicien told the caisse of the portal. */
  ticket: string
  /** An agent of the caisse, the administrateur, and what the latter administers. */
  compteCaisse: string
  compteNational: string
  cgu: string
  /** Announced, not begun. */
  maintenance: string
  motifNational: string
  pieceNationale: string
  structureLiee: string
  contactLie: string
  gestionnaireLie: string
  /** Template of reply of the caisse. */
  modele: string
  /** Request and revue of the structure of the demande. */
  habilitation: string
  revue: string
  /** Team of the caisse, its rule of routing, and an absence of the agent. */
  equipeCaisse: string
  regle: string
  absence: string
  /** Saved view and bulk act of the agent. */
  vue: string
  lot: string
  /** Training sessions kept for the partenaire of the demande: open, in draft; and the certificate of the technicien for one that is over. */
  formation: string
  copil: string
  brouillonFormation: string
  /** Questionnaires: one that waits for the answer of the partenaire, one in draft. */
  questionnaire: string
  brouillonQuestionnaire: string
  formationSuivie: string
  /** News for the partenaire of the demande: published, in draft; a document of its library, and the version of it that is a link. */
  actualite: string
  brouillonActualite: string
  documentBibliotheque: string
  versionBibliotheque: string
  attestation: string
  /** Request of a person that the DPO handles, with a dossier. */
  droit: string
  /** Row of the journal that the DPO reads. */
  rangJournal: string
  /** Passkey of the technicien. */
  cleAcces: string
}
export type Regle = { adresse: (cible: Cible) => string; ouvertA: readonly Profil[]; sinon?: Attendu }

const techniciens: readonly Profil[] = ['technicien', 'technicien d’un autre partenaire']
const gestionnaires: readonly Profil[] = ['gestionnaire', 'gestionnaire d’un autre partenaire']
const agents: readonly Profil[] = ['agent', 'agent d’une autre caisse']
const referents: readonly Profil[] = ['référent', 'référent d’une autre caisse']
const administration: readonly Profil[] = ['administrateur']
/** Those who read what the caisse of the demande says to its techniciens. */
const deLaCaisse: readonly Profil[] = [...techniciens, 'agent', 'référent', 'DPO']

/** Every guarded page: who gets it. The demande, the draft and the file belong to the technicien and the agent. */
export const pages: Record<string, Regle> = {
  '/compte': { adresse: () => '/compte', ouvertA: connectes },
  '/guide': { adresse: () => '/guide', ouvertA: connectes },
  '/guide/[profil]': { adresse: () => '/guide/technicien', ouvertA: connectes },
  '/premiere-visite': { adresse: () => '/premiere-visite', ouvertA: connectes },
  '/compte/donnees': { adresse: () => '/compte/donnees', ouvertA: connectes },
  '/compte/securite': { adresse: () => '/compte/securite', ouvertA: connectes },
  '/compte/securite/codes': { adresse: () => '/compte/securite/codes', ouvertA: connectes },
  '/compte/securite/retirer': { adresse: () => '/compte/securite/retirer', ouvertA: connectes },
  '/compte/securite/cles/nouvelle': { adresse: () => '/compte/securite/cles/nouvelle', ouvertA: connectes },
  '/compte/securite/cles/[id]': {
    adresse: ({ cleAcces }) => `/compte/securite/cles/${cleAcces}`,
    ouvertA: ['technicien'],
  },
  '/comptes/[id]/double-authentification': {
    adresse: ({ gestionnaireLie }) => `/comptes/${gestionnaireLie}/double-authentification`,
    ouvertA: ['référent'],
  },
  '/actualites': { adresse: () => '/actualites', ouvertA: connectes },
  '/actualites/gerer': { adresse: () => '/actualites/gerer', ouvertA: [...referents, ...administration] },
  '/actualites/nouvelle': { adresse: () => '/actualites/nouvelle', ouvertA: [...referents, ...administration] },
  '/actualites/[id]': {
    adresse: ({ actualite }) => `/actualites/${actualite}`,
    ouvertA: deLaCaisse,
  },
  '/actualites/[id]/modifier': {
    adresse: ({ brouillonActualite }) => `/actualites/${brouillonActualite}/modifier`,
    ouvertA: ['référent'],
  },
  '/actualites/[id]/publier': {
    adresse: ({ brouillonActualite }) => `/actualites/${brouillonActualite}/publier`,
    ouvertA: ['référent'],
  },
  '/actualites/[id]/retirer': {
    adresse: ({ actualite }) => `/actualites/${actualite}/retirer`,
    ouvertA: ['référent'],
  },
  '/bibliotheque': { adresse: () => '/bibliotheque', ouvertA: connectes },
  '/bibliotheque/nouveau': { adresse: () => '/bibliotheque/nouveau', ouvertA: [...referents, ...administration] },
  '/bibliotheque/[id]': {
    adresse: ({ documentBibliotheque }) => `/bibliotheque/${documentBibliotheque}`,
    ouvertA: deLaCaisse,
  },
  '/bibliotheque/[id]/modifier': {
    adresse: ({ documentBibliotheque }) => `/bibliotheque/${documentBibliotheque}/modifier`,
    ouvertA: ['référent'],
  },
  '/bibliotheque/[id]/version': {
    adresse: ({ documentBibliotheque }) => `/bibliotheque/${documentBibliotheque}/version`,
    ouvertA: ['référent'],
  },
  '/demandes': { adresse: () => '/demandes', ouvertA: techniciens },
  '/demandes/toutes': { adresse: () => '/demandes/toutes', ouvertA: techniciens },
  '/demandes/recherche': { adresse: () => '/demandes/recherche', ouvertA: techniciens },
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
  '/demandes/brouillon/[id]/deja': {
    adresse: ({ doublon }) => `/demandes/brouillon/${doublon}/deja`,
    ouvertA: ['technicien'],
  },
  '/caisse/demandes/transferees': { adresse: () => '/caisse/demandes/transferees', ouvertA: agents },
  '/demandes/brouillon/[id]/supprimer': {
    adresse: ({ brouillon }) => `/demandes/brouillon/${brouillon}/supprimer`,
    ouvertA: ['technicien'],
  },
  '/demandes/[reference]': { adresse: ({ demande }) => `/demandes/${demande}`, ouvertA: ['technicien'] },
  '/demandes/[reference]/confirmation': {
    adresse: ({ demande }) => `/demandes/${demande}/confirmation`,
    ouvertA: ['technicien'],
  },
  '/demandes/[reference]/courriels': {
    adresse: ({ demande }) => `/demandes/${demande}/courriels`,
    ouvertA: ['technicien'],
  },
  '/demandes/[reference]/annuler': {
    adresse: ({ transmise }) => `/demandes/${transmise}/annuler`,
    ouvertA: ['technicien'],
  },
  '/equipe': { adresse: () => '/equipe', ouvertA: gestionnaires },
  '/equipe/boite': { adresse: () => '/equipe/boite', ouvertA: gestionnaires },
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
  '/annuaire/confirmer': { adresse: () => '/annuaire/confirmer', ouvertA: [...gestionnaires, ...referents] },
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
  '/violations': { adresse: () => '/violations', ouvertA: connectes.filter((profil) => profil !== 'administrateur') },
  '/violations/declarer': {
    adresse: () => '/violations/declarer',
    ouvertA: connectes.filter((profil) => profil !== 'administrateur'),
  },
  '/violations/[id]': {
    adresse: ({ violation }) => `/violations/${violation}`,
    ouvertA: ['gestionnaire', 'référent', 'DPO'],
  },
  '/support': { adresse: () => '/support', ouvertA: connectes },
  '/support/signaler': { adresse: () => '/support/signaler', ouvertA: connectes },
  '/support/recus': { adresse: () => '/support/recus', ouvertA: [...referents, ...administration] },
  '/support/[id]': {
    adresse: ({ ticket }) => `/support/${ticket}`,
    ouvertA: ['technicien', 'référent', 'administrateur'],
  },
  '/caisse/violations': { adresse: () => '/caisse/violations', ouvertA: ['DPO'] },
  '/caisse/violations/[id]': { adresse: ({ violation }) => `/caisse/violations/${violation}`, ouvertA: ['DPO'] },
  '/questionnaires': { adresse: () => '/questionnaires', ouvertA: gestionnaires },
  '/questionnaires/[id]': {
    adresse: ({ questionnaire }) => `/questionnaires/${questionnaire}`,
    ouvertA: ['gestionnaire'],
  },
  '/questionnaires/[id]/envoyer': {
    adresse: ({ questionnaire }) => `/questionnaires/${questionnaire}/envoyer`,
    ouvertA: ['gestionnaire'],
  },
  '/caisse/questionnaires': { adresse: () => '/caisse/questionnaires', ouvertA: referents },
  '/caisse/questionnaires/nouveau': { adresse: () => '/caisse/questionnaires/nouveau', ouvertA: referents },
  '/caisse/questionnaires/[id]': {
    adresse: ({ questionnaire }) => `/caisse/questionnaires/${questionnaire}`,
    ouvertA: ['référent'],
  },
  '/caisse/questionnaires/[id]/modifier': {
    adresse: ({ questionnaire }) => `/caisse/questionnaires/${questionnaire}/modifier`,
    ouvertA: ['référent'],
  },
  '/caisse/questionnaires/[id]/clore': {
    adresse: ({ questionnaire }) => `/caisse/questionnaires/${questionnaire}/clore`,
    ouvertA: ['référent'],
  },
  '/caisse/questionnaires/[id]/resultats': {
    adresse: ({ questionnaire }) => `/caisse/questionnaires/${questionnaire}/resultats`,
    ouvertA: ['référent'],
  },
  '/caisse/questionnaires/[id]/envoyer': {
    adresse: ({ brouillonQuestionnaire }) => `/caisse/questionnaires/${brouillonQuestionnaire}/envoyer`,
    ouvertA: ['référent'],
  },
  '/caisse/questionnaires/[id]/questions/[question]': {
    adresse: ({ brouillonQuestionnaire }) => `/caisse/questionnaires/${brouillonQuestionnaire}/questions/nouvelle`,
    ouvertA: ['référent'],
  },
  '/formations': { adresse: () => '/formations', ouvertA: [...techniciens, ...gestionnaires] },
  '/formations/[id]': {
    adresse: ({ formation }) => `/formations/${formation}`,
    ouvertA: ['technicien', 'gestionnaire'],
  },
  '/caisse/formations': { adresse: () => '/caisse/formations', ouvertA: referents },
  '/caisse/formations/nouvelle': { adresse: () => '/caisse/formations/nouvelle', ouvertA: referents },
  '/caisse/formations/[id]': {
    adresse: ({ formation }) => `/caisse/formations/${formation}`,
    ouvertA: ['référent'],
  },
  '/caisse/formations/[id]/modifier': {
    adresse: ({ formation }) => `/caisse/formations/${formation}/modifier`,
    ouvertA: ['référent'],
  },
  '/caisse/formations/[id]/publier': {
    adresse: ({ brouillonFormation }) => `/caisse/formations/${brouillonFormation}/publier`,
    ouvertA: ['référent'],
  },
  '/caisse/formations/[id]/annuler': {
    adresse: ({ formation }) => `/caisse/formations/${formation}/annuler`,
    ouvertA: ['référent'],
  },
  '/caisse/bilans': { adresse: () => '/caisse/bilans', ouvertA: [...agents, ...referents] },
  '/caisse/bilans/echantillon': { adresse: () => '/caisse/bilans/echantillon', ouvertA: [...agents, ...referents] },
  '/caisse/bilans/demandes': { adresse: () => '/caisse/bilans/demandes', ouvertA: agents },
  '/caisse/bilans/[partenaire]': {
    adresse: ({ lie }) => `/caisse/bilans/${lie}`,
    ouvertA: ['agent', 'référent'],
  },
  '/bilan': { adresse: () => '/bilan', ouvertA: [...techniciens, ...gestionnaires] },
  '/bilan/copil': { adresse: () => '/bilan/copil', ouvertA: [...techniciens, ...gestionnaires] },
  '/caisse/bilans/[partenaire]/copil': {
    adresse: ({ lie }) => `/caisse/bilans/${lie}/copil`,
    ouvertA: ['agent', 'référent'],
  },
  '/exports': { adresse: () => '/exports', ouvertA: [...techniciens, ...agents] },
  '/bilan/demandes': { adresse: () => '/bilan/demandes', ouvertA: techniciens },
  '/caisse/conservation': { adresse: () => '/caisse/conservation', ouvertA: [...referents, 'DPO'] },
  '/caisse/conservation/registre': { adresse: () => '/caisse/conservation/registre', ouvertA: [...referents, 'DPO'] },
  '/caisse/conservation/retenir': { adresse: () => '/caisse/conservation/retenir', ouvertA: [...referents, 'DPO'] },
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
  '/caisse/modeles': {
    adresse: () => '/caisse/modeles',
    ouvertA: ['agent', 'agent d’une autre caisse', 'référent', 'référent d’une autre caisse'],
  },
  '/caisse/modeles/nouveau': {
    adresse: () => '/caisse/modeles/nouveau',
    ouvertA: ['agent', 'agent d’une autre caisse', 'référent', 'référent d’une autre caisse'],
  },
  '/caisse/modeles/[id]': { adresse: ({ modele }) => `/caisse/modeles/${modele}`, ouvertA: ['agent', 'référent'] },
  '/caisse/recherche': { adresse: () => '/caisse/recherche', ouvertA: agents },
  '/caisse/rendez-vous': { adresse: () => '/caisse/rendez-vous', ouvertA: agents },
  '/caisse/rendez-vous/plages/nouvelle': { adresse: () => '/caisse/rendez-vous/plages/nouvelle', ouvertA: agents },
  '/caisse/rendez-vous/plages/verifier': { adresse: () => '/caisse/rendez-vous/plages/verifier', ouvertA: agents },
  '/caisse/rendez-vous/plages/[id]': {
    adresse: ({ plage }) => `/caisse/rendez-vous/plages/${plage}`,
    ouvertA: ['agent'],
  },
  '/caisse/parametres/fermetures': { adresse: () => '/caisse/parametres/fermetures', ouvertA: referents },
  '/caisse/file': { adresse: () => '/caisse/file', ouvertA: agents },
  '/caisse/courriels': { adresse: () => '/caisse/courriels', ouvertA: referents },
  '/caisse/demandes/[reference]/courriels': {
    adresse: ({ demande }) => `/caisse/demandes/${demande}/courriels`,
    ouvertA: ['agent'],
  },
  '/caisse/file/colonnes': { adresse: () => '/caisse/file/colonnes?vue=toutes', ouvertA: agents },
  '/caisse/file/vues': { adresse: () => '/caisse/file/vues', ouvertA: agents },
  '/caisse/file/vues/nouvelle': { adresse: () => '/caisse/file/vues/nouvelle?vue=a_prendre', ouvertA: agents },
  '/caisse/file/vues/[id]': { adresse: ({ vue }) => `/caisse/file/vues/${vue}`, ouvertA: ['agent'] },
  '/caisse/file/lot': { adresse: () => '/caisse/file/lot?acte=clore', ouvertA: agents },
  '/caisse/file/lot/[id]': { adresse: ({ lot }) => `/caisse/file/lot/${lot}`, ouvertA: ['agent'] },
  '/caisse/demandes/[reference]': { adresse: ({ demande }) => `/caisse/demandes/${demande}`, ouvertA: ['agent'] },
  '/caisse/absences': { adresse: () => '/caisse/absences', ouvertA: [...agents, ...referents] },
  '/caisse/absences/nouvelle': { adresse: () => '/caisse/absences/nouvelle', ouvertA: [...agents, ...referents] },
  '/caisse/absences/[id]': { adresse: ({ absence }) => `/caisse/absences/${absence}`, ouvertA: ['agent', 'référent'] },
  '/caisse/absences/[id]/repartir': {
    adresse: ({ absence }) => `/caisse/absences/${absence}/repartir`,
    ouvertA: ['référent'],
  },
  '/caisse/parametres/equipes': { adresse: () => '/caisse/parametres/equipes', ouvertA: referents },
  '/caisse/parametres/equipes/nouvelle': { adresse: () => '/caisse/parametres/equipes/nouvelle', ouvertA: referents },
  '/caisse/parametres/equipes/[id]': {
    adresse: ({ equipeCaisse }) => `/caisse/parametres/equipes/${equipeCaisse}`,
    ouvertA: ['référent'],
  },
  '/caisse/parametres/equipes/[id]/dissoudre': {
    adresse: ({ equipeCaisse }) => `/caisse/parametres/equipes/${equipeCaisse}/dissoudre`,
    ouvertA: ['référent'],
  },
  '/caisse/parametres/routage': { adresse: () => '/caisse/parametres/routage', ouvertA: referents },
  '/caisse/parametres/routage/nouvelle': { adresse: () => '/caisse/parametres/routage/nouvelle', ouvertA: referents },
  '/caisse/parametres/routage/appliquer': { adresse: () => '/caisse/parametres/routage/appliquer', ouvertA: referents },
  '/caisse/parametres/routage/[id]': {
    adresse: ({ regle }) => `/caisse/parametres/routage/${regle}`,
    ouvertA: ['référent'],
  },
  '/caisse/parametres/vues': { adresse: () => '/caisse/parametres/vues', ouvertA: referents },
  '/caisse/parametres/vues/[id]': { adresse: ({ vue }) => `/caisse/parametres/vues/${vue}`, ouvertA: ['référent'] },
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
  '/administration/journal': { adresse: () => '/administration/journal', ouvertA: administration },
  '/administration/journal/[rang]': {
    adresse: ({ rangJournal }) => `/administration/journal/${rangJournal}`,
    ouvertA: administration,
  },
  '/administration/journal/signaux': { adresse: () => '/administration/journal/signaux', ouvertA: administration },
  '/caisse/personnes': { adresse: () => '/caisse/personnes', ouvertA: ['DPO'] },
  '/caisse/personnes/nouvelle': { adresse: () => '/caisse/personnes/nouvelle', ouvertA: ['DPO'] },
  '/caisse/personnes/[id]': { adresse: ({ droit }) => `/caisse/personnes/${droit}`, ouvertA: ['DPO'] },
  '/caisse/personnes/[id]/modifier': {
    adresse: ({ droit }) => `/caisse/personnes/${droit}/modifier`,
    ouvertA: ['DPO'],
  },
  '/caisse/personnes/[id]/recherche': {
    adresse: ({ droit }) => `/caisse/personnes/${droit}/recherche`,
    ouvertA: ['DPO'],
  },
  '/caisse/personnes/[id]/dossier': { adresse: ({ droit }) => `/caisse/personnes/${droit}/dossier`, ouvertA: ['DPO'] },
  '/caisse/personnes/[id]/dossier/[acte]': {
    adresse: ({ droit }) => `/caisse/personnes/${droit}/dossier/corriger`,
    ouvertA: ['DPO'],
  },
  '/caisse/personnes/[id]/[acte]': { adresse: ({ droit }) => `/caisse/personnes/${droit}/repondre`, ouvertA: ['DPO'] },
  '/caisse/journal': { adresse: () => '/caisse/journal', ouvertA: ['DPO'] },
  '/caisse/journal/[rang]': { adresse: ({ rangJournal }) => `/caisse/journal/${rangJournal}`, ouvertA: ['DPO'] },
  '/caisse/journal/signaux': { adresse: () => '/caisse/journal/signaux', ouvertA: ['DPO'] },
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
  '/administration/maintenances': { adresse: () => '/administration/maintenances', ouvertA: administration },
  '/administration/maintenances/nouvelle': {
    adresse: () => '/administration/maintenances/nouvelle',
    ouvertA: administration,
  },
  '/administration/maintenances/entrer': {
    adresse: () => '/administration/maintenances/entrer',
    ouvertA: administration,
  },
  '/administration/maintenances/[id]': {
    adresse: ({ maintenance }) => `/administration/maintenances/${maintenance}`,
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
export const routes: Record<string, Regle> = {
  '/api/pieces-jointes': {
    adresse: ({ brouillon }) => `/api/pieces-jointes?brouillon=${brouillon}`,
    ouvertA: [...techniciens, ...agents],
  },
  '/api/pieces-jointes/[id]': {
    adresse: ({ piece }) => `/api/pieces-jointes/${piece}`,
    ouvertA: ['technicien', 'agent'],
  },
  '/api/rendez-vous/[id]/calendrier': {
    adresse: ({ rendezVous }) => `/api/rendez-vous/${rendezVous}/calendrier`,
    ouvertA: ['technicien', 'agent'],
  },
  '/api/demandes/[reference]/accuse': {
    adresse: ({ demande }) => `/api/demandes/${demande}/accuse`,
    ouvertA: ['technicien'],
  },
  '/api/demandes/[reference]/archive': {
    adresse: ({ demande }) => `/api/demandes/${demande}/archive`,
    ouvertA: ['technicien', 'agent'],
  },
  '/api/demandes/[reference]/presence': {
    adresse: ({ demande }) => `/api/demandes/${demande}/presence`,
    ouvertA: ['agent'],
  },
  '/api/bibliotheque/versions/[id]': {
    adresse: ({ versionBibliotheque }) => `/api/bibliotheque/versions/${versionBibliotheque}`,
    ouvertA: deLaCaisse,
  },
  '/api/conventions/documents': {
    adresse: ({ convention }) => `/api/conventions/documents?convention=${convention}`,
    ouvertA: ['référent'],
  },
  '/api/conventions/documents/[id]': {
    adresse: ({ document }) => `/api/conventions/documents/${document}`,
    ouvertA: ['référent', 'gestionnaire'],
  },
  '/api/conservation/registre': {
    adresse: () => '/api/conservation/registre?format=csv',
    ouvertA: [...referents, 'DPO'],
  },
  '/api/bilans/caisse': { adresse: () => '/api/bilans/caisse?format=csv', ouvertA: [...agents, ...referents] },
  '/api/bilans/partenaire': {
    adresse: () => '/api/bilans/partenaire?format=csv',
    ouvertA: [...techniciens, ...gestionnaires],
  },
  '/api/equipe/export': { adresse: () => '/api/equipe/export?format=xlsx', ouvertA: gestionnaires },
  '/api/equipe/modele': { adresse: () => '/api/equipe/modele?format=csv', ouvertA: gestionnaires },
  '/api/compte/donnees': { adresse: () => '/api/compte/donnees', ouvertA: connectes },
  // Ready for nobody: the worker has not made it (its download is in the journey of the rights of persons).
  // A list is its owner's alone, and nobody's before it is ready (tests/lib/exports).
  '/api/exports/[id]': { adresse: ({ droit }) => `/api/exports/${droit}`, ouvertA: [] },
  '/api/personnes/[id]': { adresse: ({ droit }) => `/api/personnes/${droit}`, ouvertA: [] },
  '/api/journal/export': { adresse: () => '/api/journal/export', ouvertA: ['DPO', ...administration] },
  '/api/revues/[id]/export': {
    adresse: ({ revue }) => `/api/revues/${revue}/export?format=csv`,
    ouvertA: ['gestionnaire', 'référent'],
  },
  '/api/incidents/[id]/preuve': {
    adresse: ({ incident }) => `/api/incidents/${incident}/preuve`,
    ouvertA: ['gestionnaire', 'référent'],
  },
  '/api/questionnaires/[id]/resultats': {
    adresse: ({ questionnaire }) => `/api/questionnaires/${questionnaire}/resultats?format=csv`,
    ouvertA: ['référent'],
  },
  // Both are registered: to each its own calendar.
  '/api/formations/[id]/calendrier': {
    adresse: ({ formation }) => `/api/formations/${formation}/calendrier`,
    ouvertA: ['technicien', 'gestionnaire'],
  },
  '/api/formations/[id]/attestations/[inscription]': {
    adresse: ({ formationSuivie, attestation }) => `/api/formations/${formationSuivie}/attestations/${attestation}`,
    ouvertA: ['technicien', 'gestionnaire', 'référent'],
  },
  '/api/copil/[id]/calendrier': {
    adresse: ({ copil }) => `/api/copil/${copil}/calendrier`,
    ouvertA: ['technicien', 'gestionnaire', 'agent', 'référent'],
  },
  '/api/violations/[id]/dossier': {
    adresse: ({ violation }) => `/api/violations/${violation}/dossier`,
    ouvertA: ['gestionnaire', 'référent', 'DPO'],
  },
  '/api/violations/registre': { adresse: () => '/api/violations/registre?format=csv', ouvertA: ['DPO'] },
  '/api/demandes/notice': { adresse: ({ caisse }) => `/api/demandes/notice?caisse=${caisse}`, ouvertA: techniciens },
  '/api/administration/cgu/acceptations': {
    adresse: () => '/api/administration/cgu/acceptations?format=csv',
    ouvertA: administration,
  },
}

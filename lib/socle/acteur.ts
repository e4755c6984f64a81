import type { Colonne } from '@/lib/file/colonnes'
import type { Perimetre } from '@/lib/socle/base'
import type { DateIso } from '@/lib/socle/temps'

export type Role = 'agent' | 'referent' | 'dpo'

/** Who acts, as read from the session at each request. */
export type Acteur = {
  sessionId: string
  compteId: string
  identifiant: string
  profil: 'technicien' | 'gestionnaire' | 'caisse' | 'administrateur'
  roles: Role[]
  civilite: string
  nom: string
  prenom: string
  courriel: string
  raccourcis: boolean
  /** Columns of the queue put aside by an agent. */
  colonnesCachees: Colonne[]
  /** How it ended with the tour of the portal; null as long as it is offered. */
  premiereVisite: 'faite' | 'passee' | null
  caisse: { id: string; nom: string } | null
  /** Teams of an agent. */
  equipes: string[]
  /** Colleagues away today, for whom an agent stands in. */
  remplace: string[]
  /** The same, as they are named; `jusquau`: last day away, null while it is not known. */
  absents: { id: string; civilite: string; prenom: string; nom: string; jusquau: DateIso | null }[]
  /** One's own absence, today or just ended, with who stands in. */
  absence: { id: string; debutLe: DateIso; finLe: DateIso | null; civilite: string; prenom: string; nom: string } | null
  partenaire: { id: string; nom: string } | null
  /** `unique`: the partenaire has one structure only, and never sees the notion. */
  structure: { id: string; nom: string; unique: boolean } | null
  /** Caisses whose access is open today, empty on the caisse side. */
  caissesOuvertes: { id: string; nom: string }[]
  /** Demandes that a technicien has filed there and that hold something it has not read; 0 for anybody else. */
  nonLus: number
  /** News for this account that it has not opened. */
  nouvelles: number
  /** Caisses that have suspended the partenaire, and why. */
  caissesSuspendues: { id: string; nom: string; motif: string }[]
  /** The last convention of the partenaire is over: its accounts are about to be inactivated, and manage nothing more. */
  termine: boolean
}

/** What rights depend on. */
export type Habilitation = Pick<Acteur, 'profil' | 'roles'> & { termine?: boolean }

const estReferent = (a: Habilitation) => a.profil === 'caisse' && a.roles.includes('referent')

const estDpo = (a: Habilitation) => a.profil === 'caisse' && a.roles.includes('dpo')

const estAgent = (a: Habilitation) => a.profil === 'caisse' && a.roles.includes('agent')

const estDuPartenaire = (a: Habilitation) => (a.profil === 'gestionnaire' || a.profil === 'technicien') && !a.termine

/** Rights, each written once. « voir » is not « traiter ». */
const droits = {
  'compte.soi': () => true,
  'demande.deposer': (a) => a.profil === 'technicien' && !a.termine,
  'demande.suivre': (a) => a.profil === 'technicien' && !a.termine,
  'demande.voir': estAgent,
  'demande.traiter': estAgent,
  'modele.gerer': (a) => estAgent(a) || estReferent(a),
  'absence.gerer': (a) => estAgent(a) || estReferent(a),
  'piece.voir': (a) => a.profil === 'technicien' || estAgent(a),
  'equipe.gerer': (a) => a.profil === 'gestionnaire' && !a.termine,
  'convention.voir': (a) => a.profil === 'gestionnaire' || estReferent(a),
  'revue.voir': (a) => a.profil === 'gestionnaire' || estReferent(a),
  'habilitation.demander': (a) => a.profil === 'gestionnaire' || a.profil === 'technicien',
  'incident.signaler': (a) => a.profil !== 'administrateur',
  'annuaire.voir': (a) => a.profil !== 'administrateur',
  // Each side keeps its own directory.
  'annuaire.confirmer': (a) => (a.profil === 'gestionnaire' && !a.termine) || estReferent(a),
  'caisse.voir': (a) => a.profil === 'caisse',
  // The figures of the caisse, each partenaire and all; those of one's own partenaire.
  'bilan.caisse': (a) => estAgent(a) || estReferent(a),
  'bilan.partenaire': estDuPartenaire,
  // A long list of demandes as a file, for those who may open each of them.
  'liste.exporter': (a) => estAgent(a) || (a.profil === 'technicien' && !a.termine),
  // The COPIL is read by those who read the bilan; the caisse prepares it, and each side writes its own comment.
  'copil.preparer': estReferent,
  'copil.commenter': (a) => (a.profil === 'gestionnaire' && !a.termine) || estReferent(a),
  'copil.voir': (a) => estDuPartenaire(a) || estAgent(a) || estReferent(a),
  'partenaire.gerer': estReferent,
  'caisse.regler': estReferent,
  'comptes_caisse.gerer': (a) => estReferent(a) || a.profil === 'administrateur',
  // To undo the second factor of those whose account one manages; which ones, the database knows.
  'double_authentification.reinitialiser': (a) =>
    (a.profil === 'gestionnaire' && !a.termine) || estReferent(a) || a.profil === 'administrateur',
  // The settings of a caisse: its référent, or an administrateur for any of them (see lib/reglages/caisse-reglee.ts).
  'caisse.parametrer': (a) => estReferent(a) || a.profil === 'administrateur',
  'journal.voir': (a) => estDpo(a) || a.profil === 'administrateur',
  'personnes.traiter': estDpo,
  'conservation.voir': (a) => estDpo(a) || estReferent(a),
  // Training is a matter of the partnership: the référents hold it, and not the agents who answer demandes.
  'formation.gerer': estReferent,
  // To see the sessions open to one's partenaire, and to register.
  'formation.suivre': estDuPartenaire,
  // A certificate: its holder, the gestionnaires of its structure, the référents of the caisse; whose, the database knows.
  'formation.attester': (a) => a.profil === 'technicien' || a.profil === 'gestionnaire' || estReferent(a),
  // What the caisse asks its partenaires once a year; a gestionnaire answers in the name of its own.
  'questionnaire.gerer': estReferent,
  'questionnaire.repondre': (a) => a.profil === 'gestionnaire' && !a.termine,
  'violation.declarer': (a) => a.profil !== 'administrateur',
  'violation.traiter': estDpo,
  'support.signaler': () => true,
  'support.traiter': (a) => estReferent(a) || a.profil === 'administrateur',
  // News and documents: whoever is in reads those for it; who publishes them.
  'publication.lire': (a) => !a.termine,
  'publication.gerer': (a) => estReferent(a) || a.profil === 'administrateur',
  'maintenance.gerer': (a) => a.profil === 'administrateur',
  administrer: (a) => a.profil === 'administrateur',
} satisfies Record<string, (acteur: Habilitation) => boolean>

export type Droit = keyof typeof droits

export function aDroit(acteur: Habilitation, droit: Droit): boolean {
  return droits[droit](acteur)
}

/** The rows PostgreSQL lets this acteur reach. */
export function perimetre(acteur: Acteur): Perimetre {
  return {
    profil: acteur.profil,
    compteId: acteur.compteId,
    caisseId: acteur.caisse?.id,
    agentCaisseId: aDroit(acteur, 'demande.voir') ? acteur.caisse?.id : undefined,
    referentCaisseId: aDroit(acteur, 'partenaire.gerer') ? acteur.caisse?.id : undefined,
    dpoCaisseId: aDroit(acteur, 'personnes.traiter') ? acteur.caisse?.id : undefined,
    partenaireId: acteur.partenaire?.id,
    structureId: acteur.profil === 'technicien' ? acteur.structure?.id : undefined,
    gestionnaireStructureId: aDroit(acteur, 'equipe.gerer') ? acteur.structure?.id : undefined,
    caissesOuvertes: acteur.caissesOuvertes.map((caisse) => caisse.id),
  }
}

export function coteDe(acteur: Acteur): 'partenaire' | 'caisse' {
  return acteur.partenaire ? 'partenaire' : 'caisse'
}

export function nomComplet(personne: { prenom: string; nom: string }): string {
  return `${personne.prenom} ${personne.nom}`
}

/** First page of each profile. */
export function accueilDe(acteur: Habilitation): string {
  if (acteur.profil === 'technicien') return '/demandes'
  if (acteur.profil === 'gestionnaire') return '/equipe'
  if (aDroit(acteur, 'demande.voir')) return '/caisse/file'
  return acteur.profil === 'administrateur' ? '/administration' : '/caisse/accueil'
}

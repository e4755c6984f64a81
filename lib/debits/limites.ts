import type { EvenementJournal } from '@/lib/journal/evenements'

/** Who is counted: the account that asks, or the address it asks from. */
type Limite = { nombre: number; secondes: number; par: 'compte' | 'adresse'; quoi: string }

const minutes = (nombre: number) => nombre * 60
const heures = (nombre: number) => nombre * 3600

/**
 * Bounds of what can be asked for, far above what anyone at work does. Those by address leave room for a whole caisse, or a
 * whole CCAS, behind one address. Attempts at a password have theirs in lib/comptes/essais.ts.
 */
export const limites = {
  public: { nombre: 600, secondes: minutes(10), par: 'adresse', quoi: 'de demandes depuis votre réseau' },
  mot_de_passe_oublie: { nombre: 30, secondes: heures(1), par: 'adresse', quoi: 'de demandes de nouveau mot de passe' },
  recherche: { nombre: 300, secondes: minutes(10), par: 'compte', quoi: 'de recherches' },
  telechargement: { nombre: 600, secondes: heures(1), par: 'compte', quoi: 'de fichiers ouverts' },
  televersement: { nombre: 400, secondes: heures(1), par: 'compte', quoi: 'de fichiers envoyés' },
  export: { nombre: 60, secondes: heures(1), par: 'compte', quoi: 'd’exports' },
  signalement: { nombre: 20, secondes: heures(1), par: 'compte', quoi: 'de signalements' },
  /** The same account reported again by the same person. */
  signalement_du_compte: { nombre: 3, secondes: heures(24), par: 'compte', quoi: 'de signalements de ce compte' },
  lien: { nombre: 60, secondes: heures(1), par: 'compte', quoi: 'de liens d’activation envoyés' },
  /** Mails sent to an account that was not activated, whose address changes again and again. */
  activation: { nombre: 6, secondes: heures(24), par: 'compte', quoi: 'd’envois à ce compte' },
  csp: { nombre: 120, secondes: minutes(1), par: 'adresse', quoi: 'de rapports' },
} satisfies Record<string, Limite>

export type NomLimite = keyof typeof limites

/** The bound of each act that has one, by the row it leaves in the journal. Any act of people who are not signed in has `public`. */
export const limiteDe: Partial<Record<EvenementJournal, NomLimite>> = {
  'mot_de_passe.demande': 'mot_de_passe_oublie',
  'piece.consultee': 'telechargement',
  'convention.document_consulte': 'telechargement',
  'demande.accuse': 'telechargement',
  'demande.archive': 'export',
  'rendez_vous.calendrier': 'telechargement',
  'equipe.exportee': 'export',
  'revue.exportee': 'export',
  'bilan.exporte': 'export',
  'questionnaire.exporte': 'export',
  'cgu.registre_exporte': 'export',
  'incident.preuve': 'export',
  'incident.signale': 'signalement',
  'violation.declaree': 'signalement',
  'support.signale': 'signalement',
  'support.precise': 'signalement',
  'violation.exportee': 'export',
  'violation.registre_exporte': 'export',
  'compte.lien_renvoye': 'lien',
  'compte.lien_remis': 'lien',
}

import type { Queue } from 'pg-boss'

/**
 * The queues, created when migrating, under the owner role: the web server and the worker cannot change the structure.
 * A job that used up its tries goes to `<nom>.echecs`, where it is kept for a month.
 */
export type NomFile =
  | 'courriel.envoyer'
  | 'courriel.resumer'
  | 'compte.oubli'
  | 'piece.analyser'
  | 'personne.exporter'
  | 'liste.exporter'
  | 'formation.inviter'
  | 'questionnaire.suivre'
  | 'actualite.publier'
  | 'nuit'
  | 'menage'
  | 'journal.ancrer'
  | 'journal.nuit'
  | 'conservation'
  | 'signaux'

type ReglagesFile = Omit<Queue, 'name' | 'deadLetter' | 'partition' | 'policy'>

export const files: Record<NomFile, ReglagesFile> = {
  // A mail server may be down for a long week-end: 30 s, 1 min, 2 min… then every hour, for about five days.
  'courriel.envoyer': {
    retryLimit: 120,
    retryBackoff: true,
    retryDelay: 30,
    retryDelayMax: 3600,
    expireInSeconds: 120,
  },
  // Every half hour: what was due and could not be made is made by the next one.
  'courriel.resumer': { retryLimit: 2, retryDelay: 60, expireInSeconds: 900 },
  // «Mot de passe oublié»: kept an hour only, since it holds an address that may belong to nobody here.
  'compte.oubli': {
    retryLimit: 20,
    retryBackoff: true,
    retryDelay: 5,
    retryDelayMax: 300,
    expireInSeconds: 60,
    deleteAfterSeconds: 3600,
  },
  // The scanner may be restarting: 5 s, 10 s… then every five minutes, for about two days.
  'piece.analyser': { retryLimit: 600, retryBackoff: true, retryDelay: 5, retryDelayMax: 300, expireInSeconds: 300 },
  // Large files, one after the other: what was cut is made again from the start.
  'personne.exporter': { retryLimit: 2, retryDelay: 30, expireInSeconds: 3600 },
  'liste.exporter': { retryLimit: 2, retryDelay: 30, expireInSeconds: 1800 },
  // By lots: cut short, it goes on from the last account invited.
  'formation.inviter': {
    retryLimit: 20,
    retryBackoff: true,
    retryDelay: 30,
    retryDelayMax: 1800,
    expireInSeconds: 900,
  },
  // By lots, as invitations. Its time may be moved: it then finds nothing to do, and another is due.
  'actualite.publier': {
    retryLimit: 20,
    retryBackoff: true,
    retryDelay: 30,
    retryDelayMax: 1800,
    expireInSeconds: 900,
  },
  // By lots, asked for again every hour while it is open.
  'questionnaire.suivre': {
    retryLimit: 5,
    retryBackoff: true,
    retryDelay: 30,
    retryDelayMax: 1800,
    expireInSeconds: 900,
  },
  // Every hour: what could not be anchored is anchored by the next one.
  'journal.ancrer': { retryLimit: 3, retryDelay: 60, expireInSeconds: 120 },
  'journal.nuit': { retryLimit: 5, retryBackoff: true, retryDelay: 60, retryDelayMax: 1800, expireInSeconds: 7200 },
  // Three times a minute: the next one does what this one could not.
  signaux: { retryLimit: 0, expireInSeconds: 60, deleteAfterSeconds: 3600 },
  // Every hour: what was not forgotten is by the next one.
  menage: { retryLimit: 2, retryDelay: 60, expireInSeconds: 120 },
  // What is past its time goes, by lots: cut short, it goes on from where it stood.
  conservation: { retryLimit: 5, retryBackoff: true, retryDelay: 60, retryDelayMax: 1800, expireInSeconds: 7200 },
  nuit: { retryLimit: 5, retryBackoff: true, retryDelay: 60, retryDelayMax: 1800, expireInSeconds: 3600 },
}

export const fileDesEchecs = (nom: NomFile) => `${nom}.echecs`

export const schemaFiles = 'pgboss'

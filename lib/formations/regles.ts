import { type DateIso, dateAParis } from '@/lib/socle/temps'

type Session = {
  etat: string
  debutLe: Date
  finLe: Date
  places: number
  inscrits: number
  attente: number
  /** Last day to register, included. */
  jusquau: DateIso
}

/** Where a session stands, for whoever looks at it: what is written in its row, and the hour it is. */
export type Situation = 'brouillon' | 'ouverte' | 'close' | 'commencee' | 'a_noter' | 'terminee' | 'annulee'

export function situationDe({ etat, debutLe, finLe, jusquau }: Session, maintenant: Date): Situation {
  if (etat === 'brouillon' || etat === 'annulee' || etat === 'terminee') return etat
  if (finLe <= maintenant) return 'a_noter'
  if (debutLe <= maintenant) return 'commencee'
  return dateAParis(maintenant) > jusquau ? 'close' : 'ouverte'
}

/** No seat for who comes now: all are taken, or somebody waits for the next one. */
export const estComplete = ({ places, inscrits, attente }: Pick<Session, 'places' | 'inscrits' | 'attente'>): boolean =>
  inscrits >= places || attente > 0

export const placesLibres = ({
  places,
  inscrits,
  attente,
}: Pick<Session, 'places' | 'inscrits' | 'attente'>): number => (attente > 0 ? 0 : Math.max(0, places - inscrits))

/** Why nobody can register any more, in words; null while one can. */
export function refusInscription(session: Session, maintenant: Date): string | null {
  switch (situationDe(session, maintenant)) {
    case 'ouverte':
      return null
    case 'annulee':
      return 'Cette session est annulée\u00A0: choisissez-en une autre.'
    case 'close':
      return 'Le dernier jour pour s’inscrire est passé. Demandez à la caisse si une place reste.'
    case 'commencee':
      return 'Cette session a commencé\u00A0: on ne s’y inscrit plus.'
    case 'brouillon':
      return 'Cette session n’est pas encore ouverte.'
    default:
      return 'Cette session est passée\u00A0: choisissez-en une autre.'
  }
}

/** Minutes of a session, breaks included. */
export const dureeEnMinutes = ({ debutLe, finLe }: { debutLe: Date; finLe: Date }): number =>
  Math.round((finLe.getTime() - debutLe.getTime()) / 60_000)

import type { TypeQuestion } from '@/lib/questionnaires/modele'
import type { Situation } from '@/lib/questionnaires/regles'

export const libellesType: Record<TypeQuestion, string> = {
  choix: 'Une seule réponse parmi plusieurs',
  plusieurs: 'Plusieurs réponses possibles',
  echelle: 'Note de 1 à 5',
  oui_non: 'Oui ou non',
  texte: 'Texte libre',
}

export const libellesSituation: Record<Situation, string> = {
  brouillon: 'Brouillon',
  programme: 'Envoi programmé',
  ouvert: 'Ouvert',
  clos: 'Clos',
}

/** Why questions no longer change, and what can be done instead. */
export const FIGE =
  'Ce questionnaire est envoyé : ses questions ne changent plus, sinon deux partenaires auraient répondu à deux choses différentes. Vous pouvez reporter la clôture, ou le clore et en préparer un autre à partir de celui-ci.'

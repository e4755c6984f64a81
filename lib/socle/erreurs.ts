/** Expected errors: a short list, put into French in `messagesErreur` and nowhere else. */
export type CodeErreur =
  | 'session_expiree'
  | 'introuvable'
  | 'interdit'
  | 'origine'
  | 'saisie'
  | 'etat_change'
  | 'doublon'
  | 'trop_de_tentatives'
  | 'indisponible'
  | 'inattendue'

export const messagesErreur: Record<CodeErreur, string> = {
  session_expiree: 'Votre session est fermée. Reconnectez-vous : ce que vous avez saisi est gardé.',
  introuvable: 'Cet élément n’existe pas, ou n’est pas ouvert à votre compte.',
  interdit: 'Votre compte ne permet pas cette action.',
  origine: 'Cette demande ne vient pas du portail. Rechargez la page et recommencez.',
  saisie: 'Certaines réponses sont à corriger.',
  etat_change: 'La situation a changé entre-temps. Relisez la page avant de recommencer.',
  doublon: 'C’est déjà fait.',
  trop_de_tentatives: 'Trop d’essais. Attendez un peu avant de recommencer.',
  indisponible: 'Ce service ne répond pas pour le moment. Rien n’est perdu : réessayez dans quelques minutes.',
  inattendue: 'Une erreur inattendue s’est produite. Rien de ce que vous avez transmis n’est perdu.',
}

/** An expected refusal. `message` is what the person reads; it defaults to the words of the code. */
export class ErreurMetier extends Error {
  constructor(
    readonly code: CodeErreur,
    message?: string,
    readonly erreurs?: Record<string, string>,
    /** Seconds to wait before asking again. */
    readonly attente?: number,
  ) {
    super(message ?? messagesErreur[code])
    this.name = 'ErreurMetier'
  }
}

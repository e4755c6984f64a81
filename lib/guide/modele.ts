export const profilsDuGuide = ['technicien', 'gestionnaire', 'agent', 'referent', 'dpo', 'administrateur'] as const

export type ProfilDuGuide = (typeof profilsDuGuide)[number]

/**
 * A task, told to who does it. In the texts, «…» holds words that stand on a screen, as they stand there, and `[mots](/adresse)` is a
 * link to a page that the profile may open: a test looks for both. Spaces are ordinary ones: the page sets the others.
 */
export type Chapitre = {
  /** Its anchor in the guide. */
  cle: string
  titre: string
  /** Pages it helps with, and all those below them; the longest address wins. */
  pages: string[]
  quand: string
  etapes: string[]
  ensuite?: string
  questions?: [question: string, reponse: string][]
  appeler: string
}

export type Guide = { titre: string; chapeau: string; chapitres: Chapitre[] }

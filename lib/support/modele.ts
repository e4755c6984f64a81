export const genes = ['gene', 'bloque', 'bloque_plusieurs'] as const
export type Gene = (typeof genes)[number]

export type EtatSupport = 'nouveau' | 'en_cours' | 'transmis' | 'resolu'

/** What those who hold a ticket may do of it: a word only, or a word and another state. */
export const suitesSupport = ['repondre', 'prendre', 'resoudre', 'transmettre', 'rendre'] as const
export type SuiteSupport = (typeof suitesSupport)[number]

import { z } from 'zod'

/** How often an account wants mails about demandes. Those about the account itself, and rendez-vous, always leave at once. */
export const frequences = ['chaque', 'deux_par_jour', 'jour', 'aucun'] as const

export type Frequence = (typeof frequences)[number]

const preferences = z.object({ frequenceCourriels: z.enum(frequences).catch('chaque') }).catch({
  frequenceCourriels: 'chaque',
})

/** The frequency in the preferences of an account, as they are kept; each mail when nothing was chosen. */
export const frequenceDe = (gardees: unknown): Frequence => preferences.parse(gardees).frequenceCourriels

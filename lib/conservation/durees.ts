import type { ReglagesCaisse } from '@/lib/socle/prisma/client'

/** Durations a caisse sets, in months, by the column that keeps them. */
export const dureesReglables = {
  conservationDemandeMois: { min: 6, max: 120 },
  conservationSansReponseMois: { min: 12, max: 60 },
  conservationFichiersMois: { min: 1, max: 120 },
  conservationRendezVousMois: { min: 1, max: 60 },
  conservationCourrielsMois: { min: 3, max: 36 },
  conservationHabilitationsMois: { min: 12, max: 60 },
  conservationIncidentsMois: { min: 12, max: 72 },
  conservationConventionsMois: { min: 24, max: 120 },
  conservationFormationsMois: { min: 12, max: 72 },
  conservationBibliothequeMois: { min: 1, max: 60 },
} as const satisfies Partial<Record<keyof ReglagesCaisse, { min: number; max: number }>>

export type DureeReglable = keyof typeof dureesReglables
export type Durees = Record<DureeReglable, number>

export const modesRendezVous = ['sur_place', 'telephone', 'visio'] as const
export type ModeRendezVous = (typeof modesRendezVous)[number]

export type EtatRendezVous = 'propose' | 'fixe' | 'annule' | 'honore' | 'manque'

/** Where and when a rendez-vous is held. */
export type Tenue = {
  creneauId: string | null
  agentId: string | null
  mode: ModeRendezVous
  /** Place, room or number; null where the mode says it all. */
  lieu: string | null
  debutLe: Date
  finLe: Date
}

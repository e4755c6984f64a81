export const modesFormation = ['sur_place', 'distance'] as const
export type ModeFormation = (typeof modesFormation)[number]

export const profilsFormation = ['technicien', 'gestionnaire'] as const
export type ProfilFormation = (typeof profilsFormation)[number]

export const PLACES_MAX = 300

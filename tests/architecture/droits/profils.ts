/** Who may ask for something: every profile of an account, and every state that closes it. */
export const profils = [
  'anonyme',
  'non activé',
  'inactivé',
  'CGU non acceptées',
  'second facteur attendu',
  'second facteur à installer',
  'technicien',
  'technicien d’un autre partenaire',
  'gestionnaire',
  'gestionnaire d’un autre partenaire',
  'agent',
  'agent d’une autre caisse',
  'référent',
  'référent d’une autre caisse',
  'DPO',
  'administrateur',
] as const

export type Profil = (typeof profils)[number]

const exclus = [
  'anonyme',
  'non activé',
  'inactivé',
  'CGU non acceptées',
  'second facteur attendu',
  'second facteur à installer',
] as const

/** Sessions that the password alone has opened. */
export const sansSecondFacteur: readonly string[] = ['second facteur attendu', 'second facteur à installer']

export type Connecte = Exclude<Profil, (typeof exclus)[number]>

export const connectes = profils.filter((profil): profil is Connecte => !exclus.some((exclu) => exclu === profil))

/** For so long after the sign-in, or after the password was given again, what protects the account may be changed. */
const FRAICHEUR_MS = 15 * 60_000

export function estFraiche(session: { creeeLe: Date; confirmeeLe: Date | null }, maintenant: Date): boolean {
  const depuis = session.confirmeeLe ?? session.creeeLe
  return maintenant.getTime() - depuis.getTime() < FRAICHEUR_MS
}

export type Obligation = {
  profil: string
  /** National parameter `second_facteur`; required unless it says otherwise. */
  national: unknown
  /** Caisses that ask it of the techniciens of their partenaires. */
  caissesExigeantes: readonly string[]
  /** Caisses whose access is open today. */
  caissesOuvertes: readonly { id: string }[]
}

/**
 * Whether an account must have a second factor (règles du domaine, §3): the caisse side, administrateurs and gestionnaires by
 * the national parameter; a technicien as soon as one of the caisses open to it asks for it, the strictest wins.
 */
export function secondFacteurExige({ profil, national, caissesExigeantes, caissesOuvertes }: Obligation): boolean {
  if (profil !== 'technicien') return national !== false
  return caissesOuvertes.some(({ id }) => caissesExigeantes.includes(id))
}

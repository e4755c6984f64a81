/** Sessions: 30 minutes without a request, 10 hours in all. */
export const inactiviteMaxMs = 30 * 60_000
export const dureeMaxMs = 10 * 3_600_000

export function sessionVivante(session: { vueLe: Date; expireLe: Date }, maintenant: Date): boolean {
  return maintenant < session.expireLe && maintenant.getTime() - session.vueLe.getTime() < inactiviteMaxMs
}

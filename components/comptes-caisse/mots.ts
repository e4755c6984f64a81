import { libellesRole } from '@/lib/comptes/libelles'

/** «Agent, référent». */
export function rolesEnMots(roles: readonly string[]): string {
  const mots = roles.map((role) => libellesRole[role as keyof typeof libellesRole] ?? role)
  return mots.map((mot, rang) => (rang === 0 || mot === 'DPO' ? mot : mot.toLowerCase())).join(', ')
}

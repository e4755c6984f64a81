import type { TonBadge } from '@/components/ui/badge'
import { libellesRole } from '@/lib/comptes/libelles'

/** «Agent, référent». */
export function rolesEnMots(roles: readonly string[]): string {
  const mots = roles.map((role) => libellesRole[role as keyof typeof libellesRole] ?? role)
  return mots.map((mot, rang) => (rang === 0 || mot === 'DPO' ? mot : mot.toLowerCase())).join(', ')
}

export const etatsCompte: Record<string, { mot: string; ton: TonBadge }> = {
  actif: { mot: 'Actif', ton: 'cyan' },
  attente_activation: { mot: 'Lien non utilisé', ton: 'brique' },
  inactif: { mot: 'Inactivé', ton: 'papier' },
}

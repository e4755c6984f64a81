import type { Decision } from '@/lib/revues/lignes'

export const motsDecision: Record<Decision, string> = {
  garder: 'Gardé',
  inactiver: 'À inactiver',
  demander: 'Inactivation demandée à la caisse',
}

/** Once signed. */
export const motsDecisionSignee: Record<Decision, string> = { ...motsDecision, inactiver: 'Inactivé' }

export const motsProfil: Record<string, string> = { technicien: 'Technicien', gestionnaire: 'Gestionnaire' }

import { etatsEnVigueur } from '@/lib/conventions/regles'
import { jourDe } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'

export type ConventionDeRemise = {
  etat: string
  utilisationEffetLe: Date | null
  finLe: Date | null
  habiliteDocuments: boolean
}

/**
 * Whether the caisse may hand a document to the partenaire in the portal that day: a convention in force, and its partenaire
 * habilité (règles du domaine, §4). The same in the database: see `ep_remise_permise` in the migration `documents`.
 */
export function peutRemettre(convention: ConventionDeRemise | null | undefined, jour: DateIso): boolean {
  if (!convention?.habiliteDocuments || !etatsEnVigueur.includes(convention.etat)) return false
  const effet = jourDe(convention.utilisationEffetLe)
  const fin = jourDe(convention.finLe)
  return effet !== null && effet <= jour && (fin === null || jour <= fin)
}

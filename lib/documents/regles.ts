import { etatsEnVigueur } from '@/lib/conventions/regles'
import { jourDe } from '@/lib/socle/jour'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

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

/** The convention to show: the one that allows to hand documents over, or else one in force, or else the latest. */
export function conventionAffichee<C extends ConventionDeRemise>(conventions: readonly C[], jour: DateIso): C | null {
  const rang = (convention: C) =>
    peutRemettre(convention, jour) ? 2 : peutRemettre({ ...convention, habiliteDocuments: true }, jour) ? 1 : 0
  const recente = (convention: C) => convention.utilisationEffetLe?.getTime() ?? 0
  return [...conventions].sort((a, b) => rang(b) - rang(a) || recente(b) - recente(a))[0] ?? null
}

/** Delivered by the caisse in the portal, and not a document of a convention. */
export function estRemis({ sens, demandeId }: { sens: string; demandeId: string | null }): boolean {
  return sens === 'sortante' && demandeId !== null
}

/** Past the last day on which it can be downloaded. */
export function estExpire({ expireLe }: { expireLe: Date | null }, maintenant: Date): boolean {
  return expireLe !== null && expireLe <= maintenant
}

/** Last day on which a document can be downloaded: it ends with that day. */
export const dernierJour = (expireLe: Date): DateIso => dateAParis(new Date(expireLe.getTime() - 1))

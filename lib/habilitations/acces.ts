import { verrouillerPlaces } from '@/lib/habilitations/places'
import type { Contexte } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

const compteGere = {
  id: true,
  identifiant: true,
  profil: true,
  civilite: true,
  nom: true,
  prenom: true,
  fonction: true,
  telephone: true,
  courriel: true,
  etat: true,
  structureId: true,
  partenaireId: true,
  inactiveLe: true,
  inactivationPrevueLe: true,
  version: true,
  structure: { select: { nom: true } },
  partenaire: { select: { nom: true, domaines: true } },
} as const

/** An account one may manage: a technicien of its structure for a gestionnaire, those of its partenaires for a référent. */
export function cadreDesComptes({ acteur }: Pick<Contexte, 'acteur'>) {
  return acteur.profil === 'gestionnaire'
    ? { profil: 'technicien', structureId: acteur.structure?.id ?? '', supprimeLe: null }
    : { profil: { in: ['gestionnaire', 'technicien'] }, partenaireId: { not: null }, supprimeLe: null }
}

/** Reads an account to act on it, the seats of its structure being locked. Out of reach is «introuvable». */
export async function compteAGerer(contexte: Contexte, compteId: string) {
  const { tx } = contexte
  const where = { id: compteId, ...cadreDesComptes(contexte) }
  const vu = await tx.compte.findFirst({ where, select: { structureId: true, partenaireId: true } })
  if (!vu?.structureId || !vu.partenaireId) throw new ErreurMetier('introuvable')
  if (contexte.acteur.profil !== 'gestionnaire') await exigerPartenaireTenu(tx, vu.partenaireId)
  await verrouillerPlaces(tx, vu.structureId)
  const compte = await tx.compte.findFirst({ where, select: compteGere })
  if (!compte?.structureId || !compte.partenaireId) throw new ErreurMetier('introuvable')
  const { structureId, partenaireId } = compte
  const organisme = compte.structure?.nom ?? compte.partenaire?.nom ?? ''
  return { ...compte, structureId, partenaireId, organisme, domaines: compte.partenaire?.domaines ?? [] }
}

export type CompteGere = Awaited<ReturnType<typeof compteAGerer>>

/** A référent writes the accounts of the partenaires its caisse holds: a live convention, or nobody else's. */
export async function exigerPartenaireTenu(tx: Transaction, partenaireId: string): Promise<void> {
  const [rang] = await tx.$queryRaw<{ tenu: boolean | null }[]>`
    SELECT ${partenaireId}::uuid = ANY (ep_partenaires_tenus()) AS tenu`
  if (!rang?.tenu) throw new ErreurMetier('introuvable')
}

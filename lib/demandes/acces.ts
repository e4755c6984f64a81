import type { Acteur } from '@/lib/socle/acteur'
import type { Prisma } from '@/lib/socle/prisma/client'

/**
 * Demandes an acteur may see: an agent, those of its caisse; a technicien, those of its structure at the caisses open today.
 * PostgreSQL holds the same limits (row-level security); written here too so that the indexes are used.
 */
export function demandesVisibles(acteur: Acteur): Prisma.DemandeWhereInput {
  if (acteur.caisse) return { caisseId: acteur.caisse.id }
  return { structureId: acteur.structure?.id, caisseId: { in: acteur.caissesOuvertes.map(({ id }) => id) } }
}

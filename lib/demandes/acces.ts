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

/** One demande by the reference of an address: what is not a reference finds nothing, whatever it holds. */
export function demandeVisible(acteur: Acteur, reference: string): Prisma.DemandeWhereInput {
  return { ...demandesVisibles(acteur), reference: /^\d{2}-\d{6,10}$/.test(reference) ? reference : '' }
}

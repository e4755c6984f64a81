import type { Acteur } from '@/lib/socle/acteur'
import type { Prisma } from '@/lib/socle/prisma/client'

/** Partenaires of the caisse: those it has a convention with, be it a draft or an ended one. */
export function partenairesDeLaCaisse(acteur: Acteur): Prisma.PartenaireWhereInput {
  return { conventions: { some: { caisses: { some: { caisseId: acteur.caisse?.id ?? '' } } } } }
}

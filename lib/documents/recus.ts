import type { Prisma } from '@/lib/socle/prisma/client'

/** Receipts of a delivered document, latest first, as both sides read them. */
export const recus = {
  orderBy: { le: 'desc' },
  select: { id: true, le: true, compteId: true, compte: { select: { civilite: true, prenom: true, nom: true } } },
} satisfies Prisma.PieceJointe$telechargementsArgs

import { z } from 'zod'
import type { Prisma } from '@/lib/socle/prisma/client'

/** Words typed in a search box of the address: bounded, and without the signs that a database refuses. */
export const rechercheSchema = z
  .string()
  .max(100)
  .transform((texte) => texte.replace(/\p{Cc}/gu, ' ').trim())

/** Place in a list ordered by a date then an id: the last row seen. */
export type Curseur = { cle: Date; id: string }

const curseurSchema = z.tuple([z.coerce.date(), z.uuid()])

/** Reads a cursor of the address; anything else means the first page. */
export function lireCurseur(texte: string | undefined): Curseur | null {
  if (!texte) return null
  const lu = curseurSchema.safeParse(texte.split('~'))
  return lu.success ? { cle: lu.data[0], id: lu.data[1] } : null
}

export function ecrireCurseur({ cle, id }: Curseur): string {
  return `${cle.toISOString()}~${id}`
}

/** Rows after the cursor in a list by due date. The first condition bounds the index, the second breaks ties. */
export function apresEnMontant({ cle, id }: Curseur): Prisma.DemandeWhereInput {
  return { triLe: { gte: cle }, OR: [{ triLe: { gt: cle } }, { id: { gt: id } }] }
}

/** Rows before the cursor in a list by due date. */
export function avantEnMontant({ cle, id }: Curseur): Prisma.DemandeWhereInput {
  return { triLe: { lte: cle }, OR: [{ triLe: { lt: cle } }, { id: { lt: id } }] }
}

/** Rows after the cursor in a list by last change. */
export function apresEnDescendant({ cle, id }: Curseur): Prisma.DemandeWhereInput {
  return { majLe: { lte: cle }, OR: [{ majLe: { lt: cle } }, { id: { lt: id } }] }
}

/** Rows before the cursor in a list by last change. */
export function avantEnDescendant({ cle, id }: Curseur): Prisma.DemandeWhereInput {
  return { majLe: { gte: cle }, OR: [{ majLe: { gt: cle } }, { id: { gt: id } }] }
}

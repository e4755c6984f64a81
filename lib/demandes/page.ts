import { z } from 'zod'
import { Prisma } from '@/lib/socle/prisma/client'

/** Words typed in a search box of the address: bounded, and without the signs that a database refuses. */
export const rechercheSchema = z
  .string()
  .max(100)
  .transform((texte) => texte.replace(/\p{Cc}/gu, ' ').trim())

/** Place in a list ordered by a date then an id: the last row seen. */
export type Curseur = { cle: Date; id: string }

// As `ecrireCurseur` writes it: a demande without a due date has one in thousands of years. PostgreSQL has no year zero.
const instant = z.iso
  .datetime({ precision: 3 })
  .regex(/^(?!0000)/)
  .pipe(z.coerce.date())
const curseurSchema = z.tuple([instant, z.uuid()])

/** Reads a cursor of the address; anything else means the first page. */
export function lireCurseur(texte: string | undefined): Curseur | null {
  if (!texte) return null
  const lu = curseurSchema.safeParse(texte.split('~'))
  return lu.success ? { cle: lu.data[0], id: lu.data[1] } : null
}

export function ecrireCurseur({ cle, id }: Curseur): string {
  return `${cle.toISOString()}~${id}`
}

/** A list ordered by a date, then by id. */
export type Ordre = { colonne: 'triLe' | 'deposeeLe' | 'majLe'; sens: Prisma.SortOrder }

export const parEcheance: Ordre = { colonne: 'triLe', sens: 'asc' }
export const derniereDabord: Ordre = { colonne: 'majLe', sens: 'desc' }

export const inverse = ({ colonne, sens }: Ordre): Ordre => ({ colonne, sens: sens === 'asc' ? 'desc' : 'asc' })

export const enOrdre = ({ colonne, sens }: Ordre) => Prisma.raw(`"${colonne}" ${sens}, id ${sens}`)

/** Rows after the cursor, in that order. The first condition bounds the index, the second breaks ties. */
export function apresLe({ cle, id }: Curseur, { colonne, sens }: Ordre): Prisma.DemandeWhereInput {
  return sens === 'asc'
    ? { [colonne]: { gte: cle }, OR: [{ [colonne]: { gt: cle } }, { id: { gt: id } }] }
    : { [colonne]: { lte: cle }, OR: [{ [colonne]: { lt: cle } }, { id: { lt: id } }] }
}

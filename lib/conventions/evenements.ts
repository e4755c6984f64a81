import { randomUUID } from 'node:crypto'
import type { Contexte } from '@/lib/socle/action'
import type { Prisma } from '@/lib/socle/prisma/client'

/** What leaves a record in the life of a convention. */
export const typesEvenement = [
  'creee',
  'modifiee',
  'signatures',
  'signee',
  'prise_effet',
  'reconduite',
  'avenant',
  'denoncee',
  'denonciation_retiree',
  'mise_en_demeure',
  'mise_en_demeure_levee',
  'resiliee',
  'echue',
  'document',
  'habilitation',
] as const

export type TypeEvenement = (typeof typesEvenement)[number]

/** Dates, codes and numbers; `le` is the day of the fact when it is not the day it is recorded. */
export type DetailsEvenement = Record<string, string | number | boolean | null>

/** A dated, authored, justified row, in the transaction of the act. */
export async function inscrireEvenement(
  { tx, acteur, maintenant }: Contexte,
  { conventionId, caisseId }: { conventionId: string; caisseId: string },
  type: TypeEvenement,
  {
    justification,
    details = {},
    automatique,
  }: { justification?: string; details?: DetailsEvenement; automatique?: boolean } = {},
): Promise<void> {
  await tx.evenementConvention.createMany({
    data: [
      {
        id: randomUUID(),
        conventionId,
        caisseId,
        type,
        le: maintenant,
        auteurId: automatique ? null : acteur.compteId,
        justification,
        details: details as Prisma.InputJsonObject,
      },
    ],
  })
}

import { z } from 'zod'
import type { schemaPreferences } from '@/lib/comptes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import type { Prisma } from '@/lib/socle/prisma/client'

const objet = z.record(z.string(), z.json()).catch({})

/** Adds these preferences to those of the acteur. */
export async function garderPreferences({ tx, acteur }: Contexte, choisies: Prisma.InputJsonObject): Promise<void> {
  const { preferences } = await tx.compte.findUniqueOrThrow({
    where: { id: acteur.compteId },
    select: { preferences: true },
  })
  await tx.compte.updateMany({
    where: { id: acteur.compteId },
    data: { preferences: { ...objet.parse(preferences), ...choisies } },
  })
}

export async function enregistrerPreferences(
  contexte: Contexte,
  { raccourcis, frequenceCourriels }: z.output<typeof schemaPreferences>,
): Promise<Suite> {
  const choisies = { raccourcis: raccourcis === 'oui', ...(frequenceCourriels && { frequenceCourriels }) }
  await garderPreferences(contexte, choisies)
  return { vers: '/compte#preferences', journal: { details: choisies } }
}

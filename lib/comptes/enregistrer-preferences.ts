import { z } from 'zod'
import type { schemaPreferences } from '@/lib/comptes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'

const objet = z.record(z.string(), z.json()).catch({})

export async function enregistrerPreferences(
  { tx, acteur }: Contexte,
  { raccourcis, frequenceCourriels }: z.output<typeof schemaPreferences>,
): Promise<Suite> {
  const { preferences } = await tx.compte.findUniqueOrThrow({
    where: { id: acteur.compteId },
    select: { preferences: true },
  })
  const choisies = { raccourcis: raccourcis === 'oui', ...(frequenceCourriels && { frequenceCourriels }) }
  await tx.compte.updateMany({
    where: { id: acteur.compteId },
    data: { preferences: { ...objet.parse(preferences), ...choisies } },
  })
  return { vers: '/compte#preferences', journal: { details: choisies } }
}

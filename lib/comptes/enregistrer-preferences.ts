import { z } from 'zod'
import type { Contexte, Suite } from '@/lib/socle/action'

const objet = z.record(z.string(), z.json()).catch({})

export async function enregistrerPreferences(
  { tx, acteur }: Contexte,
  { raccourcis }: { raccourcis?: 'oui' },
): Promise<Suite> {
  const { preferences } = await tx.compte.findUniqueOrThrow({
    where: { id: acteur.compteId },
    select: { preferences: true },
  })
  await tx.compte.updateMany({
    where: { id: acteur.compteId },
    data: { preferences: { ...objet.parse(preferences), raccourcis: raccourcis === 'oui' } },
  })
  return { vers: '/compte#preferences', journal: { details: { raccourcis: raccourcis === 'oui' } } }
}

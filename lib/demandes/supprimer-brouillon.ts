import type { z } from 'zod'
import type { idSchema } from '@/lib/demandes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Deletes a draft of the acteur; its files go with it. */
export async function supprimerBrouillon(
  { tx, acteur }: Contexte,
  { id }: { id: z.output<typeof idSchema> },
): Promise<Suite> {
  const { count } = await tx.brouillon.deleteMany({ where: { id, compteId: acteur.compteId } })
  if (count === 0) throw new ErreurMetier('introuvable')
  return { vers: '/demandes', journal: { objetType: 'brouillon', objetId: id } }
}

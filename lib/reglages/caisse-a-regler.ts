import { z } from 'zod'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'

/** Id of the caisse an administrateur names in an address; null when there is none. */
export function caisseARegler(acteur: Acteur, id: string): Promise<string | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisse = await tx.caisse.findUnique({ where: { id }, select: { id: true } })
    return caisse?.id ?? null
  })
}

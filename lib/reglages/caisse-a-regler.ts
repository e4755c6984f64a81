import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'

/** Id of the caisse an administrateur names in an address; null when there is none. */
export function caisseARegler(acteur: Acteur, id: string): Promise<string | null> {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisse = await tx.caisse.findUnique({ where: { id }, select: { id: true } })
    return caisse?.id ?? null
  })
}

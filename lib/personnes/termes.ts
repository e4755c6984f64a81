import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import type { DateIso } from '@/lib/socle/temps'

export type TermeDeDossier = {
  id: string
  reference: string
  /** Day from which the nightly purge takes it; null while it is not closed. */
  termeLe: DateIso | null
  /** What keeps it past that day. */
  retenue: 'limitee' | 'retenue' | null
  effaceLe: Date | null
}

/** When the demandes kept for a request will be removed by themselves (règles du domaine, §9). None outside the caisse. */
export function termesDuDossier(acteur: Acteur, id: string, maintenant: Date): Promise<TermeDeDossier[]> {
  return avecPerimetre(perimetre(acteur), async (tx) =>
    estId(id)
      ? tx.$queryRaw<TermeDeDossier[]>`SELECT * FROM ep_personne_termes(${id}::uuid, ${maintenant}::timestamptz)`
      : [],
  )
}

import type { z } from 'zod'
import type { Service } from '@/lib/demandes/modele'

export type LigneResume = { libelle: string; valeur: string }

/** What the besoin step depends on. */
export type CadreBesoin = {
  assureRequis: boolean
  urgencePossible: boolean
  demandeLiee: boolean
  rendezVousRestreint: boolean
  rendezVousModes: string[]
  /** ISO day. */
  aujourdhui: string
}

/** One of the five services: adding a sixth costs a file here, one for its fields, and a factory. */
export type DefinitionService<S extends z.ZodType = z.ZodType> = {
  service: Service
  libelle: string
  libelleCourt: string
  /** Verb of the link on the home page. */
  verbe: string
  titreBesoin: string
  schema(cadre: CadreBesoin): S
  /** What the agent and the check page read of the answers. */
  resume(details: z.output<S>): LigneResume[]
  /** Outcomes an agent closes with. */
  issues: readonly { code: string; libelle: string }[]
}

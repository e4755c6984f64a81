import type { Valeurs } from '@/components/demandes/valeurs'
import type { CadreBesoin } from '@/lib/demandes/services/definition'

/** What the fields of a service receive: the settings they depend on, and what was typed so far. */
export type ProprietesBesoin = { cadre: CadreBesoin; caisse: string; valeurs: Valeurs }

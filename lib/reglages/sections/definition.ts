import type { z } from 'zod'
import type { Effet, LigneReglage, Reglages } from '@/lib/reglages/modele'
import type { Portee } from '@/lib/reglages/portee'
import type { DateIso } from '@/lib/socle/temps'

/** As a form sends it: `seuil.puma`, `rendezVousModes[]`. */
export type Valeurs = Record<string, string | string[]>

/** A page of settings: a new one costs a file here and its fields in `components/reglages/champs-section.tsx`. */
export type DefinitionSection = {
  /** What is typed, checked, as the settings it changes. */
  schema: z.ZodType<Partial<Reglages>>
  /** The settings as the form shows them. */
  valeurs(reglages: Reglages): Valeurs
  /** The settings in words. */
  lignes(reglages: Reglages): LigneReglage[]
  /** What going from one to the other touches, and what it leaves as it is. Never called without a change. */
  effets(avant: Reglages, apres: Reglages, portee: Portee, jour: DateIso): Effet[]
}

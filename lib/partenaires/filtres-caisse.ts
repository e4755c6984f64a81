import { z } from 'zod'
import { rechercheSchema } from '@/lib/demandes/page'
import { codesTypePartenaire } from '@/lib/partenaires/libelles'

export const vuesPartenaires = ['tous', 'quota', 'suspendus', 'fin', 'brouillons'] as const
export const etatsFiltrables = [
  'brouillon',
  'signee',
  'en_vigueur',
  'mise_en_demeure',
  'denoncee',
  'resiliee',
  'echue',
] as const

/** Filters of the list, as they stand in the address; anything unreadable is no filter. */
export const filtresPartenairesSchema = z.object({
  vue: z.enum(vuesPartenaires).catch('tous'),
  q: rechercheSchema.optional().catch(undefined),
  etat: z.enum(etatsFiltrables).optional().catch(undefined),
  type: z.enum(codesTypePartenaire).optional().catch(undefined),
  /** The last partenaire of the page before. */
  apres: z.uuid().optional().catch(undefined),
})

export type FiltresPartenaires = z.output<typeof filtresPartenairesSchema>
export type VuePartenaires = FiltresPartenaires['vue']

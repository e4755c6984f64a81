import { z } from 'zod'
import { contactSchema } from '@/lib/partenaires/schema'

/** A contact of one's own partenaire: which one is read from the session, never from the form. */
export const contactDuPartenaireSchema = contactSchema.omit({ partenaireId: true, id: true }).extend({
  /** Empty for a new one. */
  id: z.union([z.uuid(), z.literal('')]).default(''),
})

export const retirerContactSchema = z.object({ id: z.uuid({ error: 'Ce contact n’existe pas.' }) })

export const rechercheSchema = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  r: z.uuid().optional().catch(undefined),
  apres: z.uuid().optional().catch(undefined),
})

export type Recherche = z.output<typeof rechercheSchema>

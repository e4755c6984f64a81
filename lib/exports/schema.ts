import { z } from 'zod'
import { filtresDerriereSchema } from '@/lib/bilan/derriere'
import { formatsTableur } from '@/lib/socle/tableur'

/** What is listed, kept in codes: read again by the worker. */
export const rechercheSchema = z.object({
  partenaireId: z.uuid().nullable(),
  filtres: filtresDerriereSchema,
  jours: z.object({ du: z.iso.date(), au: z.iso.date() }),
})

/** `adresse`: the parameters of the list on the screen, as its address holds them. */
export const exporterListeSchema = z.object({
  adresse: z.string().max(1_000),
  format: z.enum(formatsTableur, { error: 'Choisissez le format du fichier' }),
})

import { z } from 'zod'
import { idSchema } from '@/lib/demandes/schema'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'

const surLaDemande = { id: idSchema, version: z.coerce.number({ error: 'Rechargez la page' }).int() }

/** Reasons are read by the partenaire: a few lines, no more. */
const raison = (requis: string) => texteLibre({ max: 500, requis })

export const urgenceSchema = z.object({
  ...surLaDemande,
  sens: z.enum(['retirer', 'donner']),
  raison: raison('Dites pourquoi : le partenaire le lira'),
  raison__sante: z.literal('gardee').optional(),
})

/** `motif` may carry its variante: `<id>` or `<id>.<code>`. */
const motifEtVariante = z
  .string({ error: 'Choisissez le motif' })
  .regex(/^[0-9a-f-]{36}(\.[a-z0-9_]{1,60})?$/, 'Choisissez le motif')
  .transform((choix) => ({ motifId: choix.slice(0, 36), variante: choix.slice(37) || null }))

export const motifCorrigeSchema = z.object({ ...surLaDemande, motif: motifEtVariante })

export const transfertSchema = z.object({
  ...surLaDemande,
  caisse: z.uuid({ error: 'Choisissez la caisse' }),
  /** Empty: the motif it bears, when the other caisse offers it. */
  motif: z.union([z.literal('').transform(() => null), motifEtVariante]).default(null),
  raison: raison('Dites pourquoi : le partenaire et l’autre caisse le liront'),
  raison__sante: z.literal('gardee').optional(),
})

export const lierSchema = z.object({
  id: idSchema,
  reference: z
    .string()
    .trim()
    .regex(/^\d{2}-\d{6,10}$/, 'Écrivez une référence, par exemple 26-004817'),
})

export const procedureSchema = z.object({
  id: idSchema,
  possible: z.enum(['oui', 'non']),
  raison: texteCourt({ max: 200 }).default(''),
})

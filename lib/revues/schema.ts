import { z } from 'zod'
import { idSchema } from '@/lib/demandes/schema'

export const ligneSchema = z.object({
  id: idSchema,
  compteId: z.uuid({ error: 'Ce compte n’existe pas.' }),
  decision: z.enum(['garder', 'inactiver'], { error: 'Choisissez de garder ou d’inactiver ce compte' }),
  /** The decision that the page showed. */
  vue: z.enum(['', 'garder', 'inactiver', 'demander']).default(''),
})

export const signatureSchema = z.object({
  id: idSchema,
  /** Fingerprint of the decisions that the page showed. */
  vues: z.string().max(64).default(''),
  atteste: z.literal('oui', { error: 'Cochez cette attestation pour signer la revue' }),
})

export const relanceSchema = z.object({ id: idSchema })

export const relancesSchema = z.object({})

/** One structure, one partenaire, or all those of the caisse. */
export const ouvertureSchema = z.discriminatedUnion('portee', [
  z.object({ portee: z.literal('structure'), id: idSchema }),
  z.object({ portee: z.literal('partenaire'), id: idSchema }),
  z.object({ portee: z.literal('toutes') }),
])

export type Ouverture = z.output<typeof ouvertureSchema>

import { z } from 'zod'
import { idSchema } from '@/lib/demandes/schema'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

const version = z.coerce.number({ error: 'Rechargez la page' }).int()
const santeGardee = z.literal('gardee').optional()

export const acteSchema = z.object({ id: idSchema })

export const passerSchema = z.object({ id: idSchema, agentId: z.uuid({ error: 'Choisissez un collègue' }) })

export const complementSchema = z.object({
  id: idSchema,
  version,
  texte: texteLibre({ max: 4_000, requis: 'Dites ce qui manque' }),
  texte__sante: santeGardee,
})

/** The same from the other side: the partenaire sends what was asked for. */
export const envoiComplementSchema = complementSchema.extend({
  texte: texteLibre({ max: 4_000, requis: 'Écrivez un mot à la caisse : ce que vous envoyez, ce qui manque encore' }),
})

export const messageSchema = z.object({
  id: idSchema,
  version,
  texte: texteLibre({ max: 4_000, requis: 'Écrivez votre message' }),
  texte__sante: santeGardee,
  /** Caisse side: an answer to the partenaire, or a note that the caisse alone sees. */
  nature: z.enum(['reponse', 'note']).default('reponse'),
})

export const cloreSchema = z.object({
  id: idSchema,
  version,
  issue: z.string({ error: 'Choisissez le résultat' }).min(1, 'Choisissez le résultat'),
  texte: texteLibre({ max: 4_000, requis: 'Écrivez la réponse au partenaire' }),
  texte__sante: santeGardee,
})

export const annulerSchema = z.object({ id: idSchema, raison: texteLibre({ max: 500 }) })

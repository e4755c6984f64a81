import { z } from 'zod'
import { idSchema } from '@/lib/demandes/schema'
import { refuserTrou } from '@/lib/modeles-reponse/variables'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

const version = z.coerce.number({ error: 'Rechargez la page' }).int()
const santeGardee = z.literal('gardee').optional()

/** Caisse side: the template the answer came from, and what opens next. */
const suiteReponse = {
  modele: z.union([z.literal(''), z.uuid()]).optional(),
  ensuite: z.literal('oui').optional(),
  /** Reference of the next demande of the view; none: back to the view. */
  suivante: z
    .string()
    .regex(/^(\d{2}-\d{6,10})?$/)
    .optional(),
  /** The view, as it follows «?» in an address. */
  vue: z
    .string()
    .max(2_000)
    .regex(/^(\?[\w=&%.+~*-]*)?$/)
    .optional(),
}

export const acteSchema = z.object({ id: idSchema })

export const complementSchema = z.object({
  id: idSchema,
  version,
  /** Codes of the list of the motif: named at the head of the message, and counted in the bilan. */
  pieces: z
    .array(z.string().regex(/^\w{1,60}$/))
    .max(60)
    .optional(),
  texte: texteLibre({ max: 4_000, requis: 'Dites ce qui manque' }).superRefine(refuserTrou),
  texte__sante: santeGardee,
  ...suiteReponse,
})

/** The same from the other side: the partenaire sends what was asked for. */
export const envoiComplementSchema = complementSchema.omit({ pieces: true }).extend({
  texte: texteLibre({ max: 4_000, requis: 'Écrivez un mot à la caisse : ce que vous envoyez, ce qui manque encore' }),
})

export const messageSchema = z.object({
  id: idSchema,
  version,
  texte: texteLibre({ max: 4_000, requis: 'Écrivez votre message' }).superRefine(refuserTrou),
  texte__sante: santeGardee,
  ...suiteReponse,
  /** Caisse side: an answer to the partenaire, or a note that the caisse alone sees. */
  nature: z.enum(['reponse', 'note']).default('reponse'),
})

export const cloreSchema = z.object({
  id: idSchema,
  version,
  issue: z.string({ error: 'Choisissez le résultat' }).min(1, 'Choisissez le résultat'),
  texte: texteLibre({ max: 4_000, requis: 'Écrivez la réponse au partenaire' }).superRefine(refuserTrou),
  texte__sante: santeGardee,
  /** What becomes of a rendez-vous that is fixed and still to come; asked only where there is one. */
  rendezVous: z.enum(['garder', 'annuler']).optional(),
  ...suiteReponse,
})

export const annulerSchema = z.object({ id: idSchema, raison: texteLibre({ max: 500 }) })

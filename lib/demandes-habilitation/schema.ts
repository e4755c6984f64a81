import { z } from 'zod'
import { dateEnTroisChamps, idSchema } from '@/lib/demandes/schema'
import { schemaIdentite } from '@/lib/habilitations/schema'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

/** `id` is drawn by the page: a double click or a replay gives one request. */
const commun = {
  id: idSchema,
  caisseId: z.uuid({ error: 'Choisissez l’organisme' }),
  justification: texteLibre({ max: 1_000 }),
  justification__sante: z.literal('gardee').optional(),
}

const compteId = z.uuid({ error: 'Choisissez le compte' })

export const creationSchema = schemaIdentite.extend(commun)

export const modificationSchema = schemaIdentite.extend({ ...commun, compteId })

export const inactivationSchema = z.object({
  ...commun,
  compteId,
  souhaiteeLe: dateEnTroisChamps({
    absente: 'Indiquez le jour souhaité',
    fausse: 'Ce jour n’existe pas\u00A0: vérifiez le jour, le mois et l’année sur quatre chiffres',
  }),
})

export const retraitSchema = z.object({ id: idSchema })

export const applicationSchema = z.object({
  id: idSchema,
  /** Version of the account shown beside what is asked. */
  version: z.union([z.literal(''), z.coerce.number().int()]).optional(),
})

export const refusSchema = z.object({
  id: idSchema,
  motifRefus: texteLibre({ max: 1_000, requis: 'Dites pourquoi la demande n’est pas appliquée' }),
  motifRefus__sante: z.literal('gardee').optional(),
})

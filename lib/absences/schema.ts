import { z } from 'zod'
import { dateEnTroisChamps } from '@/lib/demandes/schema'

const fausse = 'Cette date n’existe pas\u00A0: vérifiez le jour, le mois et l’année sur quatre chiffres'

const date = (absente: string) =>
  dateEnTroisChamps({ absente, fausse }).refine(
    (jour) => jour >= '2000-01-01' && jour < '2100-01-01',
    'Vérifiez l’année de cette date',
  )

const retourConnu = z
  .preprocess(
    (lu) => (Object.values(lu ?? {}).every((partie) => String(partie).trim() === '') ? undefined : lu),
    date('Saisissez la date').optional(),
  )
  .transform((lu) => lu ?? null)

export const absenceSchema = z
  .object({
    /** Empty for a new one. */
    id: z.union([z.uuid(), z.literal('')]).default(''),
    compteId: z.uuid({ error: 'Choisissez l’agent absent' }),
    debutLe: date('Saisissez le premier jour d’absence'),
    finLe: retourConnu,
    remplacantId: z.uuid({ error: 'Choisissez qui remplace' }),
  })
  .refine(({ debutLe, finLe }) => finLe === null || finLe >= debutLe, {
    path: ['finLe'],
    error: 'Le dernier jour vient avant le premier',
  })

export const terminerSchema = z.object({ id: z.uuid({ error: 'Rechargez la page' }) })

export const repartirSchema = terminerSchema.extend({
  demandes: z.union([z.enum(['garder', 'commune']), z.uuid()], { error: 'Choisissez dans la liste' }).default('garder'),
})

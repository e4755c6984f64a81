import { z } from 'zod'
import { services } from '@/lib/demandes/modele'
import { idSchema } from '@/lib/demandes/schema'
import type { Destinataire } from '@/lib/equipes/attribuer-demande'
import { texteCourt } from '@/lib/socle/champ-texte-libre'

const uuid = /^(?:(?:agent|equipe):[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|personne|commune)$/i

export const destinataireSchema = z.custom<Destinataire>(
  (valeur) => typeof valeur === 'string' && uuid.test(valeur),
  'Choisissez à qui attribuer la demande',
)

const version = z.coerce.number({ error: 'Rechargez la page' }).int()

export const attribuerSchema = z.object({ id: idSchema, version: version.optional(), a: destinataireSchema })

const equipeId = z.uuid({ error: 'Choisissez une équipe' })

export const equipeSchema = z.object({
  /** Empty for a new one. */
  id: z.union([z.uuid(), z.literal('')]).default(''),
  version: version.default(0),
  nom: texteCourt({ max: 60, requis: 'Donnez un nom à l’équipe, par exemple «\u00A0C2S\u00A0»' }),
  membres: z
    .array(z.uuid(), { error: 'Cochez au moins un agent' })
    .min(1, 'Cochez au moins un agent\u00A0: une équipe sans personne ne verrait pas arriver ses demandes'),
})

export const dissoudreSchema = z.object({
  id: equipeId,
  version,
  /** Team that takes over; empty for the common queue. */
  vers: z.union([z.uuid(), z.literal('')]).default(''),
})

const facultatif = <T extends z.ZodType>(schema: T) =>
  z.preprocess((valeur) => (valeur === '' ? undefined : valeur), schema.optional())

/** Criteria of a rule, or of a demande that is tried out; an address that says something else is ignored. */
export const criteresSchema = z.object({
  service: facultatif(z.enum(services)).catch(undefined),
  motif: facultatif(z.uuid()).catch(undefined),
  partenaire: facultatif(z.uuid()).catch(undefined),
})

export const regleSchema = z
  .object({
    service: facultatif(z.enum(services, { error: 'Choisissez un des cinq services' })),
    motif: facultatif(z.uuid({ error: 'Choisissez un motif de la liste' })),
    partenaire: facultatif(z.uuid({ error: 'Choisissez un partenaire de la liste' })),
    equipe: equipeId,
  })
  .refine(({ service, motif, partenaire }) => service || motif || partenaire, {
    path: ['motif'],
    error: 'Choisissez au moins un critère\u00A0: un motif, un partenaire ou un service',
  })

export const changerRegleSchema = z.object({ id: z.uuid({ error: 'Rechargez la page' }), equipe: equipeId })
export const supprimerRegleSchema = z.object({ id: z.uuid({ error: 'Rechargez la page' }) })
export const appliquerSchema = z.object({})

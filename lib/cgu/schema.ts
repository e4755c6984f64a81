import { z } from 'zod'
import { dateEnTroisChamps } from '@/lib/demandes/schema'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

const id = z.uuid({ error: 'Rechargez la page' })
const version = z.coerce.number({ error: 'Rechargez la page' }).int()

export const schemaBrouillonCgu = z.object({
  /** Absent: a new draft. */
  id: id.optional(),
  version: version.optional(),
  resume: texteLibre({ max: 1_000, requis: 'Dites en quelques phrases ce qui change pour les personnes' }),
  texte: texteLibre({ max: 60_000, requis: 'Écrivez le texte des conditions d’utilisation' }),
})

export const schemaPublication = z.object({
  id,
  version,
  quand: z.enum(['maintenant', 'date'], { error: 'Choisissez quand publier cette version' }),
  le: z.preprocess(
    (lu) => (Object.values(lu ?? {}).every((partie) => String(partie).trim() === '') ? undefined : lu),
    dateEnTroisChamps({
      absente: 'Saisissez le jour de la publication',
      fausse: 'Cette date n’existe pas\u00A0: vérifiez le jour, le mois et l’année sur quatre chiffres',
    }).optional(),
  ),
})

export const schemaVersionCgu = z.object({ id, version })

/** Search of the register, as it stands in the address; what can't be read is ignored. */
export const filtresRegistreSchema = z.object({
  q: z
    .string()
    .max(100)
    .transform((texte) => texte.replace(/\p{Cc}/gu, ' ').trim())
    .optional()
    .catch(undefined),
  r: z.uuid().optional().catch(undefined),
  version: z.uuid().optional().catch(undefined),
  apres: z.string().max(80).optional().catch(undefined),
})

export type SaisieBrouillonCgu = z.output<typeof schemaBrouillonCgu>
export type SaisiePublication = z.output<typeof schemaPublication>
export type FiltresRegistre = z.output<typeof filtresRegistreSchema>

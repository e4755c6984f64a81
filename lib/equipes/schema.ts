import { z } from 'zod'
import { idSchema } from '@/lib/demandes/schema'
import type { Destinataire } from '@/lib/equipes/attribuer-demande'

const aQui = 'Choisissez à qui attribuer la demande'
const uuid = /^(?:(?:agent|equipe):[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|personne|commune)$/i

export const destinataireSchema = z.custom<Destinataire>(
  (valeur) => typeof valeur === 'string' && uuid.test(valeur),
  aQui,
)

export const attribuerSchema = z.object({
  id: idSchema,
  version: z.coerce.number({ error: 'Rechargez la page' }).int().optional(),
  a: destinataireSchema,
})

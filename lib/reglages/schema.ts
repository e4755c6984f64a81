import { z } from 'zod'
import { services } from '@/lib/demandes/modele'
import { sections } from '@/lib/reglages/modele'

const caisseId = z.uuid({ error: 'Cette caisse n’existe pas.' })
const version = z.coerce.number({ error: 'Rechargez la page' }).int()

/** The fields of the section stand beside these; its own schema reads them. */
export const reglagesSchema = z.looseObject({ caisseId, version, section: z.enum(sections) })

export const motifsServiceSchema = z.looseObject({ caisseId, version, service: z.enum(services) })

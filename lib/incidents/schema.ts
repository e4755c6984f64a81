import { z } from 'zod'
import { suites, typesIncident } from '@/lib/incidents/libelles'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

const santeGardee = z.literal('gardee').optional()

export const signalerSchema = z.object({
  type: z.enum(typesIncident, { error: 'Choisissez ce qui s’est passé' }),
  compteId: z.uuid({ error: 'Choisissez le compte concerné' }),
  description: texteLibre({ max: 2_000, requis: 'Dites ce que vous savez\u00a0: quand, comment vous l’avez appris' }),
  description__sante: santeGardee,
})

export const inactiverSignaleSchema = z.object({ id: z.uuid({ error: 'Rechargez la page' }) })

export const traiterSchema = z.object({
  id: z.uuid({ error: 'Rechargez la page' }),
  suite: z.enum(suites, { error: 'Choisissez la suite' }),
})

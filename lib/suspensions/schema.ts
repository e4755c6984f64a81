import { z } from 'zod'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

const santeGardee = z.literal('gardee').optional()

export const suspendreSchema = z.object({
  partenaireId: z.uuid({ error: 'Rechargez la page' }),
  motif: texteLibre({ max: 1_000, requis: 'Écrivez le motif\u00a0: il est transmis au partenaire' }),
  motif__sante: santeGardee,
})

export const leverSchema = z.object({
  id: z.uuid({ error: 'Rechargez la page' }),
  motif: texteLibre({
    max: 1_000,
    requis: 'Écrivez ce qui permet de rétablir l’accès\u00a0: c’est transmis au partenaire',
  }),
  motif__sante: santeGardee,
})

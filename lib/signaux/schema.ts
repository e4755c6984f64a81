import { z } from 'zod'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

export const priseEnCompteSchema = z.object({
  id: z.uuid({ error: 'Ce signal n’existe pas.' }),
  note: texteLibre({ max: 1_000, requis: 'Notez ce que vous avez vérifié, même en quelques mots' }),
  note__sante: z.literal('gardee').optional(),
})

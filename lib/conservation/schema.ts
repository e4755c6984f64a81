import { z } from 'zod'
import { dateEnTroisChamps } from '@/lib/demandes/schema'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

export const retenirSchema = z.object({
  reference: z
    .string({ error: 'Indiquez la référence de la demande' })
    .trim()
    .min(1, 'Indiquez la référence de la demande, par exemple 26-004817')
    .max(20, 'Une référence s’écrit comme 26-004817'),
  raison: texteLibre({
    max: 500,
    requis: 'Dites pourquoi la demande est retenue : contentieux, contrôle, réclamation…',
  }),
  jusquau: dateEnTroisChamps({
    absente: 'Indiquez jusqu’à quel jour la demande est retenue',
    fausse: 'Cette date n’existe pas : vérifiez le jour, le mois et l’année sur quatre chiffres',
  }),
})

export const leverSchema = z.object({ id: z.uuid({ error: 'Rechargez la page' }) })

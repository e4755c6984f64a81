import { z } from 'zod'
import { dateEnTroisChamps } from '@/lib/demandes/schema'
import { texteCourt } from '@/lib/socle/champ-texte-libre'

const version = z.coerce.number({ error: 'Rechargez la page' }).int()

export const posterSchema = z.object({
  id: z.uuid({ error: 'Cette demande n’existe pas' }),
  version,
  document: texteCourt({ max: 120, requis: 'Dites quel document a été envoyé' }),
  posteLe: dateEnTroisChamps({
    absente: 'Saisissez le jour de l’envoi',
    fausse: 'Cette date n’existe pas : vérifiez le jour, le mois et l’année sur quatre chiffres',
  }),
  /** Outcome, to close at once; none keeps the demande open. */
  issue: z.string().max(60).default(''),
  /** With an outcome: what becomes of a rendez-vous that is fixed and still to come. */
  rendezVous: z.enum(['garder', 'annuler'], { error: 'Dites si le rendez-vous est gardé ou annulé' }).optional(),
})

export const prolongerSchema = z.object({ id: z.uuid({ error: 'Ce document n’existe pas' }) })

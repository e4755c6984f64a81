import { z } from 'zod'
import { dateEnTroisChamps } from '@/lib/demandes/schema'
import { lireHeure } from '@/lib/rendez-vous/heures'

const fausse = 'Cette date n’existe pas : vérifiez le jour, le mois et l’année sur quatre chiffres'

/** A day typed in three fields, of this century. */
export const champJour = (absente: string) =>
  dateEnTroisChamps({ absente, fausse }).refine(
    (jour) => jour >= '2000-01-01' && jour < '2100-01-01',
    'Vérifiez l’année de cette date',
  )

/** An hour typed as people write it. */
export const champHeure = (absente: string) =>
  z
    .string({ error: absente })
    .trim()
    .min(1, absente)
    .transform((texte, contexte) => {
      const lue = lireHeure(texte)
      if (lue) return lue
      contexte.addIssue({ code: 'custom', message: 'Écrivez une heure, par exemple 9 h 30' })
      return z.NEVER
    })

import { z } from 'zod'
import { telephoneSchema } from '@/lib/demandes/schema'
import { texteCourt } from '@/lib/socle/champ-texte-libre'

const courriel = z
  .string({ error: 'Indiquez l’adresse électronique professionnelle' })
  .trim()
  .toLowerCase()
  .min(1, 'Indiquez l’adresse électronique professionnelle')
  .max(254, 'Cette adresse est trop longue')
  .refine((adresse) => z.email().safeParse(adresse).success, {
    error: 'Cette adresse n’est pas complète. Exemple\u00a0: prenom.nom@votre-organisme.fr',
  })

/** Who holds an account (règles du domaine, §3). The domain of the address is checked against the partenaire by the use case. */
export const schemaIdentite = z.object({
  civilite: z.enum(['madame', 'monsieur'], { error: 'Choisissez Madame ou Monsieur' }),
  nom: texteCourt({ max: 80, requis: 'Indiquez le nom' }),
  prenom: texteCourt({ max: 80, requis: 'Indiquez le prénom' }),
  fonction: texteCourt({ max: 120, requis: 'Indiquez la fonction' }),
  telephone: telephoneSchema('Indiquez le téléphone professionnel'),
  courriel,
})

export type Identite = z.output<typeof schemaIdentite>

export const champsIdentite = ['civilite', 'nom', 'prenom', 'fonction', 'telephone', 'courriel'] as const

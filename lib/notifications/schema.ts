import { z } from 'zod'

export const courrielSchema = z.object({ id: z.uuid({ error: 'Ce courriel n’existe pas' }) })

export const boiteSchema = z.object({
  courriel: z
    .string()
    .trim()
    .toLowerCase()
    .max(254, 'Cette adresse est trop longue')
    .default('')
    .refine((adresse) => adresse === '' || z.email().safeParse(adresse).success, {
      error: 'Cette adresse n’est pas complète. Exemple\u00a0: accueil@votre-organisme.fr',
    }),
})

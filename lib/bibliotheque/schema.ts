import { z } from 'zod'
import { genresDocument } from '@/lib/bibliotheque/modele'
import { services } from '@/lib/demandes/modele'
import { idSchema } from '@/lib/demandes/schema'
import { champsAudience, cles } from '@/lib/publications/audience'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'

export const documentSchema = z.object({
  /** Empty for a new one. */
  id: z.union([z.uuid(), z.literal('')]).default(''),
  version: z.coerce.number().int().optional(),
  genre: z.enum(cles(genresDocument), { error: 'Choisissez de quoi il s’agit' }),
  titre: texteCourt({ max: 120, requis: 'Donnez un titre au document' }),
  description: texteLibre({ max: 600, requis: 'Dites en une phrase à quoi il sert' }),
  description__sante: z.literal('gardee').optional(),
  theme: texteCourt({ max: 60, requis: 'Rangez le document sous un thème' }),
  services: z.array(z.enum(services)).default([]),
  motifs: z.array(z.uuid()).max(200).default([]),
  ...champsAudience,
})

export const unSeulSchema = z.object({ id: idSchema })

export const lienSchema = z.object({
  id: idSchema,
  lien: z
    .string({ error: 'Collez l’adresse de la page' })
    .trim()
    .min(1, 'Collez l’adresse de la page')
    .max(500, 'Cette adresse est trop longue')
    .refine(
      (lien) => {
        if (!URL.canParse(lien)) return false
        const { protocol, username, password } = new URL(lien)
        return protocol === 'https:' && !username && !password
      },
      { error: 'Collez une adresse entière, qui commence par https://' },
    )
    .transform((lien) => new URL(lien).href),
})

export const filtresSchema = z.object({
  q: z.string().catch('').default(''),
  r: z.string().optional().catch(undefined),
  theme: z.string().max(60).catch('').default(''),
  service: z.enum(services).or(z.literal('')).catch('').default(''),
  vue: z.enum(['en_ligne', 'brouillons', 'retires']).catch('en_ligne').default('en_ligne'),
})

export type Filtres = z.output<typeof filtresSchema>

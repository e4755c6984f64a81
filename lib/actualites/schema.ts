import { z } from 'zod'
import { genresActualite, TEXTE_MAX } from '@/lib/actualites/modele'
import { dateFacultative } from '@/lib/conventions/schema'
import { idSchema } from '@/lib/demandes/schema'
import { champsAudience, cles } from '@/lib/publications/audience'
import { tropImbrique } from '@/lib/publications/texte'
import { champHeure, champJour } from '@/lib/rendez-vous/champ-moment'
import { instantAParis } from '@/lib/rendez-vous/decoupe'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'
import { ajouterJours, debutDuJour } from '@/lib/socle/temps'

const coche = z
  .literal('oui')
  .optional()
  .transform((lu) => lu === 'oui')

export const actualiteSchema = z
  .object({
    /** Empty for a new one. */
    id: z.union([z.uuid(), z.literal('')]).default(''),
    version: z.coerce.number().int().optional(),
    genre: z.enum(cles(genresActualite), { error: 'Choisissez de quoi il s’agit' }),
    titre: texteCourt({ max: 120, requis: 'Écrivez un titre' }),
    texte: texteLibre({ max: TEXTE_MAX, requis: 'Écrivez le texte' }).refine((texte) => !tropImbrique(texte), {
      error: 'Trop de listes ou de citations sont imbriquées : simplifiez la mise en forme',
    }),
    texte__sante: z.literal('gardee').optional(),
    ...champsAudience,
    epinglee: coche,
    /** Last day it is shown, included. */
    jusquau: dateFacultative,
    /** To write again to those who have read what is corrected. */
    prevenir: coche,
  })
  .transform(({ jusquau, ...reste }) => ({
    ...reste,
    finLe: jusquau ? debutDuJour(ajouterJours(jusquau, 1)) : null,
  }))

const quand = { id: idSchema, version: z.coerce.number({ error: 'Rechargez la page' }).int(), courriel: coche }

export const publierSchema = z
  .discriminatedUnion(
    'quand',
    [
      z.object({ ...quand, quand: z.literal('maintenant') }),
      z.object({
        ...quand,
        quand: z.literal('plus_tard'),
        jour: champJour('Indiquez le jour de la publication'),
        heure: champHeure('Indiquez l’heure de la publication'),
      }),
    ],
    { error: 'Choisissez quand publier' },
  )
  .transform((saisie) => ({
    id: saisie.id,
    version: saisie.version,
    courriel: saisie.courriel,
    publierLe: saisie.quand === 'plus_tard' ? instantAParis(saisie.jour, saisie.heure) : null,
  }))

export const unSeulSchema = z.object({ id: idSchema })

export const toutLuSchema = z.object({})

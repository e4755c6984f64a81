import { z } from 'zod'
import { motsDesPages } from '@/lib/journal/pages'
import { texteLibre } from '@/lib/socle/champ-texte-libre'
import { genes, suitesSupport } from '@/lib/support/modele'

const santeGardee = z.literal('gardee').optional()
const id = z.uuid({ error: 'Rechargez la page' })

/** What the page joins by itself: what can't be read is left out, never a reason to refuse. */
const contexte = {
  page: z
    .string()
    .refine((patron) => Object.hasOwn(motsDesPages, patron))
    .nullish()
    .catch(null)
    .transform((lu) => lu ?? null),
  navigateur: z
    .string()
    .regex(/^[\p{L}\d. ]{1,80}$/u)
    .nullish()
    .catch(null)
    .transform((lu) => lu ?? null),
  largeur: z.coerce
    .number()
    .int()
    .min(100)
    .max(20_000)
    .nullish()
    .catch(null)
    .transform((lu) => lu ?? null),
}

export const signalerDysfonctionnementSchema = z.object({
  /** Chosen by the page: the same form sent twice is one ticket. */
  id,
  caisseId: z.union([z.uuid(), z.literal('')], { error: 'Choisissez la caisse à prévenir' }).default(''),
  activite: texteLibre({ max: 1_000, requis: 'Dites ce que vous faisiez' }),
  activite__sante: santeGardee,
  constat: texteLibre({ max: 3_000, requis: 'Dites ce qui s’est passé' }),
  constat__sante: santeGardee,
  gene: z.enum(genes, { error: 'Dites si vous pouvez continuer' }),
  incident: z
    .string()
    .trim()
    .regex(/^[\w-]{0,40}$/, 'Recopiez le numéro tel qu’il s’affiche, ou laissez vide')
    .default(''),
  ...contexte,
})

export const preciserSchema = z.object({
  id,
  texte: texteLibre({ max: 3_000, requis: 'Écrivez ce que vous voulez ajouter' }),
  texte__sante: santeGardee,
})

export const traiterSupportSchema = z
  .object({
    id,
    version: z.coerce.number({ error: 'Rechargez la page' }).int(),
    suite: z.enum(suitesSupport, { error: 'Choisissez la suite' }),
    texte: texteLibre({ max: 3_000 }).default(''),
    texte__sante: santeGardee,
  })
  .superRefine(({ suite, texte }, contexte) => {
    if (texte || suite === 'prendre') return
    contexte.addIssue({ code: 'custom', path: ['texte'], message: sansTexte[suite] })
  })

const sansTexte = {
  repondre: 'Écrivez votre réponse',
  resoudre: 'Dites ce qui a été fait : la personne lira cette réponse',
  transmettre: 'Dites pourquoi vous transmettez : l’appui national et la personne le liront',
  rendre: 'Dites à la caisse ce qu’elle peut faire',
}

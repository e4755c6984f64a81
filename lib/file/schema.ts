import { z } from 'zod'
import { destinataireSchema } from '@/lib/equipes/schema'
import { colonnesChoisies } from '@/lib/file/colonnes'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'

const id = z.uuid({ error: 'Cet élément n’existe pas.' })
const nom = texteCourt({ max: 60, requis: 'Donnez un nom à la vue' })
const oui = z.literal('oui').optional()

/** `id` is drawn by the page: a form sent twice saves one view. `filtres`: as in an address. */
export const enregistrerVueSchema = z.object({
  id,
  nom,
  partagee: oui,
  filtres: z.string().max(1_000),
})

export const modifierVueSchema = z.object({ id, nom, partagee: oui })

/** By the référent: the view stays shared. */
export const renommerVueSchema = z.object({ id, nom })

/** The filters of a view are replaced by those in use. */
export const remplacerVueSchema = z.object({ id, filtres: z.string().max(1_000) })

export const vueSchema = z.object({ id })

/** At most this many demandes in one act: two pages of the queue. */
export const LOT_MAX = 100

const cochees = <S extends z.ZodType>(ligne: S) =>
  z
    .array(ligne, { error: 'Cochez au moins une demande' })
    .min(1, 'Cochez au moins une demande')
    .max(LOT_MAX, `Cochez ${LOT_MAX} demandes au plus`)

/** `lot` is drawn by the page: a double click makes one act. */
export const prendreLotSchema = z.object({ lot: id, ids: cochees(id) })

/** Each line says which version of the demande was read: «id~version». */
const luSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}~\d{1,9}$/, 'Cet élément n’existe pas.')
  .transform((texte) => ({ id: texte.slice(0, 36), version: Number(texte.slice(37)) }))
  .refine(({ id: lu }) => id.safeParse(lu).success, 'Cet élément n’existe pas.')

export const attribuerLotSchema = z.object({
  lot: id,
  lignes: cochees(luSchema),
  a: destinataireSchema,
})

export const cloreLotSchema = z.object({
  lot: id,
  lignes: cochees(luSchema),
  /** One outcome for each service there is among the demandes: the form sends an empty one until it is chosen. */
  issues: z.record(z.string(), z.string().min(1, 'Choisissez le résultat')).default({}),
  texte: texteLibre({ max: 4_000, requis: 'Écrivez la réponse aux partenaires' }),
  texte__sante: z.literal('gardee').optional(),
})

/** The columns that stay on the queue. */
export const colonnesSchema = z.object({
  visibles: z
    .array(z.string().max(40), { error: 'Choisissez les colonnes dans la liste' })
    .max(50, 'Choisissez les colonnes dans la liste')
    .default([])
    // A page left open may name a column that is no more; one sent twice is one.
    .transform((noms) => colonnesChoisies.filter((colonne) => noms.includes(colonne))),
  /** Query of the queue to come back to. */
  filtres: z.string().max(2_000).default('').catch(''),
})

export const lotSchema = z.object({ id })

export const presenceSchema = z.object({
  /** A text is being written. */
  ecrit: z.boolean().default(false),
  /** The page is being left. */
  part: z.boolean().default(false),
})

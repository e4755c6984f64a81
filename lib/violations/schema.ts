import { z } from 'zod'
import { dateEnTroisChamps } from '@/lib/demandes/schema'
import { instantAParis } from '@/lib/rendez-vous/decoupe'
import { lireHeure } from '@/lib/rendez-vous/heures'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'
import { donneesConcernees, natures, risques } from '@/lib/violations/libelles'

const idSchema = z.uuid({ error: 'Rechargez la page' })
const santeGardee = z.literal('gardee').optional()
const fausse = 'Cette date n’existe pas\u00A0: vérifiez le jour, le mois et l’année sur quatre chiffres'

const vide = (lu: unknown) => Object.values(lu ?? {}).every((partie) => String(partie).trim() === '')

const jour = (absente: string) =>
  dateEnTroisChamps({ absente, fausse }).refine((lu) => lu >= '2000-01-01' && lu < '2100-01-01', {
    error: 'Vérifiez l’année de cette date',
  })

const heure = z
  .string({ error: 'Indiquez l’heure, même approchée' })
  .trim()
  .min(1, 'Indiquez l’heure, même approchée')
  .transform((texte, contexte) => {
    const lue = lireHeure(texte)
    if (lue) return lue
    contexte.addIssue({ code: 'custom', message: 'Écrivez une heure, par exemple 9 h 30' })
    return z.NEVER
  })

const effectif = z
  .string()
  .trim()
  .default('')
  .transform((texte) => texte.replace(/[\s\u00A0\u202F]/g, ''))
  .pipe(z.string().regex(/^\d{0,7}$/, 'Écrivez un nombre, ou laissez vide si vous ne le savez pas'))
  .transform((texte) => (texte === '' ? null : Number(texte)))

export const declarerSchema = z
  .object({
    id: idSchema,
    natures: z
      .array(z.enum(natures, { error: 'Cochez ce qui s’est passé, dans la liste' }), {
        error: 'Cochez ce qui s’est passé',
      })
      .min(1, 'Cochez ce qui s’est passé'),
    description: texteLibre({ max: 4_000, requis: 'Dites ce qui s’est passé, en quelques mots' }),
    constateeLe: jour('Indiquez quand la violation a été constatée'),
    constateeHeure: heure,
    survenueLe: z.preprocess((lu) => (vide(lu) ? undefined : lu), jour('').optional()).transform((lu) => lu ?? null),
    donnees: z
      .array(z.enum(donneesConcernees, { error: 'Cochez les données concernées, dans la liste' }), {
        error: 'Cochez les données concernées',
      })
      .min(1, 'Cochez les données concernées'),
    personnes: effectif,
    comptes: effectif,
    mesures: texteLibre({ max: 4_000 }).default(''),
    references: texteLibre({ max: 1_000 }).default(''),
    contact: texteCourt({ max: 200, requis: 'Indiquez qui appeler, et à quel numéro' }),
    /** The caisses concerned, for a partenaire that has several. */
    caisses: z.array(z.uuid()).max(50).default([]),
    /** The partenaire concerned, when a caisse declares. */
    partenaireId: z.union([z.uuid(), z.literal('')]).default(''),
    signalementId: z.union([z.uuid(), z.literal('')]).default(''),
    description__sante: santeGardee,
    mesures__sante: santeGardee,
  })
  .transform(({ constateeLe, constateeHeure, survenueLe, ...reste }) => ({
    ...reste,
    constateeLe: instantAParis(constateeLe, constateeHeure),
    survenueLe: survenueLe && instantAParis(survenueLe, '00:00'),
  }))

export const informerSchema = z.object({
  id: idSchema,
  texte: texteLibre({ max: 4_000, requis: 'Écrivez ce que vous ajoutez' }),
})

export const mesureSchema = z.object({
  id: idSchema,
  mesure: texteLibre({ max: 4_000, requis: 'Écrivez la mesure prise' }),
})

export const qualifierSchema = z
  .object({
    id: idSchema,
    etat: z.enum(['averee', 'ecartee'], { error: 'Dites si c’est une violation' }),
    risque: z.union([z.enum(risques), z.literal('')]).default(''),
    analyse: texteLibre({ max: 4_000, requis: 'Dites pourquoi, en une phrase' }),
  })
  .refine(({ etat, risque }) => etat === 'ecartee' || risque !== '', {
    path: ['risque'],
    error: 'Choisissez le niveau de risque',
  })

const notifications = ['autre_partie', 'autorite', 'personnes'] as const

/** «Informée le», or «non nécessaire parce que». */
export const notifierSchema = z
  .object({
    id: idSchema,
    quoi: z.enum(notifications, { error: 'Rechargez la page' }),
    fait: z.enum(['oui', 'non_necessaire'], { error: 'Choisissez une réponse' }),
    le: z.unknown().optional(),
    heure: z.string().trim().default(''),
    raison: texteLibre({ max: 2_000 }).default(''),
  })
  .transform((saisie, contexte) => {
    const { id, quoi, raison } = saisie
    if (saisie.fait === 'non_necessaire') {
      if (raison !== '') return { id, quoi, raison, le: null }
      contexte.addIssue({ code: 'custom', path: ['raison'], message: 'Dites pourquoi ce n’est pas nécessaire' })
      return z.NEVER
    }
    const lu = z.object({ le: jour('Indiquez la date'), heure }).safeParse({ le: saisie.le, heure: saisie.heure })
    if (lu.success) return { id, quoi, raison, le: instantAParis(lu.data.le, lu.data.heure) }
    for (const { path, message } of lu.error.issues) contexte.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })

export const cloreSchema = z.object({
  id: idSchema,
  conclusion: texteLibre({ max: 4_000, requis: 'Écrivez la conclusion\u00A0: ce que vous en retenez' }),
})

export const rouvrirSchema = z.object({
  id: idSchema,
  raison: texteLibre({ max: 2_000, requis: 'Dites pourquoi vous la rouvrez' }),
})

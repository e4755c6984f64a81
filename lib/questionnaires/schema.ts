import { z } from 'zod'
import { idSchema } from '@/lib/demandes/schema'
import { OPTIONS_MAX, typesQuestion } from '@/lib/questionnaires/modele'
import { champJour } from '@/lib/rendez-vous/champ-moment'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'

const santeGardee = z.literal('gardee').optional()
const version = z.coerce.number().int({ error: 'Rechargez la page' })

const RAPPELS_MAX = 5

/** «14, 3»: days before the last one, the most first. */
const rappels = z
  .string()
  .trim()
  .default('')
  .transform((texte, contexte) => {
    const jours = texte.split(/[\s,;]+/).filter(Boolean)
    const refuser = (message: string) => {
      contexte.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (!jours.every((jour) => /^\d{1,3}$/.test(jour) && Number(jour) > 0))
      return refuser('Écrivez des nombres de jours séparés par des virgules, par exemple 14, 3')
    const uniques = [...new Set(jours.map(Number))].toSorted((a, b) => b - a)
    return uniques.length > RAPPELS_MAX ? refuser(`Au plus ${RAPPELS_MAX} rappels`) : uniques
  })

type Dates = { ouvreLe: string; fermeLe: string; rappels: number[] }

const joursEntre = ({ ouvreLe, fermeLe }: Pick<Dates, 'ouvreLe' | 'fermeLe'>) =>
  Math.round((Date.parse(fermeLe) - Date.parse(ouvreLe)) / 86_400_000)

/** What is wrong with these dates together, by field; empty when all is well. */
export function erreursDeDates(dates: Dates): Record<string, string> {
  const duree = joursEntre(dates)
  if (duree <= 0) return { fermeLe: 'Le dernier jour pour répondre vient après l’ouverture' }
  if (duree > 366) return { fermeLe: 'Ce questionnaire resterait ouvert plus d’un an : vérifiez l’année' }
  const tropTot = dates.rappels.find((jours) => jours >= duree)
  return tropTot ? { rappels: `Un rappel ${tropTot} jours avant la fin partirait avant l’ouverture, ou avec elle` } : {}
}

export const questionnaireSchema = z
  .object({
    /** Empty for a new one. */
    id: z.union([z.uuid(), z.literal('')]).default(''),
    version: version.optional(),
    annee: z.coerce
      .number({ error: 'Indiquez l’année, par exemple 2026' })
      .int('Indiquez l’année, par exemple 2026')
      .min(2000, 'Indiquez l’année, par exemple 2026')
      .max(2100, 'Indiquez l’année, par exemple 2026'),
    titre: texteCourt({ max: 120, requis: 'Donnez un titre au questionnaire' }),
    introduction: texteLibre({ max: 3_000 }).default(''),
    introduction__sante: santeGardee,
    anonyme: z.enum(['oui', 'non'], { error: 'Choisissez si les réponses sont nominatives' }),
    ouvreLe: champJour('Indiquez le jour d’ouverture'),
    fermeLe: champJour('Indiquez le dernier jour pour répondre'),
    rappels,
    /** The questionnaire whose questions are copied, for a new one. */
    reprendre: z.union([z.uuid(), z.literal('')]).default(''),
  })
  .superRefine((saisie, contexte) => {
    for (const [champ, message] of Object.entries(erreursDeDates(saisie)))
      contexte.addIssue({ code: 'custom', path: [champ], message })
  })

export const questionSchema = z
  .object({
    questionnaireId: idSchema,
    version,
    /** Empty for a new one. */
    id: z.union([z.uuid(), z.literal('')]).default(''),
    intitule: texteCourt({ max: 300, requis: 'Écrivez la question' }),
    type: z.enum(typesQuestion, { error: 'Choisissez comment on y répond' }),
    /** One by line. */
    options: texteLibre({ max: 3_000 }).default(''),
    options__sante: santeGardee,
    obligatoire: z.literal('oui').optional(),
  })
  .transform(({ options, ...saisie }) => ({
    ...saisie,
    options: ['choix', 'plusieurs'].includes(saisie.type)
      ? [
          ...new Set(
            options
              .split('\n')
              .map((ligne) => ligne.trim())
              .filter(Boolean),
          ),
        ]
      : [],
  }))
  .superRefine(({ type, options }, contexte) => {
    const refuser = (message: string) => contexte.addIssue({ code: 'custom', path: ['options'], message })
    if (!['choix', 'plusieurs'].includes(type)) return
    if (options.length < 2) refuser('Écrivez au moins deux réponses, une par ligne')
    if (options.length > OPTIONS_MAX) refuser(`Au plus ${OPTIONS_MAX} réponses : regroupez-en`)
    if (options.some((option) => option.length > 150)) refuser('Une réponse proposée tient en 150 caractères')
  })

export const deplacerSchema = z.object({ id: idSchema, sens: z.enum(['haut', 'bas'], { error: 'Rechargez la page' }) })

export const unSeulSchema = z.object({ id: idSchema })

export const prolongerSchema = z.object({
  id: idSchema,
  version,
  fermeLe: champJour('Indiquez le dernier jour pour répondre'),
  rappels,
})

export const publierSchema = z.object({ id: idSchema, publier: z.enum(['oui', 'non'], { error: 'Rechargez la page' }) })

/** Answers as they are typed, by id of the question: read by `lireValeurs`, here only bounded. */
export const reponseSchema = z.object({
  id: idSchema,
  version,
  r: z
    .record(z.string().max(40), z.unknown())
    .default({})
    .refine((bruts) => JSON.stringify(bruts).length <= 200_000, { error: 'Le texte est trop long : raccourcissez-le' }),
  suite: z.enum(['relire', 'plus_tard']).catch('plus_tard').default('plus_tard'),
  /** What a colleague has saved, as its reader was told of it: given back, it says that it may be replaced. */
  remplacerReponse: z.string().max(200_000).optional(),
})

export const envoyerSchema = z.object({ id: idSchema, version })

import { z } from 'zod'
import { porteurs } from '@/lib/copil/modele'
import { dateEnTroisChamps, idSchema } from '@/lib/demandes/schema'
import { lireHeure } from '@/lib/rendez-vous/heures'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'
import type { DateIso } from '@/lib/socle/temps'

const FAUSSE = 'Cette date n’existe pas : vérifiez le jour, le mois et l’année sur quatre chiffres'
const santeGardee = z.literal('gardee').optional()

const date = (absente: string) =>
  dateEnTroisChamps({ absente, fausse: FAUSSE }).refine(
    (jour) => jour >= '2000-01-01' && jour < '2100-01-01',
    'Vérifiez l’année de cette date',
  )

const parties = z.object({ jour: z.string(), mois: z.string(), annee: z.string() }).partial()

/** The same, that may be left empty. */
const dateFacultative = z
  .unknown()
  .default({})
  .transform((saisie, contexte): DateIso | null => {
    const lue = parties.safeParse(saisie)
    if (!lue.success || Object.values(lue.data).every((partie) => partie.trim() === '')) return null
    const jour = date(FAUSSE).safeParse(lue.data)
    if (jour.success) return jour.data
    contexte.addIssue({ code: 'custom', message: jour.error.issues[0]?.message ?? FAUSSE })
    return z.NEVER
  })

const heureFacultative = z
  .string()
  .trim()
  .default('')
  .transform((texte, contexte) => {
    const lue = texte === '' ? '' : lireHeure(texte)
    if (lue !== null) return lue
    contexte.addIssue({ code: 'custom', message: 'Écrivez une heure, par exemple 14 h 30' })
    return z.NEVER
  })

/** What was saved by somebody else, as its reader was told of it: given back, it says that it may be replaced. */
const vu = z.string().max(10_000).optional()

const version = z.coerce.number().int({ error: 'Rechargez la page' })

export const preparerSchema = z
  .object({
    partenaireId: z.uuid({ error: 'Rechargez la page' }),
    /** The period as the address of the bilan has it. */
    adresse: z.string().max(300),
    /** 0 while there is none. */
    version,
    remplacerReunion: vu,
    prevuLe: dateFacultative,
    heure: heureFacultative,
    lieu: texteCourt({ max: 300 }).default(''),
  })
  .superRefine(({ prevuLe, heure }, contexte) => {
    const refuser = (champ: string, message: string) => contexte.addIssue({ code: 'custom', path: [champ], message })
    if (prevuLe && !heure) refuser('heure', 'Indiquez l’heure de la réunion')
    if (!prevuLe && heure) refuser('prevuLe', 'Indiquez le jour de la réunion, ou effacez l’heure')
  })

export const commenterSchema = z.object({
  id: idSchema,
  /** When the text that was shown had been written; empty for none. */
  lu: z.string().max(40).default(''),
  remplacerCommentaire: vu,
  commentaire: texteLibre({ max: 4_000 }),
  commentaire__sante: santeGardee,
})

export const tenirSchema = z.object({
  id: idSchema,
  version,
  remplacerCompteRendu: vu,
  tenuLe: date('Indiquez le jour où la réunion a eu lieu'),
  presents: texteLibre({ max: 2_000, requis: 'Indiquez qui était présent' }),
  presents__sante: santeGardee,
})

export const rouvrirSchema = z.object({
  id: idSchema,
  motif: texteLibre({ max: 500, requis: 'Dites pourquoi vous rouvrez ce COPIL : les deux côtés le liront' }),
  motif__sante: santeGardee,
})

export const unCopilSchema = z.object({ id: idSchema })

export const deciderSchema = z.object({
  id: idSchema,
  texte: texteLibre({ max: 1_000, requis: 'Écrivez ce qui est décidé' }),
  texte__sante: santeGardee,
  porteur: z.enum(porteurs, { error: 'Choisissez qui s’en charge' }),
  echeanceLe: dateFacultative,
})

export const noterSchema = z.object({
  id: idSchema,
  /** Page to come back to: the COPIL where it was noted. */
  depuis: z.union([z.uuid(), z.literal('')]).default(''),
  faite: z.enum(['oui', 'non'], { error: 'Rechargez la page' }),
})

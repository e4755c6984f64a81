import { z } from 'zod'
import { services } from '@/lib/demandes/modele'
import { formesConsentement } from '@/lib/personnes/libelles'
import { texteCourt } from '@/lib/socle/champ-texte-libre'
import { departements } from '@/lib/socle/departements'
import type { DateIso } from '@/lib/socle/temps'

export const idSchema = z.uuid({ error: 'Cet élément n’existe pas.' })

/** Three fields, as typed, to an ISO day. */
export function dateEnTroisChamps(messages: { absente: string; fausse: string }) {
  return z
    .object({
      jour: z.string().trim().default(''),
      mois: z.string().trim().default(''),
      annee: z.string().trim().default(''),
    })
    .default({ jour: '', mois: '', annee: '' })
    .transform(({ jour, mois, annee }, contexte): string => {
      if (!jour && !mois && !annee) {
        contexte.addIssue({ code: 'custom', message: messages.absente })
        return z.NEVER
      }
      const iso = /^\d{4}$/.test(annee) && /^\d{1,2}$/.test(mois) && /^\d{1,2}$/.test(jour)
      const date = iso ? `${annee}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}` : ''
      if (!iso || new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date) {
        contexte.addIssue({ code: 'custom', message: messages.fausse })
        return z.NEVER
      }
      return date
    })
}

export const telephoneSchema = (absent: string) =>
  z
    .string({ error: absent })
    .trim()
    .min(1, absent)
    .transform((numero) => numero.replace(/[\s.\-()]/g, ''))
    .pipe(z.string().regex(/^(0[1-9]\d{8}|\+\d{8,15})$/, 'Écrivez dix chiffres, par exemple 05 00 00 12 34'))

/** The assuré. Never the NIR. */
export const personneSchema = (aujourdhui: DateIso) =>
  z.object({
    civilite: z.enum(['madame', 'monsieur'], { error: 'Choisissez Madame ou Monsieur' }),
    nomNaissance: texteCourt({ max: 80, requis: 'Indiquez le nom de naissance' }),
    nomUsage: texteCourt({ max: 80 }),
    prenom: texteCourt({ max: 80, requis: 'Indiquez le prénom' }),
    dateNaissance: dateEnTroisChamps({
      absente: 'Indiquez la date de naissance',
      fausse: 'Cette date de naissance n’existe pas : vérifiez le jour, le mois et l’année sur quatre chiffres',
    }).refine((date) => date >= '1900-01-01' && date <= aujourdhui, {
      error: 'La date de naissance doit être passée, et après 1900',
    }),
    departement: z.string({ error: 'Choisissez le département de résidence' }).refine((code) => code in departements, {
      error: 'Choisissez le département de résidence',
    }),
  })

export type Personne = z.output<ReturnType<typeof personneSchema>>

/** Organisme, motif and its variante. `id` is drawn by the page, so that a double click starts one draft. */
export const motifSchema = z.object({
  id: idSchema,
  service: z.enum(services),
  caisseId: z.uuid({ error: 'Choisissez l’organisme de la personne' }),
  motif: z.uuid({ error: 'Choisissez un motif' }),
  variante: z.record(z.string(), z.string()).default({}),
  /** Demande whose person is taken again. */
  personneDe: z.union([z.uuid(), z.literal('')]).optional(),
})

/** How and when the person agreed, as typed: read when it is filed, for a motif that concerns someone. */
export const consentementSchema = z.object({
  forme: z.enum(formesConsentement, { error: 'Dites comment la personne a donné son accord' }),
  le: dateEnTroisChamps({
    absente: 'Indiquez le jour où la personne a donné son accord',
    fausse: 'Cette date n’existe pas : vérifiez le jour, le mois et l’année',
  }),
})

export const verifierSchema = z.object({
  id: idSchema,
  attestations: z.record(z.string(), z.literal('oui')).default({}),
  /** As typed; needed where the motif concerns someone. */
  consentement: z.unknown().optional(),
})

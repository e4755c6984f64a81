import { z } from 'zod'
import { dateEnTroisChamps, idSchema } from '@/lib/demandes/schema'
import { lireHeure } from '@/lib/rendez-vous/heures'
import { dureeSchema, lieu, mode } from '@/lib/rendez-vous/schema'
import { texteCourt } from '@/lib/socle/champ-texte-libre'
import { dateAvecAnnee } from '@/lib/socle/format'
import { joursEntre } from '@/lib/socle/temps'

/** A period of a repetition, in days: a mistake must not fill a year. */
const PERIODE_MAX_JOURS = 183

const fausse = 'Cette date n’existe pas : vérifiez le jour, le mois et l’année'

/** The last day; left empty, there is but the first. */
const dateOuRien = z
  .object({ jour: z.string().default(''), mois: z.string().default(''), annee: z.string().default('') })
  .default({ jour: '', mois: '', annee: '' })
  .transform((parties, contexte) => {
    if (!Object.values(parties).some((partie) => partie.trim())) return undefined
    const lu = dateEnTroisChamps({ absente: fausse, fausse }).safeParse(parties)
    if (lu.success) return lu.data
    contexte.addIssue({ code: 'custom', message: fausse })
    return z.NEVER
  })

/** Two half-days, each with both hours or none; as typed. */
const demiJournees = [
  { cle: 'matin', mot: 'le matin', debut: 'matinDebut', fin: 'matinFin' },
  { cle: 'apresMidi', mot: 'l’après-midi', debut: 'apresMidiDebut', fin: 'apresMidiFin' },
] as const

const heureTapee = z.string().trim().max(20).default('')

const champsPlages = z.object({
  mode,
  lieu,
  /** An agent of the caisse; `guichet`: nobody's, a desk. */
  pour: z.union([z.uuid(), z.literal('guichet')], { error: 'Choisissez qui reçoit' }),
  du: dateEnTroisChamps({ absente: 'Indiquez le jour, ou le premier jour', fausse }),
  au: dateOuRien,
  semaine: z.array(z.coerce.number().int().min(1).max(6)).default([]),
  matinDebut: heureTapee,
  matinFin: heureTapee,
  apresMidiDebut: heureTapee,
  apresMidiFin: heureTapee,
  dureeMinutes: dureeSchema,
  capacite: z.coerce
    .number({ error: 'Écrivez un nombre entier, entre 1 et 50' })
    .int('Écrivez un nombre entier, entre 1 et 50')
    .min(1, 'Écrivez un nombre entier, entre 1 et 50')
    .max(50, 'Écrivez un nombre entier, entre 1 et 50')
    .default(1),
})

/** Availabilities, on one day or repeated on days of the week. */
export const plagesSchema = champsPlages.transform((saisie, contexte) => {
  const { du, au = du, mode: choisi, semaine, dureeMinutes } = saisie
  const refuser = (champ: string, message: string) => {
    contexte.addIssue({ code: 'custom', path: [champ], message })
  }
  if (au < du) refuser('au', `Le dernier jour vient avant le premier, le ${dateAvecAnnee(du)}`)
  else if (joursEntre(du, au) > PERIODE_MAX_JOURS)
    refuser('au', 'Six mois au plus en une fois : choisissez un dernier jour plus proche')
  if (au !== du && semaine.length === 0) refuser('semaine', 'Cochez au moins un jour de la semaine')
  if (choisi === 'sur_place' && !saisie.lieu)
    refuser('lieu', 'Indiquez le lieu : le partenaire et la personne le liront')
  const horaires = demiJournees.flatMap(({ mot, debut, fin }) => {
    const [a, b] = [saisie[debut], saisie[fin]]
    if (!a && !b) return []
    const [lueA, lueB] = [lireHeure(a), lireHeure(b)]
    if (!lueA) refuser(debut, a ? 'Écrivez une heure, par exemple 9 h 30' : `Indiquez aussi l’heure de début, ${mot}`)
    if (!lueB) refuser(fin, b ? 'Écrivez une heure, par exemple 12 h' : `Indiquez aussi l’heure de fin, ${mot}`)
    if (!lueA || !lueB) return []
    if (lueB <= lueA) refuser(fin, 'L’heure de fin vient après celle de début')
    else if (minutes(lueB) - minutes(lueA) < dureeMinutes)
      refuser(fin, `Il n’y a pas la place d’un créneau de ${dureeMinutes} minutes entre ces deux heures`)
    return [{ debut: lueA, fin: lueB }]
  })
  if (!saisie.matinDebut && !saisie.matinFin && !saisie.apresMidiDebut && !saisie.apresMidiFin)
    refuser('matinDebut', 'Indiquez des heures, le matin ou l’après-midi')
  const [premier, second] = horaires
  if (premier && second && second.debut < premier.fin)
    refuser('apresMidiDebut', 'L’après-midi commence après la fin du matin')
  return { ...saisie, au, horaires }
})

export type SaisiePlages = z.output<typeof plagesSchema>

const minutes = (hhmm: string) => Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(3))

export const retirerSchema = z.object({
  /** The plage the slots are of. */
  id: idSchema,
  creneaux: z.array(z.uuid()).max(500).default([]),
  /** The free slots of the days that follow, made in the same go. */
  serie: z.literal('oui').optional(),
})

export const fermetureSchema = z
  .object({
    libelle: texteCourt({ max: 120, requis: 'Dites pourquoi la caisse est fermée : les agents le liront' }),
    du: dateEnTroisChamps({ absente: 'Indiquez le premier jour', fausse }),
    au: dateOuRien,
  })
  .transform(({ libelle, du, au = du }, contexte) => {
    const refuser = (message: string) => contexte.addIssue({ code: 'custom', path: ['au'], message })
    if (au < du) refuser(`Le dernier jour vient avant le premier, le ${dateAvecAnnee(du)}`)
    else if (joursEntre(du, au) > 366) refuser('Un an au plus en une fois : choisissez un dernier jour plus proche')
    return { libelle, du, au }
  })

export const retirerFermetureSchema = z.object({ id: idSchema })

import { z } from 'zod'
import { dateEnTroisChamps, idSchema } from '@/lib/demandes/schema'
import { instantAParis } from '@/lib/rendez-vous/decoupe'
import { lireHeure } from '@/lib/rendez-vous/heures'
import { modesRendezVous } from '@/lib/rendez-vous/modele'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'

const santeGardee = z.literal('gardee').optional()

export const mode = z.enum(modesRendezVous, { error: 'Choisissez comment le rendez-vous se tiendra' })
export const lieu = texteCourt({ max: 200 }).default('')

/** An hour as typed: «9h», «9 h 30», «14:15». */
const heureSchema = (absente: string) =>
  z
    .string({ error: absente })
    .trim()
    .min(1, absente)
    .transform((texte, contexte) => {
      const lue = lireHeure(texte)
      if (lue) return lue
      contexte.addIssue({ code: 'custom', message: 'Écrivez une heure, par exemple 9 h 30' })
      return z.NEVER
    })

export const dureeSchema = z.coerce
  .number({ error: 'Choisissez une durée' })
  .int('Choisissez une durée')
  .min(5, 'Un rendez-vous dure au moins 5 minutes')
  .max(480, 'Un rendez-vous dure au plus 8 heures')

export const proposerSchema = z.object({
  id: idSchema,
  creneaux: z
    .array(z.uuid(), { error: 'Cochez au moins un créneau' })
    .min(1, 'Cochez au moins un créneau')
    .max(30, 'Cochez 30 créneaux au plus : le partenaire doit pouvoir les lire'),
})

/** A slot, or a day and an hour outside of them. */
export const fixerSchema = z
  .object({
    id: idSchema,
    creneau: z.union([z.uuid(), z.literal('libre')], { error: 'Choisissez un créneau, ou une autre heure' }),
  })
  .loose()
  .transform((saisie, contexte) => {
    if (saisie.creneau !== 'libre') return { id: saisie.id, creneauId: saisie.creneau }
    const lu = heureLibreSchema.safeParse(saisie)
    if (lu.success) return { id: saisie.id, libre: lu.data }
    for (const { path, message } of lu.error.issues) contexte.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })

const heureLibreSchema = z
  .object({
    jour: dateEnTroisChamps({
      absente: 'Indiquez le jour du rendez-vous',
      fausse: 'Cette date n’existe pas : vérifiez le jour, le mois et l’année',
    }),
    heure: heureSchema('Indiquez l’heure du rendez-vous'),
    duree: dureeSchema,
    mode,
    lieu,
  })
  .transform(({ jour, heure, duree, ...reste }) => {
    const debutLe = instantAParis(jour, heure)
    return { ...reste, jour, debutLe, finLe: new Date(debutLe.getTime() + duree * 60_000) }
  })

export const choisirSchema = z.object({
  id: idSchema,
  creneau: z.uuid({ error: 'Choisissez un créneau' }),
})

export const autreDemandeSchema = z.object({
  id: idSchema,
  autre: texteLibre({ max: 1_000, requis: 'Dites quels jours et quelles heures conviendraient' }),
  autre__sante: santeGardee,
})

export const annulerRendezVousSchema = z.object({
  id: idSchema,
  raison: texteLibre({ max: 500, requis: 'Dites pourquoi : l’autre partie le lira dans le portail' }),
  raison__sante: santeGardee,
})

export const tenuSchema = z.object({
  id: idSchema,
  etat: z.enum(['honore', 'manque'], { error: 'Choisissez : honoré ou manqué' }),
  /** Where to come back: the agenda, on its week, or the demande. */
  retour: z
    .string()
    .max(200)
    .regex(/^\/caisse\/rendez-vous(\?[\w=&-]*)?$/)
    .optional()
    .catch(undefined),
})

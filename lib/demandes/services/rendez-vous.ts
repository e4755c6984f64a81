import { z } from 'zod'
import { dateEnTroisChamps, telephoneSchema } from '@/lib/demandes/schema'
import type { CadreBesoin, DefinitionService } from '@/lib/demandes/services/definition'
import { texteLibre } from '@/lib/socle/champ-texte-libre'
import { dateAvecAnnee, dateLongue, telephoneEspace } from '@/lib/socle/format'

export const modes = { sur_place: 'Sur place', telephone: 'Par téléphone', visio: 'En visio' } as const

const jours = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'] as const

/** Availabilities by half-day: `lundi_matin` → «lundi matin». */
export const demiJournees: Record<string, string> = Object.fromEntries(
  jours.flatMap((jour) => [
    [`${jour}_matin`, `${jour} matin`],
    [`${jour}_apres_midi`, `${jour} après-midi`],
  ]),
)

function schema({ rendezVousModes, rendezVousRestreint, aujourdhui }: CadreBesoin) {
  const telephone = z.string().default('')
  return z
    .object({
      mode: z.enum(['sur_place', 'telephone', 'visio'], { error: 'Choisissez comment le rendez-vous se tiendra' }),
      telephone,
      pasAvant: dateEnTroisChamps({
        absente: 'Indiquez la date à partir de laquelle la personne est disponible',
        fausse: 'Cette date n’existe pas : vérifiez le jour, le mois et l’année',
      }).superRefine((date, contexte) => {
        if (date < aujourdhui)
          contexte.addIssue({
            code: 'custom',
            message: `La date doit être dans le futur : le ${dateAvecAnnee(date)} est passé`,
          })
      }),
      disponibilites: z
        .array(z.enum(Object.keys(demiJournees)), { error: 'Cochez au moins une demi-journée' })
        .min(1, 'Cochez au moins une demi-journée'),
      situation: texteLibre({ max: 2_000 }),
      nonAutonome: rendezVousRestreint
        ? z.literal('oui', { error: 'Cochez l’attestation, ou choisissez « Étude de dossier »' })
        : z.literal('').default('').catch(''),
    })
    .superRefine(({ mode, telephone }, contexte) => {
      if (!rendezVousModes.includes(mode))
        contexte.addIssue({
          code: 'custom',
          path: ['mode'],
          message: 'La caisse ne propose pas ce mode de rendez-vous',
        })
      if (mode !== 'telephone' && !telephone) return
      const lu = telephoneSchema('Indiquez le téléphone où joindre la personne').safeParse(telephone)
      if (!lu.success)
        contexte.addIssue({ code: 'custom', path: ['telephone'], message: lu.error.issues[0]?.message ?? '' })
    })
}

export const rendezVous = {
  service: 'rendez_vous',
  libelle: 'Demander un rendez-vous pour un assuré',
  libelleCourt: 'Rendez-vous',
  verbe: 'Demander un rendez-vous pour un assuré',
  titreBesoin: 'Comment joindre la personne ?',
  schema,
  resume: (details) => [
    { libelle: 'Le rendez-vous se tiendra', valeur: modes[details.mode] },
    ...(details.telephone ? [{ libelle: 'Téléphone de la personne', valeur: telephoneEspace(details.telephone) }] : []),
    { libelle: 'Pas avant', valeur: dateLongue(details.pasAvant) },
    { libelle: 'Disponibilités', valeur: details.disponibilites.map((code) => demiJournees[code]).join(', ') },
    ...(details.situation ? [{ libelle: 'À savoir', valeur: details.situation }] : []),
    ...(details.nonAutonome
      ? [{ libelle: 'Attestation', valeur: 'La personne est non autonome et n’a pas de compte ameli' }]
      : []),
  ],
  issues: [
    { code: 'rendez_vous_fixe', libelle: 'Rendez-vous fixé' },
    { code: 'sans_rendez_vous', libelle: 'Réponse apportée sans rendez-vous' },
    { code: 'injoignable', libelle: 'Personne injoignable' },
    { code: 'orientation', libelle: 'Orienté vers un autre interlocuteur' },
  ],
} satisfies DefinitionService<ReturnType<typeof schema>>

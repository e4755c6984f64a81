import { z } from 'zod'
import { services } from '@/lib/demandes/modele'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'

const id = z.uuid({ error: 'Rechargez la page' })
const version = z.coerce.number({ error: 'Rechargez la page' }).int()
const coche = z
  .literal('oui')
  .optional()
  .transform((lu) => lu === 'oui')
const facultatif = (max: number) => texteLibre({ max }).transform((lu) => lu || null)
const rang = z
  .string({ error: 'Saisissez le rang' })
  .trim()
  .regex(/^\d{1,4}$/, 'Écrivez un rang entre 0 et 9999\u00A0: les plus petits viennent d’abord')
  .transform(Number)

const prestations = ['puma', 'c2s', 'ame', 'aide_financiere', 'autre'] as const

/** Lines of a list as typed: the code is kept for those that were there, made from the words for new ones. */
const variantes = z
  .record(z.string(), z.object({ code: z.string().max(60).default(''), libelle: texteCourt({ max: 120 }).default('') }))
  .default({})
  .transform((lignes) => Object.values(lignes).filter(({ libelle }) => libelle !== ''))
  .superRefine((lignes, contexte) => {
    const vus = new Set<string>()
    for (const [rang, { libelle }] of lignes.entries()) {
      if (vus.has(libelle.toLowerCase()))
        contexte.addIssue({
          code: 'custom',
          path: [rang, 'libelle'],
          message: `«\u00A0${libelle}\u00A0» est écrit deux fois`,
        })
      vus.add(libelle.toLowerCase())
    }
  })

const motif = {
  libelle: texteCourt({ max: 150, requis: 'Saisissez le libellé' }),
  libelleCourt: texteCourt({ max: 60, requis: 'Saisissez le libellé court' }),
  aide: facultatif(400),
  ordre: rang,
  assureRequis: coche,
  urgent: coche,
  urgencePossible: coche,
  prestation: z
    .union([z.literal('').transform(() => null), z.enum(prestations)], { error: 'Choisissez parmi les prestations' })
    .default(null),
  variantes,
}

export const schemaNouveauMotif = z.object({
  service: z.enum(services, { error: 'Choisissez le service' }),
  ...motif,
})
export const schemaMotif = z.object({ id, version, ...motif })
export const schemaActivation = z.object({ id, version, actif: z.enum(['oui', 'non']).transform((lu) => lu === 'oui') })

export const schemaPiece = z.object({
  motifId: id,
  version,
  /** Absent: a new piece. */
  id: id.optional(),
  libelle: texteCourt({ max: 150, requis: 'Saisissez le nom de la pièce' }),
  aide: facultatif(400),
  exigence: z.enum(['requise', 'suggeree', 'urgence'], { error: 'Choisissez quand cette pièce est demandée' }),
  variantes: z.array(z.string().max(60)).default([]),
  ordre: rang,
  actif: coche,
})

export const schemaAttestation = z.object({
  /** Absent: a new attestation. */
  code: z
    .string()
    .regex(/^[a-z0-9_]{1,60}$/)
    .optional(),
  condition: z.enum(['toujours', 'assure'], { error: 'Choisissez quand elle est demandée' }),
  service: z.union([z.literal('').transform(() => null), z.enum(services)]).default(null),
  texte: texteLibre({ max: 500, requis: 'Écrivez ce que la personne atteste' }),
  aide: facultatif(400),
  ordre: rang,
  actif: coche,
})

const dureeAttendue = 'Écrivez un nombre entier, entre 1 et 36\u00A0mois'

export const schemaParametres = z.object({
  // Not named after the password: such a field is never given back after an error.
  dureeMois: z
    .string({ error: dureeAttendue })
    .trim()
    .regex(/^\d{1,3}$/, dureeAttendue)
    .transform(Number)
    .refine((mois) => mois >= 1 && mois <= 36, dureeAttendue),
})

export const schemaSecondFacteur = z
  .object({
    exige: z.enum(['oui', 'non'], { error: 'Choisissez' }).transform((lu) => lu === 'oui'),
    compris: z.literal('oui').optional(),
  })
  .refine(({ exige, compris }) => exige || compris === 'oui', {
    path: ['compris'],
    error: 'Pour lever l’exigence, confirmez que vous en mesurez la portée',
  })

export type SaisieMotif = z.output<typeof schemaMotif>
export type SaisieNouveauMotif = z.output<typeof schemaNouveauMotif>
export type SaisiePiece = z.output<typeof schemaPiece>
export type SaisieAttestation = z.output<typeof schemaAttestation>

import { z } from 'zod'
import { texteCourt } from '@/lib/socle/champ-texte-libre'

const retour = z.string().max(2_000).optional()
const id = z.uuid({ error: 'Rechargez la page' })

const requis = 'Saisissez le code'

export const schemaCode = z.object({ code: z.string({ error: requis }).trim().min(1, requis).max(60, requis), retour })

export const schemaPremierCode = z.object({
  code: z
    .string({ error: 'Saisissez le code que montre l’application' })
    .transform((tape) => tape.replace(/\s/g, ''))
    .refine((code) => /^\d{6}$/.test(code), 'Saisissez les 6 chiffres que montre l’application'),
  retour,
})

export const schemaConfirmation = z.object({
  motDePasseActuel: z
    .string({ error: 'Saisissez votre mot de passe' })
    .min(1, 'Saisissez votre mot de passe')
    .max(1_000, 'Saisissez votre mot de passe'),
  retour,
})

export const schemaVide = z.object({})

/** What a browser answers to a challenge: its form is judged by the library that verifies it. */
const reponse = z
  .string({ error: 'Recommencez' })
  .max(20_000, 'Recommencez')
  .transform((texte, contexte) => {
    try {
      return z.looseObject({ id: z.string().max(2_000) }).parse(JSON.parse(texte))
    } catch {
      contexte.addIssue({ code: 'custom', message: 'Recommencez' })
      return z.NEVER
    }
  })

export const schemaReponse = z.object({ defiId: id, reponse, retour })

const nom = texteCourt({ max: 60, requis: 'Donnez un nom à cette clé' })

export const schemaNouvelleCle = z.object({ defiId: id, reponse, nom, retour })

export const schemaNomDeCle = z.object({ id, nom })

export const schemaCle = z.object({ id })

export const schemaAppareil = z.object({ id })

export const raisons = ['telephone_perdu', 'telephone_change', 'cle_perdue', 'autre'] as const

export const schemaReinitialisation = z.object({
  compteId: id,
  raison: z.enum(raisons, { error: 'Choisissez la raison' }),
  verifiee: z.literal('oui', { error: 'Assurez-vous que c’est bien la personne qui demande, puis cochez la case' }),
})

export type Reponse = z.output<typeof reponse>

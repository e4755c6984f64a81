import { z } from 'zod'
import { LONGUEUR_MAX } from '@/lib/comptes/regles-mot-de-passe'
import { frequences } from '@/lib/notifications/frequence'

const retour = z.string().max(2_000).optional()

// Long inputs are cut short before they reach a hash or an index.
const motDePasseTape = (message: string) => z.string({ error: message }).min(1, message).max(1_000, message)

const nouveauMotDePasse = z
  .string({ error: 'Choisissez un mot de passe.' })
  .min(1, 'Choisissez un mot de passe.')
  .max(1_000, `Ce mot de passe est trop long\u00a0: ${LONGUEUR_MAX} caractères au plus.`)

const jeton = z.string().regex(/^[\w-]{43}$/, 'Ce lien n’est pas reconnu.')

export const schemaConnexion = z.object({
  identifiant: z
    .string({ error: 'Saisissez votre identifiant.' })
    .trim()
    .toLowerCase()
    .min(1, 'Saisissez votre identifiant.')
    .max(100, 'Cet identifiant est trop long.'),
  motDePasse: motDePasseTape('Saisissez votre mot de passe.'),
  retour,
})

export const schemaJeton = z.object({ jeton, nouveauMotDePasse })

export const schemaOubli = z.object({
  courriel: z
    .string({ error: 'Saisissez votre adresse électronique.' })
    .trim()
    .toLowerCase()
    .min(1, 'Saisissez votre adresse électronique.')
    .max(254, 'Cette adresse est trop longue.')
    .refine((adresse) => z.email().safeParse(adresse).success, {
      error: 'Cette adresse n’est pas complète. Exemple\u00a0: prenom.nom@votre-organisme.fr',
    }),
})

export const schemaChangement = z.object({
  motDePasseActuel: motDePasseTape('Saisissez votre mot de passe actuel.'),
  nouveauMotDePasse,
  retour,
})

export const schemaCgu = z.object({
  versionId: z.uuid(),
  accepte: z.literal('oui', { error: 'Cochez la case pour accepter les conditions d’utilisation.' }),
  retour,
})

export const schemaSession = z.object({ sessionId: z.uuid() })

export const schemaVide = z.object({})

export const schemaPreferences = z.object({
  raccourcis: z.literal('oui').optional(),
  /** Asked of those who receive mails about demandes. */
  frequenceCourriels: z.enum(frequences, { error: 'Choisissez quand recevoir les courriels' }).optional(),
})

export type SaisieConnexion = z.output<typeof schemaConnexion>
export type SaisieJeton = z.output<typeof schemaJeton>
export type SaisieChangement = z.output<typeof schemaChangement>
export type SaisieCgu = z.output<typeof schemaCgu>

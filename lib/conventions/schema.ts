import { z } from 'zod'
import { dateEnTroisChamps } from '@/lib/demandes/schema'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'

const id = z.uuid({ error: 'Cet élément n’existe pas.' })
const version = z.coerce.number({ error: 'Rechargez la page' }).int()
const idOuRien = z
  .union([z.uuid(), z.literal('')], { error: 'Choisissez dans la liste' })
  .optional()
  .transform((lu) => lu || null)

const fausse = 'Cette date n’existe pas\u00a0: vérifiez le jour, le mois et l’année sur quatre chiffres'

function date(absente: string) {
  return dateEnTroisChamps({ absente, fausse }).refine(
    (jour) => jour >= '2000-01-01' && jour < '2100-01-01',
    'Vérifiez l’année de cette date',
  )
}

/** Three fields left empty are no date. */
export const dateFacultative = z
  .preprocess(
    (lu) => (Object.values(lu ?? {}).every((partie) => String(partie).trim() === '') ? undefined : lu),
    date('Saisissez la date').optional(),
  )
  .transform((lu) => lu ?? null)

function entier(requis: string, { min, max }: { min: number; max: number }) {
  return z
    .string({ error: requis })
    .trim()
    .regex(/^\d{1,3}$/, requis)
    .transform(Number)
    .refine((lu) => lu >= min && lu <= max, `Saisissez un nombre de ${min} à ${max}`)
}

const duree = entier('Saisissez la durée en mois, par exemple 12', { min: 1, max: 120 })
const preavis = entier('Saisissez le préavis en mois\u00a0; 0 s’il n’y en a pas', { min: 0, max: 24 })
const ouiNon = z.enum(['oui', 'non'], { error: 'Choisissez oui ou non' })
/** An empty number is no change. */
const inchange = <S extends z.ZodType>(schema: S) =>
  z
    .preprocess((lu) => (typeof lu === 'string' && lu.trim() === '' ? undefined : lu), schema.optional())
    .transform((lu) => lu ?? null)

const texte = {
  intitule: texteCourt({ max: 150, requis: 'Saisissez l’intitulé de la convention' }),
  effetLe: date('Saisissez la date d’effet'),
  dureeMois: duree,
  taciteReconduction: z.enum(['oui', 'non'], { error: 'Dites si la convention se renouvelle d’elle-même' }),
  preavisMois: preavis,
  /** One organisation per line. */
  tiers: texteLibre({ max: 1_000 })
    .default('')
    .transform((lu) => [
      ...new Set(
        lu
          .split('\n')
          .map((ligne) => ligne.trim())
          .filter(Boolean),
      ),
    ])
    .refine((lus) => lus.length <= 8, 'Huit autres signataires au plus')
    .refine((lus) => lus.every((ligne) => ligne.length <= 150), 'Un nom de signataire tient en 150 caractères'),
  referentId: idOuRien,
}

export const creerConventionSchema = z.object({
  partenaireId: id,
  ...texte,
  /** Other caisses invited to sign the same text. */
  caisses: z.array(z.uuid()).max(20).default([]),
})
export const modifierConventionSchema = z.object({
  id,
  version,
  ...texte,
  caisses: z.array(z.uuid()).max(20).default([]),
})
export type SaisieCreation = z.output<typeof creerConventionSchema>
export type SaisieModification = z.output<typeof modifierConventionSchema>

export const signerSchema = z.object({
  id,
  version,
  partenaireSigneLe: dateFacultative,
  partenaireSignataire: texteCourt({ max: 150 }).default(''),
  /** By id of the signataire. */
  tiers: z.record(z.string(), dateFacultative).default({}),
  signeeLe: dateFacultative,
  utilisationSigneeLe: dateFacultative,
  utilisationEffetLe: dateFacultative,
})
export type SaisieSignature = z.output<typeof signerSchema>

export const acteSchema = z.object({ id, version })

export const denoncerSchema = z.object({
  id,
  version,
  par: z.enum(['caisse', 'partenaire'], { error: 'Dites qui dénonce la convention' }),
  le: date('Saisissez la date de la dénonciation'),
  finLe: z.iso.date({ error: 'Choisissez la fin' }),
  motif: texteLibre({ max: 1_000, requis: 'Dites pourquoi la convention est dénoncée' }),
})

/** Asked in the address before the act, to see what it will do. */
export const denonciationDemandeeSchema = denoncerSchema.pick({ par: true, le: true, finLe: true })

export const motifSchema = z.object({
  id,
  version,
  motif: texteLibre({ max: 1_000, requis: 'Dites pourquoi' }),
})

export const mettreEnDemeureSchema = z.object({
  id,
  version,
  le: date('Saisissez la date de la mise en demeure'),
  regime: z.enum(['convention', 'portail'], { error: 'Choisissez le texte qui n’est pas respecté' }),
  motif: texteLibre({ max: 2_000, requis: 'Décrivez le manquement' }),
})

export const resilierSchema = z.object({
  id,
  version,
  effetLe: date('Saisissez la date de la résiliation'),
  motif: texteLibre({ max: 1_000, requis: 'Dites pourquoi la convention est résiliée' }),
})

export const resiliationDemandeeSchema = resilierSchema.pick({ effetLe: true })

export const avenantSchema = z.object({
  id,
  version,
  objet: texteCourt({ max: 200, requis: 'Dites en quelques mots ce que l’avenant change' }),
  signeLe: date('Saisissez la date de signature de l’avenant'),
  effetLe: date('Saisissez la date d’effet de l’avenant'),
  dureeMois: inchange(duree),
  preavisMois: inchange(preavis),
  taciteReconduction: inchange(ouiNon),
})

export const signerAvenantSchema = z.object({ id, version, avenantId: id })

export const habilitationSchema = z.object({ id, version, habilite: ouiNon })

/** «Que se passera-t-il le…», asked in the address. */
export const jourDemandeSchema = z.object({ le: date('Saisissez un jour') })

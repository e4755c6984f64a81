import { z } from 'zod'
import { dateEnTroisChamps } from '@/lib/demandes/schema'
import { canaux, issues, moyensIdentite, typesDroit } from '@/lib/personnes/libelles'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'
import { departements } from '@/lib/socle/departements'

const recharger = { error: 'Rechargez la page' }
const id = z.uuid(recharger)
const version = z.coerce.number(recharger).int()
const santeGardee = z.literal('gardee').optional()

/** A day in three fields; whether it is to come, the use case says: see `exigerPasses`. */
const jourPasse = (absente: string) =>
  dateEnTroisChamps({ absente, fausse: 'Cette date n’existe pas : vérifiez le jour, le mois et l’année' }).refine(
    (jour) => jour >= '2018-05-25',
    { error: 'Vérifiez l’année' },
  )

const naissance = dateEnTroisChamps({
  absente: 'Indiquez la date de naissance',
  fausse: 'Cette date de naissance n’existe pas : vérifiez le jour, le mois et l’année sur quatre chiffres',
}).refine((date) => date >= '1900-01-01', { error: 'Vérifiez l’année' })

/** Three empty fields: the letter does not say it. */
const naissanceOuRien = z
  .object({ jour: z.string().trim(), mois: z.string().trim(), annee: z.string().trim() })
  .partial()
  .default({})
  .transform((parties, contexte): string | null => {
    if (!parties.jour && !parties.mois && !parties.annee) return null
    const lue = naissance.safeParse(parties)
    if (lue.success) return lue.data
    for (const { message } of lue.error.issues) contexte.addIssue({ code: 'custom', message })
    return z.NEVER
  })

const type = z.enum(typesDroit, { error: 'Choisissez le droit exercé' })

const faits = {
  canal: z.enum(canaux, { error: 'Choisissez comment la demande est arrivée' }),
  nomNaissance: texteCourt({ max: 80, requis: 'Indiquez le nom de naissance' }),
  nomUsage: texteCourt({ max: 80 }),
  prenom: texteCourt({ max: 80, requis: 'Indiquez le prénom' }),
  dateNaissance: naissanceOuRien,
  autresNoms: texteCourt({ max: 160 }),
  representant: texteCourt({ max: 120 }),
  adresse: texteLibre({ max: 300 }),
  objet: texteLibre({ max: 1_000, requis: 'Dites en quelques mots ce que la personne demande' }),
  objet__sante: santeGardee,
  adresse__sante: santeGardee,
}

export const enregistrerSchema = z.object({
  /** Drawn by the page: a double click gives one request. */
  id,
  // In the order of the page, which is that of the summary of errors.
  type,
  recueLe: jourPasse('Indiquez le jour où la demande est arrivée'),
  ...faits,
})
export const modifierSchema = z.object({ id, version, type, ...faits })

export const verifierIdentiteSchema = z.object({
  id,
  version,
  identiteMoyen: z.enum(moyensIdentite, { error: 'Choisissez comment l’identité a été vérifiée' }),
  identiteLe: jourPasse('Indiquez le jour de la vérification'),
})

export const prolongerSchema = z.object({
  id,
  version,
  motif: texteLibre({ max: 500, requis: 'Dites pourquoi le délai est prolongé' }),
  motif__sante: santeGardee,
  diteLe: dateEnTroisChamps({
    absente: 'Indiquez le jour où la personne a été prévenue',
    fausse: 'Cette date n’existe pas : vérifiez le jour, le mois et l’année',
  }),
})

export const repondreSchema = z.object({
  id,
  version,
  issue: z.enum(issues, { error: 'Choisissez l’issue' }),
  reponse: texteLibre({ max: 2_000, requis: 'Résumez ce qui a été répondu' }),
  reponse__sante: santeGardee,
  reponduLe: jourPasse('Indiquez le jour où la réponse est partie'),
})

export const rouvrirSchema = z.object({ id, version })

const ids = z.array(z.uuid(recharger)).max(300).default([])

export const retenirSchema = z.object({ id, version, dossiers: ids })

const auMoinsUn = ids.refine((choisis) => choisis.length > 0, { error: 'Cochez au moins un dossier' })

export const corrigerSchema = z.object({
  id,
  version,
  dossiers: auMoinsUn,
  civilite: z.enum(['madame', 'monsieur'], { error: 'Choisissez Madame ou Monsieur' }),
  nomNaissance: texteCourt({ max: 80, requis: 'Indiquez le nom de naissance' }),
  nomUsage: texteCourt({ max: 80 }),
  prenom: texteCourt({ max: 80, requis: 'Indiquez le prénom' }),
  dateNaissance: naissance,
  departement: z.string().refine((code) => code in departements, { error: 'Choisissez le département de résidence' }),
})

export const limiterSchema = z.object({
  id,
  version,
  dossiers: auMoinsUn,
  motif: texteLibre({ max: 500, requis: 'Dites pourquoi ces dossiers sont limités' }),
  motif__sante: santeGardee,
})
export const leverSchema = z.object({ id, version, dossiers: auMoinsUn })

export const opposerSchema = z.object({
  id,
  version,
  decision: z.enum(['acceptee', 'refusee'], { error: 'Choisissez la décision' }),
  consigne: texteLibre({ max: 500, requis: 'Dites ce que les agents doivent faire, ou pourquoi c’est refusé' }),
  consigne__sante: santeGardee,
})
export const leverOppositionSchema = z.object({ id, version })

export const exporterSchema = z.object({ id, version })

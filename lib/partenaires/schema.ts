import { z } from 'zod'
import { dateEnTroisChamps, telephoneSchema } from '@/lib/demandes/schema'
import { type MotifInactivation, motifsInactivation } from '@/lib/habilitations/libelles'
import { messagerieGrandPublic } from '@/lib/habilitations/regles'
import { schemaIdentite } from '@/lib/habilitations/schema'
import { codesTypePartenaire } from '@/lib/partenaires/libelles'
import { domaineLisible, lireDomaines, normaliserSiret, siretValide } from '@/lib/partenaires/regles'
import { texteCourt } from '@/lib/socle/champ-texte-libre'

const id = z.uuid({ error: 'Rechargez la page' })
const version = z.coerce.number({ error: 'Rechargez la page' }).int()

const siret = z
  .string({ error: 'Saisissez le numéro SIRET' })
  .transform(normaliserSiret)
  .superRefine((texte, contexte) => {
    const refuser = (message: string) => contexte.addIssue({ code: 'custom', message })
    if (texte === '') return refuser('Saisissez le numéro SIRET')
    if (!/^\d{14}$/.test(texte)) return refuser('Un numéro SIRET a 14\u00A0chiffres\u00A0: vérifiez celui-ci')
    if (!siretValide(texte))
      refuser(
        'La clé de contrôle de ce SIRET n’est pas la bonne\u00A0: un chiffre est faux ou deux sont inversés. Recopiez-le depuis l’avis de situation de l’Insee.',
      )
  })

const membres = (requis: string) =>
  z
    .string({ error: requis })
    .trim()
    .regex(/^\d{1,6}$/, requis)
    .transform(Number)
    .refine((nombre) => nombre > 0, 'Il y a au moins 1\u00A0membre\u00A0: ce nombre donne les places de compte')

/** An empty field is no answer. */
const facultatif = <S extends z.ZodType>(schema: S) =>
  z
    .preprocess((lu) => (typeof lu === 'string' && lu.trim() === '' ? undefined : lu), schema.optional())
    .transform((lu) => lu ?? null)

const codePostal = z
  .string({ error: 'Saisissez le code postal' })
  .trim()
  .regex(/^\d{5}$/, 'Un code postal a 5\u00A0chiffres')

const telephone = facultatif(telephoneSchema('Saisissez le téléphone'))

const courriel = facultatif(
  z
    .string()
    .trim()
    .toLowerCase()
    .max(254, 'Cette adresse est trop longue')
    .refine(
      (lu) => z.email().safeParse(lu).success,
      'Cette adresse n’est pas complète. Exemple\u00A0: accueil@votre-organisme.fr',
    ),
)

const site = facultatif(
  z
    .string()
    .trim()
    .max(300, 'Cette adresse est trop longue')
    .transform((lu) => (/^[a-z]+:\/\//i.test(lu) ? lu : `https://${lu}`))
    .refine(
      (lu) => /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(lu) && URL.canParse(lu),
      'Cette adresse de site n’est pas complète. Exemple\u00A0: www.votre-organisme.fr',
    ),
)

/** Declared domains: at least one, none of them open to everybody (règles du domaine, §3). */
const domaines = z
  .string({ error: 'Saisissez au moins un domaine' })
  .max(2_000, 'Cette liste est trop longue')
  .transform(lireDomaines)
  .superRefine((lus, contexte) => {
    const refuser = (message: string) => contexte.addIssue({ code: 'custom', message })
    if (lus.length === 0) return refuser('Saisissez au moins un domaine de messagerie, par exemple ccas-vaucreux.fr')
    if (lus.length > 20) return refuser('20\u00A0domaines au plus')
    const illisible = lus.find((domaine) => !domaineLisible(domaine))
    if (illisible !== undefined)
      return refuser(
        `«\u00A0${illisible}\u00A0» n’est pas un domaine\u00A0: écrivez ce qui suit l’arobase, par exemple ccas-vaucreux.fr`,
      )
    const ouvert = lus.find((domaine) => messagerieGrandPublic(domaine) !== null)
    if (ouvert !== undefined)
      refuser(
        `«\u00A0${ouvert}\u00A0» est une messagerie grand public\u00A0: n’importe qui peut y ouvrir une adresse. Déclarez le domaine de l’organisme.`,
      )
  })

const identite = {
  nom: texteCourt({ max: 150, requis: 'Saisissez le nom du partenaire' }),
  type: z.enum(codesTypePartenaire, { error: 'Choisissez le type de partenaire' }),
  adresse: texteCourt({ max: 200, requis: 'Saisissez l’adresse' }),
  codePostal,
  ville: texteCourt({ max: 100, requis: 'Saisissez la ville' }),
  telephone,
  courriel,
  site,
  nombreMembres: membres('Saisissez le nombre de membres, en chiffres'),
  domaines,
}

export const siretSchema = z.object({ siret })
/** `id` is drawn by the page, so that a double click creates once. */
export const creerSchema = z.object({ id, siret, ...identite })
export const modifierSchema = z.object({ id, version, siret, ...identite })

export type SaisieCreation = z.output<typeof creerSchema>
export type SaisieModification = z.output<typeof modifierSchema>

export const contactSchema = z.object({
  partenaireId: id,
  /** Absent: a new contact. */
  id: id.optional(),
  type: z.enum(['referent', 'dpo'], { error: 'Choisissez le rôle de ce contact' }),
  nom: texteCourt({ max: 150, requis: 'Saisissez le nom' }),
  fonction: facultatif(texteCourt({ max: 150 })),
  telephone,
  courriel,
})
export const supprimerContactSchema = z.object({ partenaireId: id, id })

export type SaisieContact = z.output<typeof contactSchema>

/** A day typed in three fields; nothing typed is no day. */
const jour = z
  .preprocess(
    (lu) => (Object.values(lu ?? {}).every((partie) => String(partie).trim() === '') ? undefined : lu),
    dateEnTroisChamps({
      absente: 'Saisissez la date',
      fausse: 'Cette date n’existe pas\u00A0: vérifiez le jour, le mois et l’année sur quatre chiffres',
    })
      .refine((date) => date >= '2000-01-01' && date < '2100-01-01', 'Vérifiez l’année de cette date')
      .optional(),
  )
  .transform((lu) => lu ?? null)

const adresseStructure = {
  adresse: facultatif(texteCourt({ max: 200 })),
  codePostal: facultatif(codePostal),
  ville: facultatif(texteCourt({ max: 100 })),
  courriel,
}

const nomStructure = texteCourt({ max: 150, requis: 'Saisissez le nom de la structure' })
const membresStructure = membres('Saisissez le nombre de membres de la structure, en chiffres')

export const creerStructureSchema = z.object({
  partenaireId: id,
  version,
  nom: nomStructure,
  nombreMembres: membresStructure,
  ouvreLe: jour,
  ...adresseStructure,
  /** Where the partenaire had one structure only: what becomes of it. */
  premiere: z.object({ nom: nomStructure, nombreMembres: membresStructure }).optional(),
})
export const modifierStructureSchema = z.object({
  id,
  partenaireId: id,
  version,
  nom: nomStructure.optional(),
  nombreMembres: membresStructure.optional(),
  ...adresseStructure,
})
export const ouvertureSchema = z.object({
  id,
  partenaireId: id,
  version,
  ouvreLe: jour,
})
/** Asked in the address before anything is written. */
export const ouvertureDemandeeSchema = z.object({ ouvreLe: jour })

export type SaisieStructure = z.output<typeof creerStructureSchema>
export type SaisieModificationStructure = z.output<typeof modifierStructureSchema>
export type SaisieOuverture = z.output<typeof ouvertureSchema>

export const creerGestionnaireSchema = schemaIdentite.extend({ structureId: id })
export const modifierGestionnaireSchema = schemaIdentite.extend({ compteId: id, version })
export const inactiverGestionnaireSchema = z.object({
  compteId: id,
  motif: z.enum(Object.keys(motifsInactivation) as [MotifInactivation, ...MotifInactivation[]], {
    error: 'Choisissez la raison',
  }),
  /** Nothing: at once. */
  le: jour,
})
export const compteSchema = z.object({ compteId: id })

export type SaisieGestionnaire = z.output<typeof creerGestionnaireSchema>
export type SaisieModificationGestionnaire = z.output<typeof modifierGestionnaireSchema>
export type SaisieInactivation = z.output<typeof inactiverGestionnaireSchema>

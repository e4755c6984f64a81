import { z } from 'zod'
import { libellesTypeContact, type TypeContact } from '@/lib/reglages/contacts'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'

const types = Object.keys(libellesTypeContact) as [TypeContact, ...TypeContact[]]

const courriel = z
  .string()
  .trim()
  .toLowerCase()
  .default('')
  .refine((texte) => texte === '' || z.email().safeParse(texte).success, {
    error: 'Cette adresse n’est pas complète. Exemple : partenariat@votre-caisse.fr',
  })

/** Ten digits, an international number, or one of the short numbers of an organisation (3646). */
const telephone = z
  .string()
  .default('')
  .transform((numero) => numero.replace(/[\s.\-()]/g, ''))
  .refine((numero) => numero === '' || /^(0\d{9}|\+\d{8,15}|[13]\d{3})$/.test(numero), {
    error: 'Écrivez dix chiffres, ou un numéro court à quatre chiffres',
  })

/** Who may be left out: what each kind of contact can't do without. */
const exigences: Record<TypeContact, (contact: Contact) => [champ: string, message: string] | null> = {
  partenariat: ({ courriel }) => (courriel ? null : ['courriel', 'Indiquez l’adresse de la boîte du partenariat']),
  support: ({ courriel, telephone }) =>
    courriel || telephone ? null : ['telephone', 'Indiquez un téléphone ou un courriel où être dépanné'],
  dpo: ({ adresse }) =>
    adresse ? null : ['adresse', 'Indiquez l’adresse postale : les personnes y exercent leurs droits'],
  referent: ({ nom, courriel, telephone }) =>
    !nom
      ? ['nom', 'Indiquez le nom du référent']
      : courriel || telephone
        ? null
        : ['courriel', 'Indiquez comment joindre ce référent'],
  theme: ({ theme, courriel, telephone, adresse }) =>
    !theme
      ? ['theme', 'Indiquez le thème : indemnités journalières, invalidité, médiation…']
      : courriel || telephone || adresse
        ? null
        : ['courriel', 'Indiquez une adresse ou un téléphone pour ce thème'],
  secours: ({ theme, courriel, telephone, adresse }) =>
    !theme
      ? ['theme', 'Indiquez pour quoi : demandes urgentes, pièces, rendez-vous…']
      : courriel || telephone || adresse
        ? null
        : ['courriel', 'Indiquez une adresse ou un téléphone pour ce thème'],
}

type Contact = { theme: string; nom: string; telephone: string; courriel: string; adresse: string }

export const contactCaisseSchema = z
  .object({
    caisseId: z.uuid({ error: 'Cette caisse n’existe pas.' }),
    version: z.coerce.number({ error: 'Rechargez la page' }).int(),
    /** Empty for a new one. */
    id: z.union([z.uuid(), z.literal('')]).default(''),
    type: z.enum(types, { error: 'Choisissez le contact à renseigner' }),
    theme: texteCourt({ max: 80 }).default(''),
    nom: texteCourt({ max: 120 }).default(''),
    courriel,
    telephone,
    adresse: texteLibre({ max: 300 }).default(''),
    usage: texteCourt({ max: 200 }).default(''),
    pourQui: texteCourt({ max: 150 }).default(''),
    horaires: texteCourt({ max: 150 }).default(''),
  })
  .superRefine((contact, contexte) => {
    const manque = exigences[contact.type](contact)
    if (manque) contexte.addIssue({ code: 'custom', path: [manque[0]], message: manque[1] })
  })

export const retirerContactSchema = z.object({
  caisseId: z.uuid({ error: 'Cette caisse n’existe pas.' }),
  version: z.coerce.number({ error: 'Rechargez la page' }).int(),
  id: z.uuid({ error: 'Ce contact n’existe pas.' }),
})

import { z } from 'zod'
import { dateEnTroisChamps, telephoneSchema } from '@/lib/demandes/schema'
import { type MotifInactivation, motifsInactivation } from '@/lib/habilitations/libelles'
import { texteCourt } from '@/lib/socle/champ-texte-libre'

const courriel = z
  .string({ error: 'Indiquez l’adresse électronique professionnelle' })
  .trim()
  .toLowerCase()
  .min(1, 'Indiquez l’adresse électronique professionnelle')
  .max(254, 'Cette adresse est trop longue')
  .refine((adresse) => z.email().safeParse(adresse).success, {
    error: 'Cette adresse n’est pas complète. Exemple\u00a0: prenom.nom@votre-organisme.fr',
  })

/** Who holds an account (règles du domaine, §3). The domain of the address is checked against the partenaire by the use case. */
export const schemaIdentite = z.object({
  civilite: z.enum(['madame', 'monsieur'], { error: 'Choisissez Madame ou Monsieur' }),
  nom: texteCourt({ max: 80, requis: 'Indiquez le nom' }),
  prenom: texteCourt({ max: 80, requis: 'Indiquez le prénom' }),
  fonction: texteCourt({ max: 120, requis: 'Indiquez la fonction' }),
  telephone: telephoneSchema('Indiquez le téléphone professionnel'),
  courriel,
})

export type Identite = z.output<typeof schemaIdentite>

const idCompte = z.uuid({ error: 'Ce compte n’existe pas.' })
const version = z.coerce.number({ error: 'Rechargez la page' }).int()

const coche = (message: string) => z.literal('oui', { error: message })

/** The three boxes of a gestionnaire, all needed. */
const cases = z.object(
  {
    rattachement: coche('Cochez cette attestation\u00a0: la personne est salariée ou bénévole de votre organisme'),
    equipement: coche('Cochez cette attestation\u00a0: l’équipement est professionnel et protégé'),
    messagerie: coche('Cochez cette attestation\u00a0: la messagerie est professionnelle et hébergée en Europe'),
  },
  { error: 'Cochez les trois attestations' },
)
// Without any box ticked nothing is sent: each one still has its message.
export const schemaAttestations = z.preprocess((saisie) => saisie ?? {}, cases)

export const schemaCompte = z.object({ id: idCompte })
export const schemaNouveau = schemaIdentite.extend({ attestations: schemaAttestations })
export const schemaModification = schemaIdentite.extend({ id: idCompte, version })
export const schemaRenouvellement = z.object({ id: idCompte, attestations: schemaAttestations })

const MOTIFS = Object.keys(motifsInactivation) as [MotifInactivation, ...MotifInactivation[]]
const jourVoulu = dateEnTroisChamps({
  absente: 'Indiquez le jour de l’inactivation',
  fausse: 'Ce jour n’existe pas\u00a0: vérifiez le jour, le mois et l’année sur quatre chiffres',
})

export const schemaInactivation = z
  .object({
    id: idCompte,
    motif: z.enum(MOTIFS, { error: 'Choisissez le motif' }),
    quand: z.enum(['maintenant', 'plus_tard'], { error: 'Choisissez quand inactiver le compte' }),
    le: z.unknown().optional(),
  })
  .transform(({ le, ...saisie }, contexte) => {
    if (saisie.quand === 'maintenant') return { ...saisie, le: null }
    const jour = jourVoulu.safeParse(le)
    if (jour.success) return { ...saisie, le: jour.data }
    contexte.addIssue({ code: 'custom', path: ['le'], message: jour.error.issues[0]?.message ?? '' })
    return z.NEVER
  })

export const schemaImport = z.object({
  etape: z.enum(['essai', 'creation'], { error: 'Vérifiez le fichier d’abord' }),
  fichier: z.instanceof(File, { error: 'Choisissez un fichier' }).optional(),
  gage: z.string().max(200_000).optional(),
  attestations: z.record(z.string(), z.unknown()).optional(),
})

export const champsIdentite = ['civilite', 'nom', 'prenom', 'fonction', 'telephone', 'courriel'] as const

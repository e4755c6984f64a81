import { z } from 'zod'
import { services } from '@/lib/demandes/modele'
import { idSchema } from '@/lib/demandes/schema'
import { actesModele } from '@/lib/modeles-reponse/libelles'
import { refusVariables } from '@/lib/modeles-reponse/variables'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'

const version = z.coerce.number({ error: 'Rechargez la page' }).int()

/** Demandes a template is for: all, those of a service, those of a motif. */
const porteeSchema = z
  .string({ error: 'Dites pour quelles demandes' })
  .transform((texte, contexte): { service?: (typeof services)[number]; motifId?: string } => {
    if (texte === 'toutes') return {}
    const [sorte, valeur = ''] = texte.split(':')
    const service = services.find((candidat) => candidat === valeur)
    if (sorte === 'service' && service) return { service }
    if (sorte === 'motif' && z.uuid().safeParse(valeur).success) return { motifId: valeur }
    contexte.addIssue({ code: 'custom', message: 'Dites pour quelles demandes' })
    return z.NEVER
  })

export const modeleSchema = z
  .object({
    /** Empty: a new one. */
    id: z.union([z.literal(''), idSchema]),
    version,
    titre: texteCourt({ max: 80, requis: 'Donnez un titre au modèle' }),
    texte: texteLibre({ max: 3_000, requis: 'Écrivez le texte du modèle' }).superRefine((texte, contexte) => {
      const message = refusVariables(texte)
      if (message) contexte.addIssue({ code: 'custom', message })
    }),
    texte__sante: z.literal('gardee').optional(),
    portee: porteeSchema,
    acte: z.enum(actesModele, { error: 'Dites ce que fait le modèle' }),
    /** `<service>.<outcome>`: outcomes are those of a service. */
    issue: z.string().default(''),
  })
  .superRefine(({ acte, issue }, contexte) => {
    if (acte === 'clore' && !issue)
      contexte.addIssue({
        code: 'custom',
        path: ['issue'],
        message: 'Choisissez le résultat que ce modèle donne à la demande',
      })
  })

export const modeleSeulSchema = z.object({ id: idSchema, version })

export const ordreSchema = z.object({ id: idSchema, sens: z.enum(['monter', 'descendre']) })

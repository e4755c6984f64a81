import { z } from 'zod'
import { services } from '@/lib/demandes/modele'
import { ouiNon } from '@/lib/reglages/champs'
import { prestations } from '@/lib/reglages/modele'
import { texteCourt } from '@/lib/socle/champ-texte-libre'

/** Rows of pieces a form shows: those there are, and a few to fill. */
export const piecesMax = 12

const pieceSchema = z.object({
  /** Of a piece that exists: files already sent for it keep their place. */
  code: z
    .string()
    .regex(/^([a-z0-9_]{1,60})?$/)
    .default(''),
  libelle: texteCourt({ max: 150 }).default(''),
  exigence: z.enum(['requise', 'suggeree', 'urgence']).default('requise'),
})

/** A motif of the caisse's own, with its pieces (an emptied row takes its piece away). */
export const motifPropreSchema = z
  .object({
    caisseId: z.uuid({ error: 'Cette caisse n’existe pas.' }),
    version: z.coerce.number({ error: 'Rechargez la page' }).int(),
    service: z.enum(services),
    /** Empty for a new one. */
    id: z.union([z.uuid(), z.literal('')]).default(''),
    libelle: texteCourt({ max: 150, requis: 'Écrivez le motif tel que le technicien le lira' }),
    libelleCourt: texteCourt({ max: 60, requis: 'Écrivez un intitulé court, pour les listes' }),
    aide: texteCourt({ max: 300 }).default(''),
    prestation: z.enum([...prestations, ''], { error: 'Choisissez la prestation comptée' }).default(''),
    assureRequis: ouiNon('Dites si la demande concerne un assuré'),
    urgencePossible: ouiNon('Dites si le dossier peut être urgent').default(false),
    pieces: z.record(z.string().regex(/^\d{1,2}$/), pieceSchema).default({}),
  })
  .transform(({ pieces, ...motif }) => ({ ...motif, pieces: Object.values(pieces).filter(({ libelle }) => libelle) }))
  .superRefine(({ service, urgencePossible, assureRequis, pieces }, contexte) => {
    const refuser = (champ: string, message: string) => contexte.addIssue({ code: 'custom', path: [champ], message })
    if (urgencePossible && service !== 'dossier')
      refuser('urgencePossible', 'Seule une étude de dossier peut être déclarée urgente')
    else if (urgencePossible && !pieces.some(({ exigence }) => exigence === 'urgence'))
      refuser(
        'urgencePossible',
        'Un dossier urgent demande un justificatif : ajoutez une pièce « exigée si le dossier est urgent »',
      )
    if (!urgencePossible && pieces.some(({ exigence }) => exigence === 'urgence'))
      refuser('urgencePossible', 'Une pièce est exigée en cas d’urgence, mais le dossier ne peut pas être urgent')
    if (!assureRequis && service !== 'contact')
      refuser('assureRequis', 'Une demande sans assuré passe par « Contacter votre organisme »')
    if (pieces.length > piecesMax) refuser('pieces', `Demandez ${piecesMax} pièces au plus`)
  })

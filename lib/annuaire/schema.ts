import { z } from 'zod'
import { contactSchema } from '@/lib/partenaires/schema'
import { texteCourt } from '@/lib/socle/champ-texte-libre'

const facultatif = (max: number) =>
  texteCourt({ max })
    .default('')
    .transform((lu) => lu || null)

/** A contact of one's own partenaire: which one is read from the session, never from the form. */
export const contactDuPartenaireSchema = contactSchema
  .omit({ partenaireId: true, id: true })
  .extend({
    /** Empty for a new one. */
    id: z.union([z.uuid(), z.literal('')]).default(''),
    type: z.enum(['referent', 'dpo', 'theme'], { error: 'Choisissez le rôle de ce contact' }),
    theme: facultatif(80),
    usage: facultatif(200),
    pourQui: facultatif(150),
    horaires: facultatif(150),
  })
  .superRefine(({ type, theme }, contexte) => {
    if (type === 'theme' && !theme)
      contexte.addIssue({
        code: 'custom',
        path: ['theme'],
        message: 'Indiquez le thème\u00A0: soins urgents, formation, facturation…',
      })
  })
  .transform((contact) =>
    contact.type === 'theme' ? contact : { ...contact, theme: null, usage: null, pourQui: null },
  )

export const confirmerAnnuaireSchema = z.object({
  /** Caisse or partenaire whose directory was read. */
  cote: z.uuid({ error: 'Rechargez la page' }),
  /** What was read: see `empreinteDe`. */
  empreinte: z.string().max(64),
})

export const retirerContactSchema = z.object({ id: z.uuid({ error: 'Ce contact n’existe pas.' }) })

export const rechercheSchema = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  r: z.uuid().optional().catch(undefined),
  apres: z.uuid().optional().catch(undefined),
})

export type Recherche = z.output<typeof rechercheSchema>

import { z } from 'zod'
import { texteCourt } from '@/lib/socle/champ-texte-libre'
import { departements } from '@/lib/socle/departements'

const liste = z
  .array(z.string())
  .default([])
  .transform((lus) => [...new Set(lus)].sort())

/** What identifies a caisse (règles du domaine, §1). All the rest is set by its référent. */
export const schemaCaisse = z.object({
  code: z
    .string({ error: 'Saisissez le code organisme' })
    .trim()
    .regex(/^\d{3}$/, 'Le code organisme a 3\u00A0chiffres, par exemple 141'),
  nom: texteCourt({ max: 120, requis: 'Saisissez le nom de la caisse' }),
  adresse: texteCourt({ max: 200, requis: 'Saisissez l’adresse' }),
  codePostal: z
    .string({ error: 'Saisissez le code postal' })
    .trim()
    .regex(/^\d{5}$/, 'Un code postal a 5\u00A0chiffres'),
  ville: texteCourt({ max: 100, requis: 'Saisissez la ville' }),
  departements: liste.superRefine((codes, contexte) => {
    const inconnu = codes.find((code) => !Object.hasOwn(departements, code))
    if (codes.length === 0) contexte.addIssue({ code: 'custom', message: 'Choisissez au moins un département' })
    else if (inconnu !== undefined)
      contexte.addIssue({ code: 'custom', message: `Le département «\u00A0${inconnu}\u00A0» n’existe pas` })
  }),
  calendrier: z.enum(['france', 'alsace_moselle'], { error: 'Choisissez le calendrier des jours fériés' }),
})

export const schemaCaisseModifiee = schemaCaisse.extend({
  id: z.uuid({ error: 'Rechargez la page' }),
  version: z.coerce.number({ error: 'Rechargez la page' }).int(),
})

export type SaisieCaisse = z.output<typeof schemaCaisse>
export type SaisieCaisseModifiee = z.output<typeof schemaCaisseModifiee>

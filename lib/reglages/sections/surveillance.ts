import { z } from 'zod'
import { enTexte, entier } from '@/lib/reglages/champs'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'
import { pluriel } from '@/lib/socle/format'

const parHeure = (requis: string) => entier({ min: 5, max: 10_000, requis })

const schema = z.object({
  lecturesParHeure: parHeure('Indiquez à partir de combien de demandes lues le délégué est prévenu'),
  telechargementsParHeure: parHeure('Indiquez à partir de combien de fichiers téléchargés le délégué est prévenu'),
})

export const surveillance = {
  schema,
  valeurs: ({ lecturesParHeure, telechargementsParHeure }) => ({
    lecturesParHeure: enTexte(lecturesParHeure),
    telechargementsParHeure: enTexte(telechargementsParHeure),
  }),
  lignes: ({ lecturesParHeure, telechargementsParHeure }) => [
    {
      cle: 'Le délégué est prévenu',
      valeur: `à partir de ${pluriel(lecturesParHeure, 'demande lue', 'demandes lues')} par un même compte en une heure`,
    },
    {
      cle: 'Et aussi',
      valeur: `à partir de ${pluriel(telechargementsParHeure, 'fichier téléchargé', 'fichiers téléchargés')} par un même compte en une heure`,
    },
  ],
  effets: () => [
    { texte: 'Vaut dès maintenant. Les signaux déjà levés restent, et un repère trop bas en lève beaucoup.' },
  ],
} satisfies DefinitionSection

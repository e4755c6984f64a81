import { z } from 'zod'
import { enOuiNon, ouiNon } from '@/lib/reglages/champs'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'

export const periodicites = { annuelle: 'chaque année', trimestrielle: 'chaque trimestre, et chaque année' } as const

const schema = z.object({
  periodiciteStatistiques: z.enum(['annuelle', 'trimestrielle'], { error: 'Choisissez la périodicité du bilan' }),
  chiffresPublics: ouiNon('Dites si les chiffres de la caisse sont ouverts à tous').default(false),
})

export const statistiques = {
  schema,
  valeurs: ({ periodiciteStatistiques, chiffresPublics }) => ({
    periodiciteStatistiques,
    chiffresPublics: enOuiNon(chiffresPublics),
  }),
  lignes: ({ periodiciteStatistiques, chiffresPublics }) => [
    {
      cle: 'Bilan partagé avec les partenaires',
      valeur: periodicites[periodiciteStatistiques as keyof typeof periodicites],
    },
    {
      cle: 'Chiffres de la caisse',
      valeur: chiffresPublics ? 'ouverts à tous, sans connexion' : 'réservés à la caisse et à ses partenaires',
    },
  ],
  effets: (avant, apres, { partenaires }) => [
    ...(avant.chiffresPublics === apres.chiffresPublics
      ? []
      : [
          {
            texte: apres.chiffresPublics
              ? 'Les chiffres de la caisse entière se liront sans connexion. Ceux d’un partenaire n’y sont pas, et les petits nombres sont masqués.'
              : 'La page publique des chiffres se ferme aussitôt.',
          },
        ]),
    ...(avant.periodiciteStatistiques === apres.periodiciteStatistiques
      ? []
      : [
          {
            texte: `Les bilans déjà partagés ne changent pas. Les suivants le seront au nouveau rythme, pour ${partenaires >= 2 ? `${partenaires} partenaires` : `${partenaires} partenaire`}.`,
          },
        ]),
  ],
} satisfies DefinitionSection

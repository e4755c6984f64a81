import { z } from 'zod'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'

export const periodicites = { annuelle: 'chaque année', trimestrielle: 'chaque trimestre, et chaque année' } as const

const schema = z.object({
  periodiciteStatistiques: z.enum(['annuelle', 'trimestrielle'], { error: 'Choisissez la périodicité du bilan' }),
})

export const statistiques = {
  schema,
  valeurs: ({ periodiciteStatistiques }) => ({ periodiciteStatistiques }),
  lignes: ({ periodiciteStatistiques }) => [
    {
      cle: 'Bilan partagé avec les partenaires',
      valeur: periodicites[periodiciteStatistiques as keyof typeof periodicites],
    },
  ],
  effets: (_avant, _apres, { partenaires }) => [
    {
      texte: `Les bilans déjà partagés ne changent pas. Les suivants le seront au nouveau rythme, pour ${partenaires >= 2 ? `${partenaires} partenaires` : `${partenaires} partenaire`}.`,
    },
  ],
} satisfies DefinitionSection

import { z } from 'zod'
import { modes } from '@/lib/demandes/services/rendez-vous'
import { enOuiNon, ouiNon } from '@/lib/reglages/champs'
import { demandesOuvertes, brouillons as enBrouillons, selon } from '@/lib/reglages/libelles'
import { total } from '@/lib/reglages/portee'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'

type Mode = keyof typeof modes

const schema = z.object({
  rendezVousRestreint: ouiNon('Dites à qui les rendez-vous sont ouverts'),
  rendezVousModes: z
    .array(z.enum(Object.keys(modes) as [Mode, ...Mode[]]), {
      error: 'Cochez au moins une façon de tenir un rendez-vous',
    })
    .min(1, 'Cochez au moins une façon de tenir un rendez-vous')
    .transform((choisis) => Object.keys(modes).filter((mode) => choisis.includes(mode as Mode))),
})

export const rendezVous = {
  schema,
  valeurs: (reglages) => ({
    rendezVousRestreint: enOuiNon(reglages.rendezVousRestreint),
    'rendezVousModes[]': reglages.rendezVousModes,
  }),
  lignes: (reglages) => [
    {
      cle: 'Ouverts à',
      valeur: reglages.rendezVousRestreint
        ? 'un assuré non autonome et sans compte ameli, attesté par le technicien'
        : 'tout assuré',
    },
    {
      cle: 'Modes',
      valeur: Object.entries(modes)
        .filter(([mode]) => reglages.rendezVousModes.includes(mode))
        .map(([, libelle]) => libelle.toLowerCase())
        .join(', '),
    },
  ],
  effets: (_avant, _apres, portee) => {
    const deposees = total(portee.demandes.filter(({ service }) => service === 'rendez_vous'))
    const enCours = total(portee.brouillons.filter(({ service }) => service === 'rendez_vous'))
    return [
      { texte: `${demandesOuvertes(deposees)} de rendez-vous ${selon(deposees, 'suit son', 'suivent leur')} cours.` },
      {
        texte: `${enBrouillons(enCours)} de rendez-vous ${selon(enCours, 'suivra', 'suivront')} les nouvelles règles au moment de transmettre.`,
      },
    ]
  },
} satisfies DefinitionSection

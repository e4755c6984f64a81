import { z } from 'zod'
import type { DefinitionService } from '@/lib/demandes/services/definition'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

const adresses = {
  oui: 'Oui, la caisse connaît son adresse',
  non: 'Non, elle a changé d’adresse',
  ne_sait_pas: 'La personne ne sait pas',
} as const

const schema = z.object({
  precision: texteLibre({ max: 1_000, requis: 'Précisez le document et, s’il y a lieu, la période' }),
  adresseConnue: z.enum(['oui', 'non', 'ne_sait_pas'], { error: 'Dites si la caisse connaît son adresse actuelle' }),
})

export const adressesConnues: Record<z.output<typeof schema>['adresseConnue'], string> = adresses

export const document = {
  service: 'document',
  libelle: 'Demander un document',
  libelleCourt: 'Document',
  verbe: 'Demander un document',
  titreBesoin: 'Le document souhaité',
  schema: () => schema,
  resume: ({ precision, adresseConnue }) => [
    { libelle: 'Document', valeur: precision },
    { libelle: 'Adresse connue de la caisse', valeur: adresses[adresseConnue] },
  ],
  issues: [
    { code: 'envoye_courrier', libelle: 'Document envoyé par courrier à la personne' },
    { code: 'remis_portail', libelle: 'Document remis dans le portail' },
    { code: 'impossible', libelle: 'Document impossible à délivrer' },
    { code: 'orientation', libelle: 'Orienté vers un autre interlocuteur' },
  ],
} satisfies DefinitionService<typeof schema>

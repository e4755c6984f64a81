import { z } from 'zod'
import type { DefinitionService } from '@/lib/demandes/services/definition'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

export const dossier = {
  service: 'dossier',
  libelle: 'Soumettre une demande d’étude de dossier',
  libelleCourt: 'Étude de dossier',
  verbe: 'Faire étudier un dossier',
  titreBesoin: 'La situation de la personne',
  schema: ({ urgencePossible }) =>
    z.object({
      situation: texteLibre({ max: 4_000, requis: 'Décrivez la situation en quelques lignes' }),
      urgent: urgencePossible
        ? z.enum(['oui', 'non'], { error: 'Dites si le dossier est urgent' })
        : z.literal('non').default('non').catch('non'),
    }),
  resume: ({ situation, urgent }) => [
    { libelle: 'Urgent', valeur: urgent === 'oui' ? 'Oui, avec un justificatif' : 'Non' },
    { libelle: 'Sa situation', valeur: situation },
  ],
  issues: [
    { code: 'accord', libelle: 'Droits ouverts ou demande acceptée' },
    { code: 'accord_partiel', libelle: 'Accord partiel' },
    { code: 'refus', libelle: 'Refus' },
    { code: 'incomplet', libelle: 'Clos, dossier resté incomplet' },
    { code: 'mission_accompagnement', libelle: 'Orienté vers la Mission accompagnement santé' },
    { code: 'orientation', libelle: 'Orienté vers un autre interlocuteur' },
  ],
} satisfies DefinitionService<z.ZodType<{ situation: string; urgent: 'oui' | 'non' }>>

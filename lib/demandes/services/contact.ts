import { z } from 'zod'
import type { DefinitionService } from '@/lib/demandes/services/definition'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

const reference = z
  .string()
  .trim()
  .refine((texte) => texte === '' || /^\d{2}-\d{6,8}$/.test(texte), {
    error: 'Écrivez la référence comme sur l’accusé de réception, par exemple 26-004817',
  })

export const contact = {
  service: 'contact',
  libelle: 'Contacter votre organisme d’assurance maladie',
  libelleCourt: 'Contact',
  verbe: 'Contacter la caisse',
  titreBesoin: 'Votre message',
  schema: ({ demandeLiee }) =>
    z.object({
      message: texteLibre({ max: 4_000, requis: 'Écrivez votre message' }),
      demandeLiee: demandeLiee
        ? reference.refine(Boolean, { error: 'Indiquez la référence du dossier déjà transmis' })
        : z.literal('').default('').catch(''),
    }),
  resume: ({ message, demandeLiee }) => [
    ...(demandeLiee ? [{ libelle: 'Dossier concerné', valeur: demandeLiee }] : []),
    { libelle: 'Message', valeur: message },
  ],
  issues: [
    { code: 'reponse', libelle: 'Réponse apportée' },
    { code: 'orientation', libelle: 'Orienté vers un autre interlocuteur' },
    { code: 'sans_suite', libelle: 'Sans suite' },
  ],
} satisfies DefinitionService<z.ZodType<{ message: string; demandeLiee: string }>>

import { z } from 'zod'
import { telephoneSchema } from '@/lib/demandes/schema'
import type { DefinitionService } from '@/lib/demandes/services/definition'
import { texteLibre } from '@/lib/socle/champ-texte-libre'
import { telephoneEspace } from '@/lib/socle/format'

/** Obstacles to rights and care (règles du domaine, §4). */
export const obstacles = {
  demarches: 'Ne sait pas quelles démarches faire, ni à qui s’adresser',
  complementaire: 'N’a pas de complémentaire, ou elle ne convient pas',
  rendez_vous: 'N’obtient pas de rendez-vous chez un professionnel de santé',
  cout: 'Doit avancer les frais, ou payer trop',
  isolement: 'Est isolée, ou ne peut pas se déplacer',
  numerique: 'Est perdue avec les démarches en ligne',
  autre: 'Autre obstacle',
} as const

export const momentsAppel = {
  matin: 'Le matin',
  midi: 'Entre 12 h et 14 h',
  apres_midi: 'L’après-midi',
  indifferent: 'À tout moment',
} as const

const codes = <T extends Record<string, string>>(liste: T) => Object.keys(liste) as [keyof T & string]

const schema = z.object({
  obstacles: z
    .array(z.enum(codes(obstacles)), { error: 'Cochez au moins un obstacle' })
    .min(1, 'Cochez au moins un obstacle'),
  situation: texteLibre({ max: 4_000, requis: 'Décrivez la difficulté en quelques lignes' }),
  dejaTente: texteLibre({ max: 2_000 }),
  telephone: telephoneSchema('Indiquez le téléphone où joindre la personne'),
  moment: z.enum(codes(momentsAppel), { error: 'Choisissez quand appeler la personne' }),
  precisionAppel: texteLibre({ max: 300 }),
})

export const signalement = {
  service: 'signalement',
  libelle: 'Signaler une situation de difficulté d’accès aux droits et aux soins',
  libelleCourt: 'Signalement',
  verbe: 'Signaler une difficulté d’accès aux droits ou aux soins',
  titreBesoin: 'La difficulté rencontrée',
  schema: () => schema,
  resume: (details) => [
    { libelle: 'Ce qui bloque', valeur: details.obstacles.map((code) => obstacles[code]).join(', ') },
    { libelle: 'La difficulté', valeur: details.situation },
    ...(details.dejaTente ? [{ libelle: 'Déjà tenté', valeur: details.dejaTente }] : []),
    { libelle: 'Téléphone de la personne', valeur: telephoneEspace(details.telephone) },
    {
      libelle: 'Quand appeler',
      valeur: [momentsAppel[details.moment], details.precisionAppel].filter(Boolean).join('. '),
    },
  ],
  issues: [
    { code: 'resolu', libelle: 'Difficulté levée' },
    { code: 'mission_accompagnement', libelle: 'Prise en charge par la Mission accompagnement santé' },
    { code: 'injoignable', libelle: 'Personne injoignable' },
    { code: 'refus_personne', libelle: 'La personne ne souhaite pas être accompagnée' },
    { code: 'orientation', libelle: 'Orienté vers un autre interlocuteur' },
  ],
} satisfies DefinitionService<typeof schema>

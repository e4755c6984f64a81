import { z } from 'zod'
import { idSchema } from '@/lib/demandes/schema'
import { modesFormation, PLACES_MAX, profilsFormation } from '@/lib/formations/modele'
import { champHeure, champJour } from '@/lib/rendez-vous/champ-moment'
import { instantAParis } from '@/lib/rendez-vous/decoupe'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'

const santeGardee = z.literal('gardee').optional()

const adresse = z
  .string()
  .trim()
  .max(500, 'Ce lien est trop long')
  .refine((lien) => lien === '' || (URL.canParse(lien) && new URL(lien).protocol === 'https:'), {
    error: 'Collez un lien entier, qui commence par https://',
  })
  .default('')

export const formationSchema = z
  .object({
    /** Empty for a new one. */
    id: z.union([z.uuid(), z.literal('')]).default(''),
    version: z.coerce.number().int().optional(),
    theme: texteCourt({ max: 120, requis: 'Indiquez le thème de la session' }),
    description: texteLibre({ max: 3_000, requis: 'Dites ce que la session apporte, et à qui' }),
    description__sante: santeGardee,
    mode: z.enum(modesFormation, { error: 'Choisissez comment la session se tient' }),
    lieu: texteCourt({ max: 300 }).default(''),
    lien: adresse,
    jour: champJour('Indiquez le jour de la session'),
    debut: champHeure('Indiquez l’heure de début'),
    fin: champHeure('Indiquez l’heure de fin'),
    inscriptionsJusquau: champJour('Indiquez le dernier jour pour s’inscrire'),
    places: z.coerce
      .number({ error: 'Indiquez le nombre de places' })
      .int('Indiquez un nombre entier de places')
      .min(1, 'Une session a au moins une place')
      .max(PLACES_MAX, `Une session a au plus ${PLACES_MAX} places : ouvrez-en une seconde`),
    profils: z
      .array(z.enum(profilsFormation), { error: 'Choisissez à qui la session s’adresse' })
      .min(1, 'Choisissez à qui la session s’adresse'),
    audience: z.enum(['tous', 'choisis'], { error: 'Choisissez les partenaires' }),
    partenaires: z.array(z.uuid()).default([]),
  })
  .superRefine(({ mode, lieu, lien, jour, debut, fin, inscriptionsJusquau, audience, partenaires }, contexte) => {
    const refuser = (champ: string, message: string) => contexte.addIssue({ code: 'custom', path: [champ], message })
    if (mode === 'sur_place' && !lieu) refuser('lieu', 'Indiquez le lieu : l’adresse, la salle')
    if (mode === 'distance' && !lien) refuser('lien', 'Collez le lien de connexion')
    if (fin <= debut) refuser('fin', 'L’heure de fin vient avant le début')
    if (inscriptionsJusquau > jour)
      refuser('inscriptionsJusquau', 'On ne s’inscrit plus après la session : choisissez son jour, ou un jour d’avant')
    if (audience === 'choisis' && partenaires.length === 0) refuser('partenaires', 'Choisissez au moins un partenaire')
  })
  .transform(({ debut, fin, ...reste }) => ({
    ...reste,
    debutLe: instantAParis(reste.jour, debut),
    finLe: instantAParis(reste.jour, fin),
    lieu: reste.mode === 'sur_place' ? reste.lieu : '',
    lien: reste.mode === 'distance' ? reste.lien : '',
    partenaires: reste.audience === 'choisis' ? [...new Set(reste.partenaires)] : [],
  }))

export const unSeulSchema = z.object({ id: idSchema })

export const annulerFormationSchema = z.object({
  id: idSchema,
  motif: texteLibre({ max: 500, requis: 'Dites pourquoi : les personnes inscrites le liront dans le portail' }),
  motif__sante: santeGardee,
})

export const inscrireSchema = z.object({
  id: idSchema,
  compteId: z.uuid({ error: 'Choisissez la personne à inscrire' }),
  /** Said by who accepts to wait for a seat. */
  attente: z.literal('oui').optional(),
})

export const retirerSchema = z.object({ id: idSchema, compteId: z.uuid({ error: 'Rechargez la page' }) })

export const presencesSchema = z.object({
  id: idSchema,
  /** Registrations of those who were there. */
  presents: z.array(z.uuid()).default([]),
})

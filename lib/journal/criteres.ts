import { z } from 'zod'
import { dateEnTroisChamps } from '@/lib/demandes/schema'
import { evenementsDe, type Famille, familles, libellesEvenement } from '@/lib/journal/libelles'
import { texteCourt } from '@/lib/socle/champ-texte-libre'
import { ajouterJours, type DateIso, dateAParis } from '@/lib/socle/temps'

/** How far back a search goes, in days; the whole journal is read by its export. */
export const periodes = {
  '1': 'Depuis hier',
  '7': '7 derniers jours',
  '30': '30 derniers jours',
  '92': '3 derniers mois',
  '366': '12 derniers mois',
} as const

export type Periode = keyof typeof periodes

const reference = z.object({ id: z.uuid(), reference: z.string() })

/** What is kept of a search: ids and codes. A name typed is looked up at once, and forgotten. */
export const criteresSchema = z.object({
  du: z.iso.date(),
  /** Included. */
  au: z.iso.date(),
  /** Act: an event, or all those of a family. */
  acte: z.string().optional(),
  comptes: z.array(z.uuid()).max(50).optional(),
  demandes: z.array(reference).max(200).optional(),
  parPersonne: z.boolean().optional(),
  adresse: z.string().optional(),
})

export type Criteres = z.output<typeof criteresSchema>

/** Without any search: the last seven days. */
export function criteresParDefaut(maintenant: Date): Criteres {
  const au = dateAParis(maintenant)
  return { du: ajouterJours(au, -7), au }
}

/** Events that an act of the filter stands for; undefined for all. */
export function actionsDe(acte: string | undefined): string[] | undefined {
  if (!acte) return undefined
  return acte in familles ? evenementsDe(acte as Famille) : [acte]
}

const acteConnu = (acte: string): boolean => acte in familles || acte in libellesEvenement

/** `quoi`: several dates stand in the form, and the summary must tell which one is wrong. */
const dateFacultative = (quoi: string) =>
  z.preprocess(
    (valeur) => (Object.values(valeur ?? {}).some((partie) => partie) ? valeur : undefined),
    dateEnTroisChamps({
      absente: '',
      fausse: `${quoi} n’existe pas : vérifiez le jour, le mois et l’année`,
    }).optional(),
  )

/** The form of the journal, as sent. */
export const saisieSchema = z
  .object({
    compte: texteCourt({ max: 80 }).default(''),
    demande: texteCourt({ max: 20 }).default(''),
    acte: z
      .string()
      .refine((acte) => acte === '' || acteConnu(acte), { error: 'Choisissez un acte de la liste' })
      .default(''),
    adresse: z
      .string()
      .trim()
      .max(45)
      .refine((texte) => /^[0-9a-fA-F:.]*$/.test(texte), { error: 'Écrivez une adresse comme 192.0.2.10' })
      .default(''),
    periode: z.enum(Object.keys(periodes) as [Periode]).catch('7'),
    personne: texteCourt({ max: 120 }).default(''),
    naissance: dateFacultative('Cette date de naissance'),
    du: dateFacultative('La date de début'),
    au: dateFacultative('La date de fin'),
  })
  .superRefine(({ du, au, personne, naissance }, contexte) => {
    const dire = (path: string, message: string) => contexte.addIssue({ code: 'custom', path: [path], message })
    if (du && au && du > au) dire('au', 'La fin vient avant le début : inversez les deux dates')
    if (personne && !naissance)
      dire('naissance', 'Ajoutez la date de naissance : un nom seul trouverait d’autres personnes')
    if (naissance && !personne) dire('personne', 'Ajoutez le nom de la personne')
  })

export type SaisieRecherche = z.output<typeof saisieSchema>

/** The days a search is about. Dates typed win over the list. */
export function joursDe({ periode, du, au }: Pick<SaisieRecherche, 'periode' | 'du' | 'au'>, aujourdhui: DateIso) {
  const fin = au ?? aujourdhui
  return { du: du ?? ajouterJours(fin, -Number(periode)), au: fin }
}

/** The entry of the list that gives these days, if any. */
export function periodeDe({ du, au }: Pick<Criteres, 'du' | 'au'>, aujourdhui: DateIso): Periode | null {
  const [trouvee] = (Object.keys(periodes) as Periode[]).filter(
    (periode) => au === aujourdhui && du === ajouterJours(aujourdhui, -Number(periode)),
  )
  return trouvee ?? null
}

/** Months the journal is kept, as typed. The database keeps six whatever is set. */
export const conservationSchema = z.object({
  journalMois: z
    .string({ error: 'Indiquez combien de mois le journal est gardé' })
    .trim()
    .regex(/^\d{1,2}$/, 'Écrivez un nombre de mois, de 6 à 36')
    .transform(Number)
    .refine((mois) => mois >= 6 && mois <= 36, { error: 'Écrivez un nombre de mois, de 6 à 36' }),
})

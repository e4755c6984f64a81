import { z } from 'zod'
import { idSchema } from '@/lib/demandes/schema'
import { DUREE_MAX_HEURES } from '@/lib/maintenance/regles'
import { champHeure, champJour } from '@/lib/rendez-vous/champ-moment'
import { instantAParis } from '@/lib/rendez-vous/decoupe'
import { texteLibre } from '@/lib/socle/champ-texte-libre'

const texte = texteLibre({ max: 500 }).default('')
const version = z.coerce.number({ error: 'Rechargez la page' }).int()

/** Hours before: from when the pages announce it. */
export const preavis = {
  '2': 'Deux heures avant',
  '24': 'La veille',
  '72': 'Trois jours avant',
  '168': 'Une semaine avant',
  '336': 'Deux semaines avant',
} as const

/** Minutes of a maintenance entered at once; its end can be moved. */
export const durees = {
  '30': 'Une demi-heure',
  '60': 'Une heure',
  '120': 'Deux heures',
  '240': 'Quatre heures',
  '480': 'Huit heures',
} as const

const cles = <C extends string>(de: Record<C, string>) => Object.keys(de) as [C, ...C[]]

export const maintenanceSchema = z
  .object({
    /** Empty for a new one. */
    id: z.union([z.uuid(), z.literal('')]).default(''),
    version: version.optional(),
    debutJour: champJour('Indiquez le jour où la maintenance commence'),
    debutHeure: champHeure('Indiquez l’heure où elle commence'),
    finJour: champJour('Indiquez le jour où elle finit'),
    finHeure: champHeure('Indiquez l’heure où elle finit'),
    preavisHeures: z.enum(cles(preavis), { error: 'Choisissez à partir de quand l’annoncer' }).transform(Number),
    texte,
  })
  .transform(({ debutJour, debutHeure, finJour, finHeure, ...reste }, contexte) => {
    const debutLe = instantAParis(debutJour, debutHeure)
    const finLe = instantAParis(finJour, finHeure)
    if (finLe <= debutLe)
      contexte.addIssue({
        code: 'custom',
        path: [finJour < debutJour ? 'finJour' : 'finHeure'],
        message: 'La fin vient avant le début',
      })
    else if (finLe.getTime() - debutLe.getTime() > DUREE_MAX_HEURES * 3_600_000)
      contexte.addIssue({
        code: 'custom',
        path: ['finJour'],
        message: `Une maintenance dure au plus ${DUREE_MAX_HEURES} heures : vérifiez le jour`,
      })
    return { ...reste, debutLe, finLe }
  })

export const entrerSchema = z.object({
  duree: z.enum(cles(durees), { error: 'Choisissez combien de temps elle devrait durer' }).transform(Number),
  texte,
})

export const maintenanceSeuleSchema = z.object({ id: idSchema, version })

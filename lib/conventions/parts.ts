import { z } from 'zod'
import type { CauseFin, Cycle, Part } from '@/lib/conventions/cycle'
import type { DateIso } from '@/lib/socle/temps'

const jour = z.string().nullable()

/** One part as the SQL function `ep_parts` gives it: what a caisse signed with a partenaire, drafts left out. */
export const partSchema = z.object({
  id: z.string(),
  conventionId: z.string(),
  caisseId: z.string(),
  caisseNom: z.string(),
  etat: z.string(),
  utilisationEffetLe: jour,
  finLe: jour,
  causeFin: z.enum(['terme', 'denonciation', 'resiliation']).nullable(),
  reconduiteLe: jour,
  miseEnDemeureLe: jour,
  miseEnDemeureEcheanceLe: jour,
  effetLe: jour,
  dureeMois: z.number(),
  taciteReconduction: z.boolean(),
  preavisMois: z.number().nullable(),
  avenants: z.array(
    z.object({
      le: z.string(),
      dureeMois: z.number().nullable(),
      taciteReconduction: z.boolean().nullable(),
      preavisMois: z.number().nullable(),
    }),
  ),
  suspensions: z.array(z.object({ debutLe: z.coerce.date(), finLe: z.coerce.date().nullable(), motif: z.string() })),
})

export type Suspendue = { debutLe: Date; finLe: Date | null; motif: string }

/** A part, with how its convention runs. `cycle` is null while no effect date is set: nothing runs. */
export type PartSituee = Part & {
  id: string
  conventionId: string
  caisseId: string
  caisseNom: string
  causeFin: CauseFin | null
  reconduiteLe: DateIso | null
  cycle: Cycle | null
  suspensions: Suspendue[]
}

export function lirePart(ligne: z.output<typeof partSchema>): PartSituee {
  const { effetLe, dureeMois, taciteReconduction, preavisMois, avenants, ...part } = ligne
  const depart = effetLe ?? part.utilisationEffetLe
  return {
    ...part,
    causeFin: part.causeFin ?? (part.etat === 'denoncee' ? 'denonciation' : null),
    cycle: depart
      ? {
          effetLe: depart,
          dureeMois,
          taciteReconduction,
          preavisMois,
          changements: avenants.map((avenant) => ({
            le: avenant.le,
            dureeMois: avenant.dureeMois ?? undefined,
            taciteReconduction: avenant.taciteReconduction ?? undefined,
            preavisMois: avenant.preavisMois ?? undefined,
          })),
        }
      : null,
  }
}

import { z } from 'zod'
import type { DemandeVerrouillee } from '@/lib/demandes/transition'
import type { Prisma } from '@/lib/socle/prisma/client'

const instant = z.coerce.date()

/** The columns of a demande that an act with a message changes. */
const avantSchema = z.object({
  version: z.number(),
  etat: z.string(),
  ouverte: z.boolean(),
  agentId: z.string().nullable(),
  issue: z.string().nullable(),
  priseEnChargeLe: instant.nullable(),
  closeLe: instant.nullable(),
  completeeLe: instant.nullable(),
  suspendueLe: instant.nullable(),
  joursSuspendus: z.number(),
  echeanceLe: instant.nullable(),
  triLe: instant,
})

export type AvantActe = z.output<typeof avantSchema>

/** The demande as it stands before an act, kept in its row of history: what undoing the act gives back, clock included. */
export function avantActe(demande: DemandeVerrouillee): Prisma.InputJsonObject {
  const iso = (date: Date | null) => date && date.toISOString()
  return {
    version: demande.version,
    etat: demande.etat,
    ouverte: demande.ouverte,
    agentId: demande.agentId,
    issue: demande.issue,
    priseEnChargeLe: iso(demande.priseEnChargeLe),
    closeLe: iso(demande.closeLe),
    completeeLe: iso(demande.completeeLe),
    suspendueLe: iso(demande.suspendueLe),
    joursSuspendus: demande.joursSuspendus,
    echeanceLe: iso(demande.echeanceLe),
    triLe: demande.triLe.toISOString(),
  }
}

/** What a row of history keeps of its act: the message it carried, and the demande as it stood. */
const detailsSchema = z
  .object({
    message: z.uuid().nullable().catch(null).default(null),
    avant: avantSchema.nullable().catch(null).default(null),
  })
  .catch({ message: null, avant: null })

export const lireActe = (details: unknown) => detailsSchema.parse(details)

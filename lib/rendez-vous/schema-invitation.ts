import { z } from 'zod'
import { modesRendezVous } from '@/lib/rendez-vous/modele'

/** What a calendar is told: frozen when the act is done, so that each mail carries the version it announces. Strict: nothing of an assuré. */
export const invitationSchema = z.strictObject({
  id: z.uuid(),
  sequence: z.number().int().min(0),
  methode: z.enum(['REQUEST', 'CANCEL']),
  debutLe: z.iso.datetime(),
  finLe: z.iso.datetime(),
  /** The act it tells, of which the event is dated. */
  le: z.iso.datetime(),
  mode: z.enum(modesRendezVous),
  /** «Antenne des Marronniers, 12 rue du Port»; «Par téléphone». */
  lieu: z.string().max(400),
})

export type Invitation = z.output<typeof invitationSchema>

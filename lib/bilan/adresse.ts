import { z } from 'zod'

const uuid = z.uuid()

/** A part of an address that names a row. */
export function estUuid(valeur: unknown): valeur is string {
  return uuid.safeParse(valeur).success
}

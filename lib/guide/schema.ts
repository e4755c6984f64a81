import { z } from 'zod'

/** How the tour ended for an account: gone through, or skipped. */
export const issuesVisite = ['faite', 'passee'] as const

export const visiteSchema = z.object({ issue: z.enum(issuesVisite) })

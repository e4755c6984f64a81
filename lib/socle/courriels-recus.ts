import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A mail caught in the demo or in the tests, as kept on disk by `lib/processus/courriels-locaux.ts`. */
export const schemaCourrielRecu = z.object({
  id: z.string(),
  recuLe: z.string(),
  messageId: z.string(),
  de: z.string(),
  a: z.array(z.string()),
  sujet: z.string(),
  texte: z.string(),
  html: z.string(),
  entetes: z.record(z.string(), z.string()),
  /** What a calendar is told: the parts `text/calendar`, with the method of their header. */
  calendriers: z.array(z.object({ methode: z.string(), contenu: z.string() })).default([]),
})

export type CourrielRecu = z.infer<typeof schemaCourrielRecu>

/** The folder of the caught mails, or null where there must be none: production, or a process that catches nothing. */
export function dossierCourriels(): string | null {
  const permis = ['demo', 'test', 'dev'].includes(process.env.EP_MODE ?? 'production')
  return (permis && process.env.COURRIELS_DOSSIER) || null
}

/** Latest first. `destinataire` keeps the mails of one address, whatever its case. */
export function lireCourriels(dossier: string, destinataire?: string): CourrielRecu[] {
  const cherche = destinataire?.trim().toLowerCase()
  return nomsDeCourriels(dossier)
    .reverse()
    .flatMap((nom) => {
      try {
        return [schemaCourrielRecu.parse(JSON.parse(readFileSync(join(dossier, nom), 'utf8')))]
      } catch {
        // Removed while the folder was being read: only the last ones are kept.
        return []
      }
    })
    .filter(({ a }) => !cherche || a.some((adresse) => adresse.toLowerCase().includes(cherche)))
}

/** Names in the order of arrival. */
export function nomsDeCourriels(dossier: string): string[] {
  try {
    return readdirSync(dossier)
      .filter((nom) => /^\d+-\d+\.json$/.test(nom))
      .sort()
  } catch {
    return []
  }
}

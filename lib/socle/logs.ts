import { randomUUID } from 'node:crypto'
import pino from 'pino'

/** Structured logs: request ids and references only, never what a person typed. */
export const logs = pino({
  level: process.env.EP_LOGS ?? (process.env.EP_MODE === 'test' ? 'error' : 'info'),
  base: undefined,
})

/** Logs an unexpected error and gives the id to show to the person. */
export function consignerIncident(erreur: unknown, ou: string): string {
  const incident = randomUUID().slice(0, 8)
  const { name, message, stack } = erreur instanceof Error ? erreur : new Error(String(erreur))
  logs.error({ incident, ou, nom: name, message: message.slice(0, 2_000), pile: stack }, 'erreur inattendue')
  return incident
}

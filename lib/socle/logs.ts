import { randomUUID } from 'node:crypto'
import pino, { type DestinationStream } from 'pino'
import { epurer } from '@/lib/socle/epurer'
import { requeteCourante } from '@/lib/socle/requete-courante'

/** One line of JSON by fact, with the id of the request it belongs to. */
export function ouvrirLogs(vers?: DestinationStream) {
  return pino(
    {
      level: process.env.EP_LOGS ?? (process.env.EP_MODE === 'test' ? 'error' : 'info'),
      base: undefined,
      mixin: () => {
        const requete = requeteCourante.getStore()
        return requete ? { requete: requete.id } : {}
      },
    },
    vers ?? pino.destination(1),
  )
}

/** Structured logs: request ids and references only, never what a person typed. */
export const logs = ouvrirLogs()

/** Logs an unexpected error and gives the id to show to the person. */
export function consignerIncident(erreur: unknown, ou: string): string {
  const incident = randomUUID().slice(0, 8)
  const { name, message, stack } = erreur instanceof Error ? erreur : new Error(String(erreur))
  logs.error({ incident, ou, nom: name, message: epurer(message), pile: pileDe(stack, message) }, 'erreur inattendue')
  return incident
}

/** Where it happened: the stack begins with the message, which is told apart. */
function pileDe(pile: string | undefined, message: string): string | undefined {
  return pile && epurer(pile.replace(message, ''))
}

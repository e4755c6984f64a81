import { estRemis } from '@/lib/documents/regles'
import { telechargeable } from '@/lib/pieces-jointes/vue'

type MessageDeLaCaisse = { id: string; cote: string; envoyeLe: Date; retireLe: Date | null }

type Remise = {
  sens: string
  demandeId: string | null
  messageId: string | null
  enPreparation: boolean
  etat: string
  deposeeLe: Date
  analyseeLe: Date | null
}

/**
 * Among the messages of the caisse, those that the partenaire has not read. The counter of a demande counts its messages and the
 * documents delivered apart from them, and what is unread is always the last that came.
 */
export function messagesNonLus(
  messages: readonly MessageDeLaCaisse[],
  pieces: readonly Remise[],
  nonLus: number,
): Set<string> {
  if (nonLus <= 0) return new Set()
  const arrives = [
    ...messages
      .filter(({ cote, retireLe }) => cote === 'caisse' && !retireLe)
      .map(({ id, envoyeLe }) => ({ id, le: envoyeLe })),
    ...pieces
      .filter((piece) => estRemis(piece) && !piece.messageId && !piece.enPreparation && telechargeable(piece.etat))
      .map(({ analyseeLe, deposeeLe }) => ({ id: null, le: analyseeLe ?? deposeeLe })),
  ].sort((a, b) => a.le.getTime() - b.le.getTime())
  return new Set(arrives.slice(-nonLus).flatMap(({ id }) => id ?? []))
}

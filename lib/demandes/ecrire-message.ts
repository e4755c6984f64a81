import { randomUUID } from 'node:crypto'
import type { DemandeVerrouillee } from '@/lib/demandes/transition'
import { coteDe } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'

/** Writes a message of the thread; its row of history and its e-mail are the business of the act it belongs to. */
export async function ecrireMessage(
  { tx, acteur, maintenant }: Contexte,
  demande: DemandeVerrouillee,
  { texte, interne = false, santeGardee }: { texte: string; interne?: boolean; santeGardee: boolean },
): Promise<string> {
  const id = randomUUID()
  await tx.message.createMany({
    data: [
      {
        id,
        demandeId: demande.id,
        caisseId: demande.caisseId,
        structureId: demande.structureId,
        cote: coteDe(acteur),
        interne,
        auteurId: acteur.compteId,
        texte,
        envoyeLe: maintenant,
        santeGardee,
      },
    ],
  })
  return id
}

/** Unread counters after a message: one more for the reader's side, none for the writer's. */
export function compteursApresMessage(cote: 'partenaire' | 'caisse') {
  return cote === 'caisse'
    ? { nonLusPartenaire: { increment: 1 }, nonLusCaisse: 0 }
    : { nonLusCaisse: { increment: 1 }, nonLusPartenaire: 0 }
}

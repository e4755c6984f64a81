import { randomUUID } from 'node:crypto'
import type { DemandeVerrouillee } from '@/lib/demandes/transition'
import { joindreFichiers } from '@/lib/messages/joindre-fichiers'
import { coteDe } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'

/**
 * Writes a message of the thread, with the files its writer has prepared for it; its row of history and its e-mail are the
 * business of the act it belongs to. Gives its id.
 */
export async function ecrireMessage(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  { texte, interne = false, santeGardee }: { texte: string; interne?: boolean; santeGardee: boolean },
): Promise<string> {
  const { tx, acteur, maintenant } = contexte
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
  if (!interne) await joindreFichiers(contexte, demande, id)
  return id
}

/** Unread counters after a message: one more for the reader's side, none for the writer's. */
export function compteursApresMessage(cote: 'partenaire' | 'caisse') {
  return cote === 'caisse'
    ? { nonLusPartenaire: { increment: 1 }, nonLusCaisse: 0 }
    : { nonLusCaisse: { increment: 1 }, nonLusPartenaire: 0 }
}

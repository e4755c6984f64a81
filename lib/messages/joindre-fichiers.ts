import type { DemandeVerrouillee } from '@/lib/demandes/transition'
import { coteDe } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'

/**
 * The files that the writer has prepared for this demande leave with the message. One that the antivirus refused goes too: the
 * message says which, and what was written is not lost. The caisse delivers them: what the convention allows is checked when
 * they are received, and by the database.
 */
export async function joindreFichiers(
  { tx, acteur, maintenant }: Contexte,
  demande: DemandeVerrouillee,
  messageId: string,
): Promise<number> {
  const { count } = await tx.pieceJointe.updateMany({
    where: {
      demandeId: demande.id,
      deposeeParId: acteur.compteId,
      enPreparation: true,
      sens: coteDe(acteur) === 'caisse' ? 'sortante' : 'entrante',
    },
    data: { messageId, enPreparation: false, deposeeLe: maintenant },
  })
  return count
}

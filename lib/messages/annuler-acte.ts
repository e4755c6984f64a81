import {
  appliquerTransition,
  type DemandeVerrouillee,
  exigerVersion,
  verrouillerDemande,
} from '@/lib/demandes/transition'
import { type AvantActe, lireActe } from '@/lib/messages/avant-acte'
import { DELAI_RETRAIT_MINUTES, retirable } from '@/lib/messages/envoi'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

const tropTard = `Ce message a plus de ${DELAI_RETRAIT_MINUTES} minutes\u00A0: il ne peut plus être retiré. Écrivez un message qui le corrige.`

/**
 * Undoes a closing of the last minutes by who made it: its answer is withdrawn, the demande is again in the state it had, with
 * its clock as it was. `version`: the one the closing gave; refused when anything has happened since.
 */
export async function annulerCloture(
  contexte: Contexte,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const demande = await verrouillerDemande(contexte, id)
  exigerVersion(demande, version)
  const cloture = await contexte.tx.evenement.findFirst({
    where: { demandeId: id, type: 'traitee', auteurId: contexte.acteur.compteId },
    orderBy: [{ le: 'desc' }, { id: 'desc' }],
  })
  const { message, avant } = lireActe(cloture?.details)
  if (demande.etat !== 'traitee' || !message || !avant)
    throw new ErreurMetier('etat_change', 'Cette demande n’a pas été close par vous, ou ne l’est plus.')
  await retirerTexte(contexte, message)
  await restaurer(contexte, demande, avant, { acte: 'traitee', message })
}

/** Withdraws one message, in the transaction: PostgreSQL takes away its text, its files and its e-mails (`ep_retirer_message`). */
export async function retirerTexte({ tx, acteur, maintenant }: Contexte, id: string): Promise<void> {
  const message = await tx.message.findUnique({ where: { id } })
  if (!message) throw new ErreurMetier('introuvable')
  if (!retirable(message, acteur.compteId, maintenant)) throw new ErreurMetier('etat_change', tropTard)
  await tx.message.updateMany({ where: { id }, data: { retireLe: maintenant } })
}

/** Nothing has moved the demande since the act. */
export const rienDepuis = (demande: DemandeVerrouillee, avant: AvantActe): boolean =>
  demande.version === avant.version + 1

/** Gives a demande back the state it had before an act, with its clock as it was, and one message less to read. */
export async function restaurer(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  { version: _, ...colonnes }: AvantActe,
  details: { acte: string; message: string },
): Promise<void> {
  // The message of the act is the last one of its side: unread as long as anything is.
  const cote = contexte.acteur.partenaire ? 'nonLusCaisse' : 'nonLusPartenaire'
  const nonLus = { [cote]: Math.max(0, demande[cote] - 1) }
  await appliquerTransition(contexte, demande, 'message_retire', { ...colonnes, ...nonLus }, details)
}

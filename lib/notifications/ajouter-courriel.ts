import { randomUUID } from 'node:crypto'
import { frequenceDe } from '@/lib/notifications/frequence'
import { type DonneesModele, estGroupable, type Modele, modeles, objetDuCourriel } from '@/lib/notifications/modeles'
import type { Transaction } from '@/lib/socle/base'
import { envoyerTravail } from '@/lib/travaux/file'

export type CourrielAAjouter<M extends Modele> = {
  modele: M
  destinataire: string
  compteId?: string
  demandeId?: string
  /** Caisse it is about: its référent is told when it does not arrive. */
  caisseId?: string
  /** Message it announces: withdrawn before the mail leaves, the mail does not leave. */
  porteSurId?: string
  /** Nothing leaves before. */
  pasAvantLe?: Date
  donnees: DonneesModele<M>
}

/**
 * Adds a mail and the job that will send it, in the transaction of the act: no act, no mail; a mail server that is down
 * refuses nothing. The reader of the row may not be the writer, so nothing is read back. A mail about a demande follows the
 * frequency that its reader has chosen: at once, with the next digest, or never.
 */
export async function ajouterCourriel<M extends Modele>(tx: Transaction, courriel: CourrielAAjouter<M>): Promise<void> {
  const { modele, donnees: saisies, ...reste } = courriel
  const donnees = modeles[modele].parse(saisies)
  const id = randomUUID()
  const etat = await etatInitial(tx, courriel)
  await tx.courriel.createMany({
    data: [
      { id, messageId: messageIdDe(id), modele, ...reste, donnees, objet: objetDuCourriel(modele, saisies), etat },
    ],
  })
  if (etat === 'a_envoyer') await planifierEnvoi(tx, id, courriel.pasAvantLe)
}

/** Stable across attempts, and found again in a mail that comes back. */
export function messageIdDe(id: string): string {
  return `<${id}@${new URL(process.env.URL_PUBLIQUE ?? 'http://localhost').hostname}>`
}

export function planifierEnvoi(tx: Transaction, courrielId: string, pasAvantLe?: Date): Promise<void> {
  return envoyerTravail(tx, 'courriel.envoyer', { courrielId }, pasAvantLe && { startAfter: pasAvantLe })
}

async function etatInitial<M extends Modele>(tx: Transaction, { modele, compteId }: CourrielAAjouter<M>) {
  if (!compteId || !estGroupable(modele)) return 'a_envoyer'
  const compte = await tx.compte.findUnique({ where: { id: compteId }, select: { preferences: true } })
  const frequence = frequenceDe(compte?.preferences)
  if (frequence === 'chaque') return 'a_envoyer'
  return frequence === 'aucun' ? 'non_envoye' : 'a_grouper'
}

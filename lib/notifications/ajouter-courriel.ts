import { randomUUID } from 'node:crypto'
import { type DonneesModele, type Modele, modeles, objetDuCourriel } from '@/lib/notifications/modeles'
import type { Transaction } from '@/lib/socle/base'
import { envoyerTravail } from '@/lib/travaux/file'

/**
 * Adds a mail and the job that will send it, in the transaction of the act: no act, no mail; a mail server that is down
 * refuses nothing. The reader of the row may not be the writer, so nothing is read back.
 */
export async function ajouterCourriel<M extends Modele>(
  tx: Transaction,
  courriel: { modele: M; destinataire: string; compteId?: string; demandeId?: string; donnees: DonneesModele<M> },
): Promise<void> {
  const { modele, destinataire, compteId, demandeId } = courriel
  const donnees = modeles[modele].parse(courriel.donnees)
  const id = randomUUID()
  const messageId = `<${id}@${new URL(process.env.URL_PUBLIQUE ?? 'http://localhost').hostname}>`
  const objet = objetDuCourriel(modele, courriel.donnees)
  await tx.courriel.createMany({
    data: [{ id, messageId, modele, destinataire, compteId, demandeId, donnees, objet }],
  })
  await envoyerTravail(tx, 'courriel.envoyer', { courrielId: id })
}

import { inscrireEvenement } from '@/lib/demandes/evenements'
import { appliquerTransition, type DemandeVerrouillee, verrouillerDemande } from '@/lib/demandes/transition'
import { restaurer, retirerTexte, rienDepuis } from '@/lib/messages/annuler-acte'
import { lireActe } from '@/lib/messages/avant-acte'
import { coteDe } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { Message } from '@/lib/socle/prisma/client'

/** Acts that make no sense without their message: they are undone with it, or not at all. */
const actes: Record<string, string> = {
  traitee: 'clos la demande',
  complement_demande: 'demandé un complément',
  complement_envoye: 'envoyé le complément',
  rouverte: 'rouvert la demande',
}

/**
 * «Retirer ce message», by its writer, in the minutes that its e-mail waits. A message that closed the demande, opened it again
 * or stopped its clock is withdrawn with that act, as long as nothing has happened since.
 */
export async function retirerMessage(contexte: Contexte, { id }: { id: string }): Promise<Suite> {
  const message = await contexte.tx.message.findUnique({ where: { id } })
  if (!message || message.auteurId !== contexte.acteur.compteId) throw new ErreurMetier('introuvable')
  const demande = await verrouillerDemande(contexte, message.demandeId)
  await retirerTexte(contexte, id)
  if (message.interne)
    await inscrireEvenement(contexte, demande, 'message_retire', { acte: 'note', message: id }, false)
  else await defaire(contexte, demande, message)
  const racine = coteDe(contexte.acteur) === 'caisse' ? '/caisse/demandes' : '/demandes'
  return {
    vers: `${racine}/${demande.reference}#echanges`,
    journal: { objetType: 'demande', objetId: demande.id, caisseId: demande.caisseId, details: { message: id } },
  }
}

async function defaire(contexte: Contexte, demande: DemandeVerrouillee, message: Message): Promise<void> {
  const fait = await contexte.tx.evenement.findFirst({
    where: {
      demandeId: demande.id,
      details: { path: ['message'], equals: message.id },
      type: { not: 'message_retire' },
    },
  })
  const { avant } = lireActe(fait?.details)
  const acte = fait?.type ?? 'message'
  if (avant && rienDepuis(demande, avant)) return restaurer(contexte, demande, avant, { acte, message: message.id })
  if (actes[acte])
    throw new ErreurMetier(
      'etat_change',
      `Ce message a ${actes[acte]}, et il s’est passé autre chose depuis\u00A0: il ne peut plus être retiré. Écrivez un message qui le corrige.`,
    )
  await appliquerTransition(contexte, demande, 'message_retire', await moinsUn(contexte, demande, message), {
    acte,
    message: message.id,
  })
}

/** One message less to read on the other side, when it was among those it has not read: always the last ones. */
async function moinsUn({ tx }: Contexte, demande: DemandeVerrouillee, { cote, envoyeLe, id }: Message) {
  const compteur = cote === 'caisse' ? 'nonLusPartenaire' : 'nonLusCaisse'
  const apres = await tx.message.count({
    where: {
      demandeId: demande.id,
      cote,
      interne: false,
      retireLe: null,
      OR: [{ envoyeLe: { gt: envoyeLe } }, { envoyeLe, id: { gt: id } }],
    },
  })
  const remises = cote === 'caisse' ? await remisesDepuis(tx, demande.id, envoyeLe) : 0
  return apres + remises < demande[compteur] ? { [compteur]: { decrement: 1 } } : {}
}

/** Documents delivered apart from a message count as something to read, once the antivirus has let them pass. */
function remisesDepuis(tx: Contexte['tx'], demandeId: string, depuis: Date): Promise<number> {
  return tx.pieceJointe.count({
    where: {
      demandeId,
      sens: 'sortante',
      messageId: null,
      enPreparation: false,
      etat: { in: ['saine', 'non_analysee'] },
      analyseeLe: { gt: depuis },
    },
  })
}

import { planifierEnvoi } from '@/lib/notifications/ajouter-courriel'
import { estModeleDemande } from '@/lib/notifications/modeles'
import { perimes } from '@/lib/notifications/perimes'
import { rendreCourriel } from '@/lib/notifications/rendre-courriel'
import { transportCourriel } from '@/lib/notifications/transport'
import { avecTravaux, baseTravaux } from '@/lib/socle/base'

/**
 * Sends one mail, at least once: nothing is done when it already left; after a cut between the mail server and the
 * database it leaves again under the same Message-ID. Throws when it must be tried again; `dernierEssai` gives up after.
 */
export async function envoyerCourriel(
  courrielId: string,
  { dernierEssai = false, maintenant = new Date() } = {},
): Promise<void> {
  const courriel = await baseTravaux().courriel.findUnique({ where: { id: courrielId } })
  if (!courriel || courriel.etat !== 'a_envoyer') return
  // Its job starts no sooner: here for a job that somebody would run by hand.
  if (courriel.pasAvantLe && courriel.pasAvantLe > maintenant)
    return await avecTravaux((tx) => planifierEnvoi(tx, courrielId, courriel.pasAvantLe ?? undefined))
  if ((await perimes(baseTravaux(), [courriel])).length > 0)
    return await marquer(courrielId, { etat: 'retire', erreur: null })
  try {
    const transport = transportCourriel()
    // Where a mail that can't be delivered comes back: see `npm run retours`.
    const retours = process.env.COURRIEL_RETOURS
    // Links are made for a server that answers: one that is down for days must not leave hundreds of them.
    await transport.verify()
    const rendu = await rendreCourriel(courriel, maintenant)
    if (!rendu) return await marquer(courrielId, { etat: 'retire', erreur: 'sans objet : compte fermé ou déjà activé' })
    await transport.sendMail({
      from: process.env.COURRIEL_EXPEDITEUR,
      ...(retours && { envelope: { from: retours, to: courriel.destinataire } }),
      to: { name: '', address: courriel.destinataire },
      subject: rendu.objet,
      html: rendu.html,
      text: rendu.texte,
      icalEvent: rendu.invitation,
      messageId: courriel.messageId,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
    const texte = estModeleDemande(courriel.modele) ? rendu.texte : undefined
    await marquer(courrielId, { etat: 'envoye', envoyeLe: maintenant, objet: rendu.objet, texte, erreur: null })
  } catch (erreur) {
    const definitif = refusDefinitif(erreur)
    await marquer(courrielId, {
      erreur: resume(erreur),
      ...(definitif || dernierEssai ? { etat: 'echec', echecLe: maintenant } : { etat: 'a_envoyer' }),
    })
    if (!definitif) throw erreur
  }
}

type Suite = { etat: string; erreur: string | null; envoyeLe?: Date; echecLe?: Date; texte?: string; objet?: string }

async function marquer(id: string, data: Suite): Promise<void> {
  await baseTravaux().courriel.updateMany({ where: { id, etat: 'a_envoyer' }, data })
}

/** The mailbox does not exist or refuses: no use trying for five days. */
function refusDefinitif(erreur: unknown): boolean {
  const { responseCode, command } = erreur as { responseCode?: unknown; command?: unknown }
  return command === 'RCPT TO' && [550, 551, 553].includes(Number(responseCode))
}

const resume = (erreur: unknown) => (erreur instanceof Error ? erreur.message : String(erreur)).slice(0, 500)

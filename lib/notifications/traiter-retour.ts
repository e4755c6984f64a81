import { lireRetour } from '@/lib/notifications/lire-retour'
import { baseTravaux } from '@/lib/socle/base'

export type SuiteRetour = 'marque' | 'deja_marque' | 'provisoire' | 'inconnu'

/**
 * Marks as not delivered the mail that a returned message is about: its référent is then told. Run twice, it marks once; a mail
 * that is only late stays as it is; what is not a returned mail of this portal is left alone.
 */
export async function traiterRetour(brut: string | Uint8Array, maintenant: Date): Promise<SuiteRetour> {
  const retour = await lireRetour(brut)
  if (!retour) return 'inconnu'
  if (!retour.definitif) return 'provisoire'
  const notre = { messageId: { in: retour.messageIds } }
  const { count } = await baseTravaux().courriel.updateMany({
    where: { ...notre, etat: { in: ['a_envoyer', 'envoye'] } },
    data: { etat: 'echec', erreur: retour.raison, echecLe: maintenant, vuLe: null },
  })
  if (count > 0) return 'marque'
  return (await baseTravaux().courriel.count({ where: notre })) > 0 ? 'deja_marque' : 'inconnu'
}

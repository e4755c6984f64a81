import { dateAvecAnnee } from '@/lib/socle/format'
import { type DateIso, dateAParis, joursEntre } from '@/lib/socle/temps'

type Compte = { etat: string; connecteLe: Date | null }

/** What helps to decide: when the account last served. */
export function delaiConnexion({ etat, connecteLe }: Compte, aujourdhui: DateIso): string {
  if (etat === 'attente_activation') return 'lien d’activation non utilisé'
  if (!connecteLe) return 'aucune connexion à ce jour'
  const jour = dateAParis(connecteLe)
  const jours = joursEntre(jour, aujourdhui)
  if (jours <= 0) return 'connexion aujourd’hui'
  return jours === 1 ? 'dernière connexion hier' : `dernière connexion le ${dateAvecAnnee(jour)}`
}

import { retraitEnMots } from '@/components/messages/retrait-en-mots'
import type { TypeEvenement } from '@/lib/demandes/evenements'
import { avecQuand } from '@/lib/rendez-vous/libelles'

type Evenement = { type: string; cote: string; details: unknown }

/** What both sides read in the same words in the history of a demande; null when each has its own. */
export function evenementCommun({ type, cote, details }: Evenement): string | null {
  switch (type as TypeEvenement) {
    case 'message_retire':
      return retraitEnMots(details, cote)
    case 'piece_refusee':
      return details && typeof details === 'object' && 'code' in details
        ? 'Pièce refusée au contrôle des fichiers'
        : 'Pièce refusée par l’antivirus'
    case 'document_remis':
      return 'Document remis dans le portail'
    case 'rendez_vous_propose':
      return 'Créneaux de rendez-vous proposés'
    case 'rendez_vous_fixe':
      return avecQuand('Rendez-vous fixé', details)
    case 'rendez_vous_deplace':
      return avecQuand('Rendez-vous déplacé', details)
    case 'rendez_vous_honore':
      return 'Rendez-vous honoré'
    case 'rendez_vous_manque':
      return 'Rendez-vous manqué'
    case 'identite_corrigee':
      return 'Identité corrigée, à la demande de la personne'
    case 'limitee':
      return 'Dossier limité, à la demande de la personne'
    case 'limitation_levee':
      return 'Limitation levée, le dossier reprend'
    default:
      return null
  }
}

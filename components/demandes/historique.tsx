import { correctionEnMots, malgreEnMots } from '@/components/demandes/corrections-en-mots'
import { evenementCommun } from '@/components/demandes/evenement-commun'
import { ChronologieCompacte, type Evenement } from '@/components/ui/chronologie'
import type { DemandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import type { TypeEvenement } from '@/lib/demandes/evenements'
import { libelleIssue } from '@/lib/demandes/registre'
import { avecQuand } from '@/lib/rendez-vous/libelles'
import { nomComplet } from '@/lib/socle/acteur'
import { relatif } from '@/lib/socle/format'

type Ligne = DemandeDePartenaire['evenements'][number]

const discrets: TypeEvenement[] = ['message', 'message_retire', 'note', 'passee', 'piece_refusee']

/** All that happened to a demande, latest first, with the receipt of its last reading by the caisse. */
export function Historique({
  demande,
  moi,
  maintenant,
}: {
  demande: DemandeDePartenaire
  moi: string
  maintenant: Date
}) {
  const faits = demande.evenements.map((evenement) => ({
    le: evenement.le,
    evenement: {
      cle: evenement.id,
      titre: titreDe(evenement, demande),
      detail: `${auteurDe(evenement, moi)}${relatif(evenement.le, maintenant)}`,
      fort: !discrets.includes(evenement.type as TypeEvenement),
    } satisfies Evenement,
  }))
  const [lecture] = demande.lectures
  if (lecture)
    faits.push({
      le: lecture.vueLe,
      evenement: {
        cle: 'lecture',
        titre: 'Consultée par la caisse',
        detail: relatif(lecture.vueLe, maintenant),
        fort: false,
      },
    })
  faits.sort((a, b) => b.le.getTime() - a.le.getTime())
  return <ChronologieCompacte evenements={faits.map(({ evenement }) => evenement)} />
}

function auteurDe({ auteur, auteurId, cote }: Ligne, moi: string): string {
  if (auteurId === moi) return 'vous, '
  if (auteur) return `${nomComplet(auteur)}, `
  return cote === 'automatique' ? 'automatiquement, ' : ''
}

function titreDe(evenement: Ligne, { service }: DemandeDePartenaire): string {
  const { type, cote, details } = evenement
  const commun = evenementCommun(evenement)
  if (commun) return commun
  const { a, issue } = (details ?? {}) as { a?: string; issue?: string }
  switch (type as TypeEvenement) {
    case 'deposee':
      return `Transmise à la caisse${malgreEnMots(details)}`
    case 'motif_corrige':
    case 'urgence_retiree':
    case 'urgence_donnee':
    case 'transferee':
      return correctionEnMots(type, details) ?? ''
    case 'prise_en_charge':
      return a ? `Confiée à ${a}` : 'Prise en charge'
    case 'passee':
      return a ? `Confiée à ${a}` : 'Confiée à un autre agent'
    case 'complement_demande':
      return 'Complément demandé'
    case 'complement_envoye':
      return 'Complément envoyé'
    case 'complement_recu':
      return 'Complément reçu par la caisse'
    case 'traitee':
      return `Traitée${issue ? `\u00A0: ${libelleIssue(service, issue)}` : ''}`
    case 'annulee':
      return 'Annulée'
    case 'rouverte':
      return 'Rouverte'
    case 'effacee':
      return 'Contenu effacé, au terme de sa durée de conservation'
    case 'attribution_annulee':
      return 'Remise dans la file de la caisse'
    case 'document_telecharge':
      return 'Document téléchargé'
    case 'document_poste':
      return 'Document envoyé par courrier'
    case 'rendez_vous_annule':
      return avecQuand(cote === 'caisse' ? 'Rendez-vous annulé par la caisse' : 'Rendez-vous annulé', details)
    default:
      return cote === 'caisse' ? 'Message de la caisse' : 'Message à la caisse'
  }
}

import { correctionEnMots, malgreEnMots } from '@/components/demandes/corrections-en-mots'
import { evenementCommun } from '@/components/demandes/evenement-commun'
import { type Attribution, attributionEnMots } from '@/components/traitement/attribution'
import { ChronologieCompacte, type Evenement } from '@/components/ui/chronologie'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import type { TypeEvenement } from '@/lib/demandes/evenements'
import { libelleIssue } from '@/lib/demandes/registre'
import { avecQuand } from '@/lib/rendez-vous/libelles'
import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee, relatif } from '@/lib/socle/format'

type Fait = DemandeDeCaisse['evenements'][number]

/** Whose turn it is does not change with these. */
const discrets: TypeEvenement[] = [
  'note',
  'message_retire',
  'passee',
  'attribuee',
  'piece_refusee',
  'liee',
  'deliee',
  'procedure_ordinaire',
]

/** «Envoyé par courrier le 12 mars : attestation de droits». */
function documentPoste(details: unknown): string {
  const { document, posteLe } = details as { document: string; posteLe: string }
  return `Envoyé par courrier le ${dateSansAnnee(posteLe)}\u00A0: ${document}`
}

function titreDe(evenement: Fait, { service }: DemandeDeCaisse): string {
  const { type, cote, details } = evenement
  const commun = evenementCommun(evenement)
  if (commun) return commun
  const { a, issue } = (details ?? {}) as { a?: string; issue?: string }
  switch (type as TypeEvenement) {
    case 'deposee':
      return `Reçue${malgreEnMots(details)}`
    case 'motif_corrige':
    case 'urgence_retiree':
    case 'urgence_donnee':
    case 'transferee':
      return correctionEnMots(type, details) ?? ''
    case 'liee':
      return `Liée à ${referenceDe(details)}`
    case 'deliee':
      return `Déliée de ${referenceDe(details)}`
    case 'procedure_ordinaire':
      return procedureEnMots(details)
    case 'prise_en_charge':
      return a ? attributionEnMots({ a, vers: 'agent' }) : 'Prise en charge'
    case 'attribuee':
      return attributionEnMots((details ?? {}) as Attribution)
    case 'passee':
      return a ? `Passée à ${a}` : 'Passée à un collègue'
    case 'complement_demande':
      return 'Complément demandé, délai suspendu'
    case 'complement_envoye':
      return 'Complément envoyé par le partenaire'
    case 'complement_recu':
      return 'Dossier complet, le délai repart'
    case 'note':
      return 'Note interne'
    case 'traitee':
      return `Traitée${issue ? `\u00A0: ${libelleIssue(service, issue)}` : ''}`
    case 'annulee':
      return 'Annulée par le partenaire'
    case 'rouverte':
      return 'Rouverte par une réponse'
    case 'effacee':
      return 'Contenu effacé, au terme de sa durée de conservation'
    case 'attribution_annulee':
      return a ? `Attribution annulée, rendue à ${a}` : 'Attribution annulée, à prendre'
    case 'document_telecharge':
      return 'Document téléchargé par le partenaire'
    case 'document_poste':
      return documentPoste(details)
    case 'rendez_vous_annule':
      return avecQuand(cote === 'caisse' ? 'Rendez-vous annulé' : 'Rendez-vous annulé par le partenaire', details)
    default:
      return cote === 'caisse' ? 'Réponse envoyée' : 'Message du partenaire'
  }
}

const referenceDe = (details: unknown) => String((details as { reference?: unknown } | null)?.reference ?? '')

function procedureEnMots(details: unknown): string {
  const { possible, raison } = (details ?? {}) as { possible?: boolean; raison?: string }
  return `Procédure ordinaire possible\u00A0: ${possible ? 'oui' : 'non'}${raison ? `, «\u00A0${raison}\u00A0»` : ''}`
}

/** All that happened, latest first, with who has opened the demande, and when last. */
export function Historique({ demande, moi, maintenant }: { demande: DemandeDeCaisse; moi: string; maintenant: Date }) {
  const qui = (id: string | null, personne: { prenom: string; nom: string } | null) =>
    id === moi ? 'vous, ' : personne ? `${nomComplet(personne)}, ` : ''
  const faits = demande.evenements.map((fait) => ({
    le: fait.le,
    evenement: {
      cle: fait.id,
      titre: titreDe(fait, demande),
      detail: `${qui(fait.auteurId, fait.auteur)}${relatif(fait.le, maintenant)}`,
      fort: !discrets.includes(fait.type as TypeEvenement) && (fait.type !== 'message' || fait.cote === 'partenaire'),
    } satisfies Evenement,
  }))
  const vues = demande.lectures
    .filter(({ compteId }) => compteId !== moi)
    .map(({ compteId, compte, cote, vueLe }) => ({
      le: vueLe,
      evenement: {
        cle: `vue-${compteId}`,
        titre: `Consultée par ${nomComplet(compte)}`,
        detail: `${cote === 'partenaire' ? `${demande.partenaire.nom}, ` : ''}${relatif(vueLe, maintenant)}`,
        fort: false,
      } satisfies Evenement,
    }))
  const tous = [...faits, ...vues].sort((a, b) => b.le.getTime() - a.le.getTime())
  return <ChronologieCompacte evenements={tous.map(({ evenement }) => evenement)} />
}

import type { TypeEvenement } from '@/lib/demandes/evenements'

/** What happened to a demande, in the words of someone who is of neither side. */
const historique: Partial<Record<TypeEvenement, string>> = {
  deposee: 'Transmise à la caisse',
  prise_en_charge: 'Prise en charge par un agent',
  passee: 'Passée à un autre agent',
  complement_demande: 'Complément demandé',
  complement_envoye: 'Complément envoyé',
  complement_recu: 'Complément reçu',
  message: 'Message',
  note: 'Note interne de la caisse',
  traitee: 'Réponse et clôture',
  annulee: 'Annulée',
  rouverte: 'Rouverte',
  piece_refusee: 'Fichier refusé par l’antivirus',
  attribuee: 'Attribuée',
  motif_corrige: 'Motif corrigé',
  transferee: 'Transférée d’une caisse à l’autre',
  urgence_retiree: 'N’est plus urgente',
  urgence_donnee: 'Devient urgente',
  liee: 'Liée à une autre demande',
  deliee: 'Déliée d’une autre demande',
  procedure_ordinaire: 'Notée de procédure ordinaire',
  message_retire: 'Message retiré',
  rendez_vous_propose: 'Rendez-vous proposé',
  rendez_vous_fixe: 'Rendez-vous fixé',
  rendez_vous_deplace: 'Rendez-vous déplacé',
  rendez_vous_annule: 'Rendez-vous annulé',
  rendez_vous_honore: 'Rendez-vous honoré',
  rendez_vous_manque: 'Rendez-vous manqué',
  document_remis: 'Document remis dans le portail',
  document_telecharge: 'Document téléchargé',
  document_poste: 'Document envoyé par courrier',
  attribution_annulee: 'Attribution annulée',
  identite_corrigee: 'Identité corrigée, à la demande de la personne',
  limitee: 'Dossier limité, à la demande de la personne',
  limitation_levee: 'Limitation levée',
}

export const evenementEnMots = (type: string): string => historique[type as TypeEvenement] ?? type

export const coteEnMots = (cote: string): string =>
  cote === 'caisse' ? 'La caisse' : cote === 'partenaire' ? 'Le partenaire' : 'Le portail'

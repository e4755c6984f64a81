/** Who saw what of a person, in the words of its copy. */
const consultations: Record<string, string> = {
  'demande.consultee': 'Demande consultée',
  'demande.accuse': 'Accusé de réception ouvert',
  'demande.archive': 'Dossier entier téléchargé',
  'piece.consultee': 'Fichier ouvert',
  'document.telecharge': 'Document téléchargé',
  'personne.dossier_vu': 'Dossier lu par le délégué à la protection des données',
  'personne.export_pret': 'Copie des données préparée',
}

export const consultationEnMots = (action: string): string => consultations[action] ?? action

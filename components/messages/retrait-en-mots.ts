/** Row of history of a withdrawn message: what went with it. */
export function retraitEnMots(details: unknown, cote: string): string {
  const { acte } = (details ?? {}) as { acte?: string }
  switch (acte) {
    case 'traitee':
      return 'Clôture annulée, réponse retirée'
    case 'complement_demande':
      return 'Demande de complément retirée, le délai reprend'
    case 'complement_envoye':
      return 'Envoi du complément retiré'
    case 'rouverte':
      return 'Réouverture annulée, message retiré'
    case 'note':
      return 'Note interne retirée'
    default:
      return cote === 'caisse' ? 'Message de la caisse retiré' : 'Message du partenaire retiré'
  }
}

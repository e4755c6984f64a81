const masculins =
  /^(CCAS|CIAS|Centre|Conseil|Département|Foyer|Service|Secours|Groupe|Groupement|Pôle|Réseau|Comité|Relais|Dispositif|CHU|CH|CHRS)(?=[\s,]|$)/
const feminins =
  /^(Maison|Ville|Mairie|Métropole|Communauté|Mission|Fondation|Mutuelle|Croix|Caisse|CPAM|CGSS)(?=[\s,]|$)/
// Names of things take an article, proper names («Emmaüs») do not.
const elides = /^(Association|UDCCAS|UDAF|ASE|Établissement|Hôpital|Union|Entraide|Office|Agence)(?=[\s,]|$)/

/** «du CCAS de Vaucreux», «de l’Association Les Deux Rives», «de la Maison des solidarités», «d’Emmaüs». */
export function complementDuNom(nom: string): string {
  if (masculins.test(nom)) return `du ${nom}`
  if (elides.test(nom)) return `de l’${nom}`
  if (feminins.test(nom)) return `de la ${nom}`
  return /^[AEIOUYÀÂÉÈÊËÎÏÔÙÛH]/i.test(nom) ? `d’${nom}` : `de ${nom}`
}

export const libellesEtatCompte: Record<string, string> = {
  attente_activation: 'Lien non utilisé',
  actif: 'Actif',
  inactif: 'Inactivé',
}

export const typesDroit = ['acces', 'rectification', 'limitation', 'opposition', 'effacement'] as const
export type TypeDroit = (typeof typesDroit)[number]

export const libellesDroit: Record<TypeDroit, string> = {
  acces: 'Accès',
  rectification: 'Rectification',
  limitation: 'Limitation',
  opposition: 'Opposition',
  effacement: 'Effacement',
}

export const aidesDroit: Record<TypeDroit, string> = {
  acces: 'Savoir ce que la caisse garde, et en recevoir une copie.',
  rectification: 'Faire corriger ce qui est faux, ou compléter ce qui manque.',
  limitation: 'Faire geler ses données le temps d’une vérification ou d’un litige.',
  opposition: 'Ne plus vouloir qu’un usage en soit fait.',
  effacement: 'Faire effacer ses données, quand la loi n’oblige pas à les garder.',
}

export const canaux = ['courrier', 'courriel', 'guichet', 'telephone', 'partenaire'] as const
export type Canal = (typeof canaux)[number]

export const libellesCanal: Record<Canal, string> = {
  courrier: 'Courrier',
  courriel: 'Courriel',
  guichet: 'Au guichet',
  telephone: 'Téléphone',
  partenaire: 'Par un partenaire',
}

export const moyensIdentite = ['piece_identite', 'elements_connus', 'presence', 'partenaire'] as const
export type MoyenIdentite = (typeof moyensIdentite)[number]

export const libellesMoyen: Record<MoyenIdentite, string> = {
  piece_identite: 'Une pièce d’identité, vue puis rendue ou détruite',
  elements_connus: 'Des éléments que la caisse et la personne sont seules à connaître',
  presence: 'La personne est venue',
  partenaire: 'Le partenaire qui la suit l’a confirmée',
}

export const issues = ['satisfaite', 'partielle', 'refusee', 'aucune_donnee', 'retiree'] as const
export type IssueDroit = (typeof issues)[number]

export const libellesIssue: Record<IssueDroit, string> = {
  satisfaite: 'Satisfaite',
  partielle: 'Satisfaite en partie',
  refusee: 'Refusée',
  aucune_donnee: 'Aucune donnée sur cette personne',
  retiree: 'Retirée par la personne',
}

export const aidesIssue: Partial<Record<IssueDroit, string>> = {
  partielle: 'La réponse dit ce qui manque, et pourquoi.',
  refusee: 'La réponse dit pourquoi, et que la personne peut saisir la CNIL ou un juge.',
}

export type EvenementPersonne =
  | 'enregistree'
  | 'modifiee'
  | 'identite_verifiee'
  | 'prolongee'
  | 'dossiers_retenus'
  | 'corrigee'
  | 'limitee'
  | 'limitation_levee'
  | 'opposition'
  | 'opposition_levee'
  | 'export_demande'
  | 'export_telecharge'
  | 'traitee'
  | 'rouverte'

export const libellesEvenementPersonne: Record<EvenementPersonne, string> = {
  enregistree: 'Demande enregistrée',
  modifiee: 'Demande modifiée',
  identite_verifiee: 'Identité vérifiée',
  prolongee: 'Délai prolongé de deux mois',
  dossiers_retenus: 'Dossiers de la personne choisis',
  corrigee: 'Identité corrigée',
  limitee: 'Dossiers limités',
  limitation_levee: 'Limitation levée',
  opposition: 'Opposition décidée',
  opposition_levee: 'Opposition levée',
  export_demande: 'Copie des données demandée',
  export_telecharge: 'Copie des données téléchargée',
  traitee: 'Réponse enregistrée',
  rouverte: 'Demande rouverte',
}

export const formesConsentement = ['oral', 'ecrit'] as const
export type FormeConsentement = (typeof formesConsentement)[number]

export const libellesConsentement: Record<FormeConsentement, string> = { oral: 'Accord oral', ecrit: 'Accord écrit' }

export const natures = ['confidentialite', 'integrite', 'disponibilite'] as const
export type NatureViolation = (typeof natures)[number]

export const libellesNature: Record<NatureViolation, string> = {
  confidentialite: 'Des données ont pu être vues ou prises',
  integrite: 'Des données ont été modifiées',
  disponibilite: 'Des données sont perdues ou inaccessibles',
}

/** The words of the CNIL, as a register says them. */
export const motsNature: Record<NatureViolation, string> = {
  confidentialite: 'Confidentialité',
  integrite: 'Intégrité',
  disponibilite: 'Disponibilité',
}

export const aidesNature: Record<NatureViolation, string> = {
  confidentialite:
    'Courriel envoyé à la mauvaise personne, document égaré, compte utilisé par un autre (confidentialité).',
  integrite: 'Dossier changé ou mélangé par erreur ou par malveillance (intégrité).',
  disponibilite: 'Fichier effacé, ordinateur volé ou bloqué, dossier perdu (disponibilité).',
}

export const donneesConcernees = [
  'identite',
  'coordonnees',
  'numero',
  'sante',
  'revenus',
  'pieces',
  'comptes',
  'autres',
] as const
export type DonneeConcernee = (typeof donneesConcernees)[number]

export const libellesDonnee: Record<DonneeConcernee, string> = {
  identite: 'Identité, date de naissance',
  coordonnees: 'Adresse, téléphone, courriel',
  numero: 'Numéro de sécurité sociale',
  sante: 'Santé',
  revenus: 'Revenus, prestations, RIB',
  pieces: 'Pièces jointes d’un dossier',
  comptes: 'Identifiants ou mots de passe',
  autres: 'Autres, ou je ne sais pas',
}

export const risques = ['aucun', 'risque', 'eleve'] as const
export type RisqueViolation = (typeof risques)[number]

export const libellesRisque: Record<RisqueViolation, string> = {
  aucun: 'Pas de risque pour les personnes',
  risque: 'Risque pour les personnes',
  eleve: 'Risque élevé pour les personnes',
}

export const aidesRisque: Record<RisqueViolation, string> = {
  aucun: 'À garder au registre. La notification à la CNIL n’est pas nécessaire.',
  risque: 'À notifier à la CNIL dans les 72 heures.',
  eleve: 'À notifier à la CNIL, et à dire aux personnes concernées.',
}

export type EtatViolation = 'a_qualifier' | 'averee' | 'ecartee'

export const libellesEtat: Record<EtatViolation, string> = {
  a_qualifier: 'À qualifier',
  averee: 'Violation avérée',
  ecartee: 'Écartée',
}

export const typesSuivi = [
  'information',
  'mesure',
  'qualifiee',
  'autre_partie',
  'autorite',
  'personnes',
  'close',
  'rouverte',
  'rappel',
] as const
export type TypeSuivi = (typeof typesSuivi)[number]

export const libellesSuivi: Record<TypeSuivi, string> = {
  information: 'Information ajoutée',
  mesure: 'Mesure prise',
  qualifiee: 'Qualification',
  autre_partie: 'Information de l’autre partie',
  autorite: 'Notification à la CNIL',
  personnes: 'Information des personnes',
  close: 'Clôture',
  rouverte: 'Réouverture',
  rappel: 'Rappel envoyé',
}

/** «V-7F3A91»: short, to give by telephone. */
export const referenceViolation = (id: string): string => `V-${id.replaceAll('-', '').slice(-6).toUpperCase()}`
